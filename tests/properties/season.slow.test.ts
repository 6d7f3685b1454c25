import { describe, expect, test, vi } from 'vitest';
import { trucksThatFeedCranes } from '../../src/port/dispatch.ts';
import { type CallFacts, MODES, type SeasonFacts } from '../../src/port/index.ts';
import { numberOf, type Scenario, toPortInputs } from '../../src/scenario/index.ts';
import { ALL_MECHANISMS, type ObservedTrip, onAny, onBothModes, seasonOf } from './seasons.ts';

/** Seasons take milliseconds, but a busy machine takes its time. */
vi.setConfig({ testTimeout: 60_000 });

/** Hours that rounding may move an instant. */
const ROUNDING = 1e-9;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('mass', () => {
  test('closes in whole kilograms in both modes', () => {
    onBothModes(({ facts }) => expectMassCloses(facts));
  });

  test('closes under each of the eight combinations of the mechanisms, and instants follow each other', () => {
    onAny((scenario) => {
      for (const mechanisms of ALL_MECHANISMS) {
        const { facts } = seasonOf(scenario, mechanisms);
        expectMassCloses(facts);
        for (const call of facts.calls) expectInOrder(instantsOf(call));
      }
    }, 10);
  });

  test('all cargo is stored where it does not go straight, and none where it does, under each of the eight', () => {
    onAny((scenario) => {
      for (const mechanisms of ALL_MECHANISMS) {
        for (const { storedKgByDays, cargoKg, refused } of seasonOf(scenario, mechanisms).facts.calls) {
          expect(sum(storedKgByDays)).toBe(mechanisms.straight ? 0 : cargoKg + refused.kg);
        }
      }
    }, 10);
  });

  test('what goes aboard is the cargo of the calls, each once', () => {
    onBothModes(({ facts }, scenario) => {
      const cargoes = scenario.cargoes.map(({ tonnes }) => Math.round(tonnes * 1000));
      const carried = facts.calls.map((call) => call.cargoKg);
      expect([...carried].sort((a, b) => a - b)).toEqual(cargoes.sort((a, b) => a - b));
      expect(facts.mass.loadedKg).toBe(sum(carried));
      for (const { lots, cargoKg } of facts.calls) {
        expect(sum(lots.filter((lot) => lot.outcome !== 'returned').map((lot) => lot.kg))).toBe(cargoKg);
      }
    });
  });

  test('all cargo is stored in staged mode and none in direct mode, where none is lost', () => {
    onBothModes(({ facts }, _, mode) => {
      for (const call of facts.calls) {
        expect(sum(call.storedKgByDays)).toBe(mode === 'staged' ? call.cargoKg + call.refused.kg : 0);
        if (mode === 'direct') expect([call.lostKg, call.shuttles.loads]).toEqual([0, 0]);
      }
      if (mode === 'direct') expect(facts.yardPeakKg).toBe(0);
    });
  });

  test('what the yard loses is its share of what was brought, to the kilogram', () => {
    onBothModes(({ facts }, scenario, mode) => {
      if (mode === 'direct') return;
      const share = numberOf(scenario, 'yard.cycleLoss');
      for (const { lostKg, cargoKg, lots } of facts.calls) {
        // The cargo, and each lot that replaces a refused one, is brought for itself: each loses whole kilograms.
        const refused = lots.filter(({ outcome }) => outcome === 'returned');
        const lossOf = (kg: number) => {
          let lost = 0;
          while (lost < Math.floor((kg + lost) * share)) lost++;
          return lost;
        };
        expect(lostKg).toBe(lossOf(cargoKg) + sum(refused.map(({ kg }) => lossOf(kg))));
      }
    });
  });

  test('no stock is ever negative or above its capacity', () => {
    onBothModes(({ stocks, facts }) => {
      expect(stocks.map(({ name }) => name)).toEqual(['works', 'yard', 'yardRoom']);
      for (const { leastKg, mostKg, capacityKg } of stocks) {
        expect(leastKg).toBeGreaterThanOrEqual(0);
        expect(mostKg).toBeLessThanOrEqual(capacityKg);
      }
      expect(facts.yardPeakKg).toBe(stocks[1]?.mostKg);
    });
  });
});

describe('time', () => {
  test('never runs back: a ship arrives, berths, gets ready, loads and sails in this order', () => {
    onBothModes(({ facts }) => {
      for (const call of facts.calls) expectInOrder([0, ...instantsOf(call), facts.horizonHours]);
    });
  });

  test('ships are listed in order of laycan, and no more are alongside than there are berths', () => {
    onBothModes(({ facts }) => {
      expectInOrder(facts.calls.map((call) => call.laycan));
      for (const { alongside } of facts.calls) {
        const there = facts.calls.filter((call) => call.alongside <= alongside && alongside < call.sailed);
        expect(there.length).toBeLessThanOrEqual(facts.berths);
      }
    });
  });

  test('no wait, dwell or turn is negative', () => {
    onBothModes(({ facts }) => {
      for (const call of facts.calls) {
        for (const log of [call.trucks, call.shuttles]) {
          expect(Math.min(0, ...log.waitHoursByTrip)).toBe(0);
          expect(log.waitHoursByTrip).toHaveLength(log.loads);
          const charged = sum([...log.waitHoursByTrip]);
          if (call.hiredTruckHours === 0) expect(charged).toBeCloseTo(log.waitHours, 6);
          else expect(charged).toBeLessThanOrEqual(log.waitHours + 1e-6);
          expect(log.turnHours).toBeGreaterThanOrEqual(log.waitHours);
        }
        expect(call.portDwellKgHours).toBeGreaterThan(0);
        expect(call.transitKgHours).toBeGreaterThanOrEqual(call.portDwellKgHours);
        expect(call.hiredTruckHours).toBeGreaterThanOrEqual(0);
      }
    });
  });

  test('a truck is in one place', () => {
    onBothModes(({ trips, facts }) => {
      expect(trips).toHaveLength(sum(facts.calls.map(({ trucks, shuttles }) => trucks.loads + shuttles.loads)));
      for (const ofOne of tripsByTruck(trips)) {
        expectInOrder(ofOne.sort((a, b) => a.from - b.from).flatMap(({ from, to }) => [from, to]));
      }
    });
  });

  test('the trucks are those of the fleet and those on hire', () => {
    onBothModes(({ trips, facts }, scenario) => {
      const fleet = numberOf(scenario, 'fleet.size');
      const shuttles = numberOf(scenario, 'yard.shuttleTrucks');
      const hired = numberOf(scenario, 'fleet.hiredTrucks') * facts.calls.length;
      const numbers = { works: fleet + hired, shuttle: shuttles };
      expect(trips.filter(({ kind, truck }) => !(truck >= 0 && truck < numbers[kind]))).toEqual([]);
    });
  });

  test('cranes do not work or wait more hours than they have', () => {
    onBothModes(({ facts }) => {
      for (const { cranes } of facts.calls) {
        expect(cranes.workingHours + cranes.idleForCargoHours).toBeLessThanOrEqual(cranes.assignedHours + 1e-6);
        expect(cranes.idleForCargoHours).toBeGreaterThanOrEqual(0);
      }
    });
  });

  test('straight cargo needs some time from the gate of the works to the ship, staged cargo has no such time', () => {
    onBothModes(({ facts }, _, mode) => {
      for (const call of facts.calls) {
        if (mode === 'staged') expect([call.firstToLoadingHours, call.meanToLoadingHours]).toEqual([null, null]);
        else {
          expect(call.meanToLoadingHours).toBeGreaterThan(0);
          // None where the first truck was turned back.
          if (call.refused.loads === 0 || call.firstToLoadingHours !== null)
            expect(call.firstToLoadingHours).toBeGreaterThan(0);
        }
      }
    });
  });
});

describe('customs', () => {
  test('staged cargo is released after it has come, and no ship leaves with a lot that is not released', () => {
    onBothModes(({ facts }, _, mode) => {
      for (const { lots, loadingCompleted } of facts.calls) {
        for (const lot of lots) {
          if (mode === 'staged') expect(lot.released).toBeGreaterThanOrEqual(lot.arrived);
          expect(lot.released).toBeLessThanOrEqual(loadingCompleted);
          expect(lot.arrived).toBeLessThanOrEqual(loadingCompleted);
        }
      }
    });
  });

  test('a declaration picks one lot at most, and none where the chance is 0', () => {
    onBothModes(({ facts }, scenario, mode) => {
      const { inspectionProbability, lotsPerDeclaration } = toPortInputs(scenario).customs;
      for (const call of facts.calls) {
        const replaced = call.lots.filter((lot) => lot.outcome === 'returned').length;
        const first = call.lots.length - replaced;
        expect(call.declarations).toBe(Math.ceil(first / (lotsPerDeclaration || first)) + replaced + call.lapses);
        expect(call.inspections).toBe(call.lots.filter((lot) => lot.inspected).length);
        expect(call.inspections).toBeLessThanOrEqual(call.declarations - call.lapses);
        if (mode === 'staged') expect(call.lapses).toBe(0);
        if (inspectionProbability === 0) expect(call.inspections).toBe(0);
      }
    });
  });

  test('both modes get the same instructions', () => {
    onAny((scenario) => {
      const inspected = (facts: SeasonFacts) => facts.calls.map(({ lots }) => lots.map((lot) => lot.inspected));
      expect(inspected(seasonOf(scenario, 'direct').facts)).toEqual(inspected(seasonOf(scenario, 'staged').facts));
    });
  });
});

test('trucks are hired in direct mode only, and only where more are wanted under way than the fleet has', () => {
  onBothModes(({ facts }, scenario, mode) => {
    const hours = sum(facts.calls.map((call) => call.hiredTruckHours));
    const inputs = toPortInputs(scenario);
    const wanted = {
      pull: inputs.dispatch.trucksUnderWay,
      'look-ahead': trucksThatFeedCranes(inputs),
      'all-at-once': Number.POSITIVE_INFINITY,
      headway: Number.POSITIVE_INFINITY,
      appointments: Number.POSITIVE_INFINITY,
    }[inputs.dispatch.policy];
    if (mode === 'direct' && inputs.fleet.hiredTrucks > 0 && wanted > inputs.fleet.trucks)
      expect(hours).toBeGreaterThan(0);
    else expect(hours).toBe(0);
  });
});

test('both modes see the same ships and the same weather', () => {
  onAny((scenario) => {
    const given = ({ calls, weatherStops, horizonHours }: SeasonFacts) => [
      calls.map(({ index, cargoKg, laycan, arrived }) => [index, cargoKg, laycan, arrived]),
      weatherStops,
      horizonHours,
    ];
    expect(given(seasonOf(scenario, 'direct').facts)).toEqual(given(seasonOf(scenario, 'staged').facts));
  });
});

test('the order in which a file lists its cargoes is irrelevant, whichever way each of them goes', () => {
  onAny((scenario) => {
    // Where all go the season's way, and where some go their own.
    const ways = [scenario.cargoes, scenario.cargoes.map((cargo, i) => ({ ...cargo, mode: MODES[i] ?? null }))];
    for (const [i, cargoes] of ways.entries()) {
      const listed: Scenario = { ...scenario, cargoes, hash: `${scenario.hash} ${i}` };
      const reversed: Scenario = { ...listed, cargoes: [...cargoes].reverse(), hash: `${listed.hash} reversed` };
      for (const mode of MODES) expect(seasonOf(reversed, mode).facts).toEqual(seasonOf(listed, mode).facts);
    }
  }, 5);
});

function expectMassCloses({ mass, calls }: SeasonFacts): void {
  const { openingKg, producedKg, loadedKg, lostKg, closingKg, underwayKg } = mass;
  for (const kg of Object.values(mass)) expect(Number.isSafeInteger(kg) && kg >= 0).toBe(true);
  expect(openingKg + producedKg).toBe(loadedKg + lostKg + closingKg + underwayKg);
  expect(loadedKg).toBe(sum(calls.map((call) => call.cargoKg)));
}

function instantsOf({ arrived, alongside, ready, loadingStarted, loadingCompleted, sailed }: CallFacts): number[] {
  return [arrived, alongside, ready, loadingStarted, loadingCompleted, sailed];
}

function expectInOrder(instants: readonly number[]): void {
  const back = instants.findIndex((instant, i) => i > 0 && instant < (instants[i - 1] as number) - ROUNDING);
  expect(back, `instant ${back} of ${instants} runs back`).toBe(-1);
}

function tripsByTruck(trips: readonly ObservedTrip[]): ObservedTrip[][] {
  const byTruck = new Map<string, ObservedTrip[]>();
  for (const trip of trips) {
    const name = `${trip.kind} ${trip.truck}`;
    const ofOne = byTruck.get(name);
    if (ofOne === undefined) byTruck.set(name, [trip]);
    else ofOne.push(trip);
  }
  return [...byTruck.values()];
}
