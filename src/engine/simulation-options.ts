import type { TraceSink } from './trace.ts';

/** How a simulation is watched. */
export interface SimulationOptions {
  /** Is told of everything that happens; absent, nothing is spent on it. */
  readonly trace?: TraceSink;
  /** Most events at one instant, before the run ends with a {@link ZeroTimeLoopError}; 10 million when absent. */
  readonly turnsAtOneInstant?: number;
  /**
   * `error` (the default) when processes wait for each other in a circle; `allow` when somebody else will break it
   * up, by interrupting one of them. A circle is looked for when somebody begins to wait. One that closes later, such as
   * when the only holder who is not stuck releases fewer units than are waited for, is found when the run stalls.
   */
  readonly cycles?: 'error' | 'allow';
}

/** How to start a process. */
export interface SpawnOptions {
  /** Hours until it begins; 0 is this instant. */
  readonly delay?: number;
  /** It may still wait when nothing else can happen, and the run ends all the same. */
  readonly background?: boolean;
}

/** A part of a model that a simulation starts anew with itself, such as a resource. */
export interface Part {
  /** Puts it back to how it was made. */
  reset(): void;
  /** Begins its statistics anew, its state unchanged. */
  resetStatistics(now: number): void;
}
