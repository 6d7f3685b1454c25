import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SimulationError } from '../../src/engine/errors.ts';
import { TimeWeighted } from '../../src/engine/time-weighted.ts';

/** Below this, squares lose places to underflow. */
const TINY = 1e-300;

const someChanges = fc.array(fc.record({ hours: fc.nat(50), value: fc.integer({ min: -99, max: 99 }) }));

test('a time-weighted level has the area, the mean and the bounds that direct computation gives', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -99, max: 99 }),
      fc.nat(100),
      someChanges,
      fc.nat(20),
      (first, start, changes, rest) => {
        const level = new TimeWeighted(first, start);
        let now = start;
        let area = 0;
        let value = first;
        for (const change of changes) {
          area += value * change.hours;
          now += change.hours;
          value = change.value;
          level.set(value, now);
        }
        area += value * rest;
        now += rest;
        const values = [first, ...changes.map((change) => change.value)];
        expect(level.value).toBe(value);
        expect(level.area(now)).toBe(area);
        expect(level.mean(now)).toBe(area / (now - start));
        expect([level.least, level.most]).toEqual([Math.min(...values), Math.max(...values)]);
      },
    ),
  );
});

test('a level over no time has no mean and no variance', () => {
  const level = new TimeWeighted(3, 7);
  level.set(5, 7);
  expect([level.mean(7), level.variance(7), level.standardDeviation(7)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

describe('the variance of a level', () => {
  /** Levels with the hours each held, as two passes over them would have it. */
  function twoPasses(held: readonly { readonly value: number; readonly hours: number }[]): number {
    const hours = held.reduce((sum, one) => sum + one.hours, 0);
    const mean = held.reduce((sum, one) => sum + one.value * one.hours, 0) / hours;
    return held.reduce((sum, one) => sum + (one.value - mean) ** 2 * one.hours, 0) / hours;
  }

  function levelOf(held: readonly { readonly value: number; readonly hours: number }[]) {
    const level = new TimeWeighted(held[0]?.value);
    let now = 0;
    for (const { value, hours } of held) {
      level.set(value, now);
      now += hours;
    }
    return { level, now };
  }

  test('is the one that two passes over the record give, within rounding', () => {
    const someHeld = fc.array(
      fc.record({
        value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        hours: fc.double({ min: 0.01, max: 100, noNaN: true }),
      }),
      { minLength: 1, maxLength: 100 },
    );
    fc.assert(
      fc.property(someHeld, (held) => {
        const { level, now } = levelOf(held);
        const scale = Math.max(...held.map(({ value }) => Math.abs(value)));
        expect(Math.abs(level.variance(now) - twoPasses(held))).toBeLessThanOrEqual(1e-12 * scale ** 2 + TINY);
        expect(level.standardDeviation(now)).toBe(Math.sqrt(level.variance(now)));
      }),
    );
  });

  test('keeps small changes about a high mean, also of one that begins elsewhere for no time', () => {
    const level = new TimeWeighted(0, 0);
    for (let hour = 0; hour < 1000; hour++) level.set(1e9 + (hour % 2), hour);
    expect(level.variance(1000)).toBeCloseTo(0.25, 6);
  });

  test('is 0 of a level that never moves', () => {
    const level = new TimeWeighted(0.1, 0.3);
    expect(level.variance(7.7)).toBe(0);
    level.set(0.1, 5.1);
    expect(level.variance(7.7)).toBe(0);
    expect(level.variance(8.9)).toBe(0);
  });
});

describe('a reset of a level', () => {
  test('is the same as a level that starts then', () => {
    fc.assert(
      fc.property(someChanges, someChanges, fc.nat(20), (before, after, rest) => {
        let now = 0;
        const warmed = new TimeWeighted(1, 0);
        for (const { hours, value } of before) {
          now += hours;
          warmed.set(value, now);
        }
        now += rest;
        warmed.reset(now);
        const fresh = new TimeWeighted(warmed.value, now);
        for (const { hours, value } of after) {
          now += hours;
          warmed.set(value, now);
          fresh.set(value, now);
        }
        const end = now + 1;
        for (const level of [warmed, fresh]) expect(level.value).toBe(fresh.value);
        expect([warmed.least, warmed.most]).toEqual([fresh.least, fresh.most]);
        expect([warmed.area(end), warmed.mean(end)]).toEqual([fresh.area(end), fresh.mean(end)]);
        expect(warmed.variance(end)).toBe(fresh.variance(end));
      }),
    );
  });
});

describe('a level refuses', () => {
  const level = new TimeWeighted(2, 5);

  test('time that runs back, and names both hours', () => {
    const refusal = new SimulationError('time runs back for a level: hour 3 comes after hour 5, when it was last set');
    for (const useAtThree of [
      () => level.set(1, 3),
      () => level.area(3),
      () => level.mean(3),
      () => level.variance(3),
      () => level.standardDeviation(3),
      () => level.reset(3),
    ]) {
      expect(useAtThree).toThrow(refusal);
    }
  });

  test('hours and levels that are NaN or infinite', () => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => level.set(wrong, 6)).toThrow(new SimulationError(`hour 6: a level must be finite, not ${wrong}`));
      expect(() => level.set(1, wrong)).toThrow(
        new SimulationError(`the hour of a level must be finite, not ${wrong}`),
      );
      expect(() => level.area(wrong)).toThrow(SimulationError);
      expect(() => new TimeWeighted(wrong)).toThrow(SimulationError);
      expect(() => new TimeWeighted(0, wrong)).toThrow(SimulationError);
    }
  });

  test('without having changed', () => {
    expect([level.value, level.least, level.most, level.area(6)]).toEqual([2, 2, 2, 2]);
  });
});

test('a sink of a level takes the first level and each change, also through a reset', () => {
  const record: [number, number][] = [];
  const level = new TimeWeighted(1, 2, (time, value) => record.push([time, value]));
  level.set(4, 3);
  level.set(4, 4);
  level.reset(5);
  level.set(0, 5);
  expect(record).toEqual([
    [2, 1],
    [3, 4],
    [5, 0],
  ]);
});

test('whoever watches a level is told of each change, beside the record and each other, but not of a restart', () => {
  const seen: string[] = [];
  const level = new TimeWeighted(1, 0, (hour, value) => seen.push(`record ${hour} ${value}`));
  level.watch((hour, value) => seen.push(`first ${hour} ${value}`));
  level.watch((hour, value) => seen.push(`second ${hour} ${value}`));
  level.set(1, 1);
  level.set(2, 3);
  level.restart(0, 0);
  expect(seen).toEqual(['record 0 1', 'record 3 2', 'first 3 2', 'second 3 2', 'record 0 0']);
});
