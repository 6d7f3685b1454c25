import { Crowd } from './crowd.ts';
import { SimulationError } from './errors.ts';
import type { EventHandle } from './event-list.ts';
import type { SimEvent } from './sim-event.ts';
import type { Simulation } from './simulation.ts';
import type { Part } from './simulation-options.ts';
import { Tally } from './tally.ts';
import { TimeWeighted } from './time-weighted.ts';
import type { Wait } from './wait.ts';
import type { Waitable } from './wait-queue.ts';
import { NOBODY } from './waiters.ts';

/** What batches are made of. */
export interface BatcherOptions {
  readonly name: string;
  /** How many make a batch, a whole number of at least 1. */
  readonly size: number;
  /** Hours after which those who are there go on, counted from when the first of them came; for ever when absent. */
  readonly patience?: number;
}

/** A member's place in its batch. */
export interface BatchPlace {
  /** Number of the batch, the first is 0. */
  readonly batch: number;
  /** How many are in it. */
  readonly size: number;
  /** Place in order of arrival, the first is 0. */
  readonly place: number;
  /** True for the first: it can go on for all, when the others end or wait for it. */
  readonly leads: boolean;
}

/**
 * Where processes gather and go on together: when so many are there, or after so many hours with fewer. They go on at
 * one instant, in order of arrival. Who is interrupted before leaves the others to wait for one more; who is
 * interrupted at the very instant has gone with the batch.
 *
 * @example
 * const sim = new Simulation();
 * const ferry = new Batcher(sim, { name: 'ferry', size: 3, patience: 4 });
 * const seen: string[] = [];
 * function* truck(name: string) {
 *   const { batch, size, leads } = yield* ferry.join();
 *   seen.push(`${name} at ${sim.now}: ferry ${batch} with ${size}${leads ? ', first' : ''}`);
 * }
 * ['a', 'b', 'c', 'd'].forEach((name, hour) => sim.spawn(name, truck(name), { delay: hour }));
 * sim.run();
 * seen.slice(0, 2); // ['a at 2: ferry 0 with 3, first', 'b at 2: ferry 0 with 3']
 * seen[3]; // 'd at 7: ferry 1 with 1, first'
 * [ferry.sizes.mean, ferry.gathered.area(sim.now)]; // [2, 7]
 */
export class Batcher implements Waitable, Part {
  readonly name: string;
  /** How many wait for their batch, over time. */
  readonly gathered: TimeWeighted;
  /** Sizes of the batches that went. */
  readonly sizes = new Tally({ quantiles: false });
  private readonly _sim: Simulation;
  private readonly _crowd: Crowd;
  private readonly _size: number;
  private readonly _patience: number;
  private readonly _runOut = () => this._patienceEnds();
  private _timer: EventHandle | null = null;
  private _batches = 0;

  /** @throws {SimulationError} on a size or patience that makes no sense */
  constructor(sim: Simulation, options: BatcherOptions) {
    const { name, size, patience = Number.POSITIVE_INFINITY } = options;
    if (!Number.isInteger(size) || size < 1) {
      throw new SimulationError(`batches "${name}": size must be a whole number of at least 1, not ${size}`);
    }
    if (!(patience >= 0)) throw new SimulationError(`batches "${name}": patience of ${patience} hours`);
    this.name = name;
    this.gathered = new TimeWeighted(0, sim.now);
    this._sim = sim;
    this._crowd = new Crowd(sim);
    this._size = size;
    this._patience = patience;
    sim.add(this);
  }

  get description(): string {
    return `batch of ${this._size} at "${this.name}" (${this._crowd.size} there)`;
  }

  /** How many wait for their batch. */
  get waiting(): number {
    return this._crowd.size;
  }

  /** Waits until the batch goes. @returns the process's place in it */
  join(): Wait<BatchPlace> {
    this._enter(this._sim.beginWait(this));
    return this._sim.suspend<BatchPlace>();
  }

  /** The same as an event, for conditions; a loser leaves the batch, unless it has gone. */
  request(): SimEvent<BatchPlace> {
    return this._crowd.request<BatchPlace>(
      `place in a batch at "${this.name}"`,
      (id) => this._enter(id),
      (id) => this.withdraw(id),
    );
  }

  reset(): void {
    this._crowd.clear();
    this._timer = null;
    this._batches = 0;
    this.gathered.restart(0, this._sim.now);
    this.sizes.reset();
  }

  resetStatistics(now: number): void {
    this.gathered.reset(now);
    this.sizes.reset();
  }

  withdraw(id: number): void {
    if (!this._crowd.withdraw(id)) return;
    this.gathered.set(this._crowd.size, this._sim.now);
    if (this._crowd.size === 0) this._stopTimer();
  }

  private _enter(id: number): void {
    this._crowd.enter(id);
    this.gathered.set(this._crowd.size, this._sim.now);
    if (this._crowd.size >= this._size) this._go();
    else if (this._crowd.size === 1) this._startTimer();
  }

  /** Those who are there go on. */
  private _go(): void {
    const { now, trace } = this._sim;
    this._stopTimer();
    const { size } = this._crowd;
    const round = this._crowd.close();
    const batch = this._batches++;
    this.sizes.add(size);
    this.gathered.set(0, now);
    if (trace !== null) this._sim.note('batch', this.name, size);
    for (let place = 0; ; place++) {
      const id = this._crowd.take(round);
      if (id === NOBODY) return;
      this._sim.grant(id, { batch, size, place, leads: place === 0 });
    }
  }

  private _startTimer(): void {
    if (this._patience === Number.POSITIVE_INFINITY) return;
    const since = this._sim.since[this._crowd.first]!;
    this._timer = this._sim.scheduleAt(since + this._patience, this._runOut);
  }

  private _stopTimer(): void {
    if (this._timer !== null) this._sim.cancel(this._timer);
    this._timer = null;
  }

  /** The timer may be that of one who came first but left: whoever is first now has come later, and waits on. */
  private _patienceEnds(): void {
    this._timer = null;
    const since = this._sim.since[this._crowd.first]!;
    if (since + this._patience > this._sim.now) this._startTimer();
    else this._go();
  }
}
