import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  intervalOf,
  pairedDifference,
  pairedDifferenceOf,
  RunningPairs,
  RunningSample,
  tInterval,
} from '../../src/stats/index.ts';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });

/** Values that come one by one, far more than are held. */
const MANY = 10_000;
const drawn = (at: number) => 1000 + Math.sin(at) + at / MANY;
const other = (at: number) => 900 + Math.sin(at) / 2 + Math.cos(3 * at);
const x = Array.from({ length: MANY }, (_, at) => drawn(at));
const y = Array.from({ length: MANY }, (_, at) => other(at));

function ofValues(values: readonly number[]) {
  const sample = new RunningSample();
  for (const one of values) sample.add(one);
  return intervalOf(sample.moments, 0.95);
}

function ofPairs(base: readonly number[], less: readonly number[]) {
  const pairs = new RunningPairs();
  for (const [at, one] of base.entries()) pairs.add(one, less[at] ?? Number.NaN);
  return pairedDifferenceOf(pairs.moments, 0.95);
}

function closeTo(found: object, expected: object): void {
  for (const [key, figure] of Object.entries(expected)) {
    expect(Math.abs(found[key as keyof typeof found] / figure - 1), key).toBeLessThan(1e-12);
  }
}

describe('values that come one by one', () => {
  test('tell what a list of them tells, to the last bit', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 40 }), (pairs) => {
        const [base, less] = [pairs.map(([one]) => one), pairs.map(([, two]) => two)];
        expect(ofValues(base)).toStrictEqual(tInterval(base, 0.95));
        expect(ofPairs(base, less)).toStrictEqual(pairedDifference(base, less, 0.95));
      }),
      { seed: 1 },
    );
    const held = x.slice(0, 4096);
    expect(ofValues(held)).toStrictEqual(tInterval(held, 0.95));
    expect(ofPairs(held, y.slice(0, 4096))).toStrictEqual(pairedDifference(held, y.slice(0, 4096), 0.95));
  });

  test('tell the same but for rounding where there are more than are held', () => {
    closeTo(ofValues(x), tInterval(x, 0.95));
    closeTo(ofPairs(x, y), pairedDifference(x, y, 0.95));
  });

  test('that are all equal stay exactly what they are', () => {
    const equal = new Array(MANY).fill(0.1);
    expect(ofValues(equal)).toMatchObject({ n: MANY, mean: 0.1, sd: 0, low: 0.1, high: 0.1 });
    expect(ofPairs(x, x)).toMatchObject({ mean: 0, sd: 0, relative: 0, varianceReduction: 1 });
  });

  test('that are not finite are refused', () => {
    expect(() => new RunningSample().add(Number.NaN)).toThrow(RangeError);
    expect(() => new RunningPairs().add(0, Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});
