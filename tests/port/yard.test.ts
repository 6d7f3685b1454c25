import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HoursAccount } from '../../src/port/hours.ts';
import { Stack } from '../../src/port/yard.ts';
import { constant } from '../../src/random/index.ts';
import { callOf, calls, calm, season } from './one-season.ts';

const fractions = fc.integer({ min: 0, max: 5000 }).map((n) => n / 100_000);
const part = (kg: number, at = 0) => ({ kg, leftAt: at, gateAt: at, hours: HoursAccount.none });

describe('the loss of a yard cycle', () => {
  test('is booked in whole kilograms, the remainder carried on: load by load it comes to the share of all', () => {
    const loads = fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fractions, loads, (fraction, given) => {
        const stack = new Stack(fraction);
        const lost = given.map((kg) => stack.bring(kg));
        const brought = given.reduce((sum, kg) => sum + kg, 0);
        expect(lost.every((kg, i) => Number.isInteger(kg) && kg >= 0 && kg <= (given[i] as number))).toBe(true);
        expect(lost.reduce((sum, kg) => sum + kg, 0)).toBe(Math.floor(brought * fraction));
      }),
    );
  });

  test('is made up for by the least that leaves the cargo whole', () => {
    fc.assert(
      fc.property(fractions, fc.integer({ min: 1, max: 80_000_000 }), (fraction, kg) => {
        const gross = new Stack(fraction).grossFor(kg);
        const net = (brought: number) => brought - Math.floor(brought * fraction);
        expect(net(gross)).toBe(kg);
        expect(net(gross - 1)).toBeLessThan(kg);
      }),
    );
  });

  test('of 0.2 % on 1,000 t is 2,004 kg, all of it brought in addition', () => {
    const call = callOf(season(calm({ season: calls([1_000_000, 200]), yard: { lossFraction: 0.002 } }), 'staged'));
    expect(call.lostKg).toBe(2004);
    expect(call.storedKgByDays.reduce((sum, kg) => sum + kg, 0)).toBe(1_000_000);
    expect(call.trucks.loads).toBe(Math.ceil(1_002_004 / 32_000));
  });
});

describe('a stack', () => {
  test('is taken oldest first, and each day begun counts whole', () => {
    const stack = new Stack(0);
    stack.add(part(10), 0);
    stack.add(part(20), 30);
    stack.add(part(30), 47);
    const byDays: number[] = [];
    expect(stack.take(15, 48, byDays).map(({ kg }) => kg)).toEqual([10, 5]);
    expect([...byDays]).toEqual([undefined, 5, 10]); // 18 h, and 48 h to the minute
    expect(stack.take(45, 78.5, byDays).map(({ kg }) => kg)).toEqual([15, 30]);
    expect(byDays).toEqual([undefined, 5, 10 + 30, 15]); // 48.5 h begin the third day, 31.5 h the second
  });

  test('never gives more than it has', () => {
    const stack = new Stack(0);
    stack.add(part(10), 0);
    expect(() => stack.take(11, 1, [])).toThrow('lacks 1 of the 11 kg');
  });

  test('gives back what it was given, whatever the loads', () => {
    const loads = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 700 }), (given, load) => {
        const stack = new Stack(0);
        for (const [i, kg] of given.entries()) stack.add(part(kg, i), i);
        const total = given.reduce((sum, kg) => sum + kg, 0);
        const byDays: number[] = [];
        const taken: { kg: number; leftAt: number }[] = [];
        for (let left = total; left > 0; left -= load) taken.push(...stack.take(Math.min(load, left), 1000, byDays));
        const of = (i: number) => taken.filter(({ leftAt }) => leftAt === i).reduce((sum, { kg }) => sum + kg, 0);
        expect(given.map((_, i) => of(i))).toEqual(given);
        expect(byDays.reduce((sum, kg) => sum + (kg ?? 0), 0)).toBe(total);
      }),
    );
  });
});

describe('the yard', () => {
  const TWO = calls([8e6, 200], [6e6, 210]);

  test('holds two cargoes at once where there is room', () => {
    expect(season(calm({ season: TWO, yard: { capacityKg: 20e6 } }), 'staged').yardPeakKg).toBe(14e6);
  });

  test('takes a call whole or not yet: the next one waits until the first has made room', () => {
    const facts = season(calm({ season: TWO, yard: { capacityKg: 10e6 } }), 'staged');
    const [first, second] = [callOf(facts, 0), callOf(facts, 1)];
    // Room for 6,000 t is there once 4,000 t of the first are on shuttles.
    expect(second.lots[0]?.arrived).toBeGreaterThan(first.ready);
    expect(second.lots[0]?.arrived).toBeLessThan(first.loadingCompleted);
    expect(facts.yardPeakKg).toBeLessThanOrEqual(10e6);
  });

  test('stacks on so many slots at once; the others wait', () => {
    const waits = (stackingSlots: number) => {
      const yard = { stackingSlots, stackingHours: constant(0.3) };
      return callOf(season(calm({ season: calls([1_000_000, 200]), yard }), 'staged')).trucks.waitHours;
    };
    expect(waits(1)).toBeGreaterThan(waits(2));
    expect(waits(2)).toBeGreaterThan(waits(20));
  });
});
