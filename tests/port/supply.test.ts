import { describe, expect, test } from 'vitest';
import { Supply } from '../../src/port/supply.ts';
import { callOf, calls, calm, season } from './one-season.ts';

describe('why cranes stand', () => {
  test('is the cargo while a sender waits for it, though a truck with what there was is still under way', () => {
    const supply = new Supply();
    supply.lacks('works', 'noCargo');
    supply.underWay(1);
    expect(supply.cause).toBe('noCargo');
    supply.lacks('works', 'noTruck');
    expect(supply.cause).toBe('noTruck');
  });

  test('is the truck under way once everything has been sent', () => {
    const supply = new Supply();
    supply.underWay(1);
    supply.lacks('works', null);
    expect(supply.cause).toBe('noTruck');
    supply.underWay(-1);
    expect(supply.cause).toBe('noCargo');
  });

  test('is the truck where one of two senders has cargo', () => {
    const supply = new Supply();
    supply.lacks('works', 'noCargo');
    supply.lacks('yard', 'noTruck');
    expect(supply.cause).toBe('noTruck');
  });

  test('is customs before all, be it on a load or on what a sender wants', () => {
    const supply = new Supply();
    supply.lacks('works', 'noCargo');
    supply.lacks('yard', 'customs');
    expect(supply.cause).toBe('customs');
    supply.lacks('yard', 'noTruck');
    supply.held(1);
    expect(supply.cause).toBe('customs');
  });

  test('is told when it changes, with what it was', () => {
    const supply = new Supply();
    const told: string[] = [];
    supply.onChange((was) => told.push(was));
    supply.lacks('works', 'noTruck');
    supply.underWay(1);
    supply.lacks('works', 'noCargo');
    expect(told).toEqual(['noCargo', 'noTruck']);
  });

  test('is the works that make 64 t/h for 1000 t, not the trucks that bring them', () => {
    const inputs = calm({
      season: calls([1_000_000, 24]),
      works: {
        outputKgPerHour: 64_000,
        wholeOutputKgPerHour: 64_000,
        reserveKg: 0,
        openingStockKg: 0,
        capacityKg: 64_000,
      },
    });
    const { hours } = callOf(season(inputs, 'direct'));
    expect(hours.cranes.noCargo).toBeGreaterThan(10 * hours.cranes.noTruck);
    // 936 t at least are still to be made when trucks are first sent: 14.6 h, and the cranes take 1.2 h for all.
    expect(hours.ship.noCargo).toBeGreaterThan(12);
  });
});
