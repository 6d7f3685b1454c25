import { expect, test, vi } from 'vitest';
import type { Mode } from '../../src/port/index.ts';
import {
  CATALOGUE,
  numberOf,
  PARAMETER_KEYS,
  type ParameterKey,
  type Scenario,
  toTerms,
} from '../../src/scenario/index.ts';
import { type LedgerLine, type Party, partyCostYuan, settleSeason } from '../../src/settlement/index.ts';
import { type ModeOutcome, measureRows, prepare } from '../../src/study/index.ts';
import { withSettings } from '../../src/testing/index.ts';
import { onAny, seasonOf } from './seasons.ts';

/** Seasons take milliseconds, but a busy machine takes its time. */
vi.setConfig({ testTimeout: 60_000 });

const MODES: readonly Mode[] = ['staged', 'direct'];
const PARTIES: readonly Party[] = ['shipper', 'haulier', 'port', 'ship', 'buyer', 'state', 'society'];
const PRICES = PARAMETER_KEYS.filter((key) => CATALOGUE[key].kind === 'price');

const outcomes = new Map<string, readonly ModeOutcome[]>();

/** Both modes in the first replication of seed 1, run once a scenario. */
function outcomesOf(scenario: Scenario): readonly ModeOutcome[] {
  const known = outcomes.get(scenario.hash) ?? prepare(scenario)(MODES, 1, 0).modes;
  outcomes.set(scenario.hash, known);
  return known;
}

/** Equal but for what rounding does when numbers are added in another order. */
function expectClose(found: number, expected: number, size: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(size, 1));
}

test("what the shipper pays in the ledger less what it earns there is the mode's cost per tonne", () => {
  onAny((scenario) => {
    for (const { ledger, measures } of outcomesOf(scenario)) {
      let yuan = 0;
      let size = 0;
      for (const { payer, payee, yuanPerTonne } of ledger) {
        if (payer === 'shipper') yuan += yuanPerTonne;
        if (payee === 'shipper') yuan -= yuanPerTonne;
        size += Math.abs(yuanPerTonne);
      }
      expectClose(yuan, measures['cost.perTonne'] ?? Number.NaN, size);
    }
  });
});

test("the season's lines are the sums of the calls' lines", () => {
  onAny((scenario) => {
    for (const mode of MODES) {
      const { lines, calls } = settleSeason(seasonOf(scenario, mode).facts, mode, toTerms(scenario));
      for (const [at, { item, yuan, quantity }] of lines.entries()) {
        const ofCalls = calls.map((call) => call.lines[at] as LedgerLine);
        expect(ofCalls.every((line) => line.item === item)).toBe(true);
        expectClose(total(ofCalls.map((line) => line.yuan)), yuan, yuan);
        expectClose(total(ofCalls.map((line) => line.quantity)), quantity, quantity);
      }
    }
  });
});

test('transfers net to zero, so that all parties together bear the resources used', () => {
  onAny((scenario) => {
    for (const mode of MODES) {
      const { lines } = settleSeason(seasonOf(scenario, mode).facts, mode, toTerms(scenario));
      const transfers = lines.filter((line) => line.kind === 'transfer');
      const size = total(transfers.map((line) => line.yuan));
      expectClose(total(PARTIES.map((party) => partyCostYuan(transfers, party))), 0, size);
    }
  });
});

test("the calls' costs add up to the season's", () => {
  onAny((scenario) => {
    for (const { calls, shipperCostYuan } of outcomesOf(scenario)) {
      const costs = calls.map(({ costYuan }) => costYuan);
      expectClose(total(costs), shipperCostYuan, total(costs.map(Math.abs)));
    }
  });
});

test.each(MODES)('%s against itself differs by exactly 0 in every measure', (mode) => {
  onAny((scenario) => {
    const pairs = [0, 1].map((replication) => prepare(scenario)([mode, mode], 1, replication).modes);
    for (const [id, { difference, staged, direct }] of Object.entries(measureRows(pairs, 0.95))) {
      expect(staged).toEqual(direct);
      if (difference === null) expect(staged, id).toBeNull();
      else expect([difference.mean, difference.sd, difference.low, difference.high], id).toEqual([0, 0, 0, 0]);
    }
  }, 12);
});

test('twice every price is twice every ledger line, to the bit, and moves no hour', () => {
  onAny((scenario) => {
    const dear = withTwicePrices(scenario);
    const [base, doubled] = [outcomesOf(scenario), outcomesOf(dear)];
    for (const [at, mode] of MODES.entries()) {
      const { facts } = seasonOf(scenario, mode);
      const lines = settleSeason(facts, mode, toTerms(scenario)).lines;
      const twice = settleSeason(seasonOf(dear, mode).facts, mode, toTerms(dear)).lines;
      expect(seasonOf(dear, mode).facts).toEqual(facts);
      expect(twice).toEqual(lines.map((line) => ({ ...line, ...twiceTheMoney(line) })));
      expect(doubled[at]?.ledger.map((line) => line.yuanPerTonne)).toEqual(
        base[at]?.ledger.map((line) => 2 * line.yuanPerTonne),
      );
      expect(doubled[at]?.measures['cost.perTonne']).toBe(2 * (base[at]?.measures['cost.perTonne'] ?? Number.NaN));
    }
  }, 20);
});

test('some price stands behind every line of the ledger', () => {
  onAny((scenario) => {
    const free = overridden(scenario, (key) => (CATALOGUE[key].bounds.aboveMin === true ? null : 0));
    for (const { ledger } of outcomesOf(free)) expect(ledger.filter((line) => line.yuanPerTonne !== 0)).toEqual([]);
  }, 15);
});

function twiceTheMoney({ yuan, unitPriceYuan }: LedgerLine): Pick<LedgerLine, 'yuan' | 'unitPriceYuan'> {
  return { yuan: 2 * yuan, unitPriceYuan: 2 * unitPriceYuan };
}

function withTwicePrices(scenario: Scenario): Scenario {
  return overridden(scenario, (key) => 2 * numberOf(scenario, key));
}

type PriceKey = Extract<ParameterKey, Parameters<typeof numberOf>[1]>;

/** The scenario with every price set anew; null leaves it. */
function overridden(scenario: Scenario, price: (key: PriceKey) => number | null): Scenario {
  const settings = PRICES.flatMap((key) => {
    const value = price(key as PriceKey);
    return value === null ? [] : [`${key}=${value}`];
  });
  return withSettings(scenario, settings);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
