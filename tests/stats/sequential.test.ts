import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookAhead, type Precision, precisionOf, SequentialRule, tInterval } from '../../src/stats/index.ts';

const halfPercent: Precision = { kind: 'relative', size: 0.005 };

describe('the precision of a mean', () => {
  test('is half the width of its t interval, held against what is asked', () => {
    // t(3) at .975 = 3.182446305284263 (oracles of t by table), sd of 4 6 4 6 = 2/√3.
    const { mean, halfWidth, allowed, reached } = precisionOf([4, 6, 4, 6], { kind: 'relative', size: 0.4 }, 0.95);
    expect([mean, allowed, reached]).toEqual([5, 2, true]);
    expect(halfWidth).toBeCloseTo((3.182446305284263 * 2) / Math.sqrt(3) / 2, 12);
  });

  test('takes so many values, as the half-width goes with the root of them', () => {
    const { halfWidth } = precisionOf([4, 6, 4, 6], halfPercent, 0.95);
    const asked: Precision = { kind: 'absolute', size: (halfWidth as number) / 3 };
    expect(precisionOf([4, 6, 4, 6], asked, 0.95).needed).toBe(4 * 9);
    expect(precisionOf([5, 5, 5], halfPercent, 0.95)).toMatchObject({ halfWidth: 0, reached: true, needed: 2 });
  });

  test('of a mean of 0 is never relative, and of one value or none unknown', () => {
    expect(precisionOf([-1, 1], halfPercent, 0.95)).toMatchObject({ allowed: 0, reached: false, needed: null });
    expect(precisionOf([0, 0], halfPercent, 0.95)).toMatchObject({ reached: true });
    expect(precisionOf([3], halfPercent, 0.95)).toMatchObject({
      mean: 3,
      halfWidth: null,
      reached: false,
      needed: null,
    });
    expect(precisionOf([], halfPercent, 0.95)).toMatchObject({ n: 0, mean: null, reached: false, needed: null });
  });
});

test('looks five replications ahead, beyond a hundred a twentieth of them', () => {
  expect([1, 30, 100, 101, 1000].map(lookAhead)).toEqual([5, 5, 5, 6, 50]);
});

describe('the sequential rule', () => {
  const value = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constant(null));
  const rows = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 60 });
  const size = fc.integer({ min: 1, max: 8 });

  test('stops where its definition says, and nowhere else', () => {
    fc.assert(
      fc.property(rows, size, size, fc.integer({ min: 2, max: 12 }), (values, first, second, minimum) => {
        const asks: Precision[] = [
          { kind: 'absolute', size: first },
          { kind: 'relative', size: second / 8 },
        ];
        const rule = new SequentialRule(asks, 0.9, minimum);
        const stop = values.findIndex((row) => rule.add(row));
        expect(stop).toBe(stopByDefinition(values, asks, minimum) - 1);
      }),
    );
  });

  /** The first n from the minimum on at which all hold, and hold up to n + look-ahead; 0 if there is none. */
  function stopByDefinition(
    values: readonly (readonly (number | null)[])[],
    asks: readonly Precision[],
    minimum: number,
  ) {
    const holdsAt = (n: number) =>
      asks.every(({ kind, size: most }, at) => {
        const defined = values.slice(0, n).flatMap((row) => row[at] ?? []);
        const { mean, low, high } = tInterval(defined, 0.9);
        if (mean === null || low === null || high === null) return false;
        // Sums in another order differ in their last digits.
        return (high - low) / 2 <= (kind === 'absolute' ? most : most * Math.abs(mean)) * (1 + 1e-12);
      });
    for (let n = minimum; n + lookAhead(n) <= values.length; n++) {
      if (Array.from({ length: lookAhead(n) + 1 }, (_, k) => n + k).every(holdsAt)) return n + lookAhead(n);
    }
    return 0;
  }

  test('never stops before the minimum and its look-ahead, not even where nothing varies', () => {
    const rule = new SequentialRule([halfPercent], 0.95, 10);
    const stops = Array.from({ length: 15 }, () => rule.add([7]));
    expect(stops.indexOf(true)).toBe(14);
    expect(rule.expected).toBe(15);
  });

  test('expects as many as the widest needs', () => {
    const rule = new SequentialRule([{ kind: 'absolute', size: 1 }, halfPercent], 0.95, 2);
    for (const y of [4, 6, 4, 6]) rule.add([7, y]);
    const needed = precisionOf([4, 6, 4, 6], halfPercent, 0.95).needed as number;
    expect(rule.expected).toBe(needed + lookAhead(needed));
    const never = new SequentialRule([halfPercent], 0.95, 2);
    for (const y of [-1, 1]) never.add([y]);
    expect(never.expected).toBeNull();
  });

  test('refuses a minimum that gives no deviation', () => {
    expect(() => new SequentialRule([halfPercent], 0.95, 1)).toThrow('minimum must be a whole number from 2');
  });
});
