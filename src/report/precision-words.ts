/** What reports say of the precision that was asked for, in one language. */
export interface PrecisionWords {
  readonly heading: string;
  readonly asked: string;
  readonly attained: string;
  /** Of the mean. */
  readonly share: string;
  readonly needed: string;
  readonly reached: string;
  readonly short: string;
  /** How often it stopped, and that what was asked is there. */
  readonly done: (replications: string) => string;
  /** Up to the budget, and that it was not enough for so many measures. */
  readonly spent: (budget: string, count: string, of: string) => string;
  /** A relative precision of a mean near 0 asks for too much. */
  readonly nearZero: (measures: readonly string[]) => string;
  readonly undefinedMeasures: (measures: readonly string[]) => string;
  /** What the rule does to the intervals. */
  readonly coverage: (minimum: string, confidence: string) => string;
}
