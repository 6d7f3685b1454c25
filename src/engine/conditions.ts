import { SimulationError } from './errors.ts';
import { Process } from './process.ts';
import { type Listener, SimEvent } from './sim-event.ts';

/** What a condition can be made of. */
export type Awaited = SimEvent<unknown> | Process<unknown>;

/**
 * Happens with the first of several events; gives its place in the list. The others are withdrawn: timeouts
 * cancelled, requests taken out of their lines or given back.
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
  const events = awaited.map(eventOf);
  const listeners: Listener[] = events.map((event, place) => () => {
    if (condition.triggered) return;
    settle(condition, event, place);
    withdrawBut(place);
  });
  const withdrawBut = (winner: number) => {
    for (const [place, event] of events.entries()) {
      if (place !== winner) event.unlisten(listeners[place] as Listener);
    }
  };
  const condition = new SimEvent<number>(firstOf(events).sim, `any of ${namesOf(events)}`, () => {
    withdrawBut(-1);
    return true;
  });
  for (const [place, event] of events.entries()) {
    if (condition.triggered) break;
    event.listen(listeners[place] as Listener);
  }
  return condition;
}

/**
 * Happens when all of several events have happened; fails with the first that fails, and withdraws the others.
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
  const events = awaited.map(eventOf);
  let missing = events.length;
  const withdraw = () => {
    for (const event of events) event.unlisten(listener);
    return true;
  };
  const condition = new SimEvent<void>(firstOf(events).sim, `all of ${namesOf(events)}`, withdraw);
  const listener: Listener = (event) => {
    if (condition.triggered) return;
    const error = errorOf(event);
    if (error !== null) {
      condition.fail(error);
      withdraw();
    } else if (--missing === 0) condition.succeed(undefined);
  };
  for (const event of events) {
    if (condition.triggered) break;
    event.listen(listener);
  }
  return condition;
}

function eventOf(awaited: Awaited): SimEvent<unknown> {
  return awaited instanceof Process ? awaited.ended : awaited;
}

function firstOf(events: readonly SimEvent<unknown>[]): SimEvent<unknown> {
  const first = events[0];
  if (first === undefined) throw new SimulationError('a condition needs at least one event');
  return first;
}

function namesOf(events: readonly SimEvent<unknown>[]): string {
  return events.map((event) => event.name).join(', ');
}

function settle(condition: SimEvent<number>, event: SimEvent<unknown>, place: number): void {
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
