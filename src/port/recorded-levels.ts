import type { PourColumns, StepSeries } from './recording.ts';

/** Place of the last of some ascending instants that is not after `hour`; −1: all are after it. */
export function lastBefore(instants: ArrayLike<number>, hour: number, low = 0, high = instants.length): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((instants[middle] as number) <= hour) from = middle + 1;
    else to = middle;
  }
  return from > low ? from - 1 : -1;
}

/** The level that holds at an instant, of those at that instant the last; 0 before the first. */
export function levelAt({ at, value }: StepSeries, hour: number): number {
  return value[lastBefore(at, hour)] ?? 0;
}

/** Levels at many instants, such as the grid of a chart. */
export function sampleLevels(series: StepSeries, hours: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: hours.length }, (_, i) => levelAt(series, hours[i] as number));
}

/** What one crane has poured into one ship, kg over time: it rises evenly from `from[i]` to `to[i]`, else it holds. */
export interface Filling {
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Poured by `to[i]`, kg. */
  readonly kg: Float64Array;
}

/** What each crane has poured into each ship: by call, then by crane. */
export function fillingsOf(pours: PourColumns, calls: number): Filling[][] {
  const rows: number[][][] = Array.from({ length: calls }, () => []);
  for (let row = 0; row < pours.kg.length; row++) {
    const cranes = rows[pours.call[row] as number] as number[][];
    const crane = pours.crane[row] as number;
    cranes[crane] ??= [];
    cranes[crane].push(row);
  }
  return rows.map((cranes) => Array.from(cranes, (own) => fillingOf(pours, own ?? [])));
}

function fillingOf(pours: PourColumns, rows: readonly number[]): Filling {
  let kg = 0;
  return {
    from: Float64Array.from(rows, (row) => pours.from[row] as number),
    to: Float64Array.from(rows, (row) => pours.to[row] as number),
    kg: Float64Array.from(rows, (row) => (kg += pours.kg[row] as number)),
  };
}

/** Aboard at an instant, kg. @param fillings of one ship, crane by crane */
export function fillingAt(fillings: readonly Filling[], hour: number): number {
  let aboard = 0;
  for (const { from, to, kg } of fillings) {
    const done = lastBefore(to, hour);
    const before = kg[done] ?? 0;
    const next = done + 1;
    aboard += before;
    if (next >= kg.length || (from[next] as number) >= hour) continue;
    const share = (hour - (from[next] as number)) / ((to[next] as number) - (from[next] as number));
    aboard += ((kg[next] as number) - before) * share;
  }
  return aboard;
}

/** Tipped beside a ship and not yet aboard, kg. @param tipped what was ever tipped there */
export function apronAt(tipped: StepSeries, fillings: readonly Filling[], hour: number): number {
  return levelAt(tipped, hour) - fillingAt(fillings, hour);
}

/** All that was ever tipped beside one ship, kg over time. */
export function tippedBeside(pours: PourColumns, call: number): StepSeries {
  const rows: number[] = [];
  for (let row = 0; row < pours.kg.length; row++) if (pours.call[row] === call) rows.push(row);
  rows.sort((a, b) => (pours.tipped[a] as number) - (pours.tipped[b] as number));
  let kg = 0;
  return {
    at: Float64Array.from(rows, (row) => pours.tipped[row] as number),
    value: Int32Array.from(rows, (row) => (kg += pours.kg[row] as number)),
  };
}
