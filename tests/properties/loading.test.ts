import { expect, test, vi } from 'vitest';
import { makeWorld, type PortInputs, simulateSeason } from '../../src/port/index.ts';
import { constant } from '../../src/random/index.ts';
import { numberOf } from '../../src/scenario/index.ts';
import { baseInputs } from '../port/base-inputs.ts';
import { onBothModes } from './seasons.ts';

vi.setConfig({ testTimeout: 60_000 });

test('what is poured into the hatches of a ship comes to her cargo, where hatches are worked in turn', () => {
  onBothModes(({ facts }, scenario) => {
    const inTurn = scenario.parameters['quay.hatchPlan'].value === 'inTurn';
    for (const { kgByHatch, cargoKg } of facts.calls) {
      expect(kgByHatch.reduce((sum, kg) => sum + kg, 0)).toBe(inTurn ? cargoKg : 0);
    }
  });
});

test('cranes stand in line for a hatch only where hatches are worked in turn', () => {
  onBothModes(({ facts }, scenario) => {
    if (scenario.parameters['quay.hatchPlan'].value === 'inTurn') return;
    for (const { hours } of facts.calls) expect(hours.cranes.queue).toBe(0);
  });
});

test('cargo lies on pads in staged mode only, and never on more than the yard has', () => {
  onBothModes(({ facts }, scenario, mode) => {
    const pads = numberOf(scenario, 'yard.pads');
    for (const call of facts.calls) {
      expect(call.pads > 0).toBe(mode === 'staged');
      expect(call.pads).toBeLessThanOrEqual(pads);
    }
    if (pads > 1) expect(facts.yardPeakPads).toBeLessThanOrEqual(pads);
  });
});

test('with as many cranes as trucks and no hatch limit, another crane changes nothing', () => {
  for (const trucks of [1, 3, 8]) {
    for (let seed = 1; seed <= 4; seed++) {
      const withCranes = (cranesPerCall: number) => {
        const inputs: PortInputs = {
          ...baseInputs,
          season: { ...baseInputs.season, cargoesKg: [3e6, 2e6], periodHours: 200 },
          fleet: { ...baseInputs.fleet, trucks, stagingTrucks: 1 },
          quay: { ...baseInputs.quay, cranesPerCall, loadsPerCrane: 1, hatchKg: 1e12 },
          // Nothing lets loads pile up on the apron: no stops, and no truck is there before the ship is ready.
          weather: { ...baseInputs.weather, stopShare: 0 },
          shifts: { ...baseInputs.shifts, changeoverHours: 0 },
          breakdowns: { ...baseInputs.breakdowns, crane: baseInputs.breakdowns.worksLoader },
          vessel: {
            ...baseInputs.vessel,
            berthingHours: constant(2),
            surveyHours: constant(1),
            unberthingHours: constant(1),
          },
          dispatch: { ...baseInputs.dispatch, leadHours: 0 },
        };
        const { calls } = simulateSeason(inputs, 'direct', makeWorld(inputs, seed, 0));
        return calls.map(({ loadingStarted, loadingCompleted, sailed, trucks: log, portDwellKgHours }) => {
          return { loadingStarted, loadingCompleted, sailed, log, portDwellKgHours };
        });
      };
      expect(withCranes(trucks + 1)).toEqual(withCranes(trucks));
    }
  }
});
