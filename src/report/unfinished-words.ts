import type { WaitedKind, WaiterKind } from './waits.ts';

/** What is said of a season that could not be served, in one language; what is missing does not compile. */
export interface UnfinishedWords {
  readonly sentence: (parts: UnfinishedParts) => string;
  readonly ship: (call: number, laycan: string, aboard: string, cargo: string) => string;
  readonly comma: string;
  /** One who waits, and how many more wait like it. */
  readonly wait: (who: string, count: number, what: string, since: string) => string;
  readonly who: Readonly<Record<WaiterKind, (call: string, index: string) => string>>;
  readonly what: Readonly<Record<WaitedKind, string>>;
}

/** What the sentence is made of, ready to be read. */
export interface UnfinishedParts {
  readonly mode: string | null;
  readonly ships: string;
  readonly unsailed: string;
  readonly closing: string;
  readonly stalled: string | null;
  readonly list: string;
  /** Ships that are not in the list. */
  readonly more: number;
  readonly waits: readonly string[];
}
