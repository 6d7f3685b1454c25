import { describe, expect, test } from 'vitest';
import {
  apronAt,
  fillingAt,
  fillingsOf,
  lastBefore,
  levelAt,
  type Mode,
  makeWorld,
  type PortInputs,
  type RecordedSeason,
  recordedEvents,
  recordSeason,
  sampleLevels,
  tideOf,
  tippedBeside,
  tripRoute,
  truckAt,
  trucksAtPlaces,
  truckTimelines,
  wayDone,
} from '../../src/port/index.ts';
import { constant } from '../../src/random/index.ts';
import { calls, calm, PERIOD_BEGINS } from './one-season.ts';
import { stagesOf } from './recorded-seasons.ts';

/** One truck, one crane, one shuttle; three loads of 32 t for a ship that arrives at hour 340. */
const alone = calm({
  season: calls([96_000, 100]),
  fleet: { trucks: 1, stagingTrucks: 1, payloadKg: constant(32_000) },
  quay: { cranesPerCall: 1, loadsPerCrane: 2, craneKgPerHour: 320_000, tipHours: constant(0.08) },
  road: { distanceKm: 6, loadedKmPerHour: 30, emptyKmPerHour: 40 },
  yard: { shuttleTrucks: 1, lossFraction: 0 },
});
const ALONGSIDE = PERIOD_BEGINS + 102;
const READY = ALONGSIDE + 1;

const record = (inputs: PortInputs, mode: Mode): RecordedSeason => recordSeason(inputs, mode, makeWorld(inputs, 1, 0));
const staged = record(alone, 'staged');
const direct = record(alone, 'direct');

const STATE = { trip: -1, stage: 0, place: 0, from: 0, to: 0, laden: false };

const thousandth = (hours: number) => Math.round(hours * 1000) / 1000;

/** Stages with hours since the first, to the nearest thousandth. */
function told(season: RecordedSeason, trip: number) {
  const sent = season.recording.trips.sent[trip] as number;
  const since = (hour: number) => thousandth(hour - sent);
  return stagesOf(season, trip).map(({ place, from, to, laden }) => [place, since(from), since(to), laden]);
}

describe('a recording of one truck, by hand', () => {
  test('straight to the ship: loader, weighbridge, road, gate, apron, road', () => {
    const { trips } = direct.recording;
    expect([trips.count, ...trips.shuttle, ...trips.hired, ...trips.k]).toEqual([3, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
    expect(trips.sent[0]).toBeCloseTo(READY - 1, 9);
    expect(told(direct, 0)).toEqual([
      ['loader', 0, 0.1, false],
      ['weighOut', 0.1, 0.11, true],
      ['roadLoaded', 0.11, 0.31, true],
      ['gate', 0.31, 0.32, true],
      ['tipping', 0.32, 0.4, true],
      ['roadEmpty', 0.4, 0.55, false],
    ]);
    expect(tripRoute(direct.recording, 0)).toBe('toShip');
  });

  test('by way of the yard: the stack, and a shuttle that waits for room beside the ship', () => {
    const { trips, stocks } = staged.recording;
    expect([...trips.shuttle]).toEqual([0, 0, 0, 1, 1, 1]);
    expect(told(staged, 0)).toEqual([
      ['loader', 0, 0.1, false],
      ['weighOut', 0.1, 0.11, true],
      ['roadLoaded', 0.11, 0.31, true],
      ['gate', 0.31, 0.39, true],
      ['stacking', 0.39, 0.44, true],
      ['roadEmpty', 0.44, 0.59, false],
    ]);
    // Two loads lie on the apron; the third has room when the first is aboard, at READY + 0.1.
    const sent = ALONGSIDE + 2 * 0.31;
    const room = thousandth(READY + 0.1 - sent);
    expect(told(staged, 5)).toEqual([
      ['reclaim', 0, 0.08, false],
      ['haulLoaded', 0.08, 0.155, true],
      ['apronLine', 0.155, room, true],
      ['tipping', room, thousandth(room + 0.08), true],
      ['haulEmpty', thousandth(room + 0.08), thousandth(room + 0.155), false],
    ]);
    expect([0, 3].map((trip) => tripRoute(staged.recording, trip))).toEqual(['toYard', 'yardToShip']);
    expect([...(stocks.stacks[0]?.value ?? [])]).toEqual([0, 32e3, 64e3, 96e3, 64e3, 32e3, 0]);
    expect([...stocks.yard.value]).toEqual([0, 32e3, 64e3, 96e3, 64e3, 32e3, 0]);
    expect(sampleLevels(stocks.yard, [0, ALONGSIDE, ALONGSIDE + 0.081])).toEqual(Float64Array.of(0, 96e3, 64e3));
    expect(staged.recording.ships[0]?.berth).toBe(0);
  });

  test('tonnes go aboard evenly while the crane pours; before that they lie on the apron', () => {
    const [fillings = []] = fillingsOf(direct.recording.pours, 1);
    const tipped = tippedBeside(direct.recording.pours, 0);
    expect(fillingAt(fillings, READY)).toBe(0);
    expect(fillingAt(fillings, READY + 0.05)).toBeCloseTo(16_000, 3);
    expect(apronAt(tipped, fillings, READY - 0.61)).toBe(0);
    expect(apronAt(tipped, fillings, READY - 0.59)).toBe(32_000);
    expect(apronAt(tipped, fillings, READY + 0.05)).toBeCloseTo(2 * 32_000 - 16_000, 3);
    expect(fillingAt(fillings, direct.facts.horizonHours)).toBe(96_000);
  });

  test('where a truck is, half-way and before and after its trips', () => {
    const [truck] = truckTimelines(direct.recording);
    if (truck === undefined) throw new RangeError('no truck');
    const sent = READY - 1;
    expect(truckAt(direct.recording, truck, sent - 0.01, STATE)).toBe(false);
    expect(truckAt(direct.recording, truck, sent + 0.16, STATE)).toBe(true);
    expect(STATE).toMatchObject({ trip: 0, laden: true });
    expect(wayDone(direct.recording, STATE, sent + 0.16)).toBeCloseTo(0.25, 9);
    expect(truckAt(direct.recording, truck, sent + 3 * 0.55 + 0.01, STATE)).toBe(false);
    const road = trucksAtPlaces(direct.recording, ['roadLoaded', 'roadEmpty']);
    expect([0.05, 0.16, 0.35, 0.45].map((after) => levelAt(road, sent + after))).toEqual([0, 1, 0, 1]);
  });

  test('events in order of time', () => {
    const kinds = recordedEvents(staged).map(({ kind }) => kind);
    expect(kinds).toEqual([
      'stagingBegan',
      'stagingEnded',
      'lodged',
      'released',
      'arrived',
      'berthGranted',
      'pilotOnBoard',
      'alongside',
      'shuttlingBegan',
      'ready',
      'loadingStarted',
      'loadingCompleted',
      'unberthing',
      'sailed',
    ]);
    expect(recordedEvents(direct).map(({ kind }) => kind)).toContain('dispatchBegan');
  });

  test('a pour that a stop interrupts stands meanwhile, and its kilograms stay whole', () => {
    const shift = { startsAtHours: [7], changeoverHours: 0.25 };
    const stopped = calm({ ...alone, shifts: shift, quay: { ...alone.quay, craneKgPerHour: 32_000 } });
    const { recording } = record(stopped, 'direct');
    // Ready at 343, which is 7 o'clock: the crane begins at 7:15 and the first change-over after it is 24 h later.
    const { from, to, kg } = recording.pours;
    expect([from[0], to[0], kg[0]]).toEqual([READY + 0.25, READY + 1.25, 32_000]);
    const quay = recording.closures.find(({ part }) => part === 'quay');
    expect([quay?.cause, quay?.from[0], quay?.to[0]]).toEqual(['shift', 7, 7.25]);
    const slow = calm({ ...alone, shifts: shift, quay: { ...alone.quay, craneKgPerHour: 3200 } });
    const cut = record(slow, 'direct').recording.pours;
    const first = [...cut.trip.keys()].filter((row) => cut.trip[row] === cut.trip[0]);
    expect(first).toHaveLength(1);
    const long = [...cut.trip.keys()].filter((row) => cut.trip[row] === cut.trip[3]);
    expect(long.length).toBe(2);
    expect(long.reduce((sum, row) => sum + (cut.kg[row] as number), 0)).toBe(32_000);
    expect((cut.from[long[1] as number] as number) - (cut.to[long[0] as number] as number)).toBe(0.25);
  });

  test('the tide can be worked out of the recording alone', () => {
    const { setting, horizonHours } = direct.recording;
    const world = makeWorld(alone, 1, 0);
    expect(tideOf(setting.tide, horizonHours).height(123.4)).toBe(world.tide.height(123.4));
    expect(tideOf(structuredClone(setting.tide), horizonHours).height(123.4)).toBe(world.tide.height(123.4));
  });

  test('the last instant not after an hour', () => {
    expect([0, 1, 1.5, 3, 9].map((hour) => lastBefore([1, 2, 2, 3], hour))).toEqual([-1, 0, 0, 3, 3]);
    expect(lastBefore([1, 2, 2, 3], 2)).toBe(2);
    expect(lastBefore([1, 2, 2, 3], 5, 1, 3)).toBe(2);
    expect(lastBefore([1, 2, 2, 3], 0, 1, 3)).toBe(-1);
  });
});
