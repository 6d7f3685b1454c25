/** What the command line says of precision in one language. */
export interface PrecisionWords {
  readonly precision: string;
  readonly budget: string;
  readonly variance: string;
  /** What is wrong, each a sentence without its full stop. */
  readonly wrong: {
    readonly measure: (found: string | null) => string;
    readonly size: (found: string | null) => string;
    readonly unit: (unit: string, found: string | null) => string;
    readonly twice: (found: string | null) => string;
    readonly budget: (minimum: number, found: number) => string;
    readonly alone: string;
    readonly pairOnly: (modes: string) => string;
  };
}
