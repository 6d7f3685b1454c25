import type { ModeFigures, ModeOutcome, TaskOutcome } from '../../study/index.ts';

/** What is known of tasks that were looked up. */
export interface Found<Looked extends ModeFigures = ModeOutcome> {
  /** How many of them are known. */
  readonly known: number;
  /** By place among the keys; null of one that is not known. */
  outcome(place: number): TaskOutcome<Looked> | null;
}

export const NOTHING_FOUND: Found = { known: 0, outcome: () => null };
