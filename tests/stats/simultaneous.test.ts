import { fc, test as propertyTest } from '@fast-check/vitest';
import erfc from '@stdlib/math-base-special-erfc';
import { describe, expect, test } from 'vitest';
import {
  comparisonsWithBest,
  fieller,
  holm,
  MOST_SIDES,
  pairedFamily,
  studentTail,
  tQuantile,
} from '../../src/stats/index.ts';
import { semidefiniteFactor } from '../../src/stats/semidefinite-factor.ts';

/** Rows of ±1 that are orthogonal to each other and to the constant: sides with no correlation at all. */
function orthogonal(sides: number, n: number): number[][] {
  const odd = (bits: number): number => (bits === 0 ? 0 : (bits & 1) ^ odd(bits >>> 1));
  return Array.from({ length: sides }, (_, side) =>
    Array.from({ length: n }, (_, r) => (odd((side + 1) & r) === 1 ? -1 : 1)),
  );
}

/** Where a falling function crosses a value. */
function crossing(of: (x: number) => number, value: number): number {
  let [low, high] = [0, 20];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (of(middle) > value) low = middle;
    else high = middle;
  }
  return low;
}

const below = (z: number) => erfc(-z / Math.SQRT2) / 2;

/** Dunnett's quantile for infinitely many degrees of freedom and correlation 1/2, by the trapezoidal rule. */
function dunnettAtInfinity(others: number): number {
  const outside = (c: number) => {
    let inside = 0;
    for (let z = -8; z <= 8; z += 0.01) {
      const share = below(Math.SQRT2 * c + z) - below(-Math.SQRT2 * c + z);
      inside += (0.01 * Math.exp((-z * z) / 2) * share ** others) / Math.sqrt(2 * Math.PI);
    }
    return 1 - inside;
  };
  return crossing(outside, 0.05);
}

describe("Student's tail", () => {
  test.each([1, 2, 9, 200])('turns the quantile round at %i degrees of freedom', (df) => {
    for (const p of [1e-9, 0.001, 0.05, 0.5, 0.9]) {
      expect(Math.abs(studentTail(-tQuantile(p / 2, df), df) / p - 1)).toBeLessThan(1e-9);
    }
    expect([studentTail(0, df), studentTail(Infinity, df), studentTail(1e300, df)]).toEqual([1, 0, 0]);
  });

  test('refuses what is no number', () => {
    expect(() => studentTail(Number.NaN, 3)).toThrow(RangeError);
    expect(() => studentTail(1, 0)).toThrow(RangeError);
  });
});

describe("Holm's steps", () => {
  test('are those done by hand', () => {
    expect(holm([])).toEqual([]);
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(() => holm([1.1])).toThrow(RangeError);
  });

  propertyTest.prop([fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 })])(
    "lie between a p-value and Bonferroni's, and keep the order",
    (ps) => {
      const adjusted = holm(ps);
      for (const [i, p] of ps.entries()) {
        expect(adjusted[i]).toBeGreaterThanOrEqual(p);
        expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, p * ps.length));
        for (const [j, q] of ps.entries()) if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
      }
    },
  );
});

describe("Fieller's interval", () => {
  const value = fc.double({ min: 1, max: 100, noNaN: true });

  propertyTest.prop([fc.array(fc.tuple(value, value), { minLength: 3, maxLength: 12 })])(
    'has for ends the ratios at which the paired t is at its quantile',
    (pairs) => {
      const [x, y] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
      const { ratio, low, high } = fieller(x, y, 0.9);
      fc.pre(low !== null && high !== null && high - low > 1e-6);
      expect(ratio).toBeGreaterThanOrEqual(low! - 1e-9);
      expect(ratio).toBeLessThanOrEqual(high! + 1e-9);
      for (const end of [low!, high!]) {
        const rest = x.map((one, i) => one - end * y[i]!);
        const mean = rest.reduce((sum, one) => sum + one, 0) / rest.length;
        const variance = rest.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (rest.length - 1);
        const t = Math.abs(mean) / Math.sqrt(variance / rest.length);
        expect(Math.abs(t / tQuantile(0.95, rest.length - 1) - 1)).toBeLessThan(1e-6);
      }
    },
  );

  test('has no ends where the denominator may be 0', () => {
    expect(fieller([1, 2, 3], [-1, 0, 1.1], 0.95)).toMatchObject({ low: null, high: null });
    expect(fieller([1, 2], [1, -1], 0.95)).toEqual({ ratio: null, low: null, high: null });
    expect(fieller([3], [4], 0.95)).toEqual({ ratio: 0.75, low: null, high: null });
  });
});

describe('a factor of a covariance', () => {
  const entry = fc.double({ min: -10, max: 10, noNaN: true });
  const rows = fc.integer({ min: 1, max: 4 }).chain((rank) => {
    return fc.array(fc.array(entry, { minLength: rank, maxLength: rank }), { minLength: 1, maxLength: 6 });
  });

  propertyTest.prop([rows])('gives it back, of whatever rank', (from) => {
    const product = (list: readonly (readonly number[])[]) =>
      list.map((one) => list.map((other) => one.reduce((sum, value, k) => sum + value * other[k]!, 0)));
    const matrix = product(from);
    const factor = semidefiniteFactor(matrix);
    const largest = Math.max(...matrix.map((row, i) => row[i]!));
    const again = product(factor);
    for (const [i, row] of matrix.entries()) {
      for (const [j, value] of row.entries()) {
        expect(Math.abs(again[i]![j]! - value)).toBeLessThanOrEqual(1e-5 * largest);
      }
    }
    expect(factor[0]!.length).toBeLessThanOrEqual(Math.min(from.length, from[0]!.length));
  });
});

describe('critical values of a family', () => {
  test("of two sides are Student's", () => {
    const { base, pairs, oneSided } = pairedFamily(orthogonal(2, 8), 0.95)!;
    expect(base).toEqual({ simulated: tQuantile(0.975, 7), bonferroni: tQuantile(0.975, 7) });
    expect(pairs).toEqual(base);
    expect(oneSided.map(({ simulated }) => simulated)).toEqual([tQuantile(0.95, 7), tQuantile(0.95, 7)]);
  });

  test("are Student's too where all others move together, and where nothing moves", () => {
    const [base, one] = orthogonal(2, 16) as [number[], number[]];
    const together = [base, ...[1, 2, 5].map((scale) => base.map((x, i) => x + scale * one[i]!))];
    expect(pairedFamily(together, 0.95)!.base.simulated).toBeCloseTo(tQuantile(0.975, 15), 1);
    const same = pairedFamily([base, base, base], 0.95)!;
    expect(same.base.simulated).toBe(tQuantile(0.975, 15));
    expect(same.errors.flat().every((error) => error === 0)).toBe(true);
  });

  test.each([2, 3, 6])('of %i independent differences are those of independent t', (others) => {
    // The base never varies, so the differences have no correlation, and each its own variance.
    const values = [Array.from({ length: 8 }, () => 3), ...orthogonal(others, 8)];
    const exact = crossing((c) => 1 - (1 - studentTail(c, 7)) ** others, 0.05);
    expect(Math.abs(pairedFamily(values, 0.95)!.base.simulated / exact - 1)).toBeLessThan(0.01);
  });

  test.each([
    [2, 2.21],
    [3, 2.35],
    [5, 2.51],
  ])("against a base are Dunnett's at many replications: %i others", (others, table) => {
    const exact = dunnettAtInfinity(others);
    expect(Math.abs(exact - table)).toBeLessThan(0.006);
    const { base } = pairedFamily(orthogonal(others + 1, 1024), 0.95)!;
    expect(Math.abs(base.simulated / exact - 1)).toBeLessThan(0.008);
  });

  test.each([
    [3, 3.314],
    [5, 3.858],
  ])("of all pairs are Tukey's at many replications: %i sides", (sides, studentizedRange) => {
    const { pairs } = pairedFamily(orthogonal(sides, 1024), 0.95)!;
    expect(Math.abs(pairs.simulated / (studentizedRange / Math.SQRT2) - 1)).toBeLessThan(0.008);
  });

  test('take more sides than replications, and the same numbers each time', () => {
    const values = Array.from({ length: 9 }, (_, i) => [i, i * i, (i * 7) % 5, 1]);
    const family = pairedFamily(values, 0.9)!;
    pairedFamily(orthogonal(3, 8), 0.9);
    expect(pairedFamily(values, 0.9)).toEqual(family);
    expect(Number.isFinite(family.pairs.simulated)).toBe(true);
  });

  test('are none of too little, and refused of too much', () => {
    expect(pairedFamily([], 0.95)).toBeNull();
    expect(pairedFamily([[1, 2]], 0.95)).toBeNull();
    expect(pairedFamily([[1], [2]], 0.95)).toBeNull();
    expect(() => pairedFamily(orthogonal(MOST_SIDES + 1, 32), 0.95)).toThrow(RangeError);
    expect(() => pairedFamily([[1, 2], [1]], 0.95)).toThrow(RangeError);
    expect(() =>
      pairedFamily(
        [
          [1, 2],
          [1, Number.NaN],
        ],
        0.95,
      ),
    ).toThrow(RangeError);
  });
});

describe('comparisons with the best', () => {
  const two = { simulated: 2, bonferroni: 3 };
  /** Means 10, 11 and 15, every difference within ±2. */
  const family = {
    means: [10, 11, 15],
    errors: [
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ],
    oneSided: [two, two, two],
  };

  test('are those done by hand', () => {
    // 15 is too far from 10 to be the least; it is worse than the best by 15 - 11 - 2 ... 15 - 10 + 2.
    expect(comparisonsWithBest(family, 'low')).toEqual([
      { possible: true, low: -3, high: 1 },
      { possible: true, low: -1, high: 3 },
      { possible: false, low: 0, high: 7 },
    ]);
    expect(comparisonsWithBest(family, 'high').map(({ possible }) => possible)).toEqual([false, false, true]);
    expect(comparisonsWithBest(family, 'high')[2]).toEqual({ possible: true, low: -6, high: 0 });
    expect(comparisonsWithBest(family, 'low', 'bonferroni')[2]).toEqual({ possible: false, low: 0, high: 8 });
  });

  const sides = fc.array(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 4 }), {
    minLength: 2,
    maxLength: 4,
  });

  propertyTest.prop([sides], { numRuns: 30 })(
    'have the best seen among the possible, and turn with the sign',
    (values) => {
      const found = pairedFamily(values, 0.9)!;
      const least = found.means.indexOf(Math.min(...found.means));
      const against = comparisonsWithBest(found, 'low');
      expect(against[least]!.possible).toBe(true);
      for (const { possible, low, high } of against) {
        expect(low <= 0 && high >= 0).toBe(true);
        if (!possible) expect(low).toBe(0);
      }
      const turned = { ...found, means: found.means.map((mean) => -mean) };
      expect(comparisonsWithBest(turned, 'high').map(({ possible }) => possible)).toEqual(
        against.map(({ possible }) => possible),
      );
    },
  );
});
