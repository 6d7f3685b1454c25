/**
 * The loads of the engine's bench. Each runs once and gives its rate, and what it found as a check: the same path as
 * in reference.c, draw by draw.
 *
 * Sums of hours stand in a Float64Array and handles in a field: in a captured `let` every new double would be a new
 * object on the heap, and the bench would time those.
 */
import { performance } from 'node:perf_hooks';
import { Resource, Simulation } from '../../dist/engine/index.js';
import { bystanders } from './bystanders.mjs';
import { drawer, exponentials, meanOf } from './draws.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} perSecond
 * @property {number[]} found what reference.c prints after its rate, for comparison
 */

/** Room in the line of {@link mm1Callback}, as in reference.c. */
const ROOM = 4096;

/** Zero to begin with. */
const sumOfHours = () => /** @type {Float64Array & { 0: number }} */ (new Float64Array(1));

/** Runs something that does `count` of what is counted; gives how many a second. @param {number} count @param {() => void} run */
export function timed(count, run) {
  const from = performance.now();
  run();
  return (1000 * count) / (performance.now() - from);
}

/**
 * The hold model by callbacks: `pending` events, each of which schedules itself again.
 *
 * @param {number} pending
 * @param {number} events
 * @param {import('./draws.mjs').Law} law
 * @param {boolean} mixed with processes of several types alive
 * @returns {Outcome}
 */
export function hold(pending, events, law, mixed) {
  const sim = new Simulation();
  const next = drawer(law);
  let left = events;
  const again = () => {
    if (--left === 0) sim.stop();
    sim.schedule(next(), again);
  };
  for (let i = 0; i < pending; i++) sim.schedule(next(), again);
  if (mixed) bystanders(sim, pending / meanOf(law));
  const perSecond = timed(events, () => sim.run());
  return { perSecond, found: [sim.now] };
}

/**
 * M/M/1 at 0.8 by callbacks, with a waiting line of arrival times.
 *
 * @param {number} customers
 * @param {boolean} mixed with processes of several types alive
 * @param {import('./draws.mjs').Source} source of the draws
 * @returns {Outcome}
 */
export function mm1Callback(customers, mixed, source) {
  const sim = new Simulation();
  const line = new Float64Array(ROOM);
  const waited = sumOfHours();
  const next = exponentials(source);
  let first = 0;
  let end = 0;
  let arrived = 1;
  let served = 0;
  let busy = false;
  const depart = () => {
    if (++served === customers) sim.stop();
    if (first < end) {
      waited[0] += sim.now - /** @type {number} */ (line[first++ & (ROOM - 1)]);
      sim.schedule(0.8 * next(), depart);
    } else {
      busy = false;
    }
  };
  const arrive = () => {
    if (arrived++ < customers) sim.schedule(next(), arrive);
    if (busy) {
      line[end++ & (ROOM - 1)] = sim.now;
    } else {
      busy = true;
      sim.schedule(0.8 * next(), depart);
    }
  };
  sim.schedule(next(), arrive);
  if (mixed) bystanders(sim, 2);
  const perSecond = timed(customers, () => sim.run());
  return { perSecond, found: [waited[0] / customers] };
}

/**
 * M/M/c at 0.8 by processes, one a customer, with the resource's statistics on.
 *
 * @param {number} servers
 * @param {number} customers
 * @param {boolean} mixed with processes of several other types alive
 * @param {import('./draws.mjs').Source} draws where they come from
 * @returns {Outcome}
 */
export function mmcProcess(servers, customers, mixed, draws) {
  const sim = new Simulation();
  const desk = new Resource(sim, { name: 'desk', capacity: servers });
  const mean = 0.8 * servers;
  const next = exponentials(draws);
  let served = 0;
  function* customer() {
    yield* desk.seize();
    yield* sim.hold(mean * next());
    desk.release();
    if (++served === customers) sim.stop();
  }
  function* source() {
    for (let i = 0; i < customers; i++) {
      yield* sim.hold(next());
      sim.spawn('customer', customer());
    }
  }
  sim.spawn('source', source());
  if (mixed) bystanders(sim, 3);
  const perSecond = timed(customers, () => sim.run());
  const utilisation = desk.usage.mean(sim.now) / servers;
  return { perSecond, found: [desk.waits.sum / customers, utilisation, desk.line.mean(sim.now)] };
}

/**
 * Timers armed, cancelled and one event each, over `standing` timers that never fire.
 *
 * @param {number} standing
 * @param {number} cycles
 * @param {boolean} mixed with processes of several types alive
 * @returns {Outcome}
 */
export function cancelTimers(standing, cycles, mixed) {
  const sim = new Simulation();
  const next = drawer('exponential');
  const never = () => {
    throw new Error('a cancelled timer has fired');
  };
  for (let i = 0; i < standing; i++) sim.schedule(1e9 + next(), never);
  const watch = { timer: sim.schedule(1e6, never) };
  let left = cycles;
  const tick = () => {
    sim.cancel(watch.timer);
    watch.timer = sim.schedule(1e6 + next(), never);
    if (--left === 0) sim.stop();
    else sim.schedule(0.001, tick);
  };
  sim.schedule(0, tick);
  if (mixed) bystanders(sim, 1000);
  return { perSecond: timed(cycles, () => sim.run()), found: [] };
}
