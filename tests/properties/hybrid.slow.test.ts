import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { CallFacts, SeasonFacts } from '../../src/port/index.ts';
import { type Scenario, toPortInputs } from '../../src/scenario/index.ts';
import { scenarios } from '../../src/testing/index.ts';
import { accounts, EVENTFUL, seasonOf, totalHours } from './seasons.ts';

vi.setConfig({ testTimeout: 60_000 });

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Seasons in which cranes starve: few trucks, a warehouse that runs out; with a buffer, a share or a reserve. */
const starving = scenarios({
  ...EVENTFUL,
  fixed: [],
  ranges: {
    ...EVENTFUL.ranges,
    'fleet.size': [4, 10],
    'hybrid.buffer': [0, 3000],
    'hybrid.stagedShare': [0, 1],
    'fallback.after': [0, 60],
    'fallback.reserve': [0, 1500],
    'yard.capacity': [5600, 13_000],
  },
});

const onHybrid = (check: (facts: SeasonFacts, scenario: Scenario) => void) =>
  fc.assert(
    fc.property(starving, fc.constantFrom('direct' as const, 'hybrid' as const), (scenario, mode) => {
      check(seasonOf(scenario, mode).facts, scenario);
    }),
    { numRuns: 40 },
  );

const storedKg = ({ storedKgByDays }: CallFacts) => sum(storedKgByDays);

describe('cargo of which a part goes each way', () => {
  test('all goes aboard, the mass closes in whole kilograms, and lots come to the cargo', () => {
    onHybrid(({ calls, mass }) => {
      const { openingKg, producedKg, loadedKg, lostKg, closingKg, underwayKg } = mass;
      expect(openingKg + producedKg - (loadedKg + lostKg + closingKg + underwayKg)).toBe(0);
      expect(loadedKg).toBe(sum(calls.map(({ cargoKg }) => cargoKg)));
      for (const { lots, cargoKg } of calls) {
        expect(sum(lots.map(({ kg, outcome }) => (outcome === 'returned' ? 0 : kg)))).toBe(cargoKg);
      }
    });
  });

  test('hours by cause come to the whole', () => {
    onHybrid(({ calls }) => {
      for (const call of calls) {
        for (const [of, hours, whole] of accounts(call)) {
          expect(Math.abs(totalHours(hours) - whole), of).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(whole)));
        }
      }
    });
  });

  test('no more is drawn from the yard than was staged for it and the reserve can give', () => {
    fc.assert(
      fc.property(starving, (scenario) => {
        const { modes } = toPortInputs(scenario);
        if (!modes.mechanisms.straight) return;
        for (const call of seasonOf(scenario, 'hybrid').facts.calls) {
          const staged = Math.min(
            call.cargoKg,
            modes.hybrid.bufferKg + Math.round(call.cargoKg * modes.hybrid.stagedShare),
          );
          if (staged > 0) expect(storedKg(call) - call.refused.fromYardKg).toBe(staged);
        }
        for (const call of seasonOf(scenario, 'direct').facts.calls) {
          expect(storedKg(call)).toBeLessThanOrEqual(modes.fallback.reserveKg === 0 ? 0 : call.cargoKg);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('all of it staged is no other way than staged with the mechanisms of direct loading', () => {
    fc.assert(
      fc.property(scenarios({ ...EVENTFUL, fixed: ['fallback.reserve'] }), (scenario) => {
        const inputs = toPortInputs(scenario);
        if (inputs.modes.hybrid.stagedShare < 1 || !inputs.modes.mechanisms.straight) return;
        const { ahead, sorting } = inputs.modes.mechanisms;
        expect(seasonOf(scenario, 'hybrid').facts).toEqual(
          seasonOf(scenario, { ahead, sorting, straight: false }).facts,
        );
      }),
      { numRuns: 40 },
    );
  });
});
