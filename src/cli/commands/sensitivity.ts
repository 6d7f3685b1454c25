import { sensitivityOf } from '../../execution/index.ts';
import { jsonText, sensitivityCsv, sensitivityJson, sensitivityText } from '../../report/index.ts';
import { isParameterKey, type Language, type Scenario } from '../../scenario/index.ts';
import { MOST_SOBOL_DIMENSIONS } from '../../stats/index.ts';
import {
  DUMMY,
  type FactorGroup,
  type Output,
  outputName,
  outputNamed,
  rangedFactors,
  readFactors,
  SENSITIVITY_METHODS,
  type SensitivityMethod,
  type SensitivityPlan,
  sensitivitySize,
} from '../../study/index.ts';
import type { Asked, ScenarioCommand } from '../command.ts';
import type { Words } from '../command-line.ts';
import {
  DEFAULT_MEASURE,
  limitFactors,
  limitSize,
  MOST_SAMPLES,
  noteFaults,
  noteMisplaced,
  readCsv,
  readOutput,
} from '../factors.ts';
import {
  flagged,
  readChoice,
  readOnce,
  readSimulating,
  readWhole,
  type Simulating,
  simulatingOptions,
} from '../read-options.ts';
import { commandsOf } from '../repeat.ts';
import { readReport, reportOption, studyReport } from '../report-file.ts';
import { shown, type UsageErrors } from '../usage-errors.ts';
import { shardOption, whereOptions } from '../where.ts';

/** What a method takes unless it is told: seasons a point, and samples. */
const DEFAULTS: Readonly<Record<SensitivityMethod, { readonly replications: number; readonly samples: number }>> = {
  tornado: { replications: 10, samples: 1 },
  morris: { replications: 1, samples: 20 },
  sobol: { replications: 1, samples: 256 },
};
const [LEVELS, RESAMPLES] = [4, 1000];

/** Options that belong to some methods only. */
const OF_METHODS: readonly (readonly [option: string, methods: readonly SensitivityMethod[]])[] = [
  ['samples', ['morris', 'sobol']],
  ['levels', ['morris']],
  ['group', ['morris', 'sobol']],
  ['second-order', ['sobol']],
  ['resamples', ['morris', 'sobol']],
];

/** What is asked for, before the scenario is known. */
interface Wanted extends Omit<SensitivityPlan, 'groups'> {
  readonly vary: readonly string[];
  readonly group: readonly string[];
}

/** Says which parameters a measure depends on. */
export const sensitivityCommand: ScenarioCommand = {
  name: 'sensitivity',
  options(messages) {
    const { list } = messages;
    const { describe } = messages.design;
    const { tornado, morris, sobol } = DEFAULTS;
    return {
      method: {
        describe: `${describe.method}${list(SENSITIVITY_METHODS)}`,
        words: SENSITIVITY_METHODS,
        otherwise: 'tornado',
      },
      vary: { describe: describe.vary, otherwise: describe.allRanged },
      group: { describe: describe.group },
      measure: { describe: describe.measure, otherwise: DEFAULT_MEASURE },
      samples: {
        describe: describe.sensitivitySamples,
        otherwise: `morris ${morris.samples}, sobol ${sobol.samples}`,
      },
      levels: { describe: describe.sensitivityLevels, otherwise: String(LEVELS) },
      'second-order': { flag: true, describe: describe.secondOrder },
      resamples: { describe: describe.resamples, otherwise: String(RESAMPLES) },
      csv: { flag: true, describe: describe.csv },
      ...whereOptions(messages),
      ...shardOption(messages),
      ...reportOption(messages),
      ...simulatingOptions(messages, `tornado ${tornado.replications}, morris, sobol ${sobol.replications}`),
    };
  },
  read(words, errors) {
    const simulating = readSimulating(words, errors);
    const wanted = readWanted(words, simulating, errors);
    const csv = readCsv(words, errors);
    const report = readReport(words, errors);
    return (asked, more) => {
      const { scenario, program, language } = asked;
      const plan: SensitivityPlan = { ...wanted, groups: readGroups(scenario, wanted, language, more) };
      const count = sensitivitySize(plan);
      const factors = plan.groups.flatMap((group) => group.factors).length;
      if (plan.method === 'sobol') limitFactors(factors, MOST_SOBOL_DIMENSIONS / 2, more);
      limitSize(count, { factors, outputs: 1, replications: plan.replications }, more);
      return {
        count,
        async run(meanwhile) {
          const where = { threads: Math.min(simulating.threads, count), ...meanwhile };
          const json = sensitivityJson(await sensitivityOf(scenario, plan, where), program);
          const commands = repeated(asked, wanted);
          const reported = await studyReport(report, json, asked, commands);
          if (csv) return { text: sensitivityCsv(json), ...reported };
          if (asked.json) return { text: jsonText(json), ...reported };
          return { text: sensitivityText(json, scenario, language, commands), ...reported };
        },
      };
    };
  },
};

function readWanted(words: Words, { seed, replications }: Simulating, errors: UsageErrors): Wanted {
  const { wrong } = errors.messages.design;
  const method = readChoice('method', words, SENSITIVITY_METHODS, errors) ?? 'tornado';
  for (const [option, methods] of OF_METHODS) {
    if (!methods.includes(method)) noteMisplaced(option, words, '--method', methods, errors);
  }
  const vary = words.options.get('vary') ?? [];
  const group = words.options.get('group') ?? [];
  if (method === 'sobol' && vary.length + group.length === 0) errors.add('--vary', wrong.varied(null));
  const samples = readWhole('samples', words, DEFAULTS[method].samples, [2, MOST_SAMPLES], errors);
  if (method === 'sobol' && (samples & (samples - 1)) !== 0) errors.add('--samples', wrong.powerOfTwo(String(samples)));
  const levels = readWhole('levels', words, LEVELS, [2, 100], errors);
  if (levels % 2 !== 0) errors.add('--levels', wrong.evenLevels(String(levels)));
  const name = readOnce('measure', words, errors) ?? DEFAULT_MEASURE;
  return {
    method,
    vary,
    group,
    output: readOutput('measure', name, errors) ?? (outputNamed(DEFAULT_MEASURE) as Output),
    seed,
    replications: replications ?? DEFAULTS[method].replications,
    samples,
    levels,
    secondOrder: flagged('second-order', words),
    resamples: readWhole('resamples', words, RESAMPLES, [100, MOST_SAMPLES], errors),
  };
}

function readGroups(
  scenario: Scenario,
  { vary, group }: Wanted,
  language: Language,
  errors: UsageErrors,
): readonly FactorGroup[] {
  const none = vary.length + group.length === 0;
  const alone = none
    ? rangedFactors(scenario)
    : noteFaults('--vary', readFactors(scenario, vary, '--vary'), language, errors);
  const groups: FactorGroup[] = alone.map((factor) => ({ name: factor.key, factors: [factor] }));
  for (const [at, text] of group.entries()) {
    const found = readGroup(scenario, text, at + 1, language, errors);
    if (found !== null) groups.push(found);
  }
  noteRepeated(groups, errors);
  return groups;
}

function readGroup(
  scenario: Scenario,
  text: string,
  occurrence: number,
  language: Language,
  errors: UsageErrors,
): FactorGroup | null {
  const [, name = '', members = ''] = /^([\p{L}\p{N}_-]{1,40})=(.+)$/u.exec(text.trim()) ?? [];
  if (name === '' || name === DUMMY || isParameterKey(name)) {
    errors.add('--group', errors.messages.design.wrong.group(shown(text)), null, occurrence);
    return null;
  }
  const keys = members.split(',').map((key) => key.trim());
  const read = readFactors(scenario, keys, '--group');
  const factors = noteFaults('--group', read, language, errors, () => occurrence);
  return factors.length === 0 ? null : { name, factors };
}

function noteRepeated(groups: readonly FactorGroup[], errors: UsageErrors): void {
  const seen = new Set<string>();
  for (const { name, factors } of groups) {
    const isGroup = factors[0]?.key !== name;
    for (const one of [...(isGroup ? [name] : []), ...factors.map(({ key }) => key)]) {
      if (seen.has(one)) errors.add('--group', errors.messages.design.wrong.groupTwice(one));
      seen.add(one);
    }
  }
}

function repeated(asked: Asked, wanted: Wanted) {
  const { method, vary, group, output, seed, samples, levels, secondOrder, resamples, replications } = wanted;
  return commandsOf(asked, 'sensitivity', [
    ...['--method', method],
    ...vary.flatMap((text) => ['--vary', text]),
    ...group.flatMap((text) => ['--group', text]),
    ...['--measure', outputName(output)],
    ...(method === 'tornado' ? [] : ['--samples', String(samples)]),
    ...(method === 'morris' ? ['--levels', String(levels)] : []),
    ...(secondOrder ? ['--second-order'] : []),
    ...(method === 'tornado' ? [] : ['--resamples', String(resamples)]),
    ...['--replications', String(replications), '--seed', String(seed)],
  ]);
}
