/** What reports on several modes and variants say in one language. */
export interface VariantWords {
  readonly headings: {
    /** All together in one measure. */
    readonly together: (measure: string, unit: string) => string;
    readonly savings: (measure: string) => string;
    readonly best: string;
    readonly pairs: (measure: string) => string;
    readonly failures: string;
  };
  readonly columns: {
    readonly saved: string;
    readonly difference: string;
    readonly together: (confidence: string) => string;
    readonly relative: string;
    readonly alone: (confidence: string) => string;
    readonly p: string;
    readonly best: string;
    readonly mayBeBest: string;
    readonly measure: string;
    readonly bestSeen: string;
    readonly losses: string;
  };
  /** A variant's mode. */
  readonly of: (variant: string, mode: string) => string;
  /** What is set in a variant. */
  readonly sets: (variant: string, settings: readonly string[]) => string;
  /** One mode against another. */
  readonly against: (base: string, other: string) => string;
  readonly yes: string;
  /** Stands for a long list. */
  readonly all: (count: string) => string;
  readonly list: (names: readonly string[]) => string;
  /** The first of so many. */
  readonly some: (names: readonly string[], count: number) => string;
  /** The least costly is known. */
  readonly oneBest: (name: string, confidence: string) => string;
  /** It may be any of several. */
  readonly severalBest: (names: string, seen: string, confidence: string) => string;
  readonly note: (base: string, confidence: string) => string;
  readonly independent: string;
  /** Sides all of whose figures are the same. */
  readonly same: (names: string) => string;
  /** Measure by measure there is too much to print. */
  readonly elsewhere: string;
  readonly failure: (name: string, replication: string, why: string) => string;
}
