import { describe, expect, test, vi } from 'vitest';
import { HOUR_CAUSES, type StopCause } from '../../src/port/index.ts';
import { toPortInputs } from '../../src/scenario/index.ts';
import { ALL_MECHANISMS, accounts, onAny, seasonOf, totalHours } from './seasons.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('hours by cause', () => {
  test('come to the whole for trucks, shuttles, cranes, cargo and ship, under each of the eight, none below 0', () => {
    onAny((scenario) => {
      for (const mechanisms of ALL_MECHANISMS) {
        for (const call of seasonOf(scenario, mechanisms).facts.calls) {
          for (const [of, hours, whole] of accounts(call)) {
            expect(Math.abs(totalHours(hours) - whole), of).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(whole)));
            for (const cause of HOUR_CAUSES) expect(hours[cause], `${of}: ${cause}`).toBeGreaterThanOrEqual(-1e-6);
          }
        }
      }
    }, 20);
  });

  test('agree with what the statement of facts tells of tide, pilot and customs', () => {
    const seen = new Set<StopCause>();
    onAny((scenario) => {
      const { cranesPerCall, hatchPlan } = toPortInputs(scenario).quay;
      for (const mechanisms of ALL_MECHANISMS) {
        for (const { hours, stops, loadingCompleted } of seasonOf(scenario, mechanisms).facts.calls) {
          const told = (cause: StopCause) =>
            stops.reduce((sum, stop) => {
              if (stop.cause !== cause || (cause === 'customs' && stop.from >= loadingCompleted)) return sum;
              seen.add(cause);
              return sum + stop.to - stop.from;
            }, 0);
          for (const { from, to } of stops) expect(to).toBeGreaterThanOrEqual(from);
          expect(told('tide')).toBeCloseTo(hours.ship.tide, 6);
          expect(told('pilotage')).toBeLessThanOrEqual(hours.ship.queue + 1e-6);
          if (cranesPerCall === 1) expect(told('customs')).toBeLessThanOrEqual(hours.cranes.customs + 1e-6);
          if (cranesPerCall === 1 && hatchPlan === null) expect(told('customs')).toBeCloseTo(hours.cranes.customs, 6);
        }
      }
    }, 20);
    expect([...seen].sort()).toEqual(['customs', 'pilotage', 'tide']);
  });

  test('of cranes at work are the hours that moved cargo and changed hatches, and idle ones lacked cargo', () => {
    onAny((scenario) => {
      for (const mechanisms of ALL_MECHANISMS) {
        for (const { hours, cranes } of seasonOf(scenario, mechanisms).facts.calls) {
          expect(hours.cranes.service).toBeGreaterThanOrEqual(cranes.workingHours - 1e-6);
          const idle = hours.cranes.customs + hours.cranes.noTruck + hours.cranes.noCargo;
          expect(idle).toBeGreaterThanOrEqual(cranes.idleForCargoHours - 1e-6);
        }
      }
    }, 10);
  });
});
