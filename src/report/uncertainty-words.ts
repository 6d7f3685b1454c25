import type { Law, UncertaintyDesign } from '../study/index.ts';

/** What a report on uncertainty says in one language. */
export interface UncertaintyWords {
  readonly heading: string;
  readonly knowingHeading: string;
  readonly laws: Readonly<Record<Law, string>>;
  readonly designs: Readonly<Record<UncertaintyDesign, string>>;
  readonly drawn: (parameters: string, law: string, points: string, design: string, replications: string) => string;
  readonly base: string;
  readonly mean: string;
  readonly loses: string;
  readonly losesOnAverage: string;
  readonly quantile: (share: string) => string;
  /** Headings of the table of quantiles. */
  readonly ofSeason: string;
  readonly ofAverage: string;
  readonly range: (low: string, high: string) => string;
  readonly meanNote: (half: string, luck: string) => string;
  readonly split: (share: string, low: string, high: string, parameters: string, luck: string) => string;
  readonly noSplit: string;
  readonly fittedHeld: (keys: string) => string;
  readonly refusedBy: (list: readonly string[]) => string;
  /** A key, and on how many points it was to blame or what share of the variance it has. */
  readonly keyWith: (key: string, figure: string) => string;
  readonly conditional: string;
  /** The scenario as it stands has no saving; the reason follows. */
  readonly baseFailed: string;
  readonly unserved: (points: string) => string;
  readonly choice: Readonly<Record<'direct' | 'staged', string>>;
  readonly all: (worth: string, lower: string, upper: string, se: string, season: string) => string;
  readonly atMost: (upper: string, season: string) => string;
  readonly columns: Readonly<Record<'worth' | 'se' | 'season' | 'explained', string>>;
  readonly dummy: string;
  readonly dummyNote: (floor: string, explained: string) => string;
  readonly marks: (policies: boolean) => string;
  /** The parameter that is most worth finding out. */
  readonly most: (key: string, worth: string, season: string) => string;
  /** Parameters that would narrow the spread most if they were known. */
  readonly narrows: (list: readonly string[]) => string;
  readonly none: string;
  readonly noneWorth: string;
  readonly tooFew: string;
  readonly cut: (hidden: string) => string;
}
