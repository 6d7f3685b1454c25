import type { LedgerItem } from '../settlement/index.ts';
import type { LedgerEntry, ModeOutcome } from './mode-outcome.ts';
import type { DecidingMeasure } from './uncertainty-plan.ts';

/**
 * What each item of a season's ledger costs by a measure, yuan/t; the items come to the cost that the measure is the
 * saving of. The shipper's: what it pays less what it earns; the system's: what is used up, whoever pays.
 */
export function itemCosts(measure: DecidingMeasure, { ledger }: Pick<ModeOutcome, 'ledger'>): Map<LedgerItem, number> {
  const costs = new Map<LedgerItem, number>();
  for (const line of ledger) {
    costs.set(line.item, (costs.get(line.item) ?? 0) + timesCounted(measure, line) * line.yuanPerTonne);
  }
  return costs;
}

function timesCounted(measure: DecidingMeasure, { payer, payee, kind }: LedgerEntry): number {
  if (measure === 'saving.system.perTonne') return kind === 'resource' ? 1 : 0;
  return (payer === 'shipper' ? 1 : 0) - (payee === 'shipper' ? 1 : 0);
}
