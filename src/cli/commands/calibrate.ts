import { calibrateScenario } from '../../execution/index.ts';
import { calibrateCsv, calibrateJson, calibrateText, jsonText } from '../../report/index.ts';
import { editFitted, type FittedValue, type Scenario } from '../../scenario/index.ts';
import {
  budgetFor,
  CALIBRATE_METHODS,
  type CalibrateMethod,
  type CalibratePlan,
  type Calibration,
  calibrateSize,
  fittedKeys,
  fittedValues,
  leastBudget,
  ownFactor,
  ownTargets,
  type RangeFactor,
  readFactors,
  readTargets,
  type Target,
  type TargetFault,
} from '../../study/index.ts';
import { type Answer, type Asked, type ScenarioCommand, STATUS } from '../command.ts';
import { limitSize, MOST_SAMPLES, noteFaults, readCsv } from '../factors.ts';
import { messagesOf } from '../messages.ts';
import { readOutFile } from '../out-files.ts';
import { flagged, readChoice, readSimulating, readWhole, simulatingOptions } from '../read-options.ts';
import { commandsOf } from '../repeat.ts';
import { readReport, reportOption, studyReport } from '../report-file.ts';
import { readScenarioFile, textIn } from '../scenario-file.ts';
import { shown, type UsageErrors } from '../usage-errors.ts';
import { whereOptions } from '../where.ts';

/** Seasons a point unless it is said: a population needs many points, and each has its luck averaged out by others. */
const [REPLICATIONS, OF_POPULATION] = [50, 20];

/** Fits parameters of a scenario to targets, and writes the fitted scenario. */
export const calibrateCommand: ScenarioCommand = {
  name: 'calibrate',
  options(messages) {
    const { describe } = messages.calibrate;
    return {
      fit: { describe: describe.fit, otherwise: describe.fitOtherwise },
      target: { describe: describe.target, otherwise: describe.targetOtherwise },
      method: {
        describe: `${describe.method}${messages.list(CALIBRATE_METHODS)}`,
        words: CALIBRATE_METHODS,
        otherwise: 'nelder-mead',
      },
      budget: { describe: describe.budget, otherwise: describe.budgetOtherwise },
      write: { describe: describe.write },
      ...reportOption(messages),
      csv: { flag: true, describe: messages.design.describe.csv },
      ...whereOptions(messages),
      ...simulatingOptions(messages, `${REPLICATIONS}, abc-smc ${OF_POPULATION}`),
    };
  },
  read(words, errors) {
    const { seed, replications: given, threads } = readSimulating(words, errors);
    const fit = words.options.get('fit') ?? [];
    const target = words.options.get('target') ?? [];
    const method = readChoice('method', words, CALIBRATE_METHODS, errors) ?? 'nelder-mead';
    const replications = given ?? (method === 'abc-smc' ? OF_POPULATION : REPLICATIONS);
    if (given !== null && given < 2)
      errors.add('--replications', errors.messages.wrong.whole(2, 100_000, String(given)));
    const points = words.options.has('budget')
      ? readWhole('budget', words, MOST_SAMPLES, [1, MOST_SAMPLES], errors)
      : null;
    const csv = readCsv(words, errors);
    const report = readReport(words, errors);
    const out = readOutFile('write', words, errors);
    const force = flagged('force', words);
    if (out !== null && words.options.has('set')) errors.add('--write', errors.messages.calibrate.wrong.writeWithSet);
    return (asked, more) => {
      const { scenario, program, language } = asked;
      const factors = factorsToFit(asked, fit, more);
      const targets = targetsToHit(scenario, target, more);
      const budget = points ?? budgetFor(method, factors.length);
      if (factors.length > 0) limitBudget(method, factors.length, budget, more);
      if (out !== null) checkLayout(asked, factors, more);
      const plan: CalibratePlan = { factors, targets, method, budget, seed, replications };
      const count = calibrateSize(plan);
      limitSize(count, { factors: factors.length, outputs: targets.length, replications }, more, '--budget');
      const options = [
        ...fit.flatMap((text) => ['--fit', text]),
        ...target.flatMap((text) => ['--target', text]),
        ...['--method', method, '--budget', String(budget)],
        ...['--replications', String(replications), '--seed', String(seed)],
      ];
      return {
        count,
        async run(meanwhile) {
          const where = { threads: Math.min(threads, replications), ...meanwhile };
          const found = await calibrateScenario(scenario, plan, where);
          const json = calibrateJson(found, program);
          const commands = commandsOf(asked, 'calibrate', options);
          const reported = await studyReport(report, json, asked, commands);
          const text = csv
            ? calibrateCsv(json)
            : asked.json
              ? jsonText(json)
              : calibrateText(json, scenario, language, commands);
          const answer = answered(found, text, out, force, asked);
          const files = [...(answer.files ?? []), ...(reported.files ?? [])];
          return { ...answer, files, notes: [...(answer.notes ?? []), ...(reported.notes ?? [])] };
        },
      };
    };
  },
};

/** The parameters to fit: as asked, else those that the scenario says were fitted before. */
function factorsToFit({ scenario, language }: Asked, fit: readonly string[], errors: UsageErrors): RangeFactor[] {
  const { wrong } = errors.messages.calibrate;
  const own = fit.length > 0 ? [] : fittedKeys(scenario).flatMap((key) => ownFactor(scenario, key) ?? []);
  const asked = noteFaults('--fit', readFactors(scenario, fit, '--fit'), language, errors);
  const ranges: RangeFactor[] = [];
  for (const factor of [...own, ...asked]) {
    if (factor.kind === 'range') ranges.push(factor);
    else errors.add('--fit', wrong.notRange(factor.key), null, fit.findIndex((text) => text.includes(factor.key)) + 1);
  }
  if (fit.length === 0 && ranges.length === 0) errors.add('--fit', wrong.noFit);
  return ranges;
}

/** The targets: as asked, else the published facts that may be fitted. */
function targetsToHit(scenario: Scenario, texts: readonly string[], errors: UsageErrors): readonly Target[] {
  if (texts.length === 0) {
    const own = ownTargets(scenario);
    if (own.length === 0) errors.add('--target', errors.messages.calibrate.wrong.noTarget);
    return own;
  }
  const { targets, faults } = readTargets(scenario, texts);
  for (const { text, fault } of faults) {
    const hint = fault.is === 'measure' ? fault.hint : null;
    errors.add('--target', faultWords(fault, errors), hint, text);
  }
  return targets;
}

function faultWords(fault: TargetFault, { messages }: UsageErrors): string {
  const { wrong } = messages.calibrate;
  switch (fault.is) {
    case 'form':
      return wrong.form(shown(fault.found));
    case 'measure':
      return messages.design.wrong.measure(shown(fault.found));
    case 'unit':
      return wrong.unit(fault.measure, fault.unit, fault.found);
    case 'emptyBand':
      return wrong.emptyBand(fault.measure, fault.low, fault.high);
    default:
      return wrong.twice(fault.measure);
  }
}

function limitBudget(method: CalibrateMethod, parameters: number, budget: number, errors: UsageErrors): void {
  const least = leastBudget(method, parameters);
  if (budget < least) errors.add('--budget', errors.messages.calibrate.wrong.budget(least, method, budget));
}

/** The scenario's file with some values written in; null if it cannot be edited so. */
function edited({ path }: Asked, values: readonly FittedValue[]): string | null {
  const read = readScenarioFile(path);
  return read.ok ? editFitted(textIn(read.bytes), values) : null;
}

/** Tries before anything is simulated whether the file can be edited: with the values that it has. */
function checkLayout(asked: Asked, factors: readonly RangeFactor[], errors: UsageErrors): void {
  const said = { fittedTo: 'target/none', fittedBy: 'none' };
  const values = factors.map(({ key }) => {
    const value = asked.scenario.parameters[key].value as number;
    return { key, value, prior: value, ...said };
  });
  if (errors.lines.length === 0 && edited(asked, values) === null) {
    errors.add('--write', errors.messages.calibrate.wrong.layout);
  }
}

/** The answer, with the scenario to be written; one that misses its targets is written by force only. */
function answered(found: Calibration, text: string, out: string | null, force: boolean, asked: Asked): Answer {
  const status = found.reached ? STATUS.done : STATUS.shortOfPrecision;
  const values = fittedValues(found);
  if (out === null || values.length === 0) return { text, status };
  if (!found.reached && !force) {
    return { text, status, notes: [messagesOf(asked.language).calibrate.notWritten(out)] };
  }
  const content = edited(asked, values);
  if (content === null) throw new Error('the fitted scenario cannot be read again');
  return { text, status, files: [{ path: out, content }] };
}
