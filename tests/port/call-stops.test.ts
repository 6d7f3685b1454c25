import { describe, expect, test } from 'vitest';
import { Calendar } from '../../src/port/calendar.ts';
import { stopsOfMove } from '../../src/port/call-stops.ts';
import type { CallFacts, Move, StopCause, World } from '../../src/port/index.ts';
import { makeWorld } from '../../src/port/index.ts';
import { Stops } from '../../src/port/stops.ts';
import { constant } from '../../src/random/index.ts';
import { callOf, calls, calm, flooded, season } from './one-season.ts';

/** Stops of one cause, in order of time, to a billionth of an hour. */
function spansOf({ stops }: Pick<CallFacts, 'stops'>, cause: StopCause): number[][] {
  const own = stops.filter((stop) => stop.cause === cause).sort((a, b) => a.from - b.from);
  return own.map(({ from, to }) => [from, to].map((hour) => Math.round(hour * 1e9) / 1e9));
}

test('a ship that nothing keeps is shifted in and surveyed, no more', () => {
  const { stops } = callOf(season(calm({ season: calls([2e6, 100]) }), 'direct'));
  expect(stops).toEqual([
    { cause: 'shifting', from: 340, to: 342 },
    { cause: 'survey', from: 342, to: 343 },
  ]);
});

describe('a move', () => {
  const calmly = { pilotage: Stops.none, pilotageIce: Calendar.always, portOpen: Calendar.always };
  /** Asked at 10; weather and tide would let her go at 14; a tug is free at 16. */
  const move: Move = {
    ship: 'call 1',
    direction: 'in',
    asked: 10,
    free: 14,
    begins: 16,
    entersChannel: 16,
    leavesChannel: 17,
    ends: 18,
    tugs: 2,
    draught: 10,
    water: new Calendar([[9, 14]]),
  };

  test('waits for water, then for a tug, and is then shifting where it goes in', () => {
    const stops = [
      { cause: 'tide', from: 10, to: 14 },
      { cause: 'pilotage', from: 14, to: 16 },
    ];
    expect(stopsOfMove(move, calmly)).toEqual([...stops, { cause: 'shifting', from: 16, to: 18 }]);
    expect(stopsOfMove({ ...move, direction: 'out' }, calmly)).toEqual(stops);
  });

  test('that misses the water while it waits for a tug waits for both, each in its hours, in one piece', () => {
    const water = new Calendar([
      [9, 14],
      [14.5, 15],
    ]);
    const stops = stopsOfMove({ ...move, free: 12, water }, calmly);
    expect(spansOf({ stops }, 'tide')).toEqual([
      [10, 14],
      [14.5, 15],
    ]);
    expect(spansOf({ stops }, 'pilotage')).toEqual([
      [14, 14.5],
      [15, 16],
    ]);
  });

  test('is kept by ice or by the port being closed before anything else, also on the way', () => {
    const [ice, fog] = [
      new Calendar([[8, 11]]),
      new Calendar([
        [15, 15.5],
        [17, 17.5],
        [40, 50],
      ]),
    ];
    const pilotage = new Stops([['weather', Calendar.allOf([ice, fog])]]);
    const stops = stopsOfMove({ ...move, ends: 18.5 }, { pilotage, pilotageIce: ice, portOpen: fog });
    expect(spansOf({ stops }, 'ice')).toEqual([[10, 11]]);
    expect(spansOf({ stops }, 'closure')).toEqual([
      [15, 15.5],
      [17, 17.5],
    ]);
    expect(spansOf({ stops }, 'tide')).toEqual([[11, 14]]);
    expect(spansOf({ stops }, 'pilotage')).toEqual([
      [14, 15],
      [15.5, 16],
    ]);
    expect(spansOf({ stops }, 'shifting')).toEqual([[16, 18.5]]);
  });
});

describe('weather by kind', () => {
  const inputs = calm({ season: calls([2e6, 100]) });
  const always = Array.from({ length: 12 }, () => 0.5);
  const never = { shareByMonth: always.map(() => 0), hours: constant(1), stops: [] };
  const iceOnly = (stops: readonly ('cranes' | 'pilotage')[]) => ({
    ...inputs.weather,
    byKind: {
      wind6: never,
      wind7: { probability: 0, part: 0, stops: [] },
      fog: never,
      rain: never,
      ice: { shareByMonth: always, hours: constant(30), stops },
    },
  });

  test('tells ice that stops the pilot from ice that stops the cranes, and from what closes the port', () => {
    const pilots = makeWorld({ ...inputs, weather: iceOnly(['pilotage']) }, 1, 0);
    expect(pilots.pilotageIce.closures.length).toBeGreaterThan(3);
    expect(pilots.pilotageIce.closures).toEqual(pilots.pilotage.calendar.closures);
    expect([pilots.quayIce.closures, pilots.portOpen.closures]).toEqual([[], []]);
    const cranes = makeWorld({ ...inputs, weather: iceOnly(['cranes']) }, 1, 0);
    expect(cranes.quayIce.closures).toEqual(pilots.pilotageIce.closures);
    expect(cranes.pilotageIce.closures).toEqual([]);
  });

  test('that is not told apart closes the port', () => {
    const world = makeWorld({ ...inputs, weather: { ...inputs.weather, byKind: null, stopShare: 0.1 } }, 1, 0);
    expect(world.portOpen.closures).toEqual(world.weather.closures);
    expect(world.pilotageIce.closures).toEqual([]);
  });
});

test('ice that keeps the pilot ashore is told from the order to a berth on, not from arrival', () => {
  const ice = new Calendar([[330, 350]]);
  const world: Partial<World> = { pilotage: new Stops([['weather', ice]]), pilotageIce: ice };
  const { calls: both } = season(calm({ season: calls([8e6, 100], [2e6, 101]) }), 'direct', world);
  const [first, second] = both as [CallFacts, CallFacts];
  expect(spansOf(first, 'ice')).toEqual([[340, 350]]);
  expect(spansOf(first, 'shifting')).toEqual([[350, 352]]);
  // The second would have had no berth anyway.
  expect(spansOf(second, 'ice')).toEqual([]);
});

describe('while she loads', () => {
  /** 160 loads of 0.1 h for one crane: 16 h from hour 343 on if nothing stops it. */
  const loading = flooded(160);

  test('the quay may be closed: open from 8 to 20, she is ready at 7 of the fifteenth day', () => {
    const quay = { ...loading.shifts.quay, opensHour: 8, closesHour: 20 };
    const call = callOf(season({ ...loading, shifts: { ...loading.shifts, quay } }, 'direct'));
    expect(call.loadingCompleted).toBeGreaterThan(368);
    expect(spansOf(call, 'closure')).toEqual([
      [343, 344],
      [356, 368],
    ]);
  });

  test('change-overs of the crews and weather close nothing', () => {
    const shifts = { ...loading.shifts, startsAtHours: [10], changeoverHours: 1 };
    const call = callOf(season({ ...loading, shifts }, 'direct', { weather: new Calendar([[350, 352]]) }));
    expect(call.hours.cranes.shift).toBeGreaterThan(0);
    expect(call.stops.map(({ cause }) => cause)).toEqual(['shifting', 'survey'].sort());
  });

  test('her cranes may all be out of order; one of two alone does not stop her', () => {
    const down = [
      new Calendar([[344, 348]]),
      new Calendar([
        [330, 343.5],
        [346, 350],
      ]),
    ];
    const crane = (_: number, number: number) => new Stops([['breakdown', down[number] ?? Calendar.always]]);
    const call = callOf(season(flooded(160, { cranesPerCall: 2 }), 'direct', { crane }));
    expect(spansOf(call, 'breakdown')).toEqual([[346, 348]]);
  });

  test('ice may stop her cranes', () => {
    const ice = new Calendar([[342, 345]]);
    const crane = () => new Stops([['weather', ice]]);
    expect(spansOf(callOf(season(loading, 'direct', { crane, quayIce: ice })), 'ice')).toEqual([[343, 345]]);
  });
});

describe('customs', () => {
  /** One lot of ten loads, inspected for 4 h from its first truck on, which passes the gate at 342 + 0.11 + 8/30 + 0.01. */
  const inspected = (changes: Parameters<typeof calm>[0] = {}) =>
    calm({
      season: calls([320_000, 100]),
      fleet: { payloadKg: constant(32_000) },
      ...changes,
      customs: {
        lotKg: 320_000,
        inspectionProbability: 1,
        inspectionHours: constant(4),
        reviewHours: constant(1),
        ...changes.customs,
      },
    });
  const released = Math.round((342 + 0.11 + 8 / 30 + 0.01 + 4) * 1e9) / 1e9;

  test('that hold all her cargo hold her from when she is ready to the release', () => {
    const call = callOf(season(inspected(), 'direct'));
    expect(spansOf(call, 'customs')).toEqual([[343, released]]);
  });

  test('do not where her cranes could not work, and then for the hours between', () => {
    const down = new Calendar([[344, 345]]);
    const crane = () => new Stops([['breakdown', down]]);
    expect(spansOf(callOf(season(inspected(), 'direct', { crane })), 'customs')).toEqual([
      [343, 344],
      [345, released],
    ]);
  });

  test('that hold one lot of two hold her only once the other is aboard', () => {
    // 2,000 t at 280 t/h for one crane; one lot is inspected for 30 h, so the other is aboard long before: there are trucks
    // for both.
    const inputs = inspected({
      season: calls([2e6, 100]),
      customs: { lotKg: 1e6, lotsPerDeclaration: 2, inspectionHours: constant(30) },
      quay: { cranesPerCall: 1 },
      fleet: { payloadKg: constant(32_000), trucks: 80 },
      dispatch: { trucksUnderWay: 80 },
    });
    const call = callOf(season(inputs, 'direct'));
    const held = call.lots.find(({ inspected: was }) => was);
    const spans = spansOf(call, 'customs');
    const [from, to] = spans.at(-1) as [number, number];
    // Thirty loads of 32 t are of the other lot alone.
    expect(from).toBeGreaterThan(call.loadingStarted + (30 * 32_000) / 280_000 - 1e-6);
    expect(to).toBeCloseTo(held?.released as number, 6);
    // One crane: what customs cost her, the first trucks that stood included, is what they cost it.
    const hours = spans.reduce((sum, [begins, ends]) => sum + (ends as number) - (begins as number), 0);
    expect(call.hours.cranes.customs).toBeCloseTo(hours, 6);
  });

  test('that hold staged cargo for want of 24 hours hold her too', () => {
    const late = inspected({
      yard: { stagingLeadHours: 10 },
      customs: { inspectionProbability: 0, lateLeadHours: 24 },
    });
    const call = callOf(season(late, 'staged'));
    expect(spansOf(call, 'customs')).toEqual([[343, Math.round((call.lots[0]?.released as number) * 1e9) / 1e9]]);
  });

  test('hold her after loading for an amendment', () => {
    const customs = { inspectionProbability: 0, surveyDeviation: constant(0.01), amendmentHours: constant(2) };
    const call = callOf(season(inspected({ customs }), 'direct'));
    const filed = call.loadingCompleted + 1;
    expect(call.stops.filter(({ cause }) => cause === 'customs')).toEqual([
      { cause: 'customs', from: filed, to: expect.closeTo(filed + 2, 9) },
    ]);
  });
});
