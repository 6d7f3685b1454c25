import { RandomStreams } from '../random/index.ts';
import { bootstrap, fieller } from '../stats/index.ts';

/** Ends of an interval; null where there is none. */
interface OpenBounds {
  readonly low: number | null;
  readonly high: number | null;
}

/** A paired difference over |base|, each interval on its own. */
export interface RelativeDifference {
  /** Null where the base is 0. */
  readonly mean: number | null;
  /** Fieller's; null ends where the base may be 0. */
  readonly fieller: OpenBounds;
  /** Percentiles over resampled replications; null ends of too many replications. */
  readonly bootstrap: OpenBounds;
}

/** Resamples of the bootstrap, and replications up to which it is made: beyond, it says nothing that Fieller's does not. */
const [RESAMPLES, MOST_RESAMPLED] = [1000, 2000];

const OPEN: OpenBounds = { low: null, high: null };

/**
 * Differences over |base| with Fieller's and bootstrap intervals.
 *
 * @param tables measure by measure its sides, the base first, one number a replication; the same replications for all
 * @returns measure by measure all sides but the base
 */
export function relativeDifferences(
  tables: readonly (readonly (readonly number[])[])[],
  { seed, confidence }: { readonly seed: number; readonly confidence: number },
): RelativeDifference[][] {
  const rows = Math.max(0, ...tables.map((sides) => sides[0]?.length ?? 0));
  const resampled = rows >= 2 && rows <= MOST_RESAMPLED;
  const stream = new RandomStreams(seed, 0).stream('bootstrap.relative');
  const intervals = resampled
    ? bootstrap(rows, (times) => tables.flatMap((sides) => ratios(sides, times)), {
        resamples: RESAMPLES,
        confidence,
        stream,
      })
    : [];
  let at = 0;
  return tables.map((sides) =>
    sides.slice(1).map((side) => {
      const { ratio, low, high } = fieller(
        side.map((value, r) => sides[0]![r]! - value),
        sides[0]!,
        confidence,
      );
      const isNegative = total(sides[0]!) < 0;
      return {
        mean: ratio === null ? null : isNegative ? -ratio : ratio,
        fieller: isNegative ? turned({ low, high }) : { low, high },
        bootstrap: intervals[at++] ?? OPEN,
      };
    }),
  );
}

/** Over |base|: where the base is negative, such as despatch earned, a ratio to it has the other sign. */
function turned({ low, high }: OpenBounds): OpenBounds {
  return low === null || high === null ? OPEN : { low: -high, high: -low };
}

function ratios(sides: readonly (readonly number[])[], times: Uint32Array): (number | null)[] {
  const [base] = sides;
  if (base === undefined) return [];
  const level = total(base, times);
  return sides.slice(1).map((side) => (level === 0 ? null : (level - total(side, times)) / Math.abs(level)));
}

function total(values: readonly number[], times?: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * (times?.[i] ?? 1);
  return sum;
}
