import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Simulation } from '../../src/engine/index.ts';
import { HoursAccount } from '../../src/port/hours.ts';
import type { PortInputs, SeasonFacts } from '../../src/port/index.ts';
import { Lot } from '../../src/port/lot.ts';
import { Stack, StackOrder } from '../../src/port/stack.ts';
import { constant } from '../../src/random/index.ts';
import { callOf, calls, calm, season } from './one-season.ts';

const fractions = fc.integer({ min: 0, max: 5000 }).map((n) => n / 100_000);
const part = (kg: number, at = 0) => ({ kg, leftAt: at, gateAt: at, hours: HoursAccount.none });
/** Of no lot. */
const plain = (kg: number) => [{ lot: null, kg }];
const any = () => true;

describe('the loss of a yard cycle', () => {
  test('is booked in whole kilograms, the remainder carried on: load by load it comes to the share of all', () => {
    const loads = fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fractions, loads, (fraction, given) => {
        const order = new StackOrder(1, fraction, []);
        const lost = given.map((kg) => order.bring(kg).lostKg);
        const brought = given.reduce((sum, kg) => sum + kg, 0);
        expect(lost.every((kg, i) => Number.isInteger(kg) && kg >= 0 && kg <= (given[i] as number))).toBe(true);
        expect(lost.reduce((sum, kg) => sum + kg, 0)).toBe(Math.floor(brought * fraction));
      }),
    );
  });

  test('is made up for by the least that leaves the cargo whole', () => {
    fc.assert(
      fc.property(fractions, fc.integer({ min: 1, max: 80_000_000 }), (fraction, kg) => {
        const gross = new StackOrder(kg, fraction, []).grossKg;
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
    const stack = new Stack();
    stack.add(part(10), plain(10), 0);
    stack.add(part(20), plain(20), 30);
    stack.add(part(30), plain(30), 47);
    const byDays: number[] = [];
    const leave = (kg: number, now: number) => {
      return stack.take(kg, now, byDays, any).map((one) => one.kg);
    };
    expect(leave(15, 48)).toEqual([10, 5]);
    expect([...byDays]).toEqual([undefined, 5, 10]); // 18 h, and 48 h to the minute
    expect(leave(45, 78.5)).toEqual([15, 30]);
    expect(byDays).toEqual([undefined, 5, 10 + 30, 15]); // 48.5 h begin the third day, 31.5 h the second
  });

  test('never gives more than it has', () => {
    const stack = new Stack();
    stack.add(part(10), plain(10), 0);
    expect(() => stack.take(11, 1, [], any)).toThrow('lacks 1 of the 11 kg');
  });

  test('gives back what it was given, whatever the loads', () => {
    const loads = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 700 }), (given, load) => {
        const stack = new Stack();
        for (const [i, kg] of given.entries()) stack.add(part(kg, i), plain(kg), i);
        const total = given.reduce((sum, kg) => sum + kg, 0);
        const byDays: number[] = [];
        const taken: ReturnType<Stack['take']> = [];
        for (let left = total; left > 0; left -= load) {
          taken.push(...stack.take(Math.min(load, left), 1000, byDays, any));
        }
        const of = (i: number) => taken.filter((one) => one.load.leftAt === i).reduce((sum, { kg }) => sum + kg, 0);
        expect(given.map((_, i) => of(i))).toEqual(given);
        expect(byDays.reduce((sum, kg) => sum + (kg ?? 0), 0)).toBe(total);
      }),
    );
  });
});

describe('lots in a stack', () => {
  const sim = new Simulation();

  /** Two lots of 25 kg in five loads of 10 kg, brought at hours 0 to 4: the third load has some of both. */
  function stacked() {
    const lots = [new Lot(sim, 0, 25), new Lot(sim, 1, 25)] as const;
    const order = new StackOrder(50, 0, lots);
    const stack = new Stack();
    for (let hour = 0; hour < 5; hour++) stack.add(part(10, hour), order.bring(10).shares, hour);
    return { stack, lots };
  }

  test('are filled one after the other, by what is left of each load', () => {
    const lots = [new Lot(sim, 0, 25), new Lot(sim, 1, 24)] as const;
    // A tenth is lost: 54 kg are brought for 49, and the loads of 10 kg leave 9 each, the last of 5 kg leaves 4.
    const order = new StackOrder(49, 0.1, lots);
    expect(order.grossKg).toBe(54);
    const shares = [10, 10, 10, 10, 10, 4].map((kg) =>
      order.bring(kg).shares.map(({ lot, kg: of }) => [lot?.index, of]),
    );
    expect(shares).toEqual([
      [[0, 9]],
      [[0, 9]],
      [
        [0, 7],
        [1, 2],
      ],
      [[1, 9]],
      [[1, 9]],
      [[1, 4]],
    ]);
  });

  test('are fetched by their place, and what else lies there stays', () => {
    const { stack, lots } = stacked();
    const taken = (kg: number, of: Lot) =>
      stack.take(kg, 5, [], (lot) => lot === of).map((one) => [one.load.gateAt, one.kg, one.lots[0]?.index]);
    expect(taken(15, lots[1])).toEqual([
      [2, 5, 1],
      [3, 10, 1],
    ]);
    expect(taken(25, lots[0])).toEqual([
      [0, 10, 0],
      [1, 10, 0],
      [2, 5, 0],
    ]);
    expect(() => taken(1, lots[0])).toThrow('lacks 1 of the 1 kg');
    expect(taken(10, lots[1])).toEqual([[4, 10, 1]]);
  });

  test('a load with some of two is taken whole where both may go', () => {
    const { stack } = stacked();
    expect(stack.take(50, 5, [], any).map(({ kg, lots }) => [kg, lots.map(({ index }) => index)])).toEqual([
      [10, [0]],
      [10, [0]],
      [10, [0, 1]],
      [10, [1]],
      [10, [1]],
    ]);
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

describe('a yard of four pads for 10,000 t', () => {
  const TWO = calls([8e6, 200], [6e6, 210]);
  const four = (yard: Partial<PortInputs['yard']>) =>
    season(calm({ season: TWO, yard: { capacityKg: 10e6, pads: 4, ...yard } }), 'staged');
  const arrivals = (facts: SeasonFacts) => facts.calls.map(({ lots }) => lots[0]?.arrived as number);
  const undivided = four({ pads: 1 });
  const complete = four({});
  const rolling = four({ rolling: true });

  test('gives a cargo whole pads, and never two cargoes one', () => {
    // 8,000 t lie on four pads of 2,500 t, 6,000 t on three.
    for (const facts of [complete, rolling]) {
      expect(facts.calls.map(({ pads }) => pads)).toEqual([4, 3]);
      expect(facts.yardPeakPads).toBe(4);
      expect(facts.yardPeakKg).toBeLessThanOrEqual(10e6);
    }
    expect(undivided.calls.map(({ pads }) => pads)).toEqual([1, 1]);
    expect(undivided.yardPeakPads).toBe(2);
  });

  test('stages a cargo whole once its three pads are empty, or rolling once one is', () => {
    // The first cargo is reclaimed pad by pad: 2,500 t have left for one, 4,000 t for room alone, 7,500 t for three.
    const [first, asRoomAllows, onPads] = [callOf(undivided), arrivals(undivided)[1], arrivals(complete)[1]];
    const asPadsAllow = arrivals(rolling)[1] as number;
    expect(asPadsAllow).toBeGreaterThan(first.ready);
    expect(asPadsAllow).toBeLessThan(asRoomAllows as number);
    expect(asRoomAllows as number).toBeLessThan(onPads as number);
    const { ready, loadingCompleted } = first;
    const hourlyKg = 8e6 / (loadingCompleted - ready);
    const apart = (kg: number) => kg / hourlyKg;
    expect((onPads as number) - (asRoomAllows as number)).toBeCloseTo(apart(3.5e6), 0);
    expect((asRoomAllows as number) - asPadsAllow).toBeCloseTo(apart(1.5e6), 0);
  });

  test('divided or not, holds a single cargo all the same', () => {
    const one = (yard: Partial<PortInputs['yard']>) => {
      const { calls: served, ...rest } = season(calm({ season: calls([9e6, 200]), yard }), 'staged');
      return { ...rest, yardPeakPads: 0, calls: served.map((call) => ({ ...call, pads: 0 })) };
    };
    const whole = one({ capacityKg: 10e6 });
    expect(one({ capacityKg: 10e6, pads: 4 })).toEqual(whole);
    expect(one({ capacityKg: 10e6, pads: 4, rolling: true })).toEqual(whole);
  });

  test('never gives a call the pad of another, however cargoes, pads and arrivals fall', () => {
    const cargoes = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 150, max: 260 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(cargoes, fc.integer({ min: 2, max: 6 }), fc.boolean(), (given, pads, isRolling) => {
        const sorted = given.map(([loads, hour]) => [loads * 100_000, hour] as const);
        const yard = { capacityKg: 3_100_000, pads, rolling: isRolling };
        const facts = season(calm({ season: calls(...sorted), yard, quay: { berths: 2 } }), 'staged');
        expect(facts.yardPeakPads).toBeLessThanOrEqual(pads);
        expect(facts.yardPeakKg).toBeLessThanOrEqual(3_100_000);
        const padKg = Math.ceil(3_100_000 / pads);
        for (const call of facts.calls) expect(call.pads).toBe(Math.ceil(call.cargoKg / padKg));
      }),
      { numRuns: 40, seed: 1 },
    );
  });
});

describe('machines in the yard', () => {
  const staged = (yard: Partial<PortInputs['yard']>) =>
    callOf(season(calm({ season: calls([992_000, 200]), yard: { lossFraction: 0, ...yard } }), 'staged'));

  test('push a load up before its slot is free: one slot passes a truck every 0.05 + 0.1 h', () => {
    const pushed = staged({ stackingSlots: 1, pushUpHours: constant(0.1) });
    const slow = staged({ stackingSlots: 1, stackingHours: constant(0.15) });
    // The last load is stacked when it is tipped, 0.1 h before it is pushed up.
    expect(pushed.lots[0]?.released).toBeCloseTo((slow.lots[0]?.released as number) - 0.1, 9);
    expect(pushed.yardLoaderHours).toBeCloseTo(slow.yardLoaderHours, 9);
  });

  test('push up one load each at a time: with four slots one machine is the bottleneck', () => {
    const released = (stackingMachines: number) =>
      staged({ stackingSlots: 4, stackingMachines, pushUpHours: constant(0.4) }).lots[0]?.released as number;
    expect(released(1)).toBeGreaterThan(released(2) + 31 * 0.1);
    expect(released(8)).toBe(released(4));
  });

  test('find room at a face by so many: three loaders at a face for one load as one', () => {
    const one = staged({ reclaimLoaders: 1 });
    expect(staged({ reclaimLoaders: 3, loadersPerPad: 1 })).toEqual(one);
    expect(one.loadingCompleted).toBeGreaterThan(staged({ reclaimLoaders: 3 }).loadingCompleted);
  });
});
