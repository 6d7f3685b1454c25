import { Crowd } from './crowd.ts';
import type { SimEvent } from './sim-event.ts';
import type { Simulation } from './simulation.ts';
import type { Part } from './simulation-options.ts';
import type { Wait } from './wait.ts';
import type { Waitable } from './wait-queue.ts';
import { NOBODY } from './waiters.ts';

/**
 * Tells whoever waits just now, again and again: `fire` wakes them all, and those who come later wait for the
 * next time. Use a {@link SimEvent} for what happens once.
 *
 * @typeParam T what it tells; nothing when absent
 *
 * @example
 * const sim = new Simulation();
 * const tide = new Signal<string>(sim, 'tide');
 * const seen: string[] = [];
 * function* ship() {
 *   seen.push(`${yield* tide.wait()} water at ${sim.now}`);
 *   const first = yield* anyOf([tide.request(), sim.timeout(5)]);
 *   seen.push(first === 0 ? 'tide' : `no tide by ${sim.now}`);
 * }
 * sim.spawn('ship', ship());
 * sim.schedule(6, () => tide.fire('high'));
 * sim.schedule(12, () => tide.fire('low'));
 * sim.run();
 * seen; // ['high water at 6', 'no tide by 11']
 */
export class Signal<T = void> implements Waitable, Part {
  readonly name: string;
  private readonly _sim: Simulation;
  private readonly _crowd: Crowd;

  /** @param name for messages */
  constructor(sim: Simulation, name: string) {
    this.name = name;
    this._sim = sim;
    this._crowd = new Crowd(sim);
    sim.add(this);
  }

  get description(): string {
    return `signal "${this.name}"`;
  }

  /** How many wait for the next time it fires. */
  get waiting(): number {
    return this._crowd.size;
  }

  /** Waits for the next time it fires. @returns what it then tells */
  wait(): Wait<T> {
    this._crowd.enter(this._sim.beginWait(this));
    return this._sim.suspend<T>();
  }

  /** The next time it fires as an event, for conditions. */
  request(): SimEvent<T> {
    return this._crowd.request<T>(
      this.description,
      (id) => this._crowd.enter(id),
      (id) => this.withdraw(id),
    );
  }

  /** Wakes everyone who waits, in order of arrival. @param value what it tells */
  fire(value: T): void {
    if (this._sim.trace !== null) this._sim.note('fire', this.name, value);
    const round = this._crowd.close();
    for (let id = this._crowd.take(round); id !== NOBODY; id = this._crowd.take(round)) this._sim.grant(id, value);
  }

  reset(): void {
    this._crowd.clear();
  }

  resetStatistics(): void {}

  withdraw(id: number): void {
    this._crowd.withdraw(id);
  }
}
