import type { ModeInputs } from './inputs.ts';

/** The three mechanisms of direct loading, each switchable alone. */
export interface Mechanisms {
  /** Declare ahead, while the slag lies at the works. */
  readonly ahead: boolean;
  /** Sort at the gate by the control instruction; off: every truck stops for a manual check. */
  readonly sorting: boolean;
  /** Go straight to the ship's side; off: to the yard stack. */
  readonly straight: boolean;
}

/** How a season's cargoes, or one of them, go: by way of the yard, straight to the ship, or part each way. */
export type Mode = 'staged' | 'direct' | 'hybrid';

/** Every mode. */
export const MODES: readonly Mode[] = ['staged', 'direct', 'hybrid'];

/** What a mode without any of the mechanisms, or with all of them, is made of. */
export const MECHANISMS: Readonly<Record<'staged' | 'direct', Mechanisms>> = {
  staged: { ahead: false, sorting: false, straight: false },
  direct: { ahead: true, sorting: true, straight: true },
};

/** How one cargo goes. */
export interface CargoPlan {
  readonly mechanisms: Mechanisms;
  /** The part that goes by way of the yard, kg; all of it where nothing goes straight. */
  readonly stagedKg: number;
}

/**
 * How one cargo goes under a mode, or under any combination of the mechanisms.
 *
 * Hybrid stages a fixed buffer and a share of the cargo, at most all of it, and sends the rest straight.
 *
 * @param mode of the season, or of this cargo alone
 */
export function planOf(mode: Mode | Mechanisms, cargoKg: number, inputs: ModeInputs): CargoPlan {
  const mechanisms = typeof mode !== 'string' ? mode : mode === 'staged' ? MECHANISMS.staged : inputs.mechanisms;
  if (!mechanisms.straight) return { mechanisms, stagedKg: cargoKg };
  const { bufferKg, stagedShare } = inputs.hybrid;
  const wanted = mode === 'hybrid' ? bufferKg + Math.round(cargoKg * stagedShare) : 0;
  return { mechanisms, stagedKg: Math.min(cargoKg, wanted) };
}
