import { tInterval } from '../../stats/index.ts';
import type { Finding } from './check.ts';

/** Chance that a right program fails a check that chance is in. */
export const FALSE_ALARM = 1e-7;
const REPLICATIONS = 40;

/** A figure that must be met to the last bit. */
export function exact(found: number): Finding {
  return { found, tolerance: 0 };
}

/** A figure known to some digits. */
export function rounded(found: number, tolerance: number): Finding {
  return { found, tolerance };
}

/** A mean over replications, within a Student interval that a right program leaves with the chance of a false alarm. */
export function simulated(replicate: (replication: number) => number): Finding {
  const values = Array.from({ length: REPLICATIONS }, (_, replication) => replicate(replication));
  const { mean, high } = tInterval(values, 1 - FALSE_ALARM);
  const [middle, end] = [mean ?? Number.NaN, high ?? Number.NaN];
  return { found: middle, tolerance: end - middle };
}

/** What is made once for each number and then remembered: several checks look at the same. */
export function remembered<T>(make: (at: number) => T): (at?: number) => T {
  const made = new Map<number, T>();
  return (at = 0) => {
    const known = made.get(at);
    if (known !== undefined) return known;
    const fresh = make(at);
    made.set(at, fresh);
    return fresh;
  };
}

/** The largest difference between two lists of the same length. */
export function worst(found: readonly number[], expected: readonly number[]): number {
  return Math.max(0, ...found.map((value, i) => Math.abs(value - (expected[i] ?? Number.NaN))));
}
