import type { CheckArea, Checked } from '../study/index.ts';

/** What a verification says in one language. */
export interface VerifyWords {
  readonly title: string;
  readonly areas: Readonly<Record<CheckArea, string>>;
  /** What is checked, by the identifier's part after the area; what is not here keeps its identifier. */
  readonly checks: Readonly<Record<string, string>>;
  readonly columns: {
    readonly check: string;
    readonly expected: string;
    readonly found: string;
    readonly tolerance: string;
    readonly because: string;
    readonly source: string;
  };
  /** Where an expected figure is from; a citation reads the same in every language. */
  readonly source: (text: string) => string;
  readonly sources: (numbered: readonly string[]) => string;
  readonly because: Readonly<Record<Checked['because'], string>>;
  readonly agrees: string;
  readonly differs: string;
  readonly elsewhere: string;
  readonly note: (falseAlarm: string) => string;
  readonly allAgree: (count: string) => string;
  readonly someDiffer: (differ: string, count: string) => string;
}
