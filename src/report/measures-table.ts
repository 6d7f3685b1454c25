import type { DifferenceSummary, MeasureId, MeasureRow, Summary } from '../study/index.ts';
import { figure, interval, NO_FIGURE, percent, scaleFor } from './figures.ts';
import { table } from './layout.ts';
import type { Messages } from './messages.ts';
import { shownDifference, shownInterval } from './share-interval.ts';
import { surenessOf } from './verdict.ts';

/** What a manager looks at first, in this order; every measure is in the JSON. */
export const KEY_MEASURES: readonly MeasureId[] = [
  'saving.perTonne',
  'saving.total',
  'saving.system.perTonne',
  'saving.lossShare',
  'cost.perTonne',
  'vessel.portHours',
  'vessel.waitHours',
  'vessel.berthHours',
  'vessel.portHours.p90',
  'crane.idleForCargoHours',
  'demurrage.perCall',
  'demurrage.probability',
  'truck.turnHours',
  'truck.waitHours',
  'truck.peakPerHour',
  'cargo.portDwellHours',
  'customs.releaseHours',
  'yard.peakTonnes',
  'carbon.perTonne',
  'carbon.tankToWheel.perTonne',
];

/** The key measures side by side: staged, direct, their difference and its interval. */
export function measuresTable(
  measures: Readonly<Record<MeasureId, MeasureRow>>,
  confidence: number,
  messages: Messages,
): string[] {
  const cells = measuresCells(measures, confidence, messages);
  return table(cells, ['left', 'right', 'right', 'right', 'left', 'right', 'left']);
}

/** The cells of that table, its head first: label, staged, direct, difference, mark, interval, unit. */
export function measuresCells(
  measures: Readonly<Record<MeasureId, MeasureRow>>,
  confidence: number,
  messages: Messages,
): string[][] {
  const { modes, columns } = messages;
  const head = [
    '',
    modes.staged,
    modes.direct,
    columns.difference,
    '',
    columns.interval(percent(confidence)),
    columns.unit,
  ];
  const rows = KEY_MEASURES.map((id) => measureCells(id, measures[id], messages));
  return [head, ...rows];
}

function measureCells(id: MeasureId, { unit, staged, direct, difference }: MeasureRow, messages: Messages): string[] {
  const scale = scaleFor(messages, unit, [staged?.mean, direct?.mean, difference?.mean]);
  // A share of calls is no difference of two modes: it has no sign, and 0 is nothing to be held against.
  const signed = id !== 'saving.lossShare';
  return [
    messages.measures[id],
    figure(staged?.mean, scale),
    figure(direct?.mean, scale),
    figure(difference?.mean, scale, signed),
    signed ? mark(difference) : '',
    interval(shownDifference(id, difference, unit), scale),
    scale.unit,
  ];
}

function mark(difference: DifferenceSummary | null): string {
  const sureness = difference === null ? 'unknown' : surenessOf(difference);
  return sureness === 'gain' || sureness === 'loss' ? '*' : '';
}

/** The measures of one mode: mean and interval. */
export function modeMeasuresTable(
  measures: Readonly<Partial<Record<MeasureId, Summary & { readonly unit: string }>>>,
  confidence: number,
  messages: Messages,
): string[] {
  const { columns } = messages;
  const rows = (Object.keys(measures) as MeasureId[]).map((id) => {
    const { unit, mean, low, high } = measures[id] as Summary & { readonly unit: string };
    const scale = scaleFor(messages, unit, [mean]);
    return [
      messages.measures[id],
      figure(mean, scale),
      interval(shownInterval({ low, high }, unit), scale),
      scale.unit,
    ];
  });
  const shown = rows.filter(([, mean]) => mean !== NO_FIGURE);
  const head = ['', columns.mean, columns.meanInterval(percent(confidence)), columns.unit];
  return table([head, ...shown], ['left', 'right', 'right', 'left']);
}
