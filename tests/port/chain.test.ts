import { describe, expect, test } from 'vitest';
import type { PortInputs } from '../../src/port/index.ts';
import { constant } from '../../src/random/index.ts';
import { callOf, calls, calm, season } from './one-season.ts';

/** One ship at hour 340, ready at 343, for 64 loads of 32 t; trucks enough for three cranes unless said otherwise. */
function inputs(
  modes: Partial<PortInputs['modes']>,
  trucks = 30,
  season: Partial<PortInputs['season']> = {},
): PortInputs {
  const given = calm({
    season: { ...calls([64 * 32_000, 100]), ...season },
    fleet: { trucks, payloadKg: constant(32_000) },
    yard: { lossFraction: 0 },
    dispatch: { trucksUnderWay: 30 },
  });
  return { ...given, modes: { ...given.modes, ...modes } };
}

const storedKg = (given: PortInputs, mode: 'direct' | 'hybrid') =>
  callOf(season(given, mode)).storedKgByDays.reduce((sum, kg) => sum + kg, 0);

describe('a hybrid call', () => {
  const buffered = (draw: 'at-once' | 'when-starving', trucks = 30) =>
    inputs({ hybrid: { bufferKg: 320_000, stagedShare: 0.25, draw } }, trucks);

  test('stages its buffer and its share, and sends the rest straight', () => {
    // 320 t and a quarter of 2,048 t are 832 t: 26 loads over the stack, 38 straight.
    const call = callOf(season(buffered('at-once'), 'hybrid'));
    expect(storedKg(buffered('at-once'), 'hybrid')).toBe(832_000);
    expect([call.shuttles.loads, call.straightLoads, call.trucks.loads]).toEqual([26, 38, 64]);
    expect(call.lots.map(({ kg }) => kg)).toEqual([832_000, 1_216_000]);
  });

  test('is direct in every way where nothing is staged, and the buffer is at most the cargo', () => {
    const nothing = inputs({ hybrid: { bufferKg: 0, stagedShare: 0, draw: 'at-once' } });
    expect(season(nothing, 'hybrid')).toEqual(season(nothing, 'direct'));
    const everything = inputs({ hybrid: { bufferKg: 1e9, stagedShare: 1, draw: 'at-once' } });
    expect(storedKg(everything, 'hybrid')).toBe(64 * 32_000);
  });

  test('that draws at once loads no later than direct where trucks are few', () => {
    const direct = callOf(season(buffered('at-once', 4), 'direct')).loadingCompleted;
    expect(callOf(season(buffered('at-once', 4), 'hybrid')).loadingCompleted).toBeLessThan(direct);
  });

  test('that draws when starving leaves the stack alone while trucks feed the cranes', () => {
    const sent = (trucks: number) => {
      const trips = { works: [] as number[], shuttle: [] as number[] };
      season(
        buffered('when-starving', trucks),
        'hybrid',
        {},
        {
          trip: (kind, _truck, _call, from) => trips[kind].push(from),
        },
      );
      return { firstShuttle: Math.min(...trips.shuttle), lastStraight: Math.max(...trips.works) };
    };
    const fed = sent(60);
    expect(fed.firstShuttle).toBe(fed.lastStraight); // nothing more comes straight: the rest at once
    const starved = sent(2);
    expect(starved.firstShuttle).toBeLessThan(starved.lastStraight - 5);
  });
});

describe('a direct call whose cranes starve', () => {
  const withReserve = (reserveKg: number, afterHours = 0.25) => inputs({ fallback: { afterHours, reserveKg } }, 3);

  test('draws on the reserve, loads faster, and the reserve is brought up to its level again', () => {
    const none = callOf(season(withReserve(0), 'direct'));
    const facts = season(withReserve(500_000), 'direct');
    const helped = callOf(facts);
    expect(storedKg(withReserve(500_000), 'direct')).toBeGreaterThan(300_000);
    expect(helped.loadingCompleted).toBeLessThan(none.loadingCompleted);
    expect(helped.straightLoads + helped.shuttles.loads).toBe(64);
    // What was drawn is brought again; at the close the reserve is whole and nothing is on the road.
    expect(facts.mass.underwayKg).toBe(500_000);
    expect(helped.trucks.loads).toBe(64);
  });

  test('does not draw before a crane has waited its time', () => {
    expect(storedKg(withReserve(500_000, 1000), 'direct')).toBe(0);
  });

  test('does not draw while trucks feed it', () => {
    const fed = inputs({ fallback: { afterHours: 0.25, reserveKg: 500_000 } }, 60);
    expect(storedKg(fed, 'direct')).toBe(0);
  });
});

test('a cargo may go another way than the season, unless that is staged', () => {
  const given = inputs({ hybrid: { bufferKg: 320_000, stagedShare: 0, draw: 'at-once' } }, 30, {
    ...calls([320_000, 100], [640_000, 200], [960_000, 300]),
    cargoModes: ['staged', null, 'hybrid'],
  });
  const stored = (mode: 'staged' | 'direct' | 'hybrid') =>
    season(given, mode).calls.map(({ storedKgByDays }) => storedKgByDays.reduce((sum, kg) => sum + kg, 0));
  expect(stored('direct')).toEqual([320_000, 0, 320_000]);
  expect(stored('hybrid')).toEqual([320_000, 320_000, 320_000]);
  expect(stored('staged')).toEqual([320_000, 640_000, 960_000]);
});
