/** Thrown when a model asks the engine for something impossible; the message names who, what and the simulated hour. */
export class SimulationError extends Error {
  override readonly name: string = 'SimulationError';
}

/** A run that cannot go on: nothing is pending while processes still wait. The message lists them. */
export class StalledError extends SimulationError {
  override readonly name: string = 'StalledError';
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
