import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import type { Distribution } from './distribution.ts';
import { gammaTable } from './gamma-table.ts';
import { requirePositive, requireWithin } from './parameter-errors.ts';

const LEAST_SHAPE = 0.01;
/** The exact quantile is wrong by up to 0.7 % where a quantile passes 1,000 (@stdlib gammaincinv 0.2.3). */
export const LARGEST_GAMMA_SHAPE = 500;
/** Below it the law is too steep at 0 for a cubic, and each quantile is computed. */
const LEAST_TABLE_SHAPE = 0.25;
/** A sweep that varies the shape must not fill the memory with tables of 20 kB. */
const TABLES_KEPT = 64;

const tables = new Map<number, (u: number) => number>();

/**
 * A positive quantity such as a repair or an inspection: skewed for a small shape, near normal for a large one.
 *
 * Mean shape · scale, variance shape · scale². Inverted by a table, shared by all laws of one shape and made at
 * the first draw; relative error below 2e−7 (see `gammaTable`). Shapes below 0.25 are computed each time.
 *
 * @param shape from 0.01 to 500; one over the square of the coefficient of variation
 * @param scale in the unit of the values
 * @throws RangeError if `shape` is out of range or `scale` is no finite number above 0
 * @example
 * gamma(2, 1.5).mean; // 3
 */
export function gamma(shape: number, scale: number): Distribution {
  requireWithin('gamma: shape', shape, LEAST_SHAPE, LARGEST_GAMMA_SHAPE);
  requirePositive('gamma: scale', scale);
  return scaledGamma(shape, scale, shape * scale);
}

/** The gamma law with its mean given, so that a law defined by its mean has it to the last digit. */
export function scaledGamma(shape: number, scale: number, mean: number): Distribution {
  let standard: ((u: number) => number) | undefined;
  return {
    mean,
    quantile: (u) => {
      standard ??= standardGamma(shape);
      return scale * standard(u);
    },
  };
}

function standardGamma(shape: number): (u: number) => number {
  if (shape < LEAST_TABLE_SHAPE) return (u) => gammaQuantile(u, shape, 1);
  const kept = tables.get(shape);
  if (kept !== undefined) return kept;
  const made = gammaTable(shape);
  const oldest = tables.keys().next();
  if (tables.size >= TABLES_KEPT && !oldest.done) tables.delete(oldest.value);
  tables.set(shape, made);
  return made;
}
