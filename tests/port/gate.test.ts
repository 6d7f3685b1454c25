import { describe, expect, test } from 'vitest';
import type { Mechanisms } from '../../src/port/index.ts';
import { constant } from '../../src/random/index.ts';
import { type Changes, callOf, calls, calm, season } from './one-season.ts';

/** Four trucks that reach the gate together, and find room for all on the apron; and so again for a second ship. */
function fours(gate: Changes['gate'], mechanisms: Partial<Mechanisms> = {}, customs: Changes['customs'] = {}) {
  const inputs = calm({
    season: calls([4 * 32_000, 100], [4 * 32_000, 196]),
    works: { loaders: 4, weighbridgeLanes: 4 },
    fleet: { trucks: 4, payloadKg: constant(32_000) },
    quay: { loadsPerCrane: 4 },
    dispatch: { policy: 'all-at-once' },
    customs: { reviewHours: constant(1), ...customs },
    gate: {
      lanes: 1,
      serviceHours: constant(0.02),
      mannedServiceHours: constant(0.03),
      manualCheckHours: constant(0.08),
      weighingHours: constant(0.05),
      outHours: constant(0.05),
      ...gate,
    },
  });
  return season(inputs, { ahead: true, sorting: true, straight: true, ...mechanisms });
}

/** The first ship's. */
const four = (...given: Parameters<typeof fours>) => callOf(fours(...given));

const waits = (...given: Parameters<typeof four>) => Array.from(four(...given).trucks.waitHoursByTrip);
const about = (hours: readonly number[]) => hours.map((hour) => expect.closeTo(hour, 9));

describe('manned lanes', () => {
  test('stand idle while every instruction can be read', () => {
    expect(waits({ mannedLanes: 3 })).toEqual(about([0, 0.02, 0.04, 0.06]));
  });

  test('take the overflow where they may, at their own pace and without a check', () => {
    const call = four({ mannedLanes: 1, mannedServeAll: true });
    expect(Array.from(call.trucks.waitHoursByTrip)).toEqual(about([0, 0, 0.02, 0.04]));
    const alone = four({ mannedLanes: 1 });
    expect(call.hours.trucks.service - alone.hours.trucks.service).toBeCloseTo(0.01, 9);
  });

  test('take every truck where nothing is sorted, and check it', () => {
    expect(waits({ mannedLanes: 1 }, { sorting: false })).toEqual(about([0, 0.11, 0.22, 0.33]));
    expect(waits({ mannedLanes: 2 }, { sorting: false })).toEqual(about([0, 0, 0.11, 0.11]));
  });

  test('take trucks whose lot is not released, and the clerk reads a release that comes while they stand in line', () => {
    const held = four({ mannedLanes: 1 }, { ahead: false });
    expect(held.hours.trucks.queue).toBeCloseTo(0.11 + 0.22 + 0.33, 9);
    // Lodged when the first has passed, at 0.11; reviewed by 0.26; the fourth comes into the lane at 0.33.
    const read = four({ mannedLanes: 1 }, { ahead: false }, { reviewHours: constant(0.15) });
    expect(held.hours.trucks.service - read.hours.trucks.service).toBeCloseTo(0.08, 9);
  });

  test('take collecting trucks as long as nothing is declared', () => {
    const staged = { straight: false, ahead: false };
    const service = (gate: Changes['gate']) => four(gate, staged).hours.trucks.service;
    const loads = four({}, staged).trucks.loads;
    expect(service({ mannedLanes: 1 }) - service({})).toBeCloseTo(loads * (0.03 + 0.08 - 0.02), 9);
    const ahead = { straight: false, ahead: true };
    expect(four({ mannedLanes: 1 }, ahead)).toEqual(four({}, ahead));
  });
});

test('weighbridges behind the lanes take one truck each', () => {
  expect(waits({ lanes: 4, weighbridges: 1 })).toEqual(about([0, 0.05, 0.1, 0.15]));
  expect(waits({ lanes: 4, weighbridges: 4 })).toEqual(about([0, 0, 0, 0]));
});

test('lanes out take one truck each, in both chains', () => {
  // Tipped together, since they came together.
  expect(waits({ lanes: 4, outLanes: 1 })).toEqual(about([0, 0.05, 0.1, 0.15]));
  const turn = (outLanes: number) => four({ lanes: 4, outLanes }, { straight: false }).hours.trucks.service;
  const loads = four({}, { straight: false }).trucks.loads;
  expect(turn(4) - turn(0)).toBeCloseTo(loads * 0.05, 9);
});

describe('the inspection yard', () => {
  /** Declared at the gate, so that all wait for the review from when the first has passed. */
  const held = (inspectionPlaces: number, gate: Changes['gate'] = {}) =>
    four(gate, { ahead: false }, { inspectionPlaces }).hours.trucks;

  test('takes every truck that customs holds, where there is room', () => {
    const { customs, queue } = held(Number.POSITIVE_INFINITY);
    expect(customs).toBeCloseTo(1 + 0.98 + 0.96 + 0.94, 9);
    expect(queue).toBeCloseTo(0.02 + 0.04 + 0.06, 9);
    expect(held(3)).toEqual(held(Number.POSITIVE_INFINITY));
  });

  test('when full leaves a truck in its lane, which nobody passes', () => {
    // Passed at 0.02, released at 1.02: the second stands in the lane from 0.04, the others pass after it.
    const { customs, queue } = held(1);
    expect(customs).toBeCloseTo(1 + 0.98, 9);
    expect(queue).toBeCloseTo(0.02 + 1.02 + 1.04, 9);
  });

  test('gives its places back', () => {
    const [first, second] = fours({}, { ahead: false }, { inspectionPlaces: 2 }).calls;
    expect(second?.hours.trucks.customs).toBeCloseTo(first?.hours.trucks.customs as number, 9);
    expect(second?.hours.trucks.queue).toBeCloseTo(first?.hours.trucks.queue as number, 9);
    expect(first?.hours.trucks.queue).toBeCloseTo(0.02 + 0.04 + 1.02, 9);
  });

  test('when full leaves the automatic lanes free, where there are manned ones', () => {
    // Of 0.11 each: the second is served by 0.22; when it is released, at 1.11, the others need no check any more.
    const { customs, queue } = held(1, { mannedLanes: 1 });
    expect(customs).toBeCloseTo(1 + 0.89, 9);
    expect(queue).toBeCloseTo(0.11 + 1.11 + 1.14, 9);
  });

  test('holds the trucks of the lot that is inspected, nobody else', () => {
    const customs = { lotKg: 32_000, lotsPerDeclaration: 4, inspectionProbability: 1, inspectionHours: constant(4) };
    const call = four({ lanes: 4 }, {}, customs);
    expect(call.lots.filter((lot) => lot.inspected)).toHaveLength(1);
    expect([...call.trucks.waitHoursByTrip].sort()).toEqual(about([0, 0, 0, 4]));
  });
});
