import { describe, expect, test } from 'vitest';
import { Calendar } from '../../src/port/calendar.ts';
import { makeWorld, type PlannedCall, type World } from '../../src/port/index.ts';
import { Stops } from '../../src/port/stops.ts';
import { baseInputs } from './base-inputs.ts';
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

describe('before she arrives', () => {
  const inputs = calm({ season: calls([2e6, 100]) });
  const planned = (changes: Partial<PlannedCall>) => {
    return { calls: makeWorld(inputs, 1, 0).calls.map((call) => ({ ...call, ...changes })) };
  };

  test('her laycan is a window; a ship that comes after it has missed it', () => {
    const { missedLaycans, calls: late } = season(inputs, 'direct', planned({ arrived: 460.5 }));
    expect(late[0]).toMatchObject({ laycan: 340, laycanCloses: 460, arrived: 460.5 });
    expect(missedLaycans).toBe(1);
    expect(season(inputs, 'direct', planned({ arrived: 460 })).missedLaycans).toBe(0);
  });

  test('agents estimate her arrival with an error cut at three standard deviations', () => {
    const season = { ...calls([2e6, 100], [2e6, 500], [2e6, 900]), estimateSdHours: 4 };
    const errors = Array.from({ length: 300 }, (_, replication) => makeWorld(calm({ season }), 1, replication))
      .flatMap((world) => world.calls)
      .map(({ estimated, arrived }) => estimated - arrived);
    expect(Math.max(...errors.map(Math.abs))).toBeLessThanOrEqual(12);
    const variance = errors.reduce((sum, error) => sum + error * error, 0) / errors.length;
    // Of 900 nearly normal errors with a variance of 4² × 0.973; |z| < 4.9 fails once in a million seeds.
    expect(Math.abs(variance / (16 * 0.973) - 1) / Math.sqrt(2 / 900)).toBeLessThan(4.9);
  });

  test('without an error they are right', () => {
    for (const { estimated, arrived } of makeWorld(baseInputs, 1, 0).calls) expect(estimated).toBe(arrived);
  });

  test('nothing is declared before they have given notice', () => {
    const released = (noticeHours: number) => {
      const late = calm({ season: { ...calls([2e6, 100]), noticeHours }, customs: { aheadHours: 48 } });
      return callOf(season(late, 'direct', planned({ arrived: 350, estimated: 346 }))).lots[0]?.released;
    };
    expect(released(168)).toBe(346 - 48 + 1);
    expect(released(20)).toBe(346 - 20 + 1);
  });
});

describe('a ship that is early', () => {
  const early = (waitsForLaycan: boolean, mode: 'staged' | 'direct') => {
    const inputs = calm({ season: calls([2e6, 100]), vessel: { waitsForLaycan }, customs: { aheadHours: 10 } });
    const plans = makeWorld(inputs, 1, 0).calls.map((call) => ({ ...call, arrived: 330, estimated: 330 }));
    return callOf(season(inputs, mode, { calls: plans }));
  };

  test.each(MODES)('berths on arrival, or waits for her laycan where she has to (%s)', (mode) => {
    expect(early(false, mode)).toMatchObject({ arrived: 330, berthGranted: 330, alongside: 332 });
    expect(early(true, mode)).toMatchObject({ arrived: 330, berthGranted: 340, alongside: 342 });
    expect(early(true, mode).hours.ship.noBerth).toBe(10);
  });

  test('has her cargo declared for the laycan', () => {
    expect(early(false, 'direct').lots[0]?.released).toBe(330 - 10 + 1);
    expect(early(true, 'direct').lots[0]?.released).toBe(340 - 10 + 1);
  });
});

describe('a deep ship', () => {
  // One constituent, high water at hour 240 and every 12.4206 h: 0 to 4 m over 6.5 m of channel.
  const quarter = 12.4206 / 4;
  const tide = { springRangeM: 4, neapRangeM: 4, springHighWaterHour: 240 };
  const harbour = { channelDepthM: 6.5 };
  const inputs = calm({ season: calls([8e6, 100]), tide, harbour, vessel: { draughtFactor: 0.37 } });

  test('comes in ballast at any tide and sails laden on the next window that lasts for her passage', () => {
    const call = callOf(season(inputs, 'direct'));
    // 8,400 t draw 7.5 m: with 1 m below she needs 2.02 m of tide.
    const asked = call.loadingCompleted + 1;
    const window = (since: number) => since - Math.floor(since / (4 * quarter)) * 4 * quarter;
    const at = window(call.sailed - 0.7 - 240);
    expect(call.pilotOnBoard).toBe(call.berthGranted);
    expect(call.hours.ship.tide).toBeCloseTo(call.unberthing - asked, 9);
    expect(at < quarter || at > 3 * quarter).toBe(true);
    expect(call.sailed - call.unberthing).toBeCloseTo(1, 9);
  });

  test('holds the berth while she waits', () => {
    const both = calm({ ...inputs, season: calls([8e6, 100], [1e6, 101]) });
    const [first, second] = season(both, 'direct').calls;
    expect(second?.berthGranted).toBe(first?.sailed);
  });

  test('trucks are sent for when she will be there, not for when she has her berth', () => {
    const waits = callOf(
      season(
        calm({
          season: calls([8e6, 106]),
          tide: { ...tide, springRangeM: 6, neapRangeM: 6 },
          harbour: { channelDepthM: 4 },
          vessel: { draughtFactor: 0.37, ballastShare: 0.9 },
        }),
        'direct',
      ),
    );
    expect(waits.hours.ship.tide).toBeGreaterThan(1);
    expect(waits.pilotOnBoard).toBeGreaterThan(waits.berthGranted);
    expect(waits.firstToLoadingHours).toBeLessThan(2);
  });

  test('that no tide carries is reported with her draught', () => {
    const never = calm({ ...inputs, harbour: { channelDepthM: 3 } });
    const neverIn = { ...never, vessel: { ...never.vessel, ballastShare: 1 } };
    expect(() => season(neverIn, 'direct')).toThrow(/"ship of call 1" waits for .*water for call 1 at/u);
    expect(() => season(never, 'direct')).toThrow(/water for call 1 at a draught of 7\.5 m/u);
  });
});
