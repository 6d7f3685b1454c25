import type { MeasureId, MeasureRow, Summary } from '../study/index.ts';

type Bounds = Pick<Summary, 'low' | 'high'>;

/**
 * An interval as it is shown. A t interval knows nothing of what is measured, and over few replications that of a
 * share runs below 0 or above 100 %, where no share can lie; so what is impossible is cut off. The JSON keeps the
 * interval as it was computed, and what is sure is judged by that one.
 *
 * @param least the least a share can be: 0, or −1 where it is a difference of two shares
 */
export function shownInterval({ low, high }: Bounds, unit: string, least: 0 | -1 = 0): Bounds {
  if (unit !== '1' || low === null || high === null) return { low, high };
  return { low: Math.max(low, least), high: Math.min(high, 1) };
}

/** The interval of a measure's difference as it is shown. The share of calls that lose is a share, not a difference. */
export function shownDifference(id: MeasureId, difference: Bounds | null, unit: MeasureRow['unit']): Bounds {
  return shownInterval(difference ?? { low: null, high: null }, unit, id === 'saving.lossShare' ? 0 : -1);
}
