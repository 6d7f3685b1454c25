import { describe, expect, test } from 'vitest';
import { type Mode, makeWorld, type PortInputs, recordSeason } from '../../src/port/index.ts';
import { constant } from '../../src/random/index.ts';
import { calls, calm } from './one-season.ts';

/** Lots that each trip carried, by their place in the facts, in the order in which trips were sent. */
function carriedBy(inputs: PortInputs, mode: Mode): number[][] {
  const { trips, carried } = recordSeason(inputs, mode, makeWorld(inputs, 1, 0)).recording;
  return Array.from({ length: trips.count }, (_, trip) => [
    ...carried.lot.subarray(trips.lots[trip], trips.lots[trip + 1]),
  ]);
}

/** Three loads of 32 t, of two lots of 48 t. */
const three = calm({
  season: calls([96_000, 100]),
  fleet: { payloadKg: constant(32_000) },
  customs: { lotKg: 48_000 },
  yard: { shuttleTrucks: 1, lossFraction: 0 },
});
const OF_THREE = [[0], [0, 1], [1]];

describe('the recording tells which lots a load is of', () => {
  test('straight to the ship', () => {
    expect(carriedBy(three, 'direct')).toEqual(OF_THREE);
  });

  test('to the yard, and from there to the ship', () => {
    expect(carriedBy(three, 'staged')).toEqual([...OF_THREE, ...OF_THREE]);
  });

  test('of a refused lot, and of what replaces it', () => {
    const refusing = { reviewHours: constant(1), inspectionProbability: 1, inspectionHours: constant(4) };
    const inputs = calm({
      season: calls([320_000, 100]),
      fleet: { payloadKg: constant(32_000) },
      customs: { lotKg: 320_000, ...refusing, returnedShare: 1 },
      yard: { lossFraction: 0 },
    });
    const tenOf = (lot: number) => Array.from({ length: 10 }, () => [lot]);
    expect(carriedBy(inputs, 'direct')).toEqual([...tenOf(0), ...tenOf(1)]);
    // Ten to the yard, ten that fetch them back, ten with other slag, ten by shuttle.
    expect(carriedBy(inputs, 'staged')).toEqual([...tenOf(0), ...tenOf(0), ...tenOf(1), ...tenOf(1)]);
  });
});
