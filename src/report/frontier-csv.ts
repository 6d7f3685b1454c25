import { type Cell, csv } from './csv.ts';
import { failureWord } from './design-json.ts';
import type { FrontierJson } from './frontier-json.ts';

/** A frontier as a table: a row for each crossing, and for each value of x without one. */
export function frontierCsv({ x, y, points }: FrontierJson): string {
  const head = [x.key, 'verdict', 'sure', 'crossing', y.key, 'from', 'to', 'low', 'high', 'rises', 'failure'];
  return csv([
    head,
    ...points.flatMap(({ x: value, verdict, sure, roots, levels }): Cell[][] => {
      const failure = failureWord(levels.find((level) => level.failure !== null)?.failure ?? null);
      if (roots.length === 0) return [[value, verdict, sure, ...Array<null>(7).fill(null), failure]];
      return roots.map(({ at, between, interval, rises }, i) => {
        return [value, verdict, sure, i + 1, at, ...between, interval.low, interval.high, rises, failure];
      });
    }),
  ]);
}
