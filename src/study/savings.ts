import type { SavingMeasureId } from './measures.ts';
import type { ModeOutcome } from './mode-outcome.ts';

/** What one replication saves in `other` against `base`. Above 0: `other` is cheaper. */
export function savings(base: ModeOutcome, other: ModeOutcome): Record<SavingMeasureId, number> {
  const tonnes = base.aboardTonnes;
  const total = base.shipperCostYuan - other.shipperCostYuan;
  let losses = 0;
  for (const [i, { costYuan }] of other.calls.entries()) if (costYuan > base.calls[i]!.costYuan) losses++;
  return {
    'saving.perTonne': total / tonnes,
    'saving.total': total,
    'saving.portCharges.perTonne': (base.portChargesYuan - other.portChargesYuan) / tonnes,
    'saving.system.perTonne': (base.systemCostYuan - other.systemCostYuan) / tonnes,
    'saving.lossShare': losses / other.calls.length,
  };
}
