import type { Scenario } from '../scenario/index.ts';
import { type LedgerEntry, type Mode, type ModeOutcome, prepare } from '../study/index.ts';

/** One mode of an estimate. */
export interface Side {
  /** Whole kilograms: opening + produced = loaded + lost + closing + underway. */
  readonly mass: ModeOutcome['mass'];
  /** Yuan per tonne aboard, line by line. */
  readonly ledger: readonly LedgerEntry[];
  /** The shipper's cost, yuan per tonne aboard. */
  readonly costPerTonne: number;
}

/** What somebody says that one mode saves against another. */
export interface Estimate {
  readonly base: Side;
  readonly other: Side;
  /** Base less other, yuan per tonne. */
  readonly savingPerTonne: number;
}

/**
 * Estimates a saving: anything that does, such as a surrogate, a spreadsheet behind a call, another simulator.
 *
 * @param seed of its randomness; the same gives the same
 */
export type Estimator = (
  scenario: Scenario,
  modes: readonly [base: Mode, other: Mode],
  seed: number,
) => Estimate | Promise<Estimate>;

/** This program's own: the first replication of a seed. */
export const estimate: Estimator = (scenario, modes, seed) => {
  const [base, other] = prepare(scenario)(modes, seed, 0).modes.map(sideOf) as [Side, Side];
  return { base, other, savingPerTonne: base.costPerTonne - other.costPerTonne };
};

function sideOf({ mass, ledger, measures }: ModeOutcome): Side {
  return { mass, ledger, costPerTonne: measures['cost.perTonne'] ?? Number.NaN };
}
