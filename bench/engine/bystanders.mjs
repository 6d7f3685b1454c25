/**
 * Processes of six types that live in the same simulation beside a load. A load alone shows the engine one or two
 * generator bodies, and the compiler fits the engine to them; a model has many.
 */
import { Container, Resource, Store } from '../../dist/engine/index.js';
import { drawer } from './draws.mjs';

/** One of their events for so many of the load's: met everywhere in the engine, yet of little weight themselves. */
const SPARSENESS = 50;
/** Events that they bring about in one mean pause, all together. */
const EVENTS_A_PAUSE = 8;

/** @typedef {() => import('../../dist/engine/index.js').Wait<void>} Pause */
/** @typedef {{ readonly number: number }} Load */

/**
 * Starts them; they never end, so the load must stop the simulation.
 *
 * @param {import('../../dist/engine/index.js').Simulation} sim
 * @param {number} loadPerHour events an hour of the load beside which they live
 */
export function bystanders(sim, loadPerHour) {
  const next = drawer('exponential');
  const mean = (EVENTS_A_PAUSE * SPARSENESS) / loadPerHour;
  const pause = () => sim.hold(mean * next());
  const crane = new Resource(sim, { name: 'crane', capacity: 1 });
  const apron = new Store(sim, 'apron');
  const silo = new Container(sim, { name: 'silo', capacity: 10, level: 5 });
  const bodies = {
    watchman: watchman(pause),
    driver: driver(crane, pause),
    secondDriver: driver(crane, pause),
    sender: sender(apron, pause),
    fetcher: fetcher(apron),
    bringer: bringer(silo, next, pause),
    taker: taker(silo, next, pause),
  };
  for (const [name, body] of Object.entries(bodies)) sim.spawn(name, body);
}

/** Only holds. @param {Pause} pause */
function* watchman(pause) {
  for (;;) yield* pause();
}

/** Seizes and releases. @param {Resource} crane @param {Pause} pause */
function* driver(crane, pause) {
  for (;;) {
    yield* pause();
    yield* crane.seize();
    yield* pause();
    crane.release();
  }
}

/** Leaves loads. @param {Store<Load>} apron @param {Pause} pause */
function* sender(apron, pause) {
  for (let number = 0; ; number++) {
    yield* pause();
    yield* apron.put({ number });
  }
}

/** Fetches them. @param {Store<Load>} apron */
function* fetcher(apron) {
  let fetched = 0;
  for (;;) {
    const { number } = yield* apron.get();
    if (number !== fetched++) throw new Error(`load ${number} was fetched in place of ${fetched - 1}`);
  }
}

/** Fills. @param {Container} silo @param {() => number} next @param {Pause} pause */
function* bringer(silo, next, pause) {
  for (;;) {
    yield* pause();
    yield* silo.put(Math.min(1 + next(), silo.capacity));
  }
}

/** Empties. @param {Container} silo @param {() => number} next @param {Pause} pause */
function* taker(silo, next, pause) {
  for (;;) {
    yield* pause();
    yield* silo.get(Math.min(1 + next(), silo.capacity));
  }
}
