import packageQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import { describe, expect, test } from 'vitest';
import { gammaTable } from '../../src/random/gamma-table.ts';
import { erlang, exponential, gamma, RandomStreams } from '../../src/random/index.ts';

describe.each([0.25, 0.3, 0.5, 1, 2, 5, 50, 500])('the table for shape %f', (shape) => {
  const table = gammaTable(shape);

  test('is within 2e-7 of the exact quantile, body and tails', () => {
    const stream = new RandomStreams('gamma', 0).stream('u');
    let worst = 0;
    for (let i = 0; i < 20_000; i++) {
      const tail = stream.next() / 2 ** (i % 14);
      const u = i % 2 === 0 ? tail : 1 - tail;
      worst = Math.max(worst, Math.abs(table(u) / packageQuantile(u, shape, 1) - 1));
    }
    expect(worst).toBeLessThan(2e-7);
  });

  test('is exact at its knots, the median and beyond the last octave', () => {
    for (const u of [0.5, 0.25, 0.75, 2 ** -11, 1 - 2 ** -11, 2 ** -12, 1 - 2 ** -12, 2 ** -53, 1 - 2 ** -53]) {
      expect(Math.abs(table(u) / packageQuantile(u, shape, 1) - 1)).toBeLessThan(1e-15);
    }
  });

  test('never falls over a fine grid', () => {
    const quantiles = Array.from({ length: 49_999 }, (_, i) => table((i + 1) / 50_000));
    expect(quantiles.filter((quantile, i) => quantile < (quantiles[i - 1] ?? 0))).toEqual([]);
  });
});

test('Gamma(2, rate 3) at .9 is the known number, to the table’s 2e-7', () => {
  // oracles.md, Statistics.
  expect(Math.abs(gamma(2, 1 / 3).quantile(0.9) / 1.2965733899558096 - 1)).toBeLessThan(2e-7);
});

test('one Erlang step is exponential', () => {
  for (const u of [0.001, 0.2, 0.5, 0.9, 0.9999]) {
    expect(Math.abs(erlang(1, 3).quantile(u) / exponential(3).quantile(u) - 1)).toBeLessThan(2e-7);
  }
});

test('an Erlang law has its mean to the last digit', () => {
  expect(erlang(3, 0.1).mean).toBe(0.1);
});

test('tables made after many others give the same numbers', () => {
  const law = gamma(7.5, 2);
  const before = law.quantile(0.3);
  for (let i = 0; i < 100; i++) gamma(10 + i / 100, 1).quantile(0.5);
  expect(law.quantile(0.3)).toBe(before);
  expect(gamma(7.5, 2).quantile(0.3)).toBe(before);
});
