import { SimulationError } from './errors.ts';
import type { Simulation } from './simulation.ts';
import type { WallClock } from './wall-clock.ts';

/** How a simulation is paced. */
export interface RealTimeOptions {
  readonly clock: WallClock;
  /** Simulated hours for each second on the clock; more than 0. */
  readonly hoursPerSecond: number;
  /** After so many milliseconds of work a turn ends, so that a page stays alive; 8 when absent. */
  readonly msPerTurn?: number;
}

/**
 * Why it plays no more: the hour was `reached`; the model `ended`, nothing being pending; it was `paused`, or the model
 * called `sim.stop()`; it was `stopped` for good.
 */
export type PlayEnd = 'reached' | 'ended' | 'paused' | 'stopped';

/** What is behind a promise that {@link RealTime.play} gave. */
interface Play {
  readonly until: number;
  readonly resolve: (end: PlayEnd) => void;
  readonly reject: (error: unknown) => void;
}

const NEVER = Number.POSITIVE_INFINITY;
/** The longest time that every clock can wait. */
const MOST_MS = 0x7fff_ffff;

/**
 * Paces a simulation to a clock on the wall, for animation and games. What happens, and in which order, is what
 * `sim.run()` would do; only when it happens is the clock's.
 *
 * A machine too slow for the pace falls behind: each turn does what it can in its time, and {@link lagHours} says how
 * far the pace is ahead.
 *
 * @example
 * let [ms, turn] = [0, () => {}];
 * const after = (_: number, action: () => void) => {
 *   turn = action;
 *   return () => {};
 * };
 * const sim = new Simulation();
 * sim.schedule(3, () => {});
 * const player = new RealTime(sim, { clock: { now: () => ms, after }, hoursPerSecond: 2 });
 * player.play();
 * ms = 1250;
 * turn();
 * [player.now, sim.processed]; // [2.5, 0]
 * ms = 1750;
 * player.now; // 3
 * turn();
 * [sim.now, sim.processed]; // [3, 1]
 */
export class RealTime {
  readonly sim: Simulation;
  readonly #clock: WallClock;
  readonly #msPerTurn: number;
  #hoursPerSecond: number;
  #play: Play | null = null;
  /** At this moment on the clock the pace was at this hour. */
  #anchorMs = 0;
  #anchorHour = 0;
  #cancel: (() => void) | null = null;
  #inTurn = false;
  #asked: 'paused' | 'stopped' | null = null;

  /** @throws {SimulationError} on a speed or a time for turns that is not a finite number above 0 */
  constructor(sim: Simulation, options: RealTimeOptions) {
    const { clock, hoursPerSecond, msPerTurn = 8 } = options;
    this.sim = sim;
    this.#clock = clock;
    this.#msPerTurn = positive('the milliseconds of a turn', msPerTurn);
    this.#hoursPerSecond = positive('the speed in hours per second', hoursPerSecond);
  }

  /** True from {@link play} until its promise is settled. */
  get playing(): boolean {
    return this.#play !== null;
  }

  /**
   * The hour to show: it moves on between events, but never past the next one before that has happened.
   * `sim.now` itself moves with the turns.
   */
  get now(): number {
    const { sim } = this;
    if (this.#play === null) return sim.now;
    return Math.max(sim.now, Math.min(this.#pace(), sim.peek, this.#play.until));
  }

  /** How far the pace is ahead of what has yet to happen; 0 when nothing is overdue. */
  get lagHours(): number {
    if (this.#play === null) return 0;
    return Math.max(0, Math.min(this.#pace(), this.#play.until) - this.sim.peek);
  }

  get hoursPerSecond(): number {
    return this.#hoursPerSecond;
  }

  /** Another speed, from the hour shown just now on: that does not jump, and what it lagged behind is forgiven. */
  set hoursPerSecond(speed: number) {
    const { now } = this;
    this.#hoursPerSecond = positive('the speed in hours per second', speed);
    this.#anchor(now);
    if (this.#cancel !== null) this.#arm();
  }

  /**
   * Plays on from where it stands, up to hour `until`, as `sim.run(until)` would.
   *
   * @returns why it plays no more; rejected with what `sim.run` would throw. One may play on after either.
   * @throws {SimulationError} when it plays already, or `until` has passed
   */
  play(until = NEVER): Promise<PlayEnd> {
    const { sim } = this;
    if (this.#play !== null) throw new SimulationError(`hour ${sim.now}: the simulation plays already`);
    if (!(until >= sim.now)) throw new SimulationError(`hour ${sim.now}: cannot play until hour ${until}`);
    return new Promise((resolve, reject) => {
      this.#play = { until, resolve, reject };
      this.#asked = null;
      this.#anchor(sim.now);
      this.#arm();
    });
  }

  /** Holds at the hour shown; from within the model, after the present event. */
  pause(): void {
    if (this.#inTurn) this.#asked ??= 'paused';
    else if (this.#play !== null) this.#settle(() => this.#moveTo(this.now, 'paused'));
  }

  /** Ends the simulation, as `sim.end()`; from within the model, after the present event. */
  stop(): void {
    if (this.#inTurn) this.#asked = 'stopped';
    else if (this.#play !== null) this.#settle(() => this.#end());
    else this.sim.end();
  }

  /**
   * Does something to the model from outside, such as what a button stands for: what is due by now happens first,
   * then the action, at the hour shown, and what follows from it is due at once.
   */
  act(action: () => void): void {
    if (!this.#inTurn && this.#play !== null) this.#turn();
    action();
    if (this.#cancel !== null) this.#arm();
  }

  /** What is due happens; then the next turn is arranged, unless this was the last. */
  #turn(): void {
    this.#settle(() => this.#work());
    if (this.#play !== null) this.#arm();
  }

  /** Settles the promise when `work` tells why to end, or throws. */
  #settle(work: () => PlayEnd | null): void {
    try {
      const end = work();
      if (end === null) return;
      this.#play?.resolve(end);
    } catch (error) {
      this.#play?.reject(error);
    }
    this.#play = null;
    this.#disarm();
  }

  #work(): PlayEnd | null {
    const { sim } = this;
    const until = this.#play?.until ?? sim.now;
    const target = Math.min(this.#pace(), until);
    const halted = this.#letHappen(target, until);
    if (halted !== null) return halted === 'stopped' ? this.#end() : 'paused';
    if (this.#isDue(target, until)) return null;
    if (!sim.over || until < NEVER) return this.#moveTo(target, target < until ? null : 'reached');
    sim.run();
    return 'ended';
  }

  /** What is due happens, as far as there is time. @returns whether the model asked for a halt */
  #letHappen(target: number, until: number): 'paused' | 'stopped' | null {
    if (!this.#isDue(target, until)) return null;
    const { sim } = this;
    const deadline = this.#clock.now() + this.#msPerTurn;
    let looks = 0;
    this.#inTurn = true;
    try {
      sim.runUntil(
        () => this.#asked !== null || !this.#isDue(target, until) || (looks++ > 0 && this.#clock.now() >= deadline),
      );
      return this.#asked ?? (sim.stopped ? 'paused' : null);
    } finally {
      this.#inTurn = false;
    }
  }

  #isDue(target: number, until: number): boolean {
    return this.sim.peek <= target && this.sim.peek < until && !(until === NEVER && this.sim.over);
  }

  /** The simulated clock moves on to an hour before which nothing is pending. */
  #moveTo<E extends PlayEnd | null>(hour: number, end: E): E {
    if (hour > this.sim.now) this.sim.run(hour);
    return end;
  }

  #end(): 'stopped' {
    this.sim.end();
    return 'stopped';
  }

  #anchor(hour: number): void {
    this.#anchorMs = this.#clock.now();
    this.#anchorHour = hour;
  }

  /** The hour that the clock on the wall asks for. */
  #pace(): number {
    return this.#anchorHour + ((this.#clock.now() - this.#anchorMs) / 1000) * this.#hoursPerSecond;
  }

  /** Arranges the next turn: when the next event is due. In whole milliseconds, so that the pace is there by then. */
  #arm(): void {
    this.#disarm();
    const next = Math.min(this.sim.peek, this.#play?.until ?? NEVER);
    const ms = ((next - this.#pace()) / this.#hoursPerSecond) * 1000;
    this.#cancel = this.#clock.after(Math.min(MOST_MS, Math.max(0, Math.ceil(ms))), () => {
      this.#cancel = null;
      this.#turn();
    });
  }

  #disarm(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}

function positive(what: string, value: number): number {
  if (value > 0 && value < NEVER) return value;
  throw new SimulationError(`${what} must be a finite number above 0, not ${value}`);
}
