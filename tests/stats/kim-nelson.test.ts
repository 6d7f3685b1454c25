import { describe, expect, test } from 'vitest';
import { normalQuantile, RandomStreams } from '../../src/random/index.ts';
import { binomialInterval, binomialTail, KimNelson } from '../../src/stats/index.ts';

describe('a binomial tail', () => {
  test.each([
    [2, 3, 0.5, 0.5],
    [0, 5, 0.3, 1],
    [5, 5, 0.3, 0.3 ** 5],
    [9, 10, 0.95, 0.95 ** 10 + 10 * 0.95 ** 9 * 0.05],
  ])('of %i or more in %i at %d is %d', (successes, n, p, tail) => {
    expect(binomialTail(successes, n, p)).toBeCloseTo(tail, 12);
  });

  test('gives the exact interval: 1 − (α/2)^(1/n) above none, as known for 10 trials', () => {
    expect(binomialInterval(0, 10, 0.95).high).toBeCloseTo(1 - 0.025 ** 0.1, 7);
    expect(binomialInterval(10, 10, 0.95).low).toBeCloseTo(0.025 ** 0.1, 7);
    // By symmetry about a half.
    const { low, high } = binomialInterval(5, 10, 0.9);
    expect(low + high).toBeCloseTo(1, 7);
    expect(binomialTail(5, 10, low)).toBeCloseTo(0.05, 6);
  });

  test('refuses what is no chance', () => {
    expect(() => binomialTail(1, 2, 1)).toThrow(RangeError);
    expect(() => binomialTail(1, 2.5, 0.5)).toThrow(RangeError);
    expect(() => binomialInterval(1, 2, 1)).toThrow(RangeError);
  });
});

describe('KN', () => {
  test('has the constants of its paper: h² = 2η(n₀ − 1), η = ((2α/(k − 1))^(−2/(n₀ − 1)) − 1)/2', () => {
    // k = 3, α = 0.05, n₀ = 3: (0.05)^(−1) = 20, η = 9.5, h² = 38. S² of [0, 2, 5] is 19/3, δ = 2: N = ⌊60.17⌋.
    const kn = new KimNelson({ systems: 3, alpha: 0.05, indifference: 2, firstStage: 3 });
    expect(kn.enough([0, 2, 5], [0, 0, 0])).toBe(61);
    // W(3) = 2/(2·3)·(60.17 − 3) = 19.06: a mean difference of 18.33 is not enough, one of 19.33 is.
    expect(kn.eliminates([0, 0, 0], [16, 18, 21])).toBe(false);
    expect(kn.eliminates([0, 0, 0], [17, 19, 22])).toBe(true);
    expect(kn.eliminates([17, 19, 22], [0, 0, 0])).toBe(false);
  });

  test('refuses a plan that promises nothing', () => {
    const plan = { systems: 3, alpha: 0.05, indifference: 2, firstStage: 3 };
    for (const wrong of [{ systems: 1 }, { alpha: 0 }, { indifference: 0 }, { firstStage: 1 }]) {
      expect(() => new KimNelson({ ...plan, ...wrong })).toThrow(RangeError);
    }
  });

  test('selects a planted best among normals as often as it promises', () => {
    // The least favourable case: the best is better by the indifference exactly; common random numbers, ρ = 1/2.
    const [runs, systems, alpha] = [300, 5, 0.1];
    let right = 0;
    for (let run = 0; run < runs; run++) right += select(run, systems, alpha) === 0 ? 1 : 0;
    // With a chance of 0.9 each, fewer than 234 of 300 have a chance below 1e-9 (36 below the mean of 270, sd 5.2).
    expect(binomialTail(234, runs, 1 - alpha)).toBeGreaterThan(1 - 1e-9);
    expect(right).toBeGreaterThanOrEqual(234);
  });
});

/** One selection: system 0 has mean 0, the others 1, the indifference; variances 2 to 4. */
function select(run: number, systems: number, alpha: number): number {
  const firstStage = 10;
  const kn = new KimNelson({ systems, alpha, indifference: 1, firstStage });
  const streams = new RandomStreams(11, run);
  const normal = (name: string, k: number) => normalQuantile(streams.stream('kn', name).at(k));
  const draw = (system: number, k: number) =>
    (system === 0 ? 0 : 1) + Math.sqrt(1 + system / 4) * (normal('common', k) + normal(`own ${system}`, k));
  let live = Array.from({ length: systems }, (_, system) => system);
  const seen = live.map((system) => Array.from({ length: firstStage }, (_, k) => draw(system, k)));
  for (;;) {
    live = live.filter((one) => !live.some((other) => other !== one && kn.eliminates(seen[other]!, seen[one]!)));
    if (live.length === 1) return live[0]!;
    for (const system of live) seen[system]!.push(draw(system, seen[system]!.length));
  }
}
