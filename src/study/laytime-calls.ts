import { demurrageYuan, type Settled } from './measures.ts';

/** What came of one call's laytime. */
export interface LaytimeResult {
  readonly call: number;
  readonly cargoTonnes: number;
  readonly allowedHours: number;
  readonly usedHours: number;
  /** Below 0: on demurrage. */
  readonly balanceHours: number;
  /** Demurrage less despatch. */
  readonly netYuan: number;
}

/** The laytime of every call of a season, in order of laycan. */
export function laytimeResults({ facts, settlement }: Settled): LaytimeResult[] {
  return facts.calls.map(({ cargoKg }, i) => {
    const { laytime, lines } = settlement.calls[i]!;
    const { allowedHours, usedHours, balanceHours } = laytime;
    return {
      call: i + 1,
      cargoTonnes: cargoKg / 1000,
      allowedHours,
      usedHours,
      balanceHours,
      netYuan: demurrageYuan(lines),
    };
  });
}
