import { clockDays, numberOf, periodDays } from '../../scenario/index.ts';
import { figure, figureWithUnit, percent, scaleFor, whole, withUnit } from '../figures.ts';
import { plain, type StressItem } from './item.ts';
import { keysOf, quantity, shownValue, type Told } from './told.ts';

/** Section 4: how the season begins and ends, and how its means are estimated. */
export function experimentation(told: Told): StressItem[] {
  const { runs } = told.words;
  return [
    {
      id: '4.1',
      blocks: [
        runs.start(
          shownValue(told, 'works.openingStock'),
          shownValue(told, 'fallback.reserve'),
          shownValue(told, 'calls.clockOpening'),
        ),
        runs.stop,
      ],
      open: [],
    },
    { id: '4.2', blocks: [lengthOf(told)], open: [] },
    estimation(told),
  ];
}

function lengthOf(told: Told): string {
  const { scenario, words } = told;
  const inDays = (count: number) => quantity(told, count, 'd');
  return words.runs.length(
    quantity(told, clockDays(scenario) * 24, 'h'),
    inDays(numberOf(scenario, 'calls.clockOpening')),
    inDays(periodDays(scenario)),
    inDays(numberOf(scenario, 'calls.clockClosing')),
  );
}

function estimation({ json, words, messages }: Told): StressItem {
  const { replications, confidence, measures, precision } = json.compare;
  const { runs } = words;
  const saving = measures['saving.perTonne'].difference;
  const blocks = [...runs.estimation(whole(replications), percent(confidence))];
  if (saving !== null && saving.low !== null && saving.high !== null && saving.mean !== null) {
    const half = (saving.high - saving.low) / 2;
    const scale = scaleFor(messages, 'yuan/t', [saving.mean]);
    const share = saving.mean === 0 ? null : half / Math.abs(saving.mean);
    blocks.push(runs.attained(withUnit(figure(half, scale), scale.unit), figureWithUnit(messages, '1', share)));
  }
  if (saving?.correlation != null && saving.varianceReduction !== null) {
    blocks.push(
      runs.correlation(saving.correlation.toFixed(2), figureWithUnit(messages, '1', saving.varianceReduction)),
    );
  }
  return { id: '4.3', blocks, open: precision === null ? [runs.openReplications] : [] };
}

/** Sections 5 and 6: what it was run with, and where that is to be had. */
export function implementation(told: Told): StressItem[] {
  const { json, words } = told;
  const { implementation: say } = words;
  const { hash, overrides } = json.compare.scenario;
  const set = overrides.length === 0 ? '' : `; ${keysOf(told, overrides.map(plain))}`;
  const program = `${json.program.name} ${json.program.version}`;
  return [
    { id: '5.1', blocks: [say.software(program)], open: [say.openSoftware] },
    { id: '5.2', blocks: say.sampling(String(json.compare.seed)), open: [] },
    { id: '5.3', blocks: say.execution, open: [] },
    { id: '5.4', blocks: [say.system], open: [say.openSystem] },
    { id: '6.1', blocks: say.access(`\`${hash}\``, set), open: [say.openAccess] },
  ];
}
