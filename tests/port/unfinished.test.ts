import { describe, expect, test } from 'vitest';
import { UnfinishedSeasonError } from '../../src/port/index.ts';
import { baseInputs } from './base-inputs.ts';
import { calls, calm, season } from './one-season.ts';

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(UnfinishedSeasonError);
    return (error as Error).message;
  }
  throw new Error('the season was finished');
}

describe('a season that cannot be finished says why', () => {
  /** Works that make nothing, with 1,000 t in stock. */
  const DRY = { outputKgPerHour: 0, wholeOutputKgPerHour: 0, openingStockKg: 1e6 };

  test('the works make nothing and the stock is too small: which call, how far, and that it waits for the warehouse', () => {
    const direct = messageOf(() => season(calm({ season: calls([5e6, 100]), works: DRY }), 'direct'));
    expect(direct).toContain(
      '1 of 1 ships had not sailed when the clock closed at hour 6792 (nothing more could happen',
    );
    expect(direct).toContain('call 1 (laycan hour 340.0, 992 of 5000 t aboard)');
    expect(direct).toContain('"dispatch of call 1" waits for container "works warehouse" (to take) since hour 342.7');
  });

  test('the cause stands first, however many wait because of it', () => {
    const inputs = calm({ season: calls([50e6, 100], [20e6, 200]), customs: { lotKg: 3e6 }, works: DRY });
    const staged = messageOf(() => season(inputs, 'staged'));
    expect(staged).toContain('"staging of call 1" waits for container "works warehouse" (to take)');
    expect(staged).toMatch(/and \d+ more$/);
    expect(staged.length).toBeLessThan(1200);
  });

  test('the clock closes before all have sailed', () => {
    const inputs = calm({ season: { ...calls([5e6, 100]), periodHours: 150, closingHours: 24 }, fleet: { trucks: 1 } });
    const message = messageOf(() => season(inputs, 'direct'));
    expect(message).toContain('clock closed at hour 414: call 1');
    expect(message).not.toContain('nothing more could happen');
    expect(message).toContain('waits for store "fleet"');
  });

  test('of many it names the first five', () => {
    const works = { ...baseInputs.works, outputKgPerHour: 1000, wholeOutputKgPerHour: 1000 };
    const message = messageOf(() => season({ ...baseInputs, works }, 'direct'));
    expect(message.match(/laycan hour/g)).toHaveLength(5);
  });

  test('a ship that comes after the clock has closed has not sailed', () => {
    const inputs = calm({ season: { ...calls([1e6, 100]), periodHours: 90, closingHours: 5 } });
    expect(messageOf(() => season(inputs, 'direct'))).toContain('"ship of call 1" waits for the clock');
  });
});
