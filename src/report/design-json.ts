import type { Failure, Sensitivity, Sweep } from '../study/index.ts';
import type { Program } from './json.ts';

/** What `sweep --json` prints. */
export type SweepJson = { readonly schema: 'zhizhuang/sweep@1'; readonly program: Program } & Sweep;

/** What `sensitivity --json` prints. */
export type SensitivityJson = { readonly schema: 'zhizhuang/sensitivity@1'; readonly program: Program } & Sensitivity;

/** A sweep as one object. */
export function sweepJson(sweep: Sweep, program: Program): SweepJson {
  return { schema: 'zhizhuang/sweep@1', program, ...sweep };
}

/** A sensitivity study as one object. */
export function sensitivityJson(sensitivity: Sensitivity, program: Program): SensitivityJson {
  return { schema: 'zhizhuang/sensitivity@1', program, ...sensitivity };
}

/** Why a point has no value, as a word that a table can hold; empty where it has one. */
export function failureWord(failure: Failure | null): string {
  return failure?.why ?? '';
}
