import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SeasonFacts } from '../../src/port/index.ts';
import {
  LEDGER_ITEMS,
  type LedgerLine,
  type Party,
  partyCostYuan,
  portChargesYuan,
  settleSeason,
  shipperCostYuan,
  systemCostYuan,
  type Terms,
} from '../../src/settlement/index.ts';
import { seasons, terms } from './arbitraries.ts';
import { callFacts, seasonFacts } from './facts-builder.ts';
import { scalePrices } from './terms-builder.ts';

const PARTIES: readonly Party[] = ['shipper', 'haulier', 'port', 'ship', 'buyer', 'state', 'society'];

/** Relative to the sizes that were added up. */
function expectClose(a: number, b: number, lines: readonly LedgerLine[]): void {
  const size = lines.reduce((sum, line) => sum + line.yuan, 1);
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * size);
}

function onAny(check: (facts: SeasonFacts, conditions: Terms) => void): void {
  fc.assert(fc.property(seasons, terms, check), { seed: 3 });
}

test('twice every price is twice every line, to the bit', () => {
  onAny((facts, conditions) => {
    const once = settleSeason(facts, 'any', conditions).lines;
    const twice = settleSeason(facts, 'any', scalePrices(conditions, 2)).lines;
    for (const [at, line] of once.entries()) {
      expect(twice[at]?.yuan).toBe(2 * line.yuan);
      expect(twice[at]?.unitPriceYuan).toBe(2 * line.unitPriceYuan);
      expect(twice[at]?.quantity).toBe(line.quantity);
    }
    expect(shipperCostYuan(twice)).toBe(2 * shipperCostYuan(once));
    expect(systemCostYuan(twice)).toBe(2 * systemCostYuan(once));
    expect(portChargesYuan(twice)).toBe(2 * portChargesYuan(once));
  });
});

test('what the parties pay each other nets out to nothing', () => {
  onAny((facts, conditions) => {
    const transfers = settleSeason(facts, 'any', conditions).lines.filter((line) => line.kind === 'transfer');
    const net = PARTIES.reduce((sum, party) => sum + partyCostYuan(transfers, party), 0);
    expectClose(net, 0, transfers);
  });
});

test("all parties' costs together are the system's cost", () => {
  onAny((facts, conditions) => {
    const { lines } = settleSeason(facts, 'any', conditions);
    const all = PARTIES.reduce((sum, party) => sum + partyCostYuan(lines, party), 0);
    expectClose(all, systemCostYuan(lines), lines);
  });
});

test('a resource has nobody who is paid, a transfer has somebody', () => {
  onAny((facts, conditions) => {
    for (const line of settleSeason(facts, 'any', conditions).lines) {
      expect(line.payee === null).toBe(line.kind === 'resource');
    }
  });
});

test('no quantity, price or amount is negative or not a number, and amount is quantity times price', () => {
  onAny((facts, conditions) => {
    for (const { quantity, unitPriceYuan, yuan } of settleSeason(facts, 'any', conditions).lines) {
      for (const value of [quantity, unitPriceYuan, yuan]) {
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(0);
      }
      expect(Math.abs(quantity * unitPriceYuan - yuan)).toBeLessThanOrEqual(1e-9 * yuan);
      if (quantity === 0) expect([unitPriceYuan, yuan]).toEqual([0, 0]);
    }
  });
});

test('any two seasons under one contract have the same items, parties and kinds, line by line', () => {
  const plain = seasonFacts([callFacts()]);
  const head = ({ item, unit, payer, payee, kind, source }: LedgerLine) => [item, unit, payer, payee, kind, source];
  onAny((facts, conditions) => {
    const lines = settleSeason(facts, 'staged', conditions).lines;
    expect(lines.map((line) => line.item)).toEqual([...LEDGER_ITEMS]);
    expect(lines.map(head)).toEqual(settleSeason(plain, 'direct', conditions).lines.map(head));
  });
});

test("the mode's name decides nothing", () => {
  onAny((facts, conditions) => {
    const settled = (mode: string) => settleSeason(facts, mode, conditions).lines;
    expect(settled('staged')).toEqual(settled('direct'));
  });
});

test('a price shared by all calls is shown as it stands in the terms', () => {
  onAny((facts, conditions) => {
    const { lines } = settleSeason(facts, 'any', conditions);
    const unitPrice = (item: LedgerLine['item']) => lines.find((line) => line.item === item)?.unitPriceYuan;
    expect(unitPrice('portPackage')).toBe(conditions.handling.packageYuanPerTonne);
    expect(unitPrice('tugs')).toBe(conditions.ship.tugYuanPerMove);
  });
});
