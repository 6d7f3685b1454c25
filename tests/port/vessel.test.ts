import { describe, expect, test } from 'vitest';
import { Calendar } from '../../src/port/calendar.ts';
import { makeWorld, type PlannedCall, type World } from '../../src/port/index.ts';
import { Stops } from '../../src/port/stops.ts';
import { callOf, calls, calm, season } from './one-season.ts';

const MODES = ['staged', 'direct'] as const;

describe('a ship', () => {
  test.each(MODES)('berths, is surveyed, loads, is surveyed again and sails (%s)', (mode) => {
    const call = callOf(season(calm({ season: calls([2e6, 100]) }), mode));
    expect([call.arrived, call.alongside, call.ready]).toEqual([340, 342, 343]);
    expect(call.sailed).toBe(call.loadingCompleted + 1 + 1);
  });

  test.each(MODES)('waits for the berth until the one before has sailed (%s)', (mode) => {
    const { calls: both } = season(calm({ season: calls([8e6, 100], [2e6, 101]) }), mode);
    expect(both[1]?.alongside).toBe((both[0]?.sailed as number) + 2);
    expect(both[1]?.arrived).toBe(341);
  });

  test('does not wait where there are two berths', () => {
    const { calls: both } = season(calm({ season: calls([8e6, 100], [2e6, 101]), quay: { berths: 2 } }), 'direct');
    expect(both.map((call) => call.alongside)).toEqual([342, 343]);
  });

  test('gets the berth by arrival, not by laycan', () => {
    const inputs = calm({ season: calls([8e6, 100], [2e6, 110], [2e6, 120]) });
    const { calls: planned } = makeWorld(inputs, 1, 0);
    const late: PlannedCall[] = planned.map((call, i) => ({ ...call, arrived: [340, 350, 345][i] as number }));
    const served = season(inputs, 'direct', { calls: late }).calls;
    expect(served.map((call) => call.index)).toEqual([0, 1, 2]);
    expect(served[2]?.alongside).toBe((served[0]?.sailed as number) + 2);
    expect(served[1]?.alongside).toBe((served[2]?.sailed as number) + 2);
  });

  test('does not take the berth in staged mode before her cargo has room in the yard', () => {
    const inputs = calm({ season: calls([8e6, 100], [8e6, 104]), quay: { berths: 2 }, yard: { capacityKg: 9e6 } });
    const [first, second] = season(inputs, 'staged').calls;
    expect(second?.arrived).toBe(344);
    // Room for the second is there once 7,000 t of the first are on shuttles.
    expect((second?.alongside as number) - 2).toBeGreaterThan(first?.ready as number);
    expect((second?.alongside as number) - 2).toBeLessThan(first?.loadingCompleted as number);
  });
});

/** Weather that stops the pilot and stacking. */
function storm(weather: Calendar): Partial<World> {
  const stops = new Stops([['weather', weather]]);
  return { weather, pilotage: stops, stacking: stops };
}

describe('weather', () => {
  const inputs = calm({ season: calls([2e6, 100]) });
  const stopped = (from: number, to: number) => season(inputs, 'direct', storm(new Calendar([[from, to]])));

  test('stops pilotage', () => {
    expect(callOf(stopped(338, 350)).alongside).toBe(352);
    expect(callOf(stopped(341, 350)).alongside).toBe(351);
  });

  test('does not stop a survey', () => {
    expect(callOf(stopped(342, 345)).ready).toBe(343);
  });

  test('keeps a ship from sailing', () => {
    const { loadingCompleted, sailed } = callOf(season(inputs, 'direct'));
    expect(callOf(stopped(loadingCompleted + 0.5, loadingCompleted + 9)).sailed).toBe(loadingCompleted + 10);
    expect(sailed).toBe(loadingCompleted + 2);
  });

  test('stops stacking', () => {
    const collected = (weather: Calendar) =>
      callOf(season(inputs, 'staged', storm(weather))).lots[0]?.released as number;
    const calmly = collected(Calendar.always);
    expect(collected(new Calendar([[196, 246]]))).toBeGreaterThan(Math.max(246 + 24, calmly));
  });
});
