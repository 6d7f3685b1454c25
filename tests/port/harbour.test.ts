import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Bookings } from '../../src/port/bookings.ts';
import { Calendar } from '../../src/port/calendar.ts';
import type { HarbourShip } from '../../src/port/draught.ts';
import { bookMove, Harbour } from '../../src/port/harbour.ts';
import { HoursAccount } from '../../src/port/hours.ts';
import { type Move, makeWorld, shipFor, type World } from '../../src/port/index.ts';
import type { HarbourInputs } from '../../src/port/inputs.ts';
import { Stops } from '../../src/port/stops.ts';
import { calm } from './one-season.ts';

const SHIP: HarbourShip = { name: 'a ship', deadweight: 30_000, arrivingDraught: 0, sailingDraught: 0 };
const world = makeWorld(calm({ tide: { springRangeM: 4, neapRangeM: 4, springHighWaterHour: 0 } }), 1, 0);

function harbour(changes: Partial<HarbourInputs> = {}, replaced: Partial<World> = {}): Harbour {
  return new Harbour({ ...calm().harbour, passageHours: 1, ...changes }, { ...world, ...replaced });
}

function stormFrom(...closures: readonly (readonly [number, number])[]): Partial<World> {
  return { pilotage: new Stops([['weather', new Calendar(closures)]]) };
}

const times = ({ begins, entersChannel, leavesChannel, ends }: Move) => [begins, entersChannel, leavesChannel, ends];

describe('a move', () => {
  test('in goes through the channel first, a move out last', () => {
    expect(times(harbour().plan(5, SHIP, 'in', 2.5))).toEqual([5, 5, 6, 7.5]);
    expect(times(harbour().plan(5, SHIP, 'out', 2.5))).toEqual([5, 6.5, 7.5, 7.5]);
  });

  test('shorter than the passage is all passage', () => {
    expect(times(harbour().plan(5, SHIP, 'out', 0.5))).toEqual([5, 5, 5.5, 5.5]);
  });

  test('begins after the storm, and one that meets a storm goes on after it', () => {
    expect(times(harbour({}, stormFrom([4, 8], [9.5, 12])).plan(5, SHIP, 'in', 2.5))).toEqual([8, 8, 9, 13]);
  });

  test('waits for a pilot until a move before it has ended, and so for tugs, and so for the channel', () => {
    const cases: [Partial<HarbourInputs>, number][] = [
      [{ pilots: 1 }, 2],
      [{ tugs: 3 }, 2],
      [{ tugs: 4 }, 0],
      [{ oneWayChannel: true }, 1],
      [{}, 0],
    ];
    for (const [inputs, begins] of cases) {
      const port = harbour(inputs);
      port.plan(0, SHIP, 'in', 2);
      expect(port.plan(0, SHIP, 'in', 2).begins, JSON.stringify(inputs)).toBe(begins);
    }
  });

  test('out casts off so that she finds the channel free', () => {
    const port = harbour({ oneWayChannel: true, passageHours: 3 });
    port.plan(10, SHIP, 'in', 3);
    expect(times(port.plan(10, SHIP, 'out', 4))).toEqual([12, 13, 16, 16]);
  });

  test('takes more tugs for a large ship, but no more than there are', () => {
    const large = { ...SHIP, deadweight: 50_000 };
    expect([harbour().tugsFor(SHIP), harbour().tugsFor(large)]).toEqual([2, 3]);
    expect(harbour({ tugs: 1 }).tugsFor(large)).toBe(1);
  });
});

describe('a deep ship', () => {
  // High water every 12.4206 h from hour 0 on, 0 to 4 m; 11 m draught with 1 m below need 2 m over 10 m of channel.
  const deep: HarbourShip = { ...SHIP, sailingDraught: 11, arrivingDraught: 11 };
  const quarter = 12.4206 / 4;
  const port = () => harbour({ channelDepthM: 10 });

  test('waits for the water to rise', () => {
    expect(port().plan(5, deep, 'in', 2).begins).toBeCloseTo(3 * quarter, 9);
  });

  test('goes at once while it lasts for her passage, and else waits for the next tide', () => {
    expect(port().plan(2, deep, 'in', 2.5).begins).toBe(2);
    expect(port().plan(2.2, deep, 'in', 2.5).begins).toBeCloseTo(3 * quarter, 9);
  });

  test('out casts off before the water is there, to be in the channel when it is', () => {
    const { begins, entersChannel, ends } = port().plan(5, deep, 'out', 2.5);
    expect(begins).toBeCloseTo(3 * quarter - 1.5, 9);
    expect(entersChannel).toBeCloseTo(3 * quarter, 9);
    expect(ends).toBeCloseTo(3 * quarter + 1, 9);
  });

  test('does not begin a passage that a storm would hold beyond the tide', () => {
    const { begins } = harbour({ channelDepthM: 10 }, stormFrom([10, 15])).plan(9.5, deep, 'in', 2);
    // The window is 9.32 to 15.53: from 9.5 on half an hour is done before the storm, the rest by 15.5.
    expect(begins).toBe(9.5);
    const later = harbour({ channelDepthM: 10 }, stormFrom([10, 15.2])).plan(9.5, deep, 'in', 2);
    expect(later.begins).toBeCloseTo(7 * quarter, 9);
  });

  test('with no tide high enough never begins', () => {
    expect(harbour({ channelDepthM: 7 }).plan(0, deep, 'out', 2).begins).toBe(Number.POSITIVE_INFINITY);
  });

  test('keeps the time she is given; who asks later may go before her', () => {
    const both = harbour({ channelDepthM: 10, pilots: 1 });
    const first = both.plan(5, deep, 'in', 2);
    const before = both.plan(5, SHIP, 'in', 3);
    const after = both.plan(5, SHIP, 'in', 3);
    expect(before.begins).toBe(5);
    expect(after.begins).toBe(first.ends);
  });
});

test('the hours of a move are by cause: weather, then tide, then the line, then channel and service', () => {
  const deep: HarbourShip = { ...SHIP, arrivingDraught: 11 };
  const port = harbour({ channelDepthM: 10, pilots: 1 }, stormFrom([5, 7]));
  const quarter = 12.4206 / 4;
  port.plan(3 * quarter - 1, SHIP, 'in', 3);
  const move = port.plan(6, deep, 'in', 2.5);
  const account = new HoursAccount();
  bookMove(account, move, { ...world, ...stormFrom([5, 7]) });
  expect(account.get('weather')).toBe(1);
  expect(account.get('tide')).toBeCloseTo(3 * quarter - 7, 9);
  expect(account.get('queue')).toBeCloseTo(2, 9);
  expect(account.get('moving')).toBeCloseTo(1, 9);
  expect(account.get('service')).toBeCloseTo(1.5, 9);
});

describe('any moves', () => {
  const asks = fc.array(
    fc.record({
      after: fc.nat(30).map((tenths) => tenths / 10),
      direction: fc.constantFrom('in', 'out'),
      hours: fc.nat(40).map((tenths) => tenths / 10),
      draught: fc.constantFrom(0, 9, 11, 12.5),
      large: fc.boolean(),
    }),
    { maxLength: 25 },
  );
  const harbours = fc.record({
    pilots: fc.nat(2),
    tugs: fc.nat(5),
    oneWayChannel: fc.boolean(),
    channelDepthM: fc.constantFrom(10, 10.5, 20),
  });
  const storms = fc.array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 9 })), { maxLength: 6 });

  test('keep to pilots, tugs, channel, weather and tide, and each goes as soon as the ones before leave her room', () => {
    fc.assert(
      fc.property(asks, harbours, storms, (asked, inputs, spells) => {
        const storm = stormFrom(...spells.map(([from, length]) => [from, from + length] as const));
        const port = harbour(inputs, storm);
        const made: Move[] = [];
        let now = 0;
        for (const { after, direction, hours, draught, large } of asked) {
          now += after;
          const ship = {
            ...SHIP,
            deadweight: large ? 60_000 : 10_000,
            arrivingDraught: draught,
            sailingDraught: draught,
          };
          const move = port.plan(now, ship, direction as 'in' | 'out', hours);
          const stops = storm.pilotage?.calendar ?? Calendar.always;
          for (let begins = now; begins < Math.min(move.begins, now + 60); begins += 0.05) {
            const other = timesFrom(begins, move, hours, stops);
            if (other.ends < move.ends - 1e-6) expect(isPossible(other, made, inputs), `at ${begins}`).toBe(false);
          }
          expect(move.begins).toBeGreaterThanOrEqual(now);
          expect(times(move)).toEqual([...times(move)].sort((a, b) => a - b));
          made.push(move);
        }
        for (const move of made) {
          const together = made.filter(({ begins, ends }) => begins <= move.begins && move.begins < ends);
          if (move.ends > move.begins && inputs.pilots > 0) expect(together.length).toBeLessThanOrEqual(inputs.pilots);
          const tugs = together.reduce((sum, one) => sum + one.tugs, 0);
          if (inputs.tugs > 0) expect(tugs).toBeLessThanOrEqual(inputs.tugs);
          const inChannel = made.filter((one) => isIn(one, move.entersChannel));
          if (inputs.oneWayChannel) expect(inChannel.length).toBeLessThanOrEqual(1);
          const { entersChannel, leavesChannel } = move;
          expect(move.water.openHours(entersChannel, leavesChannel)).toBeCloseTo(leavesChannel - entersChannel, 9);
        }
      }),
      { numRuns: 200 },
    );
  });

  /** A move begun at another hour. */
  function timesFrom(begins: number, move: Move, hours: number, stops: Calendar): Move {
    const passage = Math.min(hours, 1);
    const entersChannel = move.direction === 'in' ? begins : stops.finish(begins, hours - passage);
    const ends = stops.finish(begins, hours);
    const leavesChannel = move.direction === 'in' ? stops.finish(begins, passage) : ends;
    return { ...move, begins, entersChannel, leavesChannel, ends };
  }

  /** Whether a move leaves those made before it their pilots, tugs and channel, and has its own water. */
  function isPossible(move: Move, made: readonly Move[], { pilots, tugs, oneWayChannel }: Partial<HarbourInputs>) {
    const { begins, ends, entersChannel, leavesChannel, water } = move;
    if (water.openHours(entersChannel, leavesChannel) < leavesChannel - entersChannel) return false;
    if (water.nextOpen(entersChannel) > entersChannel) return false;
    const near = made.filter((one) => one.begins < ends && begins < one.ends);
    for (const instant of [begins, ...near.map((one) => one.begins).filter((hour) => hour >= begins)]) {
      const together = near.filter((one) => one.begins <= instant && instant < one.ends);
      if (pilots && together.length >= pilots) return false;
      if (tugs && together.reduce((sum, one) => sum + one.tugs, move.tugs) > tugs) return false;
    }
    const meets = (one: Move) => one.entersChannel < leavesChannel && entersChannel < one.leavesChannel;
    return !(oneWayChannel && made.some(meets));
  }

  const isIn = ({ entersChannel, leavesChannel }: Move, hour: number) => entersChannel <= hour && hour < leavesChannel;
});

describe('bookings', () => {
  test('count the most at one instant, not all that touch the stretch', () => {
    const tugs = new Bookings(4);
    tugs.book(0, 2, 2);
    tugs.book(2, 4, 2);
    expect(tugs.busyUntil(1, 3, 2)).toBeNull();
    expect(tugs.busyUntil(1, 3, 3)).toBe(2);
    expect(tugs.busyUntil(2, 5, 3)).toBe(4);
    expect(tugs.busyUntil(4, 5, 4)).toBeNull();
  });

  test('see what is booked to begin later', () => {
    const channel = new Bookings(1);
    channel.book(5, 6, 1);
    expect(channel.busyUntil(4, 5, 1)).toBeNull();
    expect(channel.busyUntil(4, 5.1, 1)).toBe(6);
  });
});

test('a ship draws by the cube root of her deadweight, in ballast a share of it', () => {
  const sizes = { deadweightPerCargo: 1.25, draughtFactor: 0.3, ballastShare: 0.5 };
  const ship = shipFor('one', 51_200_000, sizes); // 64,000 t, whose cube root is 40
  expect(ship.deadweight).toBe(64_000);
  expect(ship.sailingDraught).toBeCloseTo(12, 12);
  expect(ship.arrivingDraught).toBeCloseTo(6, 12);
});

test.each([
  [30_000, 10.1],
  [58_000, 12.6],
  [75_000, 13.7],
  [180_000, 18.4],
])('at the base factor a ship of %d t draws %d m', (deadweight, draught) => {
  const sizes = { deadweightPerCargo: 1, draughtFactor: 0.325, ballastShare: 0.6 };
  expect(shipFor('one', deadweight * 1000, sizes).sailingDraught).toBeCloseTo(draught, 1);
});
