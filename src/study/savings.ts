import type { SavingMeasureId } from './measures.ts';
import type { ModeFigures, ModeOutcome } from './mode-outcome.ts';

/** Savings that are found without looking at single calls. */
export type SavingFigureId = Exclude<SavingMeasureId, 'saving.lossShare'>;

/** What one replication saves in `other` against `base`. Above 0: `other` is cheaper. */
export function savings(base: ModeOutcome, other: ModeOutcome): Record<SavingMeasureId, number> {
  let losses = 0;
  for (const [i, { costYuan }] of other.calls.entries()) if (costYuan > base.calls[i]!.costYuan) losses++;
  return { ...savingFigures(base, other), 'saving.lossShare': losses / other.calls.length };
}

/** The same, without the share of calls on which `other` costs more. */
export function savingFigures(base: ModeFigures, other: ModeFigures): Record<SavingFigureId, number> {
  const tonnes = base.aboardTonnes;
  const total = base.shipperCostYuan - other.shipperCostYuan;
  return {
    'saving.perTonne': total / tonnes,
    'saving.total': total,
    'saving.portCharges.perTonne': (base.portChargesYuan - other.portChargesYuan) / tonnes,
    'saving.system.perTonne': (base.systemCostYuan - other.systemCostYuan) / tonnes,
  };
}
