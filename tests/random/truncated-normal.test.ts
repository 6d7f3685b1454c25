import { expect, test } from 'vitest';
import { truncatedNormal } from '../../src/random/index.ts';

/** mpmath, 60 digits. */
const tenToEleven = {
  mean: 10.09806837493302,
  tenth: 10.010428094472182,
  half: 10.068409369547618,
  rest: 10.225504949376699,
};

test('keeps its digits ten deviations out, on either side', () => {
  const right = truncatedNormal(0, 1, 10, 11);
  const left = truncatedNormal(0, 1, -11, -10);
  expect(right.mean).toBeCloseTo(tenToEleven.mean, 13);
  expect(left.mean).toBeCloseTo(-tenToEleven.mean, 13);
  for (const [u, expected] of [
    [0.1, tenToEleven.tenth],
    [0.5, tenToEleven.half],
    [0.9, tenToEleven.rest],
  ] as const) {
    expect(right.quantile(u)).toBeCloseTo(expected, 13);
    expect(left.quantile(1 - u)).toBeCloseTo(-expected, 13);
  }
});

test('without bounds is the normal law', () => {
  const law = truncatedNormal(3, 2, -Infinity, Infinity);
  expect(law.mean).toBe(3);
  expect(law.quantile(0.975)).toBeCloseTo(3 + 2 * 1.959963984540054, 14);
});

test('half a normal law has the mean sd √(2/π)', () => {
  expect(truncatedNormal(0, 3, 0, Infinity).mean).toBeCloseTo(3 * Math.sqrt(2 / Math.PI), 14);
  expect(truncatedNormal(0, 3, -Infinity, 0).mean).toBeCloseTo(-3 * Math.sqrt(2 / Math.PI), 14);
});

test('mirrored bounds mirror the quantiles', () => {
  const law = truncatedNormal(1, 2, -1, 5);
  const mirrored = truncatedNormal(-1, 2, -5, 1);
  for (const u of [0.01, 0.2, 0.5, 0.77, 0.999]) {
    expect(mirrored.quantile(1 - u)).toBeCloseTo(-law.quantile(u), 12);
  }
});
