/** The mean of weighted points; the weights sum to 1. */
export function weightedMean(points: readonly (readonly number[])[], weights: readonly number[]): number[] {
  return (points[0] ?? []).map((_, d) => points.reduce((sum, point, i) => sum + at(weights, i) * at(point, d), 0));
}

/** Their covariance, over the whole weight: no correction for their number. */
export function weightedCovariance(points: readonly (readonly number[])[], weights: readonly number[]): number[][] {
  const mean = weightedMean(points, weights);
  const off = points.map((point) => point.map((x, d) => x - at(mean, d)));
  return mean.map((_, a) =>
    mean.map((__, b) => off.reduce((sum, one, i) => sum + at(weights, i) * (at(one, a) * at(one, b)), 0)),
  );
}

/** The least value up to which at least a share `p` of the weight lies. */
export function weightedQuantile(values: readonly number[], weights: readonly number[], p: number): number {
  const order = values.map((value, i) => ({ value, weight: at(weights, i) })).sort((a, b) => a.value - b.value);
  let sum = 0;
  for (const { value, weight } of order) {
    sum += weight;
    if (sum >= p - 1e-12) return value;
  }
  return order.at(-1)?.value ?? Number.NaN;
}

/** How many even ones weighted particles are worth (Kish): 1 over the sum of squared weights. */
export function effectiveSize(weights: readonly number[]): number {
  return 1 / weights.reduce((sum, weight) => sum + weight * weight, 0);
}

function at(values: readonly number[], i: number): number {
  return values[i] as number;
}
