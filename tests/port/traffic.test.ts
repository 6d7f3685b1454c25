import { describe, expect, test } from 'vitest';
import { type Move, makeWorld, simulateSeason } from '../../src/port/index.ts';
import { constant } from '../../src/random/index.ts';
import { callOf, calls, calm, season } from './one-season.ts';

const BUSY = { shipsPerHour: 1 / 40, stayHours: constant(20) };
const other = (arrived: number, stayHours = 10) => ({ arrived, berthingHours: 2, stayHours, unberthingHours: 1 });

describe('other ships', () => {
  test('come at the given rate from the clock’s opening to its closing', () => {
    const inputs = calm({ traffic: BUSY });
    const counts = Array.from({ length: 100 }, (_, replication) => makeWorld(inputs, 1, replication).traffic.length);
    const expected = (240 + 5112 + 1440) / 40;
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    // A Poisson count of each replication: |z| < 4.9 fails by chance once in a million seeds; the seed is fixed.
    expect(Math.abs(mean - expected) / Math.sqrt(expected / counts.length)).toBeLessThan(4.9);
  });

  test('more regular the higher the order of their gaps', () => {
    const spread = (gapShape: number) => {
      const { traffic } = makeWorld(calm({ traffic: { ...BUSY, gapShape } }), 1, 0);
      const gaps = traffic.slice(1).map(({ arrived }, i) => arrived - (traffic[i]?.arrived as number));
      const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
      return gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length / mean ** 2;
    };
    // Squared coefficients of variation of some 170 gaps, 1 and 1/16 in the long run.
    expect(spread(16)).toBeLessThan(0.15);
    expect(spread(1)).toBeGreaterThan(0.4);
  });

  test('are the same whatever else the scenario says, and move no draw of the calls', () => {
    const [without, some] = [{}, BUSY].map((traffic) =>
      makeWorld(calm({ traffic, weather: { stopShare: 0.1 } }), 3, 4),
    );
    expect(some?.calls).toEqual(without?.calls);
    expect(some?.weather.closures).toEqual(without?.weather.closures);
    const wetter = makeWorld(calm({ traffic: BUSY, weather: { stopShare: 0.3 } }), 3, 4);
    expect(wetter.traffic).toEqual(some?.traffic);
  });

  test('take berth, pilot and channel, stay, and leave: the slag ship waits for all of it', () => {
    const inputs = calm({ season: calls([2e6, 100]) });
    const facts = season(inputs, 'direct', { traffic: [other(330)] });
    expect(facts.otherShips).toEqual([{ arrived: 330, alongside: 332, sailed: 343 }]);
    expect(callOf(facts)).toMatchObject({ arrived: 340, berthGranted: 343, pilotOnBoard: 343, alongside: 345 });
    expect(callOf(facts).hours.ship.noBerth).toBe(3);
  });

  test('compete for pilots though there are berths enough', () => {
    const inputs = calm({ season: calls([2e6, 100]), quay: { berths: 2 }, harbour: { pilots: 1 } });
    const facts = season(inputs, 'direct', { traffic: [other(339)] });
    expect(callOf(facts)).toMatchObject({ berthGranted: 340, pilotOnBoard: 341, alongside: 343 });
    expect(callOf(facts).hours.ship).toMatchObject({ queue: 1, noBerth: 0 });
    expect(callOf(facts).hours.ship.moving).toBeCloseTo(1.4, 9);
  });

  test('stand aside where slag ships go first', () => {
    const traffic = [other(330, 30), other(335)];
    const alongside = (first: 'slag' | null) => {
      const inputs = calm({ season: calls([2e6, 100]), berths: { first } });
      return callOf(season(inputs, 'staged', { traffic })).alongside;
    };
    expect(alongside(null)).toBe(330 + 2 + 30 + 1 + 2 + 10 + 1 + 2);
    expect(alongside('slag')).toBe(330 + 2 + 30 + 1 + 2);
  });

  test('that are still there when the clock closes are listed as they are', () => {
    const inputs = calm({ season: calls([2e6, 100]), quay: { berths: 3 } });
    const facts = season(inputs, 'direct', { traffic: [other(6780), other(6791.5)] });
    expect(facts.otherShips).toEqual([
      { arrived: 6780, alongside: 6782, sailed: null },
      { arrived: 6791.5, alongside: null, sailed: null },
    ]);
  });

  test('are seen by both modes alike, up to what the slag ships do to them', () => {
    const inputs = calm({ season: calls([2e6, 100]), traffic: BUSY });
    const moves = { staged: [] as Move[], direct: [] as Move[] };
    const arrived = (['staged', 'direct'] as const).map((mode) => {
      const observer = { move: (move: Move) => void moves[mode].push(move) };
      return simulateSeason(inputs, mode, makeWorld(inputs, 1, 0), observer).otherShips.map((ship) => ship.arrived);
    });
    expect(arrived[0]).toEqual(arrived[1]);
    const before = ({ asked, ship }: Move) => asked < 300 && ship.startsWith('other');
    expect(moves.staged.filter(before)).toEqual(moves.direct.filter(before));
    expect(moves.staged.filter(before).length).toBeGreaterThan(3);
  });
});
