import type { CalibrateMethod, Known, Posterior } from '../study/index.ts';

/** What reports on fits say in one language. */
export interface CalibrateWords {
  readonly heading: (method: CalibrateMethod) => string;
  /** Stands between the names of a list. */
  readonly separator: string;
  readonly found: (points: string, budget: string, replications: string) => string;
  readonly targets: {
    readonly heading: string;
    /** A target's heading, with its band and unit. */
    readonly wanted: (measure: string, band: string) => string;
    readonly before: string;
    readonly fitted: string;
    readonly check: string;
    readonly band: (low: string, high: string) => string;
    readonly within: string;
    /** How far outside the band, with the unit. */
    readonly above: (by: string) => string;
    readonly below: (by: string) => string;
    readonly none: string;
    readonly note: (confidence: string) => string;
  };
  readonly parameters: {
    readonly heading: string;
    readonly range: string;
    readonly before: string;
    readonly fitted: string;
    readonly left: (confidence: string) => string;
    readonly width: string;
    readonly known: Readonly<Record<Known, string>>;
  };
  readonly reached: string;
  readonly notReached: string;
  readonly atEnd: (parameters: string) => string;
  readonly nothing: string;
  readonly from: Readonly<Record<Posterior['from'], (size: string) => string>>;
  readonly noneLeft: string;
  readonly open: (parameters: string) => string;
  readonly confounded: (one: string, other: string, correlation: string) => string;
  /** The direction that the targets know least of, and the width along it. */
  readonly sloppy: (direction: string, width: string) => string;
  readonly waves: (shares: string) => string;
  readonly generations: (shares: string) => string;
  readonly shortOfTolerance: string;
}
