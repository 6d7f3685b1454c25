import type { Mode } from '../study/index.ts';

/** What reports say of variance reduction in one language. */
export interface VarianceWords {
  readonly heading: string;
  readonly columns: {
    readonly staged: string;
    readonly direct: string;
    readonly inStep: string;
    readonly share: string;
  };
  readonly pairing: string;
  readonly controls: string;
  readonly antithetic: string;
  readonly helps: string;
  readonly noHelp: string;
  readonly harms: string;
  readonly unknown: string;
  /** What the gain is. */
  readonly meaning: (replications: string, confidence: string) => string;
  readonly ceiling: (ceiling: string, share: string, correlation: string) => string;
  readonly enough: (least: string) => string;
  readonly outOfStep: (group: string, share: string, inStep: string) => string;
  readonly oneSided: (group: string, share: string, mode: string) => string;
  readonly chosen: (causes: readonly string[]) => string;
  readonly causes: string;
  readonly cut: (hidden: string) => string;
  /** Groups of causes of randomness; one that is not here is told by its name. */
  readonly groups: Readonly<Record<string, string>>;
  readonly only: Readonly<Record<Mode, string>>;
}
