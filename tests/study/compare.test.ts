import { describe, expect, test } from 'vitest';
import { applyOverrides, CATALOGUE, type Scenario, withPriors } from '../../src/scenario/index.ts';
import { COMPARED, type Comparison, compare, measureRows, type Outcome, prepare } from '../../src/study/index.ts';
import { scenarioOf, small } from '../scenario/example.ts';

const scenario = scenarioOf(small());
const outcomes = outcomesOf(scenario, 4);
const comparison = compare(scenario, outcomes, { seed: 1 });

function outcomesOf(of: Scenario, replications: number): Outcome[] {
  const run = prepare(of);
  return Array.from({ length: replications }, (_, replication) => run(COMPARED, 1, replication));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a comparison', () => {
  test('says what was compared', () => {
    expect(comparison.calls).toEqual({ count: 2, tonnes: 40_000 });
    expect(comparison).toMatchObject({ seed: 1, replications: 4, confidence: 0.95 });
    expect(comparison.scenario).toMatchObject({ name: 'small', hash: scenario.hash });
  });

  test('takes differences replication by replication, staged less direct', () => {
    const { staged, direct, difference } = comparison.measures['cost.perTonne'];
    const each = outcomes.map(({ modes: [base, other] }) => {
      return (base?.measures['cost.perTonne'] ?? 0) - (other?.measures['cost.perTonne'] ?? 0);
    });
    expect(difference?.mean).toBeCloseTo(mean(each), 9);
    expect(difference?.mean).toBeCloseTo((staged?.mean ?? 0) - (direct?.mean ?? 0), 9);
    expect(difference?.relative).toBeCloseTo((difference?.mean ?? 0) / Math.abs(staged?.mean ?? 0), 9);
    const sd = Math.sqrt(each.reduce((sum, value) => sum + (value - mean(each)) ** 2, 0) / 3);
    expect(difference?.sd).toBeCloseTo(sd, 9);
    // Student's t at 3 degrees of freedom: 3.182446.
    expect((difference?.high ?? 0) - (difference?.mean ?? 0)).toBeCloseTo((3.182446305 * sd) / 2, 7);
  });

  test('gives a saving as a difference only, and the cost difference as the saving', () => {
    const saving = comparison.measures['saving.perTonne'];
    expect([saving.staged, saving.direct]).toEqual([null, null]);
    expect(saving.difference?.mean).toBeCloseTo(comparison.measures['cost.perTonne'].difference?.mean ?? 0, 9);
    const total = comparison.measures['saving.total'].difference?.mean ?? 0;
    expect(total).toBeCloseTo((saving.difference?.mean ?? 0) * 40_000, 3);
  });

  test('has null where a measure does not apply to a mode', () => {
    const { staged, direct, difference } = comparison.measures['truck.firstToLoadingHours'];
    expect(staged).toBeNull();
    expect(direct?.mean).toBeGreaterThan(0);
    expect(difference).toBeNull();
  });

  test('has null for what one replication leaves undefined, and never a number that is none', () => {
    const one = compare(scenario, outcomes.slice(0, 1), { seed: 1 });
    const { sd, low, high } = one.measures['cost.perTonne'].staged ?? {};
    expect([sd, low, high]).toEqual([null, null, null]);
    expectNumbersAreFinite(one);
    expectNumbersAreFinite(comparison);
  });

  test('closes its mass balance', () => {
    for (const side of [comparison.massBalance.staged, comparison.massBalance.direct]) {
      expect(side.residual).toBe(0);
      expect(side.loaded).toBe(40_000);
      const sum = side.loaded + side.lost + side.closing + side.underway;
      expect(side.opening + side.produced).toBeCloseTo(sum, 6);
    }
  });

  test("adds up: the ledger's shipper lines are the cost per tonne, in both modes and in the difference", () => {
    const shipper = (column: 'staged' | 'direct' | 'difference') =>
      comparison.ledger.reduce((sum, row) => {
        if (row.payer === 'shipper') return sum + row[column];
        return row.payee === 'shipper' ? sum - row[column] : sum;
      }, 0);
    for (const column of ['staged', 'direct', 'difference'] as const) {
      expect(shipper(column)).toBeCloseTo(comparison.measures['cost.perTonne'][column]?.mean ?? Number.NaN, 9);
    }
  });

  test('is narrower with less confidence and with more replications alike', () => {
    const width = ({ measures }: Comparison) => {
      const { low, high } = measures['saving.perTonne'].difference ?? {};
      return (high ?? 0) - (low ?? 0);
    };
    expect(width(compare(scenario, outcomes, { seed: 1, confidence: 0.8 }))).toBeLessThan(width(comparison));
  });
});

describe('what was fitted', () => {
  const key = 'handling.secondHaulPrice';
  const fitted = scenarioOf(
    `${small(`  handling:
    secondHaulPrice: { value: 6 yuan/t, standing: fitted, prior: 4 yuan/t, fittedTo: saving.perTonne, note: by hand }`)}
published:
  - { id: saving.perTonne, low: 2.99 yuan/t, high: 3.13 yuan/t, reading: fitted, source: test }
`,
  );

  test('is shown once more as it was before fitting', () => {
    const both = outcomesOf(fitted, 2);
    const prior = outcomesOf(withPriors(fitted), 2);
    expect(both.map(({ unfitted }) => unfitted)).toEqual(prior.map(({ modes }) => modes));
    const { published } = compare(fitted, both, { seed: 1 });
    expect(published.map(({ id }) => id)).toEqual(['saving.perTonne', 'saving.perTonne.unfitted']);
    expect(published[0]?.verdict).toBe('fitted');
    expect(published[1]?.verdict).not.toBe('fitted');
    const [after, before] = published.map(({ simulated }) => simulated.mean ?? 0) as [number, number];
    expect(after - before).toBeCloseTo(2, 9); // 2 yuan/t on every staged tonne
    expect(CATALOGUE[key].kind).toBe('price');
  });

  test('is simulated again where it is no price', () => {
    const set = applyOverrides(scenario, []);
    if (!set.ok) throw new Error('no override can be wrong');
    const slow: Scenario = {
      ...set.scenario,
      parameters: {
        ...set.scenario.parameters,
        'quay.craneRate': {
          ...set.scenario.parameters['quay.craneRate'],
          standing: 'fitted',
          prior: 200,
          fittedTo: 'x',
        },
      },
    };
    const [outcome] = outcomesOf(slow, 1);
    expect(outcome?.unfitted?.[1]?.measures['vessel.berthHours']).toBeGreaterThan(
      outcome?.modes[1]?.measures['vessel.berthHours'] ?? Number.NaN,
    );
  });

  test('leaves nothing to show twice where nothing is fitted', () => {
    expect(outcomes.map(({ unfitted }) => unfitted)).toEqual([null, null, null, null]);
  });
});

test('the share of losing calls counts those on which direct loading costs more', () => {
  const [base, other] = outcomes[0]?.modes ?? [];
  if (base === undefined || other === undefined) throw new Error('there are two modes');
  const costing = (...yuan: readonly number[]) => yuan.map((costYuan) => ({ ...base.calls[0]!, costYuan }));
  const pair = [
    { ...base, calls: costing(10, 10, 10, 10) },
    { ...other, calls: costing(9, 10, 11, 12) },
  ];
  expect(measureRows([pair], 0.95)['saving.lossShare'].difference?.mean).toBe(0.5);
});

function expectNumbersAreFinite(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) expectNumbersAreFinite(part);
}
