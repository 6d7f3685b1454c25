/** Thrown when a model asks the engine for something impossible; the message names who, what and the simulated hour. */
export class SimulationError extends Error {
  override readonly name: string = 'SimulationError';
}

/** A run that cannot go on: nothing is pending while processes still wait. The message lists them. */
export class StalledError extends SimulationError {
  override readonly name: string = 'StalledError';
}

/** Events that follow each other without end at one instant. The message names whose they are. */
export class ZeroTimeLoopError extends SimulationError {
  override readonly name: string = 'ZeroTimeLoopError';
}

/** Processes that wait for each other in a circle. The message names them. */
export class DeadlockError extends SimulationError {
  override readonly name: string = 'DeadlockError';
}

/** What an interrupted process catches at its wait. */
export class Interrupt extends Error {
  override readonly name: string = 'Interrupt';

  /** Why, as given to {@link Process.interrupt}. */
  readonly reason: unknown;

  constructor(reason: unknown) {
    super(`interrupted: ${String(reason)}`);
    this.reason = reason;
  }
}
