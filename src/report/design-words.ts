import type { Side, SweepDesign } from '../study/index.ts';

/** What reports on sweeps and sensitivity say in one language. */
export interface DesignWords {
  readonly sides: Readonly<Record<Side, string>>;
  /** A measure of one side. */
  readonly ofSide: (side: string, measure: string) => string;
  /** Stands for a value of the dummy, which has none. */
  readonly otherNumbers: string;
  readonly dummy: string;
  readonly sweep: {
    readonly heading: (design: SweepDesign) => string;
    readonly laidOut: (points: string, parameters: string, replications: string) => string;
    readonly cut: (shown: string, points: string) => string;
    readonly extremes: (measure: string, greatest: string, at: string, least: string, where: string) => string;
    readonly point: string;
  };
  readonly sensitivity: {
    readonly tornado: string;
    readonly morris: string;
    readonly sobol: string;
    readonly second: string;
    readonly convergence: string;
    readonly ofMeasure: (measure: string, unit: string) => string;
    readonly base: (value: string) => string;
    readonly low: string;
    readonly high: string;
    readonly atLow: string;
    readonly atHigh: string;
    readonly swing: string;
    readonly muStar: string;
    readonly mu: string;
    readonly sigma: string;
    readonly first: string;
    readonly total: string;
    readonly pair: string;
    readonly rows: string;
    readonly tornadoNote: (replications: string) => string;
    readonly morrisNote: (trajectories: string, levels: string, replications: string) => string;
    readonly sobolNote: (rows: string, mean: string, sd: string, replications: string) => string;
    /** How long a bar luck alone makes, and how many parameters do less. */
    readonly luckBar: (reach: string, confidence: string, count: string, of: string) => string;
    /** How many parameters do less than other random numbers do. */
    readonly belowLuck: (count: string, of: string) => string;
    readonly unresolved: (count: string, of: string) => string;
    readonly luckShare: (first: string, total: string) => string;
    readonly cut: (hidden: string) => string;
    readonly evaluations: (count: string) => string;
  };
  readonly failures: {
    readonly points: (count: string) => string;
    readonly refused: (why: string) => string;
    readonly unfinished: (why: string) => string;
  };
}
