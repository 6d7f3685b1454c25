import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { RandomStreams } from '../../src/random/index.ts';
import { bootstrap, latinHypercube, tInterval } from '../../src/stats/index.ts';
import { shuffled } from '../../src/stats/shuffled.ts';

const streamsOf = (names: readonly string[], seed = 1) => names.map((name) => new RandomStreams(seed, 0).stream(name));

describe('a Latin hypercube', () => {
  propertyTest.prop([fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 6 }), fc.nat(1000)])(
    'has exactly one point in each slice of each dimension',
    (count, dimensions, seed) => {
      const points = latinHypercube(count, streamsOf('abcdef'.slice(0, dimensions).split(''), seed));
      for (let d = 0; d < dimensions; d++) {
        const slices = points.map((point) => Math.floor(point[d]! * count)).sort((a, b) => a - b);
        expect(slices).toEqual(Array.from({ length: count }, (_, i) => i));
      }
    },
  );

  test('keeps its columns when a dimension is added', () => {
    const two = latinHypercube(9, streamsOf(['a', 'b']));
    expect(latinHypercube(9, streamsOf(['a', 'c', 'b'])).map(([x, , y]) => [x, y])).toEqual(two);
  });

  test('of no points is refused', () => {
    for (const count of [0, -1, 1.5, Number.NaN])
      expect(() => latinHypercube(count, [])).toThrow(/count must be a whole/);
  });
});

test('a shuffle brings every order about alike', () => {
  const stream = new RandomStreams(1, 0).stream('shuffle');
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = shuffled(3, stream).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  // Binomial(6000, 1/6): sd 28.9; 170 is 5.9 sd, an alarm below 1e-7 for the six together.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(170);
});

describe('a bootstrap', () => {
  const options = (resamples: number) => {
    return { resamples, confidence: 0.95, stream: new RandomStreams(1, 0).stream('bootstrap') };
  };

  test("of a mean comes near Student's interval", () => {
    const values = Array.from({ length: 200 }, (_, i) => ((7919 * i) % 101) / 100);
    const mean = (times: Uint32Array) => [values.reduce((sum, value, i) => sum + times[i]! * value, 0) / values.length];
    const [found] = bootstrap(values.length, mean, options(4000));
    const { low, high } = tInterval(values, 0.95);
    // Ends of a 95 % interval over 4,000 resamples err by about 3 % of its width (sd); 20 % is 6 sd.
    expect(Math.abs(found!.low! - low!)).toBeLessThan(0.2 * (high! - low!));
    expect(Math.abs(found!.high! - high!)).toBeLessThan(0.2 * (high! - low!));
  });

  test('draws as many rows as there are, and says null where nothing is defined', () => {
    const totals = new Set<number>();
    const found = bootstrap(
      5,
      (times) => {
        totals.add(times.reduce((sum, one) => sum + one, 0));
        return [null, 3];
      },
      options(20),
    );
    expect([...totals]).toEqual([5]);
    expect(found).toEqual([
      { low: null, high: null },
      { low: 3, high: 3 },
    ]);
  });

  test('of no rows, no resamples or no confidence is refused', () => {
    expect(() => bootstrap(0, () => [], options(10))).toThrow('rows must be a whole number from 1, but is 0.');
    expect(() => bootstrap(3, () => [], options(0))).toThrow('resamples must be a whole number from 1, but is 0.');
    expect(() => bootstrap(3, () => [], { ...options(3), confidence: 1 })).toThrow(/confidence must be above 0/);
  });
});
