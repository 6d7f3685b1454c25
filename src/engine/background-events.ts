import { StalledError } from './errors.ts';
import type { EventHandle } from './event-list.ts';
import type { Simulation } from './simulation.ts';
import { BACKGROUND } from './waiters.ts';

/** Before whatever else happens at its instant. */
const FIRST = -1;
/** After so many events in the background with nothing else between them, nobody will ever go on. */
const MOST_IN_VAIN = 1_000_000;

/** Names an event in the background until it has happened or was cancelled. */
export interface BackgroundEvent {
  /** @internal */
  readonly handle: EventHandle;
}

/**
 * Events that change the world without keeping it going, such as the shifts of a calendar: a run without an end of its
 * own stops as soon as nothing else is pending and no process in the foreground waits. Each happens before whatever
 * else is due at its instant.
 *
 * When nothing but such events has happened a million times in a row, what is waited for does not come from there:
 * the run ends, with a {@link StalledError} if processes wait.
 */
export class BackgroundEvents {
  /** How many are pending. */
  pending = 0;
  private readonly _sim: Simulation;
  private readonly _events = new Set<BackgroundEvent>();
  private _inVain = 0;
  private _processed = 0;

  constructor(sim: Simulation) {
    this._sim = sim;
  }

  /** Calls `action` at hour `time`, if the run comes so far. @throws {SimulationError} on a time past or not finite */
  scheduleAt(time: number, action: () => void): BackgroundEvent {
    const call = () => {
      this._forget(event);
      action();
    };
    const event = { handle: this._sim.scheduleAt(time, call, FIRST) };
    this._events.add(event);
    this.pending++;
    return event;
  }

  /** Takes an event back that is pending still. */
  cancel(event: BackgroundEvent): void {
    if (this._forget(event)) this._sim.cancel(event.handle);
  }

  /**
   * Whether a run is over in which nothing else is pending.
   *
   * @param until it is to last until a condition holds
   * @throws {StalledError} when processes wait in vain
   */
  isOver(until: boolean): boolean {
    const { processed } = this._sim;
    this._inVain = processed === this._processed + 1 ? this._inVain + 1 : 0;
    this._processed = processed;
    if (!until && !this.somebodyWaits) return true;
    if (this._inVain <= MOST_IN_VAIN || until) return this._inVain > MOST_IN_VAIN;
    throw new StalledError(
      `at hour ${this._sim.now}, after ${MOST_IN_VAIN} events in the background and no other,\n` +
        this._sim.describeWaiting(),
    );
  }

  /** None is pending. */
  clear(): void {
    this._events.clear();
    this.pending = 0;
    this._inVain = 0;
    this._processed = 0;
  }

  private _forget(event: BackgroundEvent): boolean {
    const pending = this._events.delete(event);
    if (pending) this.pending--;
    return pending;
  }

  /** A process in the foreground is alive. */
  get somebodyWaits(): boolean {
    const sim = this._sim;
    for (const { id } of sim.aliveProcesses()) if ((sim.marks[id]! & BACKGROUND) === 0) return true;
    return false;
  }
}
