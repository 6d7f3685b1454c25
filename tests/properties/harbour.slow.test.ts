import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  HOUR_CAUSES,
  type Mode,
  type Move,
  makeWorld,
  type PortInputs,
  type SeasonFacts,
  simulateSeason,
} from '../../src/port/index.ts';
import { lognormal } from '../../src/random/index.ts';
import { baseInputs } from '../port/base-inputs.ts';

vi.setConfig({ testTimeout: 60_000 });

interface Stay {
  readonly ship: string;
  readonly berth: number;
  readonly from: number;
  readonly to: number;
}

interface Observed {
  readonly facts: SeasonFacts;
  readonly moves: readonly Move[];
  readonly stays: readonly Stay[];
}

/** Small seasons in a harbour that is short of everything. */
const inputs: fc.Arbitrary<PortInputs> = fc
  .record({
    cargoesKg: fc.array(
      fc.integer({ min: 500, max: 6000 }).map((t) => t * 1000),
      { minLength: 1, maxLength: 5 },
    ),
    berths: fc.integer({ min: 1, max: 3 }),
    small: fc.nat(1),
    first: fc.constantFrom(null, 'slag' as const, 'other' as const),
    pilots: fc.nat(2),
    tugs: fc.nat(5),
    oneWayChannel: fc.boolean(),
    passageHours: fc.integer({ min: 0, max: 12 }).map((quarters) => quarters / 4),
    channelDepthM: fc.constantFrom(4.5, 5, 6, 20),
    springHighWaterHour: fc.integer({ min: 0, max: 400 }),
    otherShipsADay: fc.integer({ min: 0, max: 6 }).map((tenths) => tenths / 10),
    otherSize: fc.constantFrom(3000, 60_000),
    stopShare: fc.constantFrom(0, 0.1, 0.25),
    waitsForLaycan: fc.boolean(),
    estimateSdHours: fc.nat(10),
  })
  .map((given) => ({
    ...baseInputs,
    season: {
      ...baseInputs.season,
      periodHours: 240,
      cargoesKg: given.cargoesKg,
      estimateSdHours: given.estimateSdHours,
    },
    quay: { ...baseInputs.quay, berths: given.berths },
    vessel: { ...baseInputs.vessel, waitsForLaycan: given.waitsForLaycan },
    berths: { small: Math.min(given.small, given.berths - 1), smallTonnes: 4000, first: given.first },
    harbour: {
      ...baseInputs.harbour,
      pilots: given.pilots,
      tugs: given.tugs,
      largeShipTonnes: 4000,
      oneWayChannel: given.oneWayChannel,
      passageHours: given.passageHours,
      channelDepthM: given.channelDepthM,
    },
    tide: { ...baseInputs.tide, springHighWaterHour: given.springHighWaterHour },
    traffic: {
      shipsPerHour: given.otherShipsADay / 24,
      gapShape: 1,
      stayHours: lognormal(12, 0.5),
      deadweight: given.otherSize,
    },
    weather: { ...baseInputs.weather, stopShare: given.stopShare },
  }));

const observed = new Map<string, Observed>();

/** Run once, however many properties look at it: they share their seed. Laws are the same in all of these inputs. */
function observe(given: PortInputs, mode: Mode): Observed {
  const key = `${mode} ${JSON.stringify(given)}`;
  const season = observed.get(key) ?? run(given, mode);
  observed.set(key, season);
  return season;
}

function run(given: PortInputs, mode: Mode): Observed {
  const moves: Move[] = [];
  const stays: Stay[] = [];
  const facts = simulateSeason(given, mode, makeWorld(given, 1, 0), {
    move: (move) => moves.push(move),
    berth: (ship, berth, from, to) => stays.push({ ship, berth, from, to }),
  });
  return { facts, moves, stays };
}

function onAny(check: (observed: Observed, given: PortInputs) => void, numRuns = 40): void {
  fc.assert(
    fc.property(inputs, (given) => {
      for (const mode of ['staged', 'direct'] as const) check(observe(given, mode), given);
    }),
    { numRuns },
  );
}

describe('a harbour short of everything', () => {
  test('brings every ship in and out, once each, in a time that the clock leaves', () => {
    onAny(({ facts, moves, stays }) => {
      for (const call of facts.calls) {
        const own = moves.filter(({ ship }) => ship === `call ${call.index + 1}`);
        expect(own.map(({ direction }) => direction)).toEqual(['in', 'out']);
        const stay = stays.find(({ ship }) => ship === `call ${call.index + 1}`);
        expect([stay?.from, stay?.to]).toEqual([call.berthGranted, call.sailed]);
        const { arrived, berthGranted, pilotOnBoard, alongside, loadingCompleted, unberthing, sailed } = call;
        const instants = [arrived, berthGranted, pilotOnBoard, alongside, loadingCompleted, unberthing, sailed];
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
        expect([own[0]?.ends, own[1]?.ends]).toEqual([alongside, sailed]);
      }
    });
  });

  test('has no two ships at one berth, and none that is too large for hers', () => {
    onAny(({ stays }, { berths, quay, traffic }) => {
      for (let berth = 0; berth < quay.berths; berth++) {
        const there = stays.filter((stay) => stay.berth === berth).sort((a, b) => a.from - b.from);
        for (const [i, { from }] of there.slice(1).entries())
          expect(from).toBeGreaterThanOrEqual(there[i]?.to as number);
        const large = traffic.deadweight > berths.smallTonnes && there.some(({ ship }) => ship.startsWith('other'));
        if (berth < berths.small) expect(large).toBe(false);
      }
      expect(stays.every(({ berth }) => berth >= 0 && berth < quay.berths)).toBe(true);
    });
  });

  test('never uses more pilots and tugs than there are, nor a one-way channel twice', () => {
    onAny(({ moves }, { harbour }) => {
      for (const { begins, entersChannel } of moves) {
        const together = moves.filter((one) => one.begins <= begins && begins < one.ends);
        const tugs = together.reduce((sum, one) => sum + one.tugs, 0);
        if (harbour.pilots > 0) expect(together.length).toBeLessThanOrEqual(harbour.pilots);
        if (harbour.tugs > 0) expect(tugs).toBeLessThanOrEqual(harbour.tugs);
        const passing = moves.filter((one) => one.entersChannel <= entersChannel && entersChannel < one.leavesChannel);
        if (harbour.oneWayChannel) expect(passing.length).toBeLessThanOrEqual(1);
      }
    });
  });

  test('lets a deep ship pass only while there is water under her for all of the passage', () => {
    let bound = 0;
    onAny(({ moves }, given) => {
      const { tide } = makeWorld(given, 1, 0);
      const { channelDepthM, underKeelM } = given.harbour;
      for (const { draught, entersChannel, leavesChannel } of moves) {
        if (draught + underKeelM <= channelDepthM) continue;
        bound++;
        for (let i = 0; i <= 20; i++) {
          const hour = entersChannel + ((leavesChannel - entersChannel) * i) / 20;
          expect(channelDepthM + tide.height(hour)).toBeGreaterThanOrEqual(draught + underKeelM - 1e-9);
        }
      }
    });
    expect(bound).toBeGreaterThan(50);
  });

  test('accounts for every hour of every ship', () => {
    const seen = new Set<string>();
    onAny(({ facts }) => {
      for (const { hours, sailed, arrived } of facts.calls) {
        const total = HOUR_CAUSES.reduce((sum, cause) => sum + hours.ship[cause], 0);
        expect(Math.abs(total - (sailed - arrived))).toBeLessThan(1e-6);
        for (const cause of HOUR_CAUSES) {
          expect(hours.ship[cause], cause).toBeGreaterThanOrEqual(-1e-9);
          if (hours.ship[cause] > 0.01) seen.add(cause);
        }
      }
    });
    for (const cause of ['weather', 'tide', 'noBerth', 'queue', 'service', 'moving'])
      expect(seen, cause).toContain(cause);
  });

  test('does not care in which order the cargoes are listed', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const season = { ...given.season, cargoesKg: [...given.season.cargoesKg].reverse() };
        expect(observe({ ...given, season }, 'direct').facts).toEqual(observe(given, 'direct').facts);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a harbour with enough of everything', () => {
  const plenty = (given: PortInputs): PortInputs => ({
    ...given,
    harbour: { ...given.harbour, pilots: 0, tugs: 0, oneWayChannel: false, channelDepthM: 20 },
    traffic: { ...given.traffic, shipsPerHour: 0 },
  });

  test('is one without limits: a pilot for each ship and tugs for all are as good as any number', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const free = plenty(given);
        const ships = given.season.cargoesKg.length;
        const enough = { ...free, harbour: { ...free.harbour, pilots: ships, tugs: 3 * ships } };
        expect(observe(enough, 'direct').facts).toEqual(observe(free, 'direct').facts);
      }),
      { numRuns: 20 },
    );
  });

  test('and deep enough does not feel the tide, nor wait for anything but weather and berths', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const free = plenty(given);
        const facts = observe(free, 'staged').facts;
        const tide = { springRangeM: 0, neapRangeM: 0, springHighWaterHour: 0 };
        expect(observe({ ...free, tide }, 'staged').facts).toEqual(facts);
        for (const { hours } of facts.calls) expect([hours.ship.tide, hours.ship.queue]).toEqual([0, 0]);
      }),
      { numRuns: 20 },
    );
  });
});
