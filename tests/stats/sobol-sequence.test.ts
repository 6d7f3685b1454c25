import { describe, expect, test } from 'vitest';
import { MOST_SOBOL_DIMENSIONS, sobolSequence } from '../../src/stats/index.ts';
import { INITIAL_NUMBERS, POLYNOMIALS } from '../../src/stats/sobol-directions.ts';

describe("the sequence of Joe and Kuo's direction numbers", () => {
  const sequence = sobolSequence(6);

  test('has the published points 1 to 4 exactly', () => {
    expect([1, 2, 3, 4].map((k) => sequence.point(k))).toEqual([
      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375, 0.125],
    ]);
  });

  test('has the published point 1000, to the eight digits it is given in', () => {
    const published = [0.21972656, 0.09667969, 0.51855469, 0.67675781, 0.28027344, 0.90722656];
    for (const [d, u] of sequence.point(1000).entries()) expect(Math.abs(u - published[d]!)).toBeLessThan(5e-9);
  });

  test('agrees with another program, SciPy 1.17, far out', () => {
    const wide = sobolSequence(512);
    const found = [1000, 4095].flatMap((k) => [50, 100, 256, 512].map((d) => wide.point(k)[d - 1]));
    expect(found).toEqual([
      0.4794921875, 0.1865234375, 0.2490234375, 0.3955078125, 0.607666015625, 0.962646484375, 0.613037109375,
      0.914794921875,
    ]);
  });

  test('begins at the origin, and reaches its last point', () => {
    expect(sequence.point(0)).toEqual([0, 0, 0, 0, 0, 0]);
    for (const u of sequence.point(2 ** 32 - 1)) expect(u).toBeLessThan(1);
  });
});

describe('the table of direction numbers', () => {
  test('has as many as the polynomials need, odd and below 2^k', () => {
    const degrees = POLYNOMIALS.map((polynomial) => 31 - Math.clz32(polynomial));
    expect(degrees.reduce((sum, degree) => sum + degree, 0)).toBe(INITIAL_NUMBERS.length);
    const places = degrees.flatMap((degree) => Array.from({ length: degree }, (_, k) => k + 1));
    for (const [at, k] of places.entries()) {
      const m = INITIAL_NUMBERS[at]!;
      expect(m % 2 === 1 && m < 2 ** k).toBe(true);
    }
  });

  test('has primitive polynomials only, each once, by degree', () => {
    expect(new Set(POLYNOMIALS).size).toBe(POLYNOMIALS.length);
    expect([...POLYNOMIALS].sort((a, b) => a - b)).toEqual(POLYNOMIALS);
    for (const polynomial of POLYNOMIALS) expect(orderOfX(polynomial)).toBe(2 ** (31 - Math.clz32(polynomial)) - 1);
  });

  /** The least n with xⁿ = 1 modulo the polynomial, by going round: it is 2^degree − 1 if and only if it is primitive. */
  function orderOfX(polynomial: number): number {
    const top = 1 << (31 - Math.clz32(polynomial));
    let power = 1;
    for (let n = 1; n < 2 * top; n++) {
      power <<= 1;
      if (power & top) power ^= polynomial;
      if (power === 1) return n;
    }
    return Number.NaN;
  }
});

describe('every dimension', () => {
  const halves = [0, 0.3, 0.999].map((shift) => Array.from({ length: MOST_SOBOL_DIMENSIONS }, () => shift));

  test.each([[[]], [halves[1]!], [halves[2]!]])('has one point in each of 256 slices, shifted or not', (shift) => {
    const sequence = sobolSequence(MOST_SOBOL_DIMENSIONS, shift);
    const points = Array.from({ length: 256 }, (_, k) => sequence.point(k));
    for (let d = 0; d < MOST_SOBOL_DIMENSIONS; d++) {
      expect(new Set(points.map((point) => Math.floor(point[d]! * 256))).size).toBe(256);
    }
  });

  test('is another one than all others', () => {
    const sequence = sobolSequence(MOST_SOBOL_DIMENSIONS);
    const points = Array.from({ length: 64 }, (_, k) => sequence.point(256 + k));
    const columns = points[0]!.map((_, d) => points.map((point) => point[d]).join());
    expect(new Set(columns).size).toBe(MOST_SOBOL_DIMENSIONS);
  });
});

test('a wrong number of dimensions, shifts or a wrong point is refused', () => {
  for (const dimensions of [0, 1.5, Number.NaN, MOST_SOBOL_DIMENSIONS + 1]) {
    expect(() => sobolSequence(dimensions)).toThrow(/dimensions must be a whole number from 1 to 512, but is/);
  }
  expect(() => sobolSequence(2, [0.1])).toThrow('shift must have 2 numbers or none, but has 1.');
  for (const index of [-1, 0.5, 2 ** 32, Number.NaN]) {
    expect(() => sobolSequence(2).point(index)).toThrow(/index must be a whole number/);
  }
});
