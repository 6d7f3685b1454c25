import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalQuantile, RandomStreams } from '../../src/random/index.ts';
import { tInterval } from '../../src/stats/index.ts';
import { relativeError, x, y } from './oracle-sample.ts';

const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });

test('the interval of the example’s differences is the known one', () => {
  // oracles.md, Statistics; 1e-12 relative.
  const { mean, sd, low, high } = tInterval(
    x.map((value, i) => value - y[i]!),
    0.95,
  );
  expect(relativeError(mean, 5.65)).toBeLessThan(1e-12);
  expect(relativeError(sd, 0.4403281604540966)).toBeLessThan(1e-12);
  expect(relativeError(low, 5.335008209525803)).toBeLessThan(1e-12);
  expect(relativeError(high, 5.964991790474198)).toBeLessThan(1e-12);
});

test('equal values have a standard deviation of exactly 0 and an interval of no width', () => {
  fc.assert(
    fc.property(finite, fc.integer({ min: 2, max: 200 }), (value, n) => {
      const equal = Array.from({ length: n }, () => value);
      expect(tInterval(equal, 0.95)).toEqual({ n, mean: value, sd: 0, low: value, high: value });
    }),
  );
});

test('what too few values leave undefined is null', () => {
  expect(tInterval([], 0.95)).toEqual({ n: 0, mean: null, sd: null, low: null, high: null });
  expect(tInterval([3], 0.95)).toEqual({ n: 1, mean: 3, sd: null, low: null, high: null });
});

test('the interval lies about the mean and widens with the confidence', () => {
  fc.assert(
    fc.property(fc.array(finite, { minLength: 2, maxLength: 30 }), (values) => {
      const [narrow, wide] = [tInterval(values, 0.8), tInterval(values, 0.99)];
      expect(narrow.low).toBeLessThanOrEqual(narrow.mean!);
      expect(narrow.high).toBeGreaterThanOrEqual(narrow.mean!);
      expect(wide.low).toBeLessThanOrEqual(narrow.low!);
      expect(wide.high).toBeGreaterThanOrEqual(narrow.high!);
    }),
  );
});

test('shifting whole numbers shifts the interval and leaves the deviation', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 }), fc.nat(1000), (values, shift) => {
      const [here, there] = [
        tInterval(values, 0.95),
        tInterval(
          values.map((value) => value + shift),
          0.95,
        ),
      ];
      expect(there.mean).toBeCloseTo(here.mean! + shift, 9);
      expect(there.sd).toBeCloseTo(here.sd!, 9);
      expect(there.low).toBeCloseTo(here.low! + shift, 8);
    }),
  );
});

test.each([0.8, 0.95])('a %f interval covers the mean of normal samples that often', (confidence) => {
  const [samples, size] = [40_000, 5];
  const stream = new RandomStreams('coverage', 0).stream('normal');
  let covered = 0;
  for (let i = 0; i < samples; i++) {
    const { low, high } = tInterval(
      Array.from({ length: size }, () => 7 + 3 * normalQuantile(stream.next())),
      confidence,
    );
    if (low! <= 7 && 7 <= high!) covered++;
  }
  // Hoeffding: a share off by more than this has a probability below 2 exp(−2 n d²) = 1e-7.
  const largest = Math.sqrt(Math.log(2 / 1e-7) / (2 * samples));
  expect(Math.abs(covered / samples - confidence)).toBeLessThan(largest);
});

describe('what is no number is refused, not skipped:', () => {
  test.each([
    ['values[1] must be a finite number, but is NaN.', [1, NaN, 2]],
    ['values[0] must be a finite number, but is Infinity.', [Infinity]],
    ['values[2] must be a finite number, but is null.', [1, 2, null as unknown as number]],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is refused
    ['values[1] must be a finite number, but is undefined.', [1, , 3] as number[]],
  ])('%s', (message, values) => {
    expect(() => tInterval(values, 0.95)).toThrow(new RangeError(message));
  });

  test.each([0, 1, -0.5, 95, NaN])('a confidence of %f', (confidence) => {
    const message = `confidence must be above 0 and below 1, but is ${confidence}.`;
    expect(() => tInterval([1, 2], confidence)).toThrow(new RangeError(message));
  });
});
