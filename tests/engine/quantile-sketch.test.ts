import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SimulationError } from '../../src/engine/errors.ts';
import { QuantileSketch } from '../../src/engine/quantile-sketch.ts';

// No claim here is statistical: each holds for every input, so that there is no false alarm to state.

const SHARES = [0, 0.001, 0.25, 0.5, 0.75, 0.9, 0.999, 1];

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Any magnitude that 64 octaves below 1e9 hold, of both signs, and 0. */
const measure = fc
  .tuple(fc.double({ min: -9.99, max: 9.99, noNaN: true }), fc.integer({ min: -9, max: 8 }))
  .map(([digits, power]) => (Math.abs(digits) < 1 ? 0 : digits * 10 ** power));

/** Any double at all, the subnormal ones too. */
const double = fc.double({ noNaN: true, noDefaultInfinity: true });

function sketchOf(values: readonly number[], relativeAccuracy?: number): QuantileSketch {
  const sketch = new QuantileSketch(relativeAccuracy);
  for (const value of values) sketch.add(value);
  return sketch;
}

/** The ⌈p n⌉th value from the least up, the first at p = 0. */
function rankedAt(p: number, values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.max(1, Math.ceil(p * values.length)) - 1]!;
}

/** All that a sketch tells. */
function told(sketch: QuantileSketch): number[] {
  return [sketch.count, sketch.size, ...SHARES.map((p) => sketch.quantile(p))];
}

describe('a quantile of a sketch', () => {
  test('lies within 1 % of the value of its rank', () => {
    fc.assert(
      fc.property(fc.array(measure, { minLength: 1, maxLength: 300 }), share, (values, p) => {
        const exact = rankedAt(p, values);
        expect(Math.abs(sketchOf(values).quantile(p) - exact)).toBeLessThanOrEqual(0.01 * Math.abs(exact));
      }),
      { numRuns: 500 },
    );
  });

  test('lies within the bound the doc block proves for each accuracy, 1/(2^(m+1) + 1) ≤ α, also at bucket bounds', () => {
    const accuracies = [0.3, 0.05, 0.01, 0.003, 0.0001];
    const bounds = [1 / 5, 1 / 33, 1 / 129, 1 / 513, 1 / 16385];
    const edge = fc
      .tuple(fc.integer({ min: 0, max: 2 ** 14 }), fc.integer({ min: -20, max: 20 }), fc.integer({ min: -2, max: 2 }))
      .map(([step, power, ulps]) => (1 + step / 2 ** 14) * (1 + ulps * 2 ** -52) * 2 ** power);
    fc.assert(
      fc.property(edge, fc.nat(4), (value, which) => {
        const error = Math.abs(sketchOf([value], accuracies[which]).quantile(1) / value - 1);
        expect(bounds[which]).toBeLessThanOrEqual(accuracies[which]!);
        expect(error).toBeLessThanOrEqual(bounds[which]! + 2 ** -51);
      }),
      { numRuns: 2000 },
    );
  });

  test('of any doubles misses by 1 %, or by less than the largest tells: of its magnitude 2⁻⁶², or 2.23e-308', () => {
    fc.assert(
      fc.property(fc.array(double, { minLength: 1, maxLength: 100 }), share, (values, p) => {
        const exact = rankedAt(p, values);
        const sameSign = values.filter((value) => Math.sign(value) === Math.sign(exact));
        const largest = Math.max(...sameSign.map(Math.abs));
        const bound = Math.max(0.01 * Math.abs(exact), largest * 2 ** -62, 2 ** -1022);
        expect(Math.abs(sketchOf(values).quantile(p) - exact)).toBeLessThanOrEqual(bound);
      }),
      { numRuns: 500 },
    );
  });

  test('of the largest and the smallest normal doubles is finite and within 1 %', () => {
    for (const value of [Number.MAX_VALUE, 2 ** -1022, -Number.MAX_VALUE, -(2 ** -1022)]) {
      expect(Math.abs(sketchOf([value]).quantile(0.5) / value - 1)).toBeLessThanOrEqual(0.01);
    }
    expect(sketchOf([Number.MIN_VALUE]).quantile(0.5)).toBe(0);
  });

  test('never decreases with p', () => {
    fc.assert(
      fc.property(fc.array(double, { minLength: 1 }), share, share, (values, p, q) => {
        const sketch = sketchOf(values);
        expect(sketch.quantile(Math.min(p, q))).toBeLessThanOrEqual(sketch.quantile(Math.max(p, q)));
      }),
    );
  });

  test('of nothing is NaN', () => {
    expect(new QuantileSketch().quantile(0.5)).toBeNaN();
  });
});

describe('a weight', () => {
  test('counts as that many values', () => {
    const weighed = fc.array(fc.tuple(measure, fc.nat(5)));
    fc.assert(
      fc.property(weighed, (pairs) => {
        const sketch = new QuantileSketch();
        for (const [value, weight] of pairs) sketch.add(value, weight);
        const values = pairs.flatMap(([value, weight]) => Array.from({ length: weight }, () => value));
        expect(told(sketch)).toEqual(told(sketchOf(values)));
      }),
    );
  });

  test('may be a fraction, such as hours: then every share finds a value that was added', () => {
    const weighed = fc.array(fc.tuple(measure, fc.double({ min: 1e-3, max: 10, noNaN: true })), { minLength: 1 });
    fc.assert(
      fc.property(weighed, share, (pairs, p) => {
        const sketch = new QuantileSketch();
        for (const [value, weight] of pairs) sketch.add(value, weight);
        for (const quantile of [sketch.quantile(p), sketch.quantile(1)]) {
          expect(pairs.some(([value]) => Math.abs(quantile - value) <= 0.01 * Math.abs(value))).toBe(true);
        }
      }),
    );
  });

  test('decides the share: a level that held for three hours of four is the median', () => {
    const sketch = new QuantileSketch();
    sketch.add(10, 0.5);
    sketch.add(5, 3);
    sketch.add(1, 0.5);
    expect(sketch.quantile(0.5)).toBeCloseTo(5, 1);
    expect(sketch.quantile(0.9)).toBeCloseTo(10, 0);
  });
});

describe('a sketch', () => {
  test('does not depend on the order of adding', () => {
    const shuffled = fc
      .array(double, { maxLength: 60 })
      .chain((values) =>
        fc.tuple(
          fc.constant(values),
          fc.shuffledSubarray(values, { minLength: values.length, maxLength: values.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([values, others]) => {
        expect(told(sketchOf(others))).toEqual(told(sketchOf(values)));
      }),
    );
  });

  test('merged with another is the sketch of all values, even when both are 600 powers of ten apart', () => {
    const some = fc.array(double, { maxLength: 60 });
    fc.assert(
      fc.property(some, some, (values, others) => {
        const merged = sketchOf(values);
        merged.merge(sketchOf(others));
        expect(told(merged)).toEqual(told(sketchOf([...values, ...others])));
      }),
    );
  });

  test('merged with itself counts all twice', () => {
    const sketch = sketchOf([-3, 0, 0, 8]);
    sketch.merge(sketch);
    expect(told(sketch)).toEqual(told(sketchOf([-3, -3, 0, 0, 0, 0, 8, 8])));
  });

  test('keeps 128 octaves of buckets after a million values from 1e-300 to 1e300 and as many below 0', () => {
    const sketch = new QuantileSketch();
    for (let i = 0; i < 1_000_000; i++) {
      const power = ((i * 7919) % 600_001) / 1000 - 300;
      sketch.add(10 ** power);
      sketch.add(-(10 ** power));
    }
    expect(sketch.count).toBe(2_000_000);
    expect(sketch.size).toBe(128 * 64);
    expect(sketch.quantile(1)).toBeGreaterThan(0.99e300);
    expect(sketch.quantile(0)).toBeLessThan(-0.99e300);
  });

  test('that is reset is as a new one', () => {
    const sketch = sketchOf([1e300, -4, 0]);
    sketch.reset();
    expect(told(sketch)).toEqual(told(new QuantileSketch()));
    sketch.add(1e-5);
    expect(told(sketch)).toEqual(told(sketchOf([1e-5])));
  });
});

describe('a sketch refuses', () => {
  const sketch = sketchOf([1, 2]);

  test('values that are NaN or infinite', () => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => sketch.add(wrong)).toThrow(
        new SimulationError(`a value must be finite to have a quantile, not ${wrong}`),
      );
    }
  });

  test('weights that are NaN, infinite or below 0', () => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, -1]) {
      expect(() => sketch.add(1, wrong)).toThrow(
        new SimulationError(`a weight must be finite and at least 0, not ${wrong}`),
      );
    }
  });

  test('shares beyond 0 and 1, accuracies beyond 0.0001 and 0.3, and other accuracies than its own', () => {
    expect(() => sketch.quantile(-0.01)).toThrow('the p of a quantile must lie from 0 to 1, not at -0.01');
    expect(() => new QuantileSketch(0)).toThrow('a relative accuracy must lie from 0.0001 to 0.3, not at 0');
    expect(() => sketch.merge(new QuantileSketch(0.1))).toThrow(
      'a sketch of relative accuracy 0.1 cannot be merged into one of 0.01',
    );
  });

  test('without having changed', () => {
    expect(told(sketch)).toEqual(told(sketchOf([1, 2])));
  });
});
