import { describe, expect, test, vi } from 'vitest';
import { type CallFacts, HOUR_CAUSES, type HoursByCause } from '../../src/port/index.ts';
import { ALL_MECHANISMS, onAny, seasonOf } from './seasons.ts';

vi.setConfig({ testTimeout: 60_000 });

const total = (hours: HoursByCause) => HOUR_CAUSES.reduce((sum, cause) => sum + hours[cause], 0);

/** Each account of a call, with the whole that it must come to. */
function accounts({ hours, trucks, shuttles, cranes, portDwellKgHours, sailed, arrived }: CallFacts) {
  return [
    ['trucks', hours.trucks, trucks.turnHours],
    ['shuttles', hours.shuttles, shuttles.turnHours],
    ['cranes', hours.cranes, cranes.assignedHours],
    ['cargo', hours.cargo, portDwellKgHours],
    ['ship', hours.ship, sailed - arrived],
  ] as const;
}

describe('hours by cause', () => {
  test('come to the whole for trucks, shuttles, cranes, cargo and ship, under each of the eight, none below 0', () => {
    onAny((scenario) => {
      for (const mechanisms of ALL_MECHANISMS) {
        for (const call of seasonOf(scenario, mechanisms).facts.calls) {
          for (const [of, hours, whole] of accounts(call)) {
            expect(Math.abs(total(hours) - whole), of).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(whole)));
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
