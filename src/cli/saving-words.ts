/** What the command line says of `uncertainty` and `attribute` in one language. */
export interface SavingWords {
  readonly describe: {
    readonly uncertainty: string;
    readonly attribute: string;
    readonly vary: string;
    readonly allUnsourced: string;
    readonly holdPolicies: string;
    readonly law: string;
    readonly design: string;
    readonly samples: string;
    readonly seasons: string;
    readonly measure: string;
    readonly resamples: string;
    readonly mode: string;
  };
  readonly wrong: {
    readonly nothingUnsourced: string;
    readonly holdAndVary: string;
    readonly tooManyForSobol: (most: number, found: number) => string;
  };
}
