import { describe, expect, test } from 'vitest';
import { RandomStreams } from '../../src/random/index.ts';
import { type SaltelliValues, saltelliRow, sobolIndices, sobolSequence } from '../../src/stats/index.ts';
import { ISHIGAMI, ishigami } from './ishigami.ts';

type Evaluate = (point: readonly number[]) => number;

const EACH = [[0], [1], [2]];

function valuesOf(evaluate: Evaluate, rows: number, groups: readonly (readonly number[])[], factors = 3) {
  const sequence = sobolSequence(2 * factors);
  const design = Array.from({ length: rows }, (_, k) => saltelliRow(sequence.point(k), groups));
  return {
    a: design.map(({ a }) => evaluate(a)),
    b: design.map(({ b }) => evaluate(b)),
    ab: groups.map((_, g) => design.map(({ ab }) => evaluate(ab[g]!))),
    ba: groups.map((_, g) => design.map(({ ba }) => evaluate(ba[g]!))),
  } satisfies SaltelliValues;
}

const options = () => ({ resamples: 400, confidence: 0.95, stream: new RandomStreams(1, 0).stream('bootstrap') });

describe("Ishigami's function", () => {
  test('comes to the published estimates of the unscrambled sequence, N = 1024, to 1e-9', () => {
    const { first, total } = sobolIndices(valuesOf(ishigami, 1024, EACH));
    const published = {
      first: [0.3329551054, 0.4413139385, 0.0185784379],
      total: [0.5581790457, 0.443284584, 0.2421493734],
    };
    for (let i = 0; i < 3; i++) {
      expect(Math.abs(first[i]!.value! - published.first[i]!)).toBeLessThan(1e-9);
      expect(Math.abs(total[i]!.value! - published.total[i]!)).toBeLessThan(1e-9);
    }
  });

  test('comes near its closed form, the nearer the more rows; no chance is in it', () => {
    const errorOf = (rows: number) => {
      const { first, total, second } = sobolIndices(valuesOf(ishigami, rows, EACH));
      const pair = second!.find(({ groups }) => groups.join() === '0,2');
      return Math.max(
        Math.abs(pair!.value! - ISHIGAMI.pair02),
        ...first.map(({ value }, i) => Math.abs(value! - ISHIGAMI.first[i]!)),
        ...total.map(({ value }, i) => Math.abs(value! - ISHIGAMI.total[i]!)),
      );
    };
    expect(errorOf(512)).toBeLessThan(0.1);
    expect(errorOf(16_384)).toBeLessThan(0.004);
  });

  test('has intervals that hold the closed form and narrow with the rows', () => {
    const [few, many] = [256, 4096].map((rows) => sobolIndices(valuesOf(ishigami, rows, EACH), options()));
    for (const [i, { low, high, value }] of many!.total.entries()) {
      expect(low!).toBeLessThan(ISHIGAMI.total[i]!);
      expect(high!).toBeGreaterThan(ISHIGAMI.total[i]!);
      expect(value! > low! && value! < high!).toBe(true);
      expect(high! - low!).toBeLessThan((few!.total[i]!.high! - few!.total[i]!.low!) / 2);
    }
  });
});

describe('groups', () => {
  test('of factors that interact explain what they explain together', () => {
    const { first, total } = sobolIndices(valuesOf(ishigami, 8192, [[0, 2], [1]]));
    for (const list of [first, total]) {
      expect(list[0]!.value!).toBeCloseTo(1 - ISHIGAMI.first[1]!, 2);
      expect(list[1]!.value!).toBeCloseTo(ISHIGAMI.first[1]!, 2);
    }
  });

  test('of no coordinate explain exactly nothing', () => {
    const { first, total, second } = sobolIndices(valuesOf(ishigami, 64, [[0], []]));
    expect([first[1]!.value, total[1]!.value]).toEqual([0, 0]);
    // The pair of a group with nothing has its own first order over again, less it: what the estimator itself errs by.
    expect(Math.abs(second![0]!.value!)).toBeLessThan(0.5);
  });
});

test('an additive function has its shares as first orders and totals alike, and no pairs', () => {
  // Variances 1, 4, 9 twelfths: shares 1/14, 4/14, 9/14.
  const { first, total, second } = sobolIndices(valuesOf(([x = 0, y = 0, z = 0]) => x + 2 * y + 3 * z, 4096, EACH));
  for (const [i, share] of [1 / 14, 4 / 14, 9 / 14].entries()) {
    expect(first[i]!.value!).toBeCloseTo(share, 2);
    expect(total[i]!.value!).toBeCloseTo(share, 2);
  }
  for (const { value } of second!) expect(Math.abs(value!)).toBeLessThan(0.01);
});

test('what does not vary has no shares, whatever its value', () => {
  for (const value of [0, 0.1, 1e15]) {
    const { variance, first, total } = sobolIndices(
      valuesOf(() => value, 7, EACH),
      options(),
    );
    expect(variance).toBe(0);
    for (const index of [...first, ...total]) expect(index).toEqual({ value: null, low: null, high: null });
  }
});

test('values that are no numbers or do not pair are refused', () => {
  const column = [1, 2];
  expect(() => sobolIndices({ a: column, b: [1, Number.NaN], ab: [], ba: null })).toThrow(/must be a finite number/);
  expect(() => sobolIndices({ a: column, b: column, ab: [[1]], ba: null })).toThrow('every list must have 2 values');
});
