/** What the command line says of `sweep` and `sensitivity` in one language. */
export interface DesignWords {
  readonly describe: {
    readonly sweep: string;
    readonly sensitivity: string;
    readonly vary: string;
    readonly design: string;
    readonly samples: string;
    readonly sensitivitySamples: string;
    readonly levels: string;
    readonly sensitivityLevels: string;
    readonly measures: string;
    readonly measure: string;
    readonly csv: string;
    readonly table: string;
    readonly method: string;
    readonly group: string;
    readonly secondOrder: string;
    readonly resamples: string;
    readonly allRanged: string;
  };
  /** What is wrong, each a sentence without its full stop. */
  readonly wrong: {
    readonly varied: (found: string | null) => string;
    readonly notVariable: (key: string) => string;
    readonly noRange: (key: string) => string;
    readonly emptyRange: (key: string, low: number, high: number) => string;
    readonly notARange: (key: string, found: string) => string;
    readonly oneValue: (key: string) => string;
    readonly twice: (key: string) => string;
    readonly levels: (key: string, found: string) => string;
    readonly noneOfGroup: (key: string) => string;
    readonly measure: (found: string | null) => string;
    readonly evenLevels: (found: string) => string;
    readonly powerOfTwo: (found: string) => string;
    readonly tooMany: (most: number, found: number) => string;
    readonly tooManyFactors: (most: number, found: number) => string;
    readonly group: (found: string | null) => string;
    readonly groupTwice: (name: string) => string;
    readonly notOf: (option: string, other: string, values: readonly string[]) => string;
    readonly csvAndJson: string;
  };
}
