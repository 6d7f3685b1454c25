import { describe, expect, test, vi } from 'vitest';
import { HOUR_CAUSES } from '../../src/port/index.ts';
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
