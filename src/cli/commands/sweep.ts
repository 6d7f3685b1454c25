import { sweepScenario } from '../../execution/index.ts';
import { jsonText, sweepCsv, sweepJson, sweepText } from '../../report/index.ts';
import { MOST_SOBOL_DIMENSIONS } from '../../stats/index.ts';
import { outputName, readFactors, SWEEP_DESIGNS, type SweepPlan, sweepSize } from '../../study/index.ts';
import type { ScenarioCommand } from '../command.ts';
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
import { readChoice, readOnce, readSimulating, readWhole, simulatingOptions } from '../read-options.ts';
import { commandsOf } from '../repeat.ts';
import { readReport, reportOption, studyReport } from '../report-file.ts';
import { shardOption, whereOptions } from '../where.ts';

/** Forms of the CSV. */
const TABLES = ['wide', 'long'] as const;
/** What holds unless it is said: seasons a point, points, levels of a range. */
const [REPLICATIONS, SAMPLES, LEVELS] = [10, 64, 5];

/** Runs a scenario over a design of its parameters. */
export const sweepCommand: ScenarioCommand = {
  name: 'sweep',
  options(messages) {
    const { list } = messages;
    const { describe } = messages.design;
    return {
      vary: { describe: describe.vary },
      design: { describe: `${describe.design}${list(SWEEP_DESIGNS)}`, words: SWEEP_DESIGNS, otherwise: 'grid' },
      samples: { describe: describe.samples, otherwise: String(SAMPLES) },
      levels: { describe: describe.levels, otherwise: String(LEVELS) },
      measures: { describe: describe.measures, otherwise: DEFAULT_MEASURE },
      csv: { flag: true, describe: describe.csv },
      table: { describe: `${describe.table}${list(TABLES)}`, words: TABLES, otherwise: 'wide' },
      ...whereOptions(messages),
      ...shardOption(messages),
      ...reportOption(messages),
      ...simulatingOptions(messages, String(REPLICATIONS)),
    };
  },
  read(words, errors) {
    const { seed, replications: given, threads } = readSimulating(words, errors);
    const replications = given ?? REPLICATIONS;
    const vary = words.options.get('vary') ?? [];
    if (vary.length === 0) errors.add('--vary', errors.messages.design.wrong.varied(null));
    const names = (readOnce('measures', words, errors) ?? DEFAULT_MEASURE).split(',').map((name) => name.trim());
    const design = readChoice('design', words, SWEEP_DESIGNS, errors) ?? 'grid';
    const samples = readWhole('samples', words, SAMPLES, [1, MOST_SAMPLES], errors);
    const levels = readWhole('levels', words, LEVELS, [2, 1000], errors);
    const outputs = [...new Set(names)].flatMap((name) => readOutput('measures', name, errors) ?? []);
    const csv = readCsv(words, errors);
    const report = readReport(words, errors);
    if (design === 'grid') noteMisplaced('samples', words, '--design', ['lhs', 'sobol'], errors);
    else noteMisplaced('levels', words, '--design', ['grid'], errors);
    if (!csv) noteMisplaced('table', words, '--csv', [], errors);
    const table = readChoice('table', words, TABLES, errors) ?? 'wide';
    return (asked, more) => {
      const { scenario, program, language } = asked;
      const factors = noteFaults('--vary', readFactors(scenario, vary, '--vary'), language, more);
      if (design === 'sobol') limitFactors(factors.length, MOST_SOBOL_DIMENSIONS, more);
      const plan: SweepPlan = { factors, design, samples, levels, outputs, seed, replications };
      const count = sweepSize(plan) * replications;
      limitSize(count, { factors: factors.length, outputs: outputs.length, replications }, more);
      const size = design === 'grid' ? ['--levels', String(levels)] : ['--samples', String(samples)];
      const options = [
        ...vary.flatMap((text) => ['--vary', text]),
        ...['--design', design, ...size],
        ...['--measures', outputs.map(outputName).join(), '--replications', String(replications)],
        ...['--seed', String(seed)],
      ];
      return {
        count,
        async run(meanwhile) {
          const where = { threads: Math.min(threads, count), ...meanwhile };
          const json = sweepJson(await sweepScenario(scenario, plan, where), program);
          const commands = commandsOf(asked, 'sweep', options);
          const reported = await studyReport(report, json, asked, commands);
          if (csv) return { text: sweepCsv(json, table), ...reported };
          if (asked.json) return { text: jsonText(json), ...reported };
          return { text: sweepText(json, scenario, language, commands), ...reported };
        },
      };
    };
  },
};
