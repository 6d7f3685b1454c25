import { sum } from 'simple-statistics';
import type { Distribution } from './distribution.ts';
import { parameterError, requireFiniteList } from './parameter-errors.ts';

/**
 * One of a few values, each with its own probability, such as a share of loads that are sampled.
 *
 * The smallest value whose cumulative probability reaches u; values are sorted first, so that a larger u never
 * gives a smaller value.
 *
 * @param values the values, in one unit and any order
 * @param weights as many weights from 0, in proportion to the probabilities; they need not sum to 1
 * @throws RangeError if a value or weight is not finite, a weight is below 0, the lists differ in length, or no
 *   weight is above 0
 * @example
 * discrete([0, 1], [3, 1]).mean; // 0.25
 * discrete([0, 1], [3, 1]).quantile(0.8); // 1
 */
export function discrete(values: readonly number[], weights: readonly number[]): Distribution {
  checkDiscrete(values, weights);
  const total = sum([...weights]);
  const likely = values
    .map((value, index) => ({ value, weight: weights[index] as number }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => one.value - other.value);
  const sorted = Float64Array.from(likely, ({ value }) => value);
  let reached = 0;
  const cumulative = Float64Array.from(likely, ({ weight }) => {
    reached += weight / total;
    return reached;
  });
  return {
    mean: sum(likely.map(({ value, weight }) => value * (weight / total))),
    quantile: (u) => sorted[firstReaching(cumulative, u)] as number,
  };
}

function checkDiscrete(values: readonly number[], weights: readonly number[]): void {
  requireFiniteList('discrete: values', values);
  if (weights.length !== values.length) {
    const found = `${weights.length} for ${values.length} values`;
    throw parameterError('discrete: weights', 'as many as there are values', found);
  }
  for (const [index, weight] of weights.entries()) {
    if (!(Number.isFinite(weight) && weight >= 0)) {
      throw parameterError(`discrete: weights[${index}]`, 'a finite number from 0', weight);
    }
  }
  const total = sum([...weights]);
  if (total === 0) throw parameterError('discrete: weights', 'above 0 at least once', 'all 0');
  if (!Number.isFinite(total)) throw parameterError('discrete: weights', 'few and small enough to add up', 'too large');
}

/** The first place whose cumulative probability is at least `u`; the last if rounding left the sum short of it. */
function firstReaching(cumulative: Float64Array, u: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] as number) >= u) high = middle;
    else low = middle + 1;
  }
  return low;
}
