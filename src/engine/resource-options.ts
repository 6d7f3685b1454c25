import type { Process } from './process.ts';

/** What a resource is made of. */
export interface ResourceOptions {
  /** For messages and statistics. */
  readonly name: string;
  /** Units, a whole number of at least 1. */
  readonly capacity: number;
  /**
   * Who goes first when the head of the line needs more than is free: `strict` (the default) lets nobody
   * overtake, `first-fit` serves whoever fits.
   */
  readonly discipline?: 'strict' | 'first-fit';
  /**
   * Dynamic priority: asked of everyone in line whenever units are to be given out, who has the lowest rank goes
   * first, in the line's order among equals. The cost of a turn grows with the line.
   */
  readonly rank?: (request: RankedRequest) => number;
  /**
   * Who may release: only the `holder` (the default), so that a wrong release is found and messages can name who is in
   * the way; or `anyone`, for units that one process takes and another gives back.
   */
  readonly releasedBy?: 'holder' | 'anyone';
  /** Whether the waits keep their quantiles, in some kilobytes; true when absent. */
  readonly quantiles?: boolean;
}

/** A request in line, as a rank sees it. */
export interface RankedRequest {
  /** Who asked; null when that was done outside any process. */
  readonly process: Process | null;
  readonly units: number;
  readonly priority: number;
  /** Hour since which it waits. */
  readonly since: number;
}

/** How to ask for units. */
export interface ClaimOptions {
  /** 1 when absent. */
  readonly units?: number;
  /** Lower goes first; 0 when absent. */
  readonly priority?: number;
  /** Hours after which the line is left without units. */
  readonly patience?: number;
  /** The line is not entered when so many stand in it. */
  readonly balkAt?: number;
}

/** What became of a claim. */
export type Claimed = 'served' | 'reneged' | 'balked';
