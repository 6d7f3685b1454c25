import { frontierOf } from '../../execution/index.ts';
import { frontierCsv, frontierJson, frontierText, jsonText } from '../../report/index.ts';
import {
  type Factor,
  type FrontierPlan,
  frontierColumns,
  type Output,
  outputName,
  outputNamed,
  type RangeFactor,
  readFactors,
} from '../../study/index.ts';
import type { Asked, ScenarioCommand } from '../command.ts';
import type { Words } from '../command-line.ts';
import { DEFAULT_MEASURE, limitSize, noteFaults, readCsv, readOutput } from '../factors.ts';
import { readOnce, readSimulating, readWhole, simulatingOptions } from '../read-options.ts';
import { commandsOf } from '../repeat.ts';
import { readReport, reportOption, studyReport } from '../report-file.ts';
import { shown, type UsageErrors } from '../usage-errors.ts';
import { whereOptions } from '../where.ts';

/** What holds unless it is said: seasons a point, columns, levels of the scan, nearness in per cent of the range. */
const [REPLICATIONS, POINTS, SCAN, TOLERANCE] = [8, 20, 5, 1];

/** Finds where direct loading stops paying. */
export const frontierCommand: ScenarioCommand = {
  name: 'frontier',
  options(messages) {
    const { describe } = messages.frontier;
    return {
      x: { describe: describe.x },
      y: { describe: describe.y },
      points: { describe: describe.points, otherwise: String(POINTS) },
      scan: { describe: describe.scan, otherwise: String(SCAN) },
      tolerance: { describe: describe.tolerance, otherwise: String(TOLERANCE) },
      measure: { describe: describe.measure, otherwise: DEFAULT_MEASURE },
      csv: { flag: true, describe: messages.design.describe.csv },
      ...whereOptions(messages),
      ...reportOption(messages),
      ...simulatingOptions(messages, String(REPLICATIONS)),
    };
  },
  read(words, errors) {
    const { seed, replications: given, threads } = readSimulating(words, errors);
    const replications = given ?? REPLICATIONS;
    const texts = { x: readAxis('x', words, errors), y: readAxis('y', words, errors) };
    const points = readWhole('points', words, POINTS, [1, 200], errors);
    const scan = readWhole('scan', words, SCAN, [2, 100], errors);
    const percent = readPercent(words, errors);
    const output = readCrossing(words, errors);
    const csv = readCsv(words, errors);
    const report = readReport(words, errors);
    return (asked, more) => {
      const { scenario, program, language } = asked;
      const x = factorOf('--x', texts.x, asked, more);
      const y = rangeOf(texts.y, x, asked, more);
      const plan = { x, y, points, scan, tolerance: percent / 100, output, seed, replications } as FrontierPlan;
      // What the scan takes; how much comes after it is known only then.
      const count = x === null || y === null ? 0 : frontierColumns(plan).length * scan * replications;
      limitSize(count, { factors: 2, outputs: 1, replications }, more, '--points');
      const options = [
        ...['--x', texts.x, '--y', texts.y, '--points', String(points), '--scan', String(scan)],
        ...['--tolerance', String(percent), '--measure', outputName(output)],
        ...['--replications', String(replications), '--seed', String(seed)],
      ];
      return {
        count,
        async run(meanwhile) {
          const where = {
            ...meanwhile,
            threads: Math.min(threads, count),
            onProgress: (done: number) => meanwhile.onProgress(Math.min(done, count)),
          };
          const json = frontierJson(await frontierOf(scenario, plan, where), program);
          const commands = commandsOf(asked, 'frontier', options);
          const reported = await studyReport(report, json, asked, commands);
          if (csv) return { text: frontierCsv(json), ...reported };
          if (asked.json) return { text: jsonText(json), ...reported };
          return { text: frontierText(json, scenario, language, commands), ...reported };
        },
      };
    };
  },
};

function readAxis(name: 'x' | 'y', words: Words, errors: UsageErrors): string {
  const text = readOnce(name, words, errors) ?? '';
  if (text.trim() === '' && (words.options.get(name) ?? []).length <= 1) {
    errors.add(`--${name}`, errors.messages.design.wrong.varied(null));
  }
  return text;
}

function readPercent(words: Words, errors: UsageErrors): number {
  const text = readOnce('tolerance', words, errors);
  if (text === undefined) return TOLERANCE;
  const value = /^\d{1,3}(\.\d{1,6})?$/u.test(text) ? Number(text) : Number.NaN;
  if (value >= 0.01 && value <= 50) return value;
  errors.add('--tolerance', errors.messages.frontier.wrong.share(shown(text) ?? ''));
  return TOLERANCE;
}

function readCrossing(words: Words, errors: UsageErrors): Output {
  const name = readOnce('measure', words, errors) ?? DEFAULT_MEASURE;
  const output = readOutput('measure', name, errors);
  const crosses = output === null || output.side === 'difference' || /^saving\.(?!lossShare)/u.test(output.id);
  if (!crosses) errors.add('--measure', errors.messages.frontier.wrong.measure(shown(name) ?? ''));
  return output ?? (outputNamed(DEFAULT_MEASURE) as Output);
}

function factorOf(
  option: '--x' | '--y',
  text: string,
  { scenario, language }: Asked,
  errors: UsageErrors,
): Factor | null {
  if (text.trim() === '') return null;
  const factors = noteFaults(option, readFactors(scenario, [text], option), language, errors);
  if (factors.length > 1) errors.add(option, errors.messages.frontier.wrong.one(factors.length));
  return factors[0] ?? null;
}

function rangeOf(text: string, x: Factor | null, asked: Asked, errors: UsageErrors): RangeFactor | null {
  const { wrong } = errors.messages.frontier;
  const y = factorOf('--y', text, asked, errors);
  if (y === null) return null;
  if (y.kind !== 'range') errors.add('--y', wrong.range(y.key));
  if (y.key === x?.key) errors.add('--y', wrong.same(y.key));
  return y.kind === 'range' ? y : null;
}
