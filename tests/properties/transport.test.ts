import { describe, expect, test, vi } from 'vitest';
import { type Drive, makeWorld, type SeasonFacts } from '../../src/port/index.ts';
import { listOf, numberOf, type Scenario, toPortInputs } from '../../src/scenario/index.ts';
import { onBothModes } from './seasons.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Hours that rounding may move an instant. */
const ROUNDING = 1e-6;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function byTruck(drives: readonly Drive[]): Drive[][] {
  const trucks = new Map<number, Drive[]>();
  for (const drive of drives) {
    const ofOne = trucks.get(drive.truck);
    if (ofOne === undefined) trucks.set(drive.truck, [drive]);
    else ofOne.push(drive);
  }
  return [...trucks.values()];
}

const hasRefusals = ({ calls }: SeasonFacts) => calls.some(({ refused }) => refused.loads > 0);

describe('drives', () => {
  test('go out loaded and home empty in turn, one at a time', () => {
    onBothModes(({ drives, facts }) => {
      // What customs refuses is hauled home: that goes the other way round.
      if (hasRefusals(facts)) return;
      expect(drives).toHaveLength(2 * sum(facts.calls.map(({ trucks }) => trucks.loads)));
      const inTurn = ({ way, from }: Drive, i: number, ofOne: readonly Drive[]) =>
        way === (i % 2 === 0 ? 'loaded' : 'empty') && from >= (ofOne[i - 1]?.to ?? 0) - ROUNDING;
      expect(byTruck(drives).flatMap((ofOne) => ofOne.filter((...one) => !inTurn(...one)))).toEqual([]);
    });
  });

  test('begin in no curfew, and in no incident that closes the road', () => {
    onBothModes(({ drives }, scenario) => {
      const curfew = listOf<number>(scenario, 'road.curfewHours');
      const world = makeWorld(toPortInputs(scenario), 1, 0);
      const closed = scenario.parameters['road.incidentsClose'].value;
      expect(drives.filter(({ from }) => curfew.includes(Math.floor(from) % 24))).toEqual([]);
      if (closed) expect(drives.filter(({ from }) => world.incidents.nextOpen(from) !== from)).toEqual([]);
    });
  });

  test('are no longer than the rule allows without a rest', () => {
    onBothModes(({ drives }, scenario) => {
      const rest = toPortInputs(scenario).fleet.restHours;
      const limit = numberOf(scenario, 'fleet.restAfter');
      if (scenario.parameters['fleet.restRule'].value === false) {
        expect(sum(drives.map(({ restHours }) => restHours))).toBe(0);
        return;
      }
      let most = 0;
      for (const ofOne of byTruck(drives)) {
        let driven = 0;
        for (const [i, { way, from, drivenHours, restHours }] of ofOne.entries()) {
          // Whatever a truck does at the works for so long is more than the model counts as a rest.
          if (way === 'loaded' && from - (ofOne[i - 1]?.to ?? 0) >= rest - ROUNDING) driven = 0;
          const rests = Math.round(restHours / rest);
          driven += drivenHours - rests * limit;
          most = Math.max(most, driven);
        }
      }
      expect(most).toBeLessThanOrEqual(limit + ROUNDING);
    });
  });
});

describe('the fleet', () => {
  test('spends all its hours on something, and on trips what its trips took', () => {
    onBothModes(({ facts }, scenario) => {
      const { truckHours, tripHours, idleHours, offHours, restHours, refuelHours } = facts.fleet;
      const hired = sum(facts.calls.map((call) => call.hiredTruckHours));
      expect(truckHours).toBeCloseTo(numberOf(scenario, 'fleet.size') * facts.horizonHours + hired, 3);
      expect(tripHours + idleHours + offHours + restHours + refuelHours).toBeCloseTo(truckHours, 3);
      expect(tripHours).toBeCloseTo(sum(facts.calls.map(({ trucks }) => trucks.turnHours)), 3);
      expect(Math.min(tripHours, idleHours, offHours, restHours, refuelHours)).toBeGreaterThanOrEqual(0);
    });
  });

  test('sends nobody outside working hours, and fills up only where it must', () => {
    onBothModes(({ facts, trips }, scenario) => {
      const [from, to] = [numberOf(scenario, 'fleet.workFrom'), numberOf(scenario, 'fleet.workTo')];
      const late = trips.filter(({ kind, from: sent }) => kind === 'works' && !(sent % 24 >= from && sent % 24 < to));
      expect(late).toEqual([]);
      const every = numberOf(scenario, 'fleet.refuelEvery');
      const km = sum(facts.calls.map(({ trucks }) => trucks.loadedKm + trucks.emptyKm));
      if (every === 0) expect(facts.fleet.refuels).toBe(0);
      // Each filling lasts for at least one round trip, and for all that fit.
      else expect(facts.fleet.refuels).toBeLessThanOrEqual(km / roundTripsKm(scenario, every) + ROUNDING);
    });
  });
});

/** Kilometres that a truck drives on one filling. */
function roundTripsKm(scenario: Scenario, every: number): number {
  const roundTrip = 2 * numberOf(scenario, 'road.distance');
  return Math.max(1, Math.floor(every / roundTrip)) * roundTrip;
}

describe('the works', () => {
  test('make what their output comes to, taken in or turned away', () => {
    onBothModes(({ facts }, scenario) => {
      const { outputKgPerHour, wholeOutputKgPerHour } = toPortInputs(scenario).works;
      const { turnedAwayKg, maintenanceHours, fullHours, fullHoursWhileServing, shortHours } = facts.works;
      const made = facts.mass.producedKg + turnedAwayKg;
      const hours = facts.horizonHours - maintenanceHours;
      expect(made).toBeLessThanOrEqual(wholeOutputKgPerHour * hours + 1);
      expect(made).toBeGreaterThanOrEqual(outputKgPerHour * (hours - 0.25) - 1);
      expect(fullHours).toBeLessThanOrEqual(hours + ROUNDING);
      expect(shortHours).toBeLessThanOrEqual(facts.horizonHours);
      expect(fullHours > 0).toBe(turnedAwayKg > 0);
      expect(fullHoursWhileServing).toBeLessThanOrEqual(fullHours);
      expect(fullHoursWhileServing > 0).toBe(facts.works.turnedAwayKgWhileServing > 0);
    });
  });

  test('are short of stock only where their warehouse has been all but empty', () => {
    onBothModes(({ facts, stocks }, scenario) => {
      const largestKg = 1000 * (numberOf(scenario, 'fleet.payload') + 3 * numberOf(scenario, 'fleet.payloadSd'));
      const least = stocks.find(({ name }) => name === 'works')?.leastKg ?? Number.NaN;
      if (facts.works.shortHours > 0) expect(least).toBeLessThan(largestKg);
    });
  });
});
