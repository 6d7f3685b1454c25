/**
 * Thrown when a model asks the engine for something impossible; the message names who, what and the simulated hour.
 *
 * @example
 * const sim = new Simulation();
 * sim.spawn('ship', (function* () {
 *   yield* sim.hold(2);
 *   yield* sim.hold(-1);
 * })());
 * let message = '';
 * try {
 *   sim.run();
 * } catch (error) {
 *   if (error instanceof SimulationError) message = error.message;
 * }
 * message; // 'process "ship", hour 2: a delay must be a finite number of at least 0, not -1'
 */
export class SimulationError extends Error {
  override readonly name: string = 'SimulationError';
}

/**
 * A run that cannot go on: nothing is pending while processes still wait. The message lists them.
 *
 * @example
 * const sim = new Simulation();
 * const permit = new SimEvent(sim, 'permit');
 * sim.spawn('ship', (function* () {
 *   yield* permit;
 * })());
 * let message = '';
 * try {
 *   sim.run();
 * } catch (error) {
 *   if (error instanceof StalledError) message = error.message;
 * }
 * message.split('\n')[1]; // 'process "ship" waits for event "permit" since hour 0'
 */
export class StalledError extends SimulationError {
  override readonly name: string = 'StalledError';
}

/**
 * Events that follow each other without end at one instant. The message names whose they are.
 *
 * @example
 * const sim = new Simulation({ turnsAtOneInstant: 100 });
 * const again = () => sim.schedule(0, again);
 * sim.schedule(2, again);
 * let found = false;
 * try {
 *   sim.run();
 * } catch (error) {
 *   found = error instanceof ZeroTimeLoopError;
 * }
 * [found, sim.now]; // [true, 2]
 */
export class ZeroTimeLoopError extends SimulationError {
  override readonly name: string = 'ZeroTimeLoopError';
}

/**
 * Processes that wait for each other in a circle, found when one of them closes it by beginning to wait; one that closes
 * otherwise ends in a {@link StalledError}. The message names them.
 *
 * @example
 * const sim = new Simulation();
 * const tug = new Resource(sim, { name: 'tug', capacity: 1 });
 * const berth = new Resource(sim, { name: 'berth', capacity: 1 });
 * const ship = function* (first: Resource, second: Resource) {
 *   yield* first.seize();
 *   yield* sim.hold(1);
 *   yield* second.seize();
 * };
 * sim.spawn('a', ship(tug, berth));
 * sim.spawn('b', ship(berth, tug));
 * let message = '';
 * try {
 *   sim.run();
 * } catch (error) {
 *   if (error instanceof DeadlockError) message = error.message;
 * }
 * message.split('\n')[1]; // 'process "b" waits for resource "tug" since hour 1 (held by process "a")'
 */
export class DeadlockError extends SimulationError {
  override readonly name: string = 'DeadlockError';
}

/**
 * What an interrupted process catches at its wait.
 *
 * @example
 * const sim = new Simulation();
 * let [reason, hour]: unknown[] = [];
 * const crane = sim.spawn('crane', (function* () {
 *   try {
 *     yield* sim.hold(10);
 *   } catch (error) {
 *     if (!(error instanceof Interrupt)) throw error;
 *     [reason, hour] = [error.reason, sim.now];
 *   }
 * })());
 * sim.schedule(4, () => crane.interrupt('storm'));
 * sim.run();
 * [reason, hour]; // ['storm', 4]
 */
export class Interrupt extends Error {
  override readonly name: string = 'Interrupt';

  /** Why, as given to {@link Process.interrupt}. */
  readonly reason: unknown;

  constructor(reason: unknown) {
    super(`interrupted: ${String(reason)}`);
    this.reason = reason;
  }
}
