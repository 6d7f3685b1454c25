import type { Scenario } from '../../scenario/index.ts';
import type { Comparison } from '../compare.ts';
import { comparePublished, type PublishedComparison } from '../published.ts';
import type { VariantComparison } from '../variants.ts';
import { type Check, type Checked, checked } from './check.ts';
import { ENGINE_CHECKS } from './engine-checks.ts';
import { exact, FALSE_ALARM, rounded } from './findings.ts';
import { RANDOM_CHECKS, SENSITIVITY_CHECKS, STATISTICS_CHECKS } from './number-checks.ts';
import { PUBLISHED_ELSEWHERE } from './published-elsewhere.ts';

/** A published fact beside what was simulated, and where it is from. */
export interface PublishedCheck extends PublishedComparison {
  readonly source: string;
  readonly note: string;
}

/** What the program finds where the answer is known, and beside what was published. */
export interface Verification {
  readonly scenario: Comparison['scenario'];
  readonly seed: number;
  readonly replications: number;
  /** Chance that a right program fails a check that chance is in. */
  readonly falseAlarm: number;
  readonly checks: readonly Checked[];
  /** How many checks agree, of how many. */
  readonly agreed: number;
  readonly count: number;
  /** The scenario's own facts. */
  readonly published: readonly PublishedCheck[];
  /** Of other ports and cargoes, to which nothing is fitted. */
  readonly elsewhere: readonly PublishedCheck[];
}

/** The checks that need no scenario. */
export const CHECKS: readonly Check[] = [
  ...ENGINE_CHECKS,
  ...RANDOM_CHECKS,
  ...STATISTICS_CHECKS,
  ...SENSITIVITY_CHECKS,
];

/** Seasons of the comparison of a mode with itself. */
export const SELF_REPLICATIONS = 2;

/**
 * Does every check, and holds a comparison of the scenario against what was published.
 *
 * @param comparison of staging with direct loading
 * @param self direct loading compared with itself
 * @param known checks that need no scenario
 */
export function verification(
  scenario: Scenario,
  comparison: Comparison,
  self: VariantComparison,
  known: readonly Check[] = CHECKS,
): Verification {
  const checks = [...known, ...modelChecks(comparison, self)].map(checked);
  const factOf = (id: string) => scenario.published.find((fact) => id === fact.id || id === `${fact.id}.unfitted`);
  return {
    scenario: comparison.scenario,
    seed: comparison.seed,
    replications: comparison.replications,
    falseAlarm: FALSE_ALARM,
    checks,
    agreed: checks.filter(({ agrees }) => agrees).length,
    count: checks.length,
    published: comparison.published.map((one) => {
      const fact = factOf(one.id);
      return { ...one, source: fact?.source ?? '', note: fact?.note ?? '' };
    }),
    elsewhere: PUBLISHED_ELSEWHERE.map((fact) => {
      const row = comparison.measures[fact.id as keyof Comparison['measures']];
      return { ...comparePublished(fact, row[fact.side], false), source: fact.source, note: fact.note };
    }),
  };
}

/** What must hold of any season: no tonne is lost from the books, the ledger is the saving, a mode is itself. */
function modelChecks(comparison: Comparison, self: VariantComparison): Check[] {
  const { massBalance, ledger, measures } = comparison;
  const shipper = ledger.reduce((sum, row) => sum + shipperShare(row) * row.difference, 0);
  const saving = measures['saving.perTonne'].difference?.mean ?? Number.NaN;
  const differences = self.differences.flatMap((one) => Object.values(one.measures).map((row) => row?.mean ?? 0));
  const zero = (id: string, source: string, found: number): Check => ({
    id: `model.${id}`,
    area: 'model',
    expected: 0,
    source,
    because: 'exact',
    find: () => exact(found),
  });
  return [
    zero('massStaged', 'conservation of mass', massBalance.staged.residual),
    zero('massDirect', 'conservation of mass', massBalance.direct.residual),
    {
      id: 'model.ledger',
      area: 'model',
      expected: saving,
      source: 'double entry',
      because: 'rounding',
      find: () => rounded(shipper, 1e-9 * Math.max(1, Math.abs(saving))),
    },
    zero('self', 'common random numbers', Math.max(0, ...differences.map(Math.abs))),
  ];
}

/** What the shipper pays of a ledger line, and what it is paid. */
function shipperShare({ payer, payee }: Comparison['ledger'][number]): number {
  return (payer === 'shipper' ? 1 : 0) - (payee === 'shipper' ? 1 : 0);
}
