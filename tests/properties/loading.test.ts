import { expect, test, vi } from 'vitest';
import { numberOf } from '../../src/scenario/index.ts';
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
