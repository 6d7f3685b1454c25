import packageQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { expect, test } from 'vitest';
import { normalQuantile, RandomStreams } from '../../src/random/index.ts';

test.each([
  // oracles.md, z .975; mpmath to 60 digits for the others.
  [0.975, 1.959963984540054],
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-20, -9.262340089798407],
  [2 ** -53, -8.209536151601387],
  [1e-10, -6.361340902404057],
  [0.01, -2.326347874040841],
  [0.075, -1.439531470938456],
  [0.2, -0.8416212335729142],
  [0.95, 1.6448536269514722],
])('the quantile of %f is %f to 1e-14', (p, z) => {
  expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(1e-14);
});

test('agrees with @stdlib to 1e-14 where that one keeps its digits', () => {
  const stream = new RandomStreams('normal', 0).stream('p');
  for (let i = 0; i < 100_000; i++) {
    const p = 0.001 + 0.998 * stream.next();
    const expected = packageQuantile(p, 0, 1);
    expect(Math.abs(normalQuantile(p) - expected)).toBeLessThanOrEqual(1e-14 * Math.abs(expected));
  }
});

test('is odd about one half, and 0 there', () => {
  expect(normalQuantile(0.5)).toBe(0);
  for (const p of [2 ** -40, 2 ** -8, 0.0625, 0.125, 0.375]) expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
});
