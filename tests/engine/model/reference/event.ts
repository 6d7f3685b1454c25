import { type ProcessBody, SimulationError } from '../../../../src/engine/index.ts';
import type { ReferenceProcess } from './process.ts';
import type { ReferenceSimulation } from './simulation.ts';

export type ReferenceListener = (event: ReferenceEvent) => void;

/**
 * Something that happens once, well or badly.
 *
 * 1. When it happens, the processes that wait are woken in the order in which they came; then the listeners are called
 *    in the order in which they came, at once, each to its end before the next, but for those who turn away meanwhile.
 * 2. Who comes after it happened goes on at once. When it failed and nobody waited, listened or came before what was due
 *    then has happened, its error comes out of `run`.
 * 3. Those who wait or listen are *interested*. So are, after it has happened, the processes that were woken by it or
 *    went on at once, and the conditions that were told: they rely on what it gave.
 * 4. When the last who was interested turns away, the event is *dropped*: a timeout is cancelled, a request leaves the
 *    line or gives its units back, a condition turns away from its parts. What had something to take back can never
 *    happen any more. Having happened or not makes no difference: who is interrupted between the happening and its turn
 *    has turned away too.
 * 5. Who turns away from several things does so from all of them before anything follows from it: before lines are
 *    served that were left, and what was granted goes back.
 */
export class ReferenceEvent {
  readonly sim: ReferenceSimulation;
  readonly name: string;
  state: 'pending' | 'succeeded' | 'failed' | 'withdrawn' = 'pending';
  value: unknown = undefined;
  error: Error | null = null;
  readonly #takeBack: () => boolean;
  readonly #freedBy: () => readonly ReferenceProcess[];
  #waiting: ReferenceProcess[] = [];
  #listeners: ReferenceListener[] = [];
  /** Processes and conditions that rely on what it gave. */
  #takers: unknown[] = [];
  #heard = false;

  /**
   * @param options.takeBack called when it is dropped; true if there was something to take back
   * @param options.freedBy the processes that alone can make it happen; none when that is not known
   */
  constructor(
    sim: ReferenceSimulation,
    name: string,
    options: { takeBack?: () => boolean; freedBy?: () => readonly ReferenceProcess[] } = {},
  ) {
    this.sim = sim;
    this.name = name;
    this.#takeBack = options.takeBack ?? (() => false);
    this.#freedBy = options.freedBy ?? (() => []);
  }

  get triggered(): boolean {
    return this.state === 'succeeded' || this.state === 'failed';
  }

  get awaited(): boolean {
    return this.#waiting.length > 0 || this.#listeners.length > 0;
  }

  succeed(value: unknown): void {
    this.#happen('succeeded', (process) => this.sim.wake(process, value), { value });
  }

  fail(error: Error): void {
    const { state } = this;
    this.#heard ||= this.awaited;
    if (!this.#heard && state === 'pending') this.sim.schedule(0, () => this.#checkHeard());
    this.#happen('failed', (process) => this.sim.wakeWithError(process, error), { error });
  }

  /** Nobody need hear of its failure. */
  defuse(): void {
    this.#heard = true;
  }

  listen(listener: ReferenceListener): void {
    this.checkNotWithdrawn();
    this.#heard ||= this.error !== null;
    if (this.triggered) listener(this);
    else this.#listeners.push(listener);
  }

  /** Also for who never listened, such as a condition decided before it came to this part. */
  turnAway(listener: ReferenceListener): void {
    this.#listeners = this.#listeners.filter((other) => other !== listener);
    this.#takers = this.#takers.filter((other) => other !== listener);
    this.#dropIfAlone();
  }

  /** A condition that was told relies on it. */
  take(listener: ReferenceListener): void {
    this.#takers.push(listener);
  }

  *[Symbol.iterator](): ProcessBody<unknown> {
    if (this.error !== null) {
      this.#heard = true;
      throw this.error;
    }
    const process = this.sim.current as ReferenceProcess;
    if (this.triggered) {
      this.#takers.push(process);
      return this.value;
    }
    this.checkNotWithdrawn();
    this.#waiting.push(process);
    const giveUp = () => {
      this.#waiting = this.#waiting.filter((other) => other !== process);
      if (this.#takers.includes(process)) this.#takers.splice(this.#takers.indexOf(process), 1);
      this.#dropIfAlone();
    };
    return yield* this.sim.wait(`event "${this.name}"`, giveUp, this.#freedBy);
  }

  #checkHeard(): void {
    if (!this.#heard) throw new SimulationError(`${this.name} failed unheard`, { cause: this.error });
  }

  #happen(
    state: 'succeeded' | 'failed',
    wake: (process: ReferenceProcess) => void,
    outcome: { value: unknown } | { error: Error },
  ): void {
    if (this.triggered) throw new SimulationError(`${this.name} happens a second time`);
    if (this.state === 'withdrawn') return;
    this.state = state;
    Object.assign(this, outcome);
    const waiting = this.#waiting.splice(0);
    this.#takers.push(...waiting);
    for (const process of waiting) wake(process);
    while (this.#listeners.length > 0) this.#listeners.shift()?.(this);
  }

  #dropIfAlone(): void {
    if (this.state === 'withdrawn' || this.awaited || this.#takers.length > 0) return;
    this.sim.turnAway(() => {
      if (this.#takeBack()) this.state = 'withdrawn';
    });
  }

  checkNotWithdrawn(): void {
    if (this.state === 'withdrawn') throw new SimulationError(`${this.name} was withdrawn`);
  }
}
