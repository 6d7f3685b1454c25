import { uncertaintyOf } from '../../execution/index.ts';
import { jsonText, uncertaintyCsv, uncertaintyJson, uncertaintyText } from '../../report/index.ts';
import type { Language, Scenario } from '../../scenario/index.ts';
import { MOST_SOBOL_DIMENSIONS } from '../../stats/index.ts';
import {
  DECIDING_MEASURES,
  LAWS,
  type Law,
  readFactors,
  UNCERTAINTY_DESIGNS,
  type UncertainParameter,
  type UncertaintyPlan,
  uncertain,
  uncertaintySize,
  unsourcedFactors,
} from '../../study/index.ts';
import type { Asked, ScenarioCommand } from '../command.ts';
import { limitSize, MOST_SAMPLES, noteFaults, readCsv } from '../factors.ts';
import { flagged, readChoice, readSimulating, readWhole, simulatingOptions } from '../read-options.ts';
import { commandsOf } from '../repeat.ts';
import { readReport, reportOption, studyReport } from '../report-file.ts';
import type { UsageErrors } from '../usage-errors.ts';
import { shardOption, whereOptions } from '../where.ts';

/** What holds unless it is said: points, seasons a point, resamples. */
const [SAMPLES, REPLICATIONS, RESAMPLES] = [200, 2, 200];

/** What is asked for, before the scenario is known. */
interface Wanted extends Omit<UncertaintyPlan, 'parameters'> {
  readonly vary: readonly string[];
  readonly law: Law;
  /** What somebody decides stays as it is. */
  readonly holdPolicies: boolean;
}

/** Says how sure the saving is, and which parameter is most worth finding out. */
export const uncertaintyCommand: ScenarioCommand = {
  name: 'uncertainty',
  options(messages) {
    const { list } = messages;
    const { describe } = messages.saving;
    return {
      vary: { describe: describe.vary, otherwise: describe.allUnsourced },
      'hold-policies': { flag: true, describe: describe.holdPolicies },
      law: { describe: describe.law, words: LAWS, otherwise: 'triangular' },
      design: { describe: describe.design, words: UNCERTAINTY_DESIGNS, otherwise: 'lhs' },
      samples: { describe: describe.samples, otherwise: String(SAMPLES) },
      measure: {
        describe: `${describe.measure}${list(DECIDING_MEASURES)}`,
        words: DECIDING_MEASURES,
        otherwise: DECIDING_MEASURES[0],
      },
      resamples: { describe: describe.resamples, otherwise: String(RESAMPLES) },
      csv: { flag: true, describe: messages.design.describe.csv },
      ...whereOptions(messages),
      ...shardOption(messages),
      ...reportOption(messages),
      ...simulatingOptions(messages, String(REPLICATIONS)),
      replications: { describe: describe.seasons, otherwise: String(REPLICATIONS) },
    };
  },
  read(words, errors) {
    const { seed, replications, threads } = readSimulating(words, errors);
    const wanted: Wanted = {
      vary: words.options.get('vary') ?? [],
      holdPolicies: flagged('hold-policies', words),
      law: readChoice('law', words, LAWS, errors) ?? 'triangular',
      design: readChoice('design', words, UNCERTAINTY_DESIGNS, errors) ?? 'lhs',
      samples: readWhole('samples', words, SAMPLES, [2, MOST_SAMPLES], errors),
      replications: replications ?? REPLICATIONS,
      measure: readChoice('measure', words, DECIDING_MEASURES, errors) ?? DECIDING_MEASURES[0],
      seed,
      resamples: readWhole('resamples', words, RESAMPLES, [100, MOST_SAMPLES], errors),
    };
    if (wanted.holdPolicies && wanted.vary.length > 0) {
      errors.add('--hold-policies', errors.messages.saving.wrong.holdAndVary);
    }
    const csv = readCsv(words, errors);
    const report = readReport(words, errors);
    return (asked, more) => {
      const { scenario, program, language } = asked;
      const parameters = parametersOf(scenario, wanted, language, more);
      if (wanted.design === 'sobol' && parameters.length > MOST_SOBOL_DIMENSIONS) {
        more.add('--vary', more.messages.saving.wrong.tooManyForSobol(MOST_SOBOL_DIMENSIONS, parameters.length));
      }
      const plan: UncertaintyPlan = { ...wanted, parameters };
      const count = uncertaintySize(plan);
      limitSize(count, { factors: parameters.length, outputs: 1, replications: plan.replications }, more);
      return {
        count,
        async run(meanwhile) {
          const where = { threads: Math.min(threads, count), ...meanwhile };
          const json = uncertaintyJson(await uncertaintyOf(scenario, plan, where), program);
          const commands = repeated(asked, wanted);
          const reported = await studyReport(report, json, asked, commands);
          if (csv) return { text: uncertaintyCsv(json), ...reported };
          if (asked.json) return { text: jsonText(json), ...reported };
          return { text: uncertaintyText(json, scenario, language, commands), ...reported };
        },
      };
    };
  },
};

function parametersOf(
  scenario: Scenario,
  { vary, law, holdPolicies }: Wanted,
  language: Language,
  errors: UsageErrors,
): UncertainParameter[] {
  const own = vary.length === 0;
  const factors = own
    ? unsourcedFactors(scenario, !holdPolicies)
    : noteFaults('--vary', readFactors(scenario, vary, '--vary'), language, errors);
  if (own && factors.length === 0) errors.add('--vary', errors.messages.saving.wrong.nothingUnsourced);
  return factors.map((factor) => uncertain(scenario, factor, law));
}

function repeated(
  asked: Asked,
  { vary, holdPolicies, law, design, samples, replications, measure, seed, resamples }: Wanted,
) {
  return commandsOf(asked, 'uncertainty', [
    ...vary.flatMap((text) => ['--vary', text]),
    ...(holdPolicies ? ['--hold-policies'] : []),
    ...['--law', law, '--design', design, '--samples', String(samples), '--measure', measure],
    ...['--resamples', String(resamples), '--replications', String(replications), '--seed', String(seed)],
  ]);
}
