/** What the command line says of `calibrate` in one language. */
export interface CalibrateWords {
  readonly describe: {
    readonly calibrate: string;
    readonly fit: string;
    readonly fitOtherwise: string;
    readonly target: string;
    readonly targetOtherwise: string;
    readonly method: string;
    readonly budget: string;
    readonly budgetOtherwise: string;
    readonly write: string;
  };
  /** What is wrong, each a sentence without its full stop. */
  readonly wrong: {
    readonly noFit: string;
    readonly noTarget: string;
    readonly notRange: (key: string) => string;
    readonly form: (found: string | null) => string;
    readonly unit: (measure: string, unit: string, found: string) => string;
    readonly emptyBand: (measure: string, low: number, high: number) => string;
    readonly twice: (measure: string) => string;
    readonly budget: (least: number, method: string, found: number) => string;
    readonly writeWithSet: string;
    readonly layout: string;
  };
  /** Why a fit was not written, a line of its own. */
  readonly notWritten: (path: string) => string;
}
