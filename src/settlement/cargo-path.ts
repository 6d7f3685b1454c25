import type { CallFacts } from '../port/index.ts';

/** The way a call's cargo went, tonnes. */
export interface CargoPath {
  readonly aboardTonnes: number;
  /** Hauled from the works: what went aboard, what was lost (staging tops that up) and what customs refused. */
  readonly hauledTonnes: number;
  /** Went aboard over the yard's stack. */
  readonly stagedTonnes: number;
  /** Went from the works straight to the ship. */
  readonly straightTonnes: number;
  readonly lostTonnes: number;
}

/**
 * How a call's cargo went, told from what happened, not from the name of its mode: a direct call whose cargo was
 * diverted to the stack has staged tonnes, and a hybrid one has both. What the yard loses is lost before it is stacked:
 * all that is stored goes aboard, but for what customs refused.
 *
 * @param call cargo, stored and lost kilograms
 * @example 30,000 t of cargo of which 10,000 t were stored: 10,000 t staged, 20,000 t straight
 */
export function cargoPath(call: Pick<CallFacts, 'cargoKg' | 'lostKg' | 'storedKgByDays' | 'refused'>): CargoPath {
  let stagedKg = 0 - call.refused.fromYardKg;
  for (const kg of call.storedKgByDays) stagedKg += kg;
  return {
    aboardTonnes: call.cargoKg / 1000,
    hauledTonnes: (call.cargoKg + call.lostKg + call.refused.kg) / 1000,
    stagedTonnes: stagedKg / 1000,
    straightTonnes: (call.cargoKg - stagedKg) / 1000,
    lostTonnes: call.lostKg / 1000,
  };
}
