import { describe, expect, test } from 'vitest';
import { constant } from '../../src/random/index.ts';
import { type Changes, callOf, calls, calm, PERIOD_BEGINS, season } from './one-season.ts';

/** One truck, one crane, one shuttle; three loads of 32 t for a ship that arrives at hour 340. */
const ALONE: Changes = {
  season: calls([96_000, 100]),
  fleet: { trucks: 1, stagingTrucks: 1, payloadKg: constant(32_000) },
  quay: { cranesPerCall: 1, loadsPerCrane: 2, craneKgPerHour: 320_000, tipHours: constant(0.08) },
  road: { distanceKm: 6, loadedKmPerHour: 30, emptyKmPerHour: 40 },
  yard: { shuttleTrucks: 1, lossFraction: 0 },
};

const ARRIVED = PERIOD_BEGINS + 100;
const ALONGSIDE = ARRIVED + 2;
const READY = ALONGSIDE + 1;
const LOADED = 0.1 + 0.01; // loading and weighing at the works
const DRIVE = 0.2; // 6 km at 30 km/h
const BACK = 0.15; // 6 km at 40 km/h
const CRANE = 0.1; // 32 t at 320 t/h

describe('the hours of a single truck, by hand', () => {
  test('straight to the ship: every instant of its three trips', () => {
    const call = callOf(season(calm(ALONE), 'direct'));
    const tipped = LOADED + DRIVE + 0.01 + 0.08; // gate and apron
    const cycle = tipped + BACK; // 0.55 h
    const sent = READY - 1; // an hour's lead
    const [first, second, third] = [READY, sent + cycle + tipped, sent + 2 * cycle + tipped];
    expect([call.arrived, call.alongside, call.ready]).toEqual([ARRIVED, ALONGSIDE, READY]);
    expect(call.loadingStarted).toBe(READY);
    expect(call.loadingCompleted).toBeCloseTo(third + CRANE, 9);
    expect(call.sailed).toBeCloseTo(third + CRANE + 1 + 1, 9);
    expect(call.firstToLoadingHours).toBeCloseTo(first - (sent + LOADED), 9);
    // The second load finds the first aboard only if the crane is quicker than the cycle.
    const begins = [first, Math.max(second, first + CRANE), third];
    const left = [0, 1, 2].map((k) => sent + k * cycle + LOADED);
    const mean = begins.reduce((sum, hour, k) => sum + hour - (left[k] as number), 0) / 3;
    expect(call.meanToLoadingHours).toBeCloseTo(mean, 9);
    expect(call.trucks).toMatchObject({ loads: 3, loadedKm: 18, emptyKm: 18 });
    expect(call.trucks.turnHours).toBeCloseTo(3 * cycle, 9);
    expect(call.trucks.waitHours).toBeCloseTo(0, 9);
    const dwell = begins.reduce((sum, hour, k) => sum + hour + CRANE - ((left[k] as number) + DRIVE), 0);
    expect(call.portDwellKgHours).toBeCloseTo(32_000 * dwell, 3);
    expect(call.cranes.workingHours).toBeCloseTo(3 * CRANE, 9);
    expect(call.cranes.assignedHours).toBeCloseTo(call.loadingCompleted - READY, 9);
    expect(call.cranes.idleForCargoHours).toBeCloseTo(call.loadingCompleted - READY - 3 * CRANE, 9);
    expect(call.worksLoaderHours).toBeCloseTo(0.3, 9);
    expect(call.loaderHandledKg).toBe(96_000);
  });

  test('by way of the yard: collecting, declaring, shuttling', () => {
    const call = callOf(season(calm(ALONE), 'staged'));
    const stacked = LOADED + DRIVE + 0.01 + 0.07 + 0.05; // automatic gate, manual check, stacking
    const collected = ARRIVED - 144 + 2 * (stacked + BACK) + stacked;
    expect(call.lots).toHaveLength(1);
    expect(call.lots[0]?.arrived).toBeCloseTo(ARRIVED - 144 + LOADED + DRIVE, 9);
    expect(call.lots[0]?.released).toBeCloseTo(collected + 24, 9);
    expect(call.trucks.turnHours).toBeCloseTo(3 * (stacked + BACK), 9);

    const shuttled = 0.08 + 0.075 + 0.08; // reclaim, 1.5 km at 20 km/h, tipping
    const third = READY + CRANE; // two loads lie on the apron; the third has room when the first is aboard
    expect(ALONGSIDE + 2 * (shuttled + 0.075) + shuttled).toBeLessThan(third);
    expect(call.loadingStarted).toBe(READY);
    expect(call.loadingCompleted).toBeCloseTo(READY + 3 * CRANE, 9);
    const waited = third - (ALONGSIDE + 2 * (shuttled + 0.075) + 0.08 + 0.075);
    expect(call.shuttles.waitHours).toBeCloseTo(waited, 9);
    expect(Array.from(call.shuttles.waitHoursByTrip, (hours) => hours > 1e-9)).toEqual([false, false, true]);
    expect(call.shuttles.turnHours).toBeCloseTo(3 * (shuttled + 0.075) + waited, 9);
    expect(call.shuttles).toMatchObject({ loads: 3, loadedKm: 4.5, emptyKm: 4.5 });
    expect(call.storedKgByDays).toEqual([0, 0, 0, 0, 0, 0, 0, 96_000]); // a good six days, the seventh begun
    expect(call.yardLoaderHours).toBeCloseTo(3 * 0.05 + 3 * 0.08, 9);
    expect(call.loaderHandledKg).toBe(3 * 96_000);
  });
});
