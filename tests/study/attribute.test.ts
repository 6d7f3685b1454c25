import { describe, expect, test } from 'vitest';
import { attributionOf, compareScenario } from '../../src/execution/index.ts';
import {
  type AttributionPlan,
  attribution,
  attributionSize,
  coalitionRuns,
  type ModeOutcome,
  type Outcome,
} from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';
import { expectAddsUp } from './adds-up.ts';

const scenario = smallScenario();
const plan: AttributionPlan = { mode: 'direct', measure: 'saving.perTonne', seed: 1, replications: 2 };

test('a saving split among mechanisms adds up, and is the saving of compare', async () => {
  const told: number[] = [];
  const found = await attributionOf(scenario, plan, { onProgress: (done) => told.push(done) });
  expectAddsUp(found);
  expect(found.mechanisms.map(({ name }) => name)).toEqual(['ahead', 'sorting', 'straight']);
  const compared = await compareScenario(scenario, { seed: 1, replications: 2 });
  const { mean, low, high } = compared.measures['saving.perTonne'].difference!;
  expect(found.saving.mean).toBeCloseTo(mean!, 12);
  expect(found.saving.low).toBeCloseTo(low!, 9);
  expect(found.saving.high).toBeCloseTo(high!, 9);
  const ship = compared.measures['vessel.portHours'].difference!;
  expect(found.hours.ship!.whole.saving.mean).toBeCloseTo(ship.mean!, 9);
  // With none of them on, direct loading is staging.
  expect(found.rest).toEqual({ mean: 0, sd: 0, low: 0, high: 0 });
  expect(found.coalitions).toHaveLength(8);
  expect([found.coalitions[0]!.on, found.coalitions[7]!.on]).toEqual([[], ['ahead', 'sorting', 'straight']]);
  expect(told.at(-1)).toBe(attributionSize(scenario, plan));
  expect(told).toEqual([...told].sort((a, b) => a - b));
});

describe('a game by hand', () => {
  /** A season that costs the shipper so much a tonne, all of it in one item. */
  function season(yuan: number): ModeOutcome {
    const line = { item: 'haul', payer: 'shipper', payee: 'haulier', kind: 'transfer', yuanPerTonne: yuan };
    const accounts = { ship: null, cranes: null, trucks: null, shuttles: null, cargo: null };
    return {
      ledger: [line],
      shipperCostYuan: 1000 * yuan,
      systemCostYuan: 0,
      aboardTonnes: 1000,
      hours: { accounts, critical: {} },
    } as unknown as ModeOutcome;
  }

  test('has the parts it has', () => {
    // Staging costs 30. Saved: by none 1 (the rest), ahead 3, sorting 2, both 6, straight 11, with ahead 17, with
    // sorting 12, all 25. Ahead adds 2, 4, 6, 13 → (2·2 + 4 + 6 + 2·13)/6; sorting 1, 3, 1, 8; straight 10, 14, 10, 19.
    const saved = [1, 3, 2, 6, 11, 17, 12, 25];
    const outcomes = coalitionRuns(scenario, plan).map(({ modes }, bits): Outcome[] =>
      [0, 1].map((replication) => {
        const own = season(30 - saved[bits]!);
        return { replication, modes: modes.length === 2 ? [season(30), own] : [own], unfitted: null };
      }),
    );
    const { mechanisms, rest, saving, items } = attribution(scenario, plan, outcomes);
    expect(saving).toEqual({ mean: 25, sd: 0, low: 25, high: 25 });
    expect(rest.mean).toBe(1);
    const parts = [40 / 6, 22 / 6, 82 / 6];
    for (const [i, part] of parts.entries()) expect(mechanisms[i]!.part.mean).toBeCloseTo(part, 12);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ item: 'haul', rest: 1, saving: { mean: 25 } });
    for (const [i, part] of parts.entries()) expect(items[0]!.byMechanism[i]).toBeCloseTo(part, 12);
  });
});
