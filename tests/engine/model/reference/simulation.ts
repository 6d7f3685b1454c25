import {
  DeadlockError,
  Interrupt,
  type ProcessBody,
  SimulationError,
  type SpawnOptions,
  StalledError,
} from '../../../../src/engine/index.ts';
import { ReferenceEvent } from './event.ts';
import { ReferenceProcess, type Waiting } from './process.ts';

/** Something that will happen. */
export interface Due {
  readonly time: number;
  readonly priority: number;
  readonly order: number;
  readonly happen: () => void;
}

/**
 * The engine's rules, written to be read and believed, not to be fast. Arguments are taken to be right.
 *
 * 1. Whatever is still to happen lies in one array. Next comes what has the least time; of those the least priority
 *    (processes have 0); of those what was put there first.
 * 2. A process that begins, ends its hold, gets what it waited for, or is told of an error takes a *turn*: an entry in
 *    that array. A hold's turn is entered when the hold begins. Any other is entered at the instant at which the
 *    process is woken, and so comes after all that was due by then.
 * 3. Who asks for what is there goes on without a turn.
 * 4. An interrupt takes back the turn on its way, if there is one; then gives back what the process was granted, or its
 *    place in line; and then enters a turn that throws the interrupt. A second interrupt before that turn takes the
 *    place of the first. Another error on its way stands: the interrupt has no effect. Who does not wait, or is just
 *    being interrupted, cannot be interrupted.
 * 5. An error that leaves a process goes to all who wait for its end, or listen to it. If there are none it comes out
 *    of `run`, which can be called again.
 * 6. `run` ends when told to stop, after what just happens; or before `until`; or when nothing is left to happen,
 *    and that is an error when processes wait, but for those in the background.
 * 7. Who begins to wait for somebody who is stuck is refused, if that closes a circle. Stuck is who has no turn on its
 *    way and waits for what only certain processes can bring about, all of them stuck.
 */
export class ReferenceSimulation {
  now = 0;
  current: ReferenceProcess | null = null;
  readonly #cycles: 'error' | 'allow';
  readonly #pending: Due[] = [];
  readonly #processes: ReferenceProcess[] = [];
  /** What follows from turning away from several things; null unless that is being done. */
  #follows: (() => void)[] | null = null;
  #entered = 0;
  #stopped = false;

  constructor({ cycles }: { readonly cycles: 'error' | 'allow' }) {
    this.#cycles = cycles;
  }

  get peek(): number {
    return Math.min(...this.#pending.map((due) => due.time), Number.POSITIVE_INFINITY);
  }

  schedule(delay: number, happen: () => void, priority = 0): Due {
    const due = { time: this.now + delay, priority, order: this.#entered++, happen };
    this.#pending.push(due);
    return due;
  }

  /** False when it has happened, or was taken back, before. */
  cancel(due: Due | null): boolean {
    const place = due === null ? -1 : this.#pending.indexOf(due);
    if (place >= 0) this.#pending.splice(place, 1);
    return place >= 0;
  }

  spawn(name: string, body: ProcessBody<unknown>, { delay = 0, background = false }: SpawnOptions): ReferenceProcess {
    const process = new ReferenceProcess(this, name, body, background);
    this.#processes.push(process);
    process.turn = this.schedule(delay, () => this.takeTurn(process));
    return process;
  }

  *hold(hours: number): ProcessBody {
    const process = this.current as ReferenceProcess;
    process.turn = this.schedule(hours, () => this.takeTurn(process));
    yield* this.wait('the clock', () => {});
  }

  *holdUntil(hour: number): ProcessBody {
    yield* this.hold(hour - this.now);
  }

  /** An event that happens after some hours; withdrawn before then, it never happens. */
  timeout(hours: number, value: unknown): ReferenceEvent {
    const event = new ReferenceEvent(this, `timeout of ${hours}`, { takeBack: () => this.cancel(due) });
    const due = this.schedule(hours, () => event.succeed(value));
    return event;
  }

  /**
   * The current process waits until it is woken; gives what it is woken with.
   *
   * @param giveUp undoes what the wait is about: called once, if the wait is broken off
   * @param freedBy the processes that alone can end the wait; none when that is not known
   * @param hasWayOut the wait may end without them
   */
  *wait<T>(
    what: string,
    giveUp: () => void,
    freedBy = (): readonly ReferenceProcess[] => [],
    hasWayOut = () => false,
  ): ProcessBody<T> {
    const process = this.current as ReferenceProcess;
    process.waiting = { what, since: this.now, giveUp, freedBy, hasWayOut };
    if (this.#cycles === 'error' && isStuck(process, new Set())) {
      process.waiting = null;
      giveUp();
      throw new DeadlockError(`${process.name} closes a circle of waiting`);
    }
    yield { suspended: true };
    return process.gift as T;
  }

  /**
   * Somebody turns away from several things.
   *
   * @param between done after that, and before what follows from it
   */
  turnAway(leave: () => void, between = () => {}): void {
    const outer = this.#follows;
    const follows = outer ?? [];
    this.#follows = follows;
    leave();
    this.#follows = outer;
    between();
    if (outer === null) for (const follow of follows) follow();
  }

  /** This follows from turning away from one thing. */
  follow(deed: () => void): void {
    if (this.#follows === null) deed();
    else this.#follows.push(deed);
  }

  /** If the current process still waits after some hours, it does something about it and goes on with what that gives. */
  limitPatience(hours: number | undefined, renege: () => unknown): void {
    const process = this.current as ReferenceProcess;
    if (hours === undefined || hours === Number.POSITIVE_INFINITY) return;
    process.turn = this.schedule(hours, () => {
      this.current = process;
      process.waiting = null;
      process.turn = null;
      process.gift = renege();
      this.takeTurn(process);
    });
  }

  wake(process: ReferenceProcess, gift: unknown): void {
    this.cancel(process.turn);
    process.gift = gift;
    process.turn = this.schedule(0, () => this.takeTurn(process));
  }

  wakeWithError(process: ReferenceProcess, error: Error): void {
    this.wake(process, undefined);
    process.error = error;
  }

  interrupt(process: ReferenceProcess, reason: unknown): void {
    const { alive, started, waiting } = process;
    if (!alive || !started || waiting === null) throw new SimulationError(`${process.name} cannot be interrupted`);
    if (process.error !== null && !(process.error instanceof Interrupt)) return;
    this.cancel(process.turn);
    process.waiting = null;
    waiting.giveUp();
    process.waiting = { ...waiting, giveUp: () => {} };
    this.wakeWithError(process, new Interrupt(reason));
  }

  stop(): void {
    this.#stopped = true;
  }

  run(until: number): void {
    this.#stopped = false;
    while (!this.#stopped && this.peek < until) this.step();
    if (this.#stopped) return;
    if (this.peek === Number.POSITIVE_INFINITY && this.waiting().length > 0) throw new StalledError('stalled');
    if (until < Number.POSITIVE_INFINITY) this.now = until;
  }

  runUntil(process: ReferenceProcess): boolean {
    this.#stopped = false;
    while (process.alive && !this.#stopped && this.step());
    return !process.alive;
  }

  /** False when nothing is left to happen. */
  step(): boolean {
    if (this.#pending.length === 0) return false;
    const next = this.#pending.reduce((first, due) => (isBefore(due, first) ? due : first));
    this.cancel(next);
    this.now = next.time;
    next.happen();
    return true;
  }

  /** Those in the foreground, between two runs. */
  waiting(): readonly (Waiting & { process: ReferenceProcess; heldBy: readonly ReferenceProcess[] })[] {
    return this.#processes.flatMap((process) => {
      const { alive, background, waiting } = process;
      return alive && !background && waiting !== null ? [{ ...waiting, process, heldBy: waiting.freedBy() }] : [];
    });
  }

  takeTurn(process: ReferenceProcess): void {
    const { body, error } = process;
    process.started = true;
    process.waiting = null;
    process.turn = null;
    process.error = null;
    this.current = process;
    let result: IteratorResult<unknown, unknown>;
    try {
      result = error === null ? body.next() : body.throw(error);
    } catch (thrown) {
      this.current = null;
      this.#fail(process, thrown as Error);
      return;
    }
    this.current = null;
    if (!result.done) return;
    process.alive = false;
    process.ended.succeed(result.value);
  }

  #fail(process: ReferenceProcess, cause: Error): void {
    const error = new SimulationError(`${process.name} has failed`, { cause });
    const somebodyIsTold = process.ended.awaited;
    process.alive = false;
    process.ended.defuse();
    process.ended.fail(error);
    if (!somebodyIsTold) throw error;
  }
}

/** Rule 1. */
function isBefore(a: Due, b: Due): boolean {
  return (a.time - b.time || a.priority - b.priority || a.order - b.order) < 0;
}

/** Rule 7. Who was seen before is stuck if all the others on the way are. */
function isStuck(process: ReferenceProcess, seen: Set<ReferenceProcess>): boolean {
  if (seen.has(process)) return true;
  seen.add(process);
  if (process.waiting?.hasWayOut()) return false;
  const helpers = process.waiting?.freedBy() ?? [];
  return process.alive && process.turn === null && helpers.length > 0 && helpers.every((one) => isStuck(one, seen));
}
