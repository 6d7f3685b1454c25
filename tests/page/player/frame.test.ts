import { describe, expect, test } from 'vitest';
import { emptyFrame, type Frame, frameAt } from '../../../src/page/player/frame.ts';
import { lengthOf, planOf } from '../../../src/page/player/plan.ts';
import { slotsOf } from '../../../src/page/player/slots.ts';
import { levelAt, TRUCK_PLACES, trucksAtPlaces } from '../../../src/port/index.ts';
import { direct, hoursOf, plan, staged } from './sides.ts';

function shipSeen({ cranes, craneCause, craneCount, ...ship }: Frame['ships'][number]) {
  return { ...ship, cranes: [...cranes.subarray(0, craneCount)], causes: [...craneCause.subarray(0, craneCount)] };
}

/** What is to be seen of a frame. */
function seen(frame: Frame) {
  const { trucks, ships, shipCount, ...rest } = frame;
  const rows = Array.from({ length: trucks }, (_, row) => [
    frame.x[row],
    frame.y[row],
    frame.facing[row],
    frame.laden[row],
  ]);
  const { hour, parked, parkedShuttles, warehouseKg, yardKg, aboardKg, yuan, shipHours, truckHours } = rest;
  const figures = { hour, parked, parkedShuttles, warehouseKg, yardKg, aboardKg, yuan, shipHours, truckHours };
  return structuredClone({ figures, rows, piles: [...frame.pileKg], ships: ships.slice(0, shipCount).map(shipSeen) });
}

describe.each([
  ['staged', staged],
  ['direct', direct],
])('a picture of the %s season', (_, side) => {
  const { recording, facts } = side.season;

  test('goes by the hour alone: scrubbing back gives the same picture', () => {
    const frame = emptyFrame(side);
    const hours = hoursOf(side, 60);
    const forward = hours.map((hour) => seen(frameAt(side, plan, hour, frame)));
    const back = hours.toReversed().map((hour) => seen(frameAt(side, plan, hour, frame)));
    expect(back.toReversed()).toEqual(forward);
    expect(forward.some(({ rows }) => rows.length > 3)).toBe(true);
  });

  test('has every truck once: on its trip, or ready', () => {
    const frame = emptyFrame(side);
    const atPlaces = TRUCK_PLACES.map((place) => trucksAtPlaces(recording, [place]));
    for (const hour of hoursOf(side, 80)) {
      frameAt(side, plan, hour, frame);
      expect([...frame.at]).toEqual(atPlaces.map((series) => levelAt(series, hour)));
      const shuttlesAway = [...frame.kind.subarray(0, frame.trucks)].filter((kind) => kind === 2).length;
      const fleet = recording.setting.trucks + levelAt(side.hired, hour);
      expect(frame.parked + frame.trucks - shuttlesAway).toBe(fleet);
      expect(frame.parkedShuttles + shuttlesAway).toBe(recording.setting.shuttles);
    }
  });

  test('draws all trucks within the panel', () => {
    const frame = emptyFrame(side);
    for (const hour of hoursOf(side, 120)) {
      frameAt(side, plan, hour, frame);
      for (let row = 0; row < frame.trucks; row++) {
        expect(frame.x[row]).toBeGreaterThan(0);
        expect(frame.x[row]).toBeLessThan(plan.width);
        expect(frame.y[row]).toBeGreaterThan(0);
        expect(frame.y[row]).toBeLessThan(plan.height);
      }
    }
  });

  test('shows stacks that come to the yard, and ships that are laden when they are loaded', () => {
    const frame = emptyFrame(side);
    for (const hour of hoursOf(side, 60)) {
      frameAt(side, plan, hour, frame);
      expect(frame.pileKg.reduce((sum, kg) => sum + kg, 0)).toBe(frame.yardKg);
    }
    for (const call of facts.calls) {
      frameAt(side, plan, (call.loadingCompleted + call.unberthing) / 2, frame);
      const ship = frame.ships.slice(0, frame.shipCount).find(({ number }) => number === call.index);
      expect(ship).toMatchObject({ where: 'berth', sunk: 1, aboardKg: call.cargoKg });
      frameAt(side, plan, (call.loadingStarted + call.loadingCompleted) / 2, frame);
      const half = frame.ships.slice(0, frame.shipCount).find(({ number }) => number === call.index);
      expect(half?.craneCount).toBe(recording.setting.cranesPerCall);
    }
  });
});

test('the staged cargo goes through the yard, the direct one never', () => {
  expect(Math.max(...staged.season.recording.stocks.yard.value)).toBeGreaterThan(0);
  const frame = emptyFrame(direct);
  for (const hour of hoursOf(direct, 40)) expect(frameAt(direct, plan, hour, frame).yardKg).toBe(0);
});

describe('the plan', () => {
  const { setting } = staged.season.recording;

  test('has the road and the second haul to one scale', () => {
    const { road, haul, pixelsPerKm, haulCut } = planOf({ ...setting, roadKm: 8, shuttleKm: 1.5 }, 600, 360);
    expect(lengthOf(road) / 8).toBeCloseTo(pixelsPerKm, 9);
    expect(haulCut).toBe(false);
    expect(Math.abs(lengthOf(haul) - 1.5 * pixelsPerKm)).toBeLessThan(2.1);
  });

  test('says so where the haul is too long or too short for that', () => {
    expect(planOf({ ...setting, roadKm: 3, shuttleKm: 3 }, 600, 360).haulCut).toBe(true);
    expect(planOf({ ...setting, roadKm: 15, shuttleKm: 0.5 }, 600, 360).haulCut).toBe(true);
  });
});

test('bays are taken in order, the first that is free', () => {
  expect(slotsOf([])).toEqual([]);
  expect(slotsOf([[0, 5], [1, 2], [1.5, 3], [2, 4], [5, 6]])).toEqual([0, 1, 2, 1, 0]); // biome-ignore format: pairs
});

test('trucks drive: from one picture to the next, six seconds later, none leaps across the panel', () => {
  const frame = emptyFrame(direct);
  const [call] = direct.season.facts.calls;
  if (call === undefined) throw new RangeError('no call');
  const last = new Map<number, { x: number; y: number; trip: number; place: number }>();
  let [moves, leaps] = [0, 0];
  for (let hour = call.ready - 1; hour < call.ready + 3; hour += 1 / 600) {
    frameAt(direct, plan, hour, frame);
    for (let row = 0; row < frame.trucks; row++) {
      const now = {
        x: frame.x[row] ?? 0,
        y: frame.y[row] ?? 0,
        trip: frame.trip[row] ?? 0,
        place: frame.place[row] ?? 0,
      };
      const before = last.get(frame.timeline[row] ?? 0);
      last.set(frame.timeline[row] ?? 0, now);
      if (before?.trip !== now.trip) continue;
      moves++;
      if (Math.hypot(now.x - before.x, now.y - before.y) > plan.width / 5) leaps++;
    }
  }
  // A line that is full goes on in a second row, and who waits for a moment only comes to it in that moment.
  expect(leaps / moves).toBeLessThan(0.001);
  expect(moves).toBeGreaterThan(10_000);
});
