import { SimulationError } from './errors.ts';
import { Process } from './process.ts';
import { type Listener, SimEvent } from './sim-event.ts';

/** What a condition can be made of. */
export type Awaited = SimEvent<unknown> | Process<unknown>;

/**
 * Happens with the first of several events; gives its place in the list. The others are withdrawn: timeouts
 * cancelled, requests taken out of their lines or given back. A request that somebody else has been told of, too, stays
 * granted: one that two conditions share goes back with the last of them that loses.
 *
 * First all the lines are left, then whoever waits for the condition goes on, and then those are served who stood
 * behind: line by line in the order of the list, and likewise what is given back. So none of its own requests is granted
 * in passing.
 *
 * @throws {SimulationError} when one of them was withdrawn before; the others are then withdrawn, too
 *
 * @example
 * const sim = new Simulation();
 * const desk = new Resource(sim, { name: 'desk', capacity: 1 });
 * desk.trySeize();
 * const customer = sim.spawn('customer', (function* () {
 *   return yield* anyOf([desk.request(), sim.timeout(0.5)]);
 * })());
 * sim.run();
 * customer.value; // 1
 * desk.queueLength; // 0
 */
export function anyOf(awaited: readonly Awaited[]): SimEvent<number> {
  const parts: Part[] = awaited.map((one, place) => {
    const event = eventOf(one);
    const listener = () => {
      if (condition.triggered) return;
      event.keep(listener);
      winner = part;
      condition.sim.departures.together(
        () => turnAwayFrom(parts, part),
        () => tell(condition, event, place),
      );
    };
    const part = { event, listener };
    return part;
  });
  let winner: Part | null = null;
  const condition = conditionOn<number>('any', parts, () => turnAwayFrom(winner === null ? parts : [winner]));
  listenTo(parts, condition);
  return condition;
}

/**
 * Happens when all of several events have happened; fails with the first that fails, and withdraws the others, as
 * {@link anyOf} does.
 *
 * @throws {SimulationError} when one of them was withdrawn before; the others are then withdrawn, too
 *
 * @example
 * const sim = new Simulation();
 * const guest = function* (hours: number) {
 *   yield* sim.hold(hours);
 * };
 * sim.spawn('keeper', (function* () {
 *   yield* allOf([2, 5, 3].map((hours) => sim.spawn('guest', guest(hours))));
 *   sim.stop();
 * })());
 * sim.run();
 * sim.now; // 5
 */
export function allOf(awaited: readonly Awaited[]): SimEvent<void> {
  let missing = awaited.length;
  const listener: Listener = (event) => {
    if (condition.triggered) return;
    event.keep(listener);
    const error = errorOf(event);
    if (error !== null) {
      condition.sim.departures.together(
        () => turnAwayFrom(parts),
        () => condition.fail(error),
      );
    } else if (--missing === 0) {
      condition.succeed(undefined);
    }
  };
  const parts = awaited.map((one): Part => ({ event: eventOf(one), listener }));
  const condition = conditionOn<void>('all', parts, () => turnAwayFrom(parts));
  listenTo(parts, condition);
  return condition;
}

/** An event that a condition is made of, and how it listens to it. */
interface Part {
  readonly event: SimEvent<unknown>;
  readonly listener: Listener;
}

/** @param turnAway from whatever it relies on; true if that took something back */
function conditionOn<T>(which: 'any' | 'all', parts: readonly Part[], turnAway: () => boolean): SimEvent<T> {
  const [first] = parts;
  if (first === undefined) throw new SimulationError('a condition needs at least one event');
  const names = parts.map(({ event }) => event.name).join(', ');
  const lasts = parts.every(({ event }) => event.lasts);
  const abandon = () => {
    const tookBack = turnAway();
    // One that has happened, with nothing to give back, stays so.
    return tookBack || !condition.triggered;
  };
  const condition: SimEvent<T> = new SimEvent<T>(first.event.sim, `${which} of ${names}`, abandon, lasts);
  return condition;
}

/** Listens to the parts until the condition is decided. */
function listenTo(parts: readonly Part[], condition: SimEvent<unknown>): void {
  try {
    for (const { event } of parts) event.checkNotWithdrawn();
  } catch (error) {
    condition.sim.departures.together(() => turnAwayFrom(parts));
    throw error;
  }
  for (const { event, listener } of parts) {
    if (condition.triggered) return;
    event.listen(listener);
  }
}

/** Turns away from all parts but one. @returns whether something was taken back by that */
function turnAwayFrom(parts: readonly Part[], winner: Part | null = null): boolean {
  let tookBack = false;
  for (const part of parts) if (part !== winner && part.event.unlisten(part.listener)) tookBack = true;
  return tookBack;
}

function eventOf(awaited: Awaited): SimEvent<unknown> {
  return awaited instanceof Process ? awaited.ended : awaited;
}

function tell(condition: SimEvent<number>, event: SimEvent<unknown>, place: number): void {
  const error = errorOf(event);
  if (error === null) condition.succeed(place);
  else condition.fail(error);
}

function errorOf(event: SimEvent<unknown>): Error | null {
  try {
    event.value;
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
