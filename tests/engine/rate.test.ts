import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SimulationError } from '../../src/engine/errors.ts';
import { Rate } from '../../src/engine/rate.ts';

const someEvents = fc.array(fc.record({ gap: fc.nat(50), amount: fc.nat(9) }));

test('a rate has the total, the rate per hour and the mean gap that direct computation gives', () => {
  fc.assert(
    fc.property(fc.nat(100), someEvents, fc.integer({ min: 1, max: 20 }), (start, events, rest) => {
      const rate = new Rate(start);
      let now = start;
      for (const { gap, amount } of events) {
        now += gap;
        rate.count(now, amount);
      }
      now += rest;
      const total = events.reduce((sum, { amount }) => sum + amount, 0);
      const gaps = events.slice(1).map(({ gap }) => gap);
      expect([rate.events, rate.total]).toEqual([events.length, total]);
      expect(rate.perHour(now)).toBe(total / (now - start));
      expect(rate.meanGapHours).toBe(
        gaps.length === 0 ? Number.NaN : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
      );
    }),
  );
});

test('a rate over no time is NaN, also when something happened at once', () => {
  const rate = new Rate(4);
  expect(rate.perHour(4)).toBeNaN();
  rate.count(4);
  expect(rate.perHour(4)).toBeNaN();
});

test('a rate that is reset counts from then on', () => {
  const rate = new Rate();
  rate.count(3);
  rate.count(5, 8);
  rate.reset(10);
  expect([rate.events, rate.total, rate.perHour(12), rate.meanGapHours]).toEqual([0, 0, 0, Number.NaN]);
  rate.count(12);
  rate.count(15);
  expect([rate.perHour(20), rate.meanGapHours]).toEqual([0.2, 3]);
});

describe('a rate refuses', () => {
  const rate = new Rate();
  rate.count(5, 2);

  test('time that runs back, and names both hours', () => {
    const refusal = new SimulationError('time runs back for a count: hour 3 comes after hour 5');
    for (const useAtThree of [() => rate.count(3), () => rate.perHour(3), () => rate.reset(3)]) {
      expect(useAtThree).toThrow(refusal);
    }
  });

  test('hours that are NaN or infinite', () => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const refusal = new SimulationError(`the hour of a count must be finite, not ${wrong}`);
      expect(() => new Rate(wrong)).toThrow(refusal);
      expect(() => rate.count(wrong)).toThrow(refusal);
      expect(() => rate.perHour(wrong)).toThrow(refusal);
    }
  });

  test('amounts that are NaN, infinite or below 0', () => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, -1]) {
      expect(() => rate.count(6, wrong)).toThrow(
        new SimulationError(`hour 6: an amount must be finite and at least 0, not ${wrong}`),
      );
    }
  });

  test('without having counted', () => {
    expect([rate.events, rate.total]).toEqual([1, 2]);
  });
});
