import { describe, expect, test } from 'vitest';
import { normalQuantile, RandomStreams } from '../../src/random/index.ts';
import { abcSmc, effectiveSize, ofLoss, searchBy, weightedCovariance, weightedMean } from '../../src/stats/index.ts';

const streams = new RandomStreams(1, 0);

describe('ABC-SMC on a normal mean with a normal prior', () => {
  // Prior N(0, 1), n observations of variance 1 with mean ȳ: the posterior is N(nȳ/(n+1), 1/(n+1)).
  const [n, observed, particles] = [4, 1.5, 1000];
  const noise = streams.stream('simulator');
  const tolerance = 0.05;
  const method = abcSmc({ dimensions: 1, particles, evaluations: 100_000, tolerance, stream: streams.stream('abc') });
  const search = searchBy(method);
  const theta = ([u = 0.5]: readonly number[]) => normalQuantile(u);
  while (!search.isDone) {
    const points = search.ask();
    search.tell(
      points,
      points.map((point) => {
        const mean = theta(point) + normalQuantile(noise.next()) / Math.sqrt(n);
        return ofLoss(Math.abs(mean - observed));
      }),
    );
  }
  const { particles: last, generations, evaluations } = search.state;
  const weights = last.map(({ weight }) => weight);
  const drawn = last.map(({ point }) => [theta(point)]);
  const size = effectiveSize(weights);

  test('goes down to its tolerance', () => {
    expect(last).toHaveLength(particles);
    expect(Math.max(...last.map(({ loss }) => loss))).toBeLessThanOrEqual(tolerance);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(generations.length).toBeGreaterThan(3);
    expect(evaluations).toBeLessThan(100_000);
  });

  // Five standard errors of the effective sample, and what the tolerance adds (ε²/3 over 1 + 1/n of the variance of
  // the mean, far less): a right sampler fails in fewer than 6 of 10 million seeds.
  test('has the posterior mean nȳ/(n+1)', () => {
    const [mean = 0] = weightedMean(drawn, weights);
    expect(size).toBeGreaterThan(300);
    expect(Math.abs(mean - (n * observed) / (n + 1))).toBeLessThan(5 * Math.sqrt(1 / (n + 1) / size) + tolerance / 50);
  });

  test('has the posterior variance 1/(n+1)', () => {
    const [[variance = 0] = []] = weightedCovariance(drawn, weights);
    const closed = 1 / (n + 1);
    expect(Math.abs(variance - closed)).toBeLessThan(5 * closed * Math.sqrt(2 / size) + (tolerance * tolerance) / 3);
  });
});

test('a population of two coordinates of which one matters leaves the other as open as it was', () => {
  const method = abcSmc({
    dimensions: 2,
    particles: 400,
    evaluations: 20_000,
    tolerance: 0.05,
    stream: streams.stream('two'),
  });
  const search = searchBy(method);
  while (!search.isDone) {
    const points = search.ask();
    search.tell(
      points,
      points.map(([x = 0]) => ofLoss(Math.abs(x - 0.3))),
    );
  }
  const { particles } = search.state;
  const covariance = weightedCovariance(
    particles.map(({ point }) => point),
    particles.map(({ weight }) => weight),
  );
  // Even over 0.25 … 0.35: variance 0.1²/12; even over 0 … 1: 1/12. Five standard errors of a variance of 400.
  const ratio = (i: number, variance: number) => ((covariance[i] as number[])[i] as number) / variance;
  expect(Math.abs(ratio(0, 0.01 / 12) - 1)).toBeLessThan(0.35);
  expect(Math.abs(ratio(1, 1 / 12) - 1)).toBeLessThan(0.35);
});

test('a budget that ends within a generation leaves the last complete one; no value at all leaves none', () => {
  const method = () =>
    abcSmc({ dimensions: 1, particles: 50, evaluations: 220, tolerance: 1e-6, stream: streams.stream('budget') });
  const search = searchBy(method());
  while (!search.isDone) {
    const points = search.ask();
    search.tell(
      points,
      points.map(([x = 0]) => ofLoss(Math.abs(x - 0.5))),
    );
  }
  expect(search.state.particles).toHaveLength(50);
  expect(search.state.tolerance).toBeGreaterThan(1e-6);
  const blind = searchBy(method());
  while (!blind.isDone) {
    const points = blind.ask();
    blind.tell(
      points,
      points.map(() => ofLoss(Number.NaN)),
    );
  }
  expect(blind.state).toMatchObject({ particles: [], best: null });
});
