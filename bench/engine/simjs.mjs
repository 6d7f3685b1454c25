/**
 * The same models in simjs (npm `simjs`, the JavaScript library people find first), written in its own API as its
 * users would: timers for the hold model, a Facility with its statistics for M/M/1.
 *
 * The package exports nothing under Node: it puts itself on a global `window`, so one is given to it. Only load
 * this file in a process of its own.
 */
import { createRequire } from 'node:module';
import { drawer, maker } from './draws.mjs';
import { timed } from './loads.mjs';

const require = createRequire(import.meta.url);

/** The version installed, null when it is not. @returns {string | null} */
export function installedVersion() {
  try {
    return require('simjs/package.json').version;
  } catch {
    return null;
  }
}

/** What simjs puts on `window.Sim`; it has no types. @returns {any} */
function library() {
  const world = /** @type {any} */ (globalThis);
  if (world.window === undefined) {
    world.window = {};
    require('simjs');
  }
  return world.window.Sim;
}

/**
 * The hold model by timers.
 *
 * @param {number} pending
 * @param {number} events
 * @returns {import('./loads.mjs').Outcome}
 */
export function hold(pending, events) {
  const { Sim, Entity } = library();
  const next = drawer('exponential');
  class Holder extends Entity {
    start() {
      this.setTimer(next()).done(this.start);
    }
  }
  const sim = new Sim();
  for (let i = 0; i < pending; i++) sim.addEntity(Holder, 'holder');
  const perSecond = timed(events, () => sim.simulate(Infinity, events));
  return { perSecond, found: [sim.time()] };
}

/**
 * M/M/1 at 0.8, in two ways: one entity that lets customers come, who are callbacks at the facility; or an entity a
 * customer, which is what a process a customer is, with a name and a state of its own, though simjs never lets go of it.
 *
 * simjs is told the service time on arrival, not when service begins: the draws stand in another order than in the
 * other loads, and the mean wait is checked against Lindley's recursion on the same draws.
 *
 * @param {number} customers
 * @param {boolean} asEntities
 * @returns {import('./loads.mjs').Outcome}
 */
export function mm1(customers, asEntities) {
  const { Sim, Entity, Facility } = library();
  const next = maker();
  const desk = new Facility('desk', Facility.FCFS, 1);
  let arrived = 0;
  let served = 0;
  class Guest extends Entity {
    enter() {
      this.useFacility(desk, 0.8 * next()).done(this.leave);
    }
    leave() {
      served++;
    }
  }
  class Customer extends Guest {
    start() {
      this.enter();
    }
  }
  class Source extends Guest {
    start() {
      this.setTimer(next()).done(this.arrive);
    }
    arrive() {
      if (asEntities) sim.addEntity(Customer, 'customer');
      else this.enter();
      if (++arrived < customers) this.setTimer(next()).done(this.arrive);
    }
  }
  const sim = new Sim();
  sim.addEntity(Source, 'source');
  const perSecond = timed(customers, () => sim.simulate(Infinity));
  if (served !== customers) throw new Error(`simjs served ${served} of ${customers} customers`);
  return { perSecond, found: [desk.queueStats().durationSeries.average()] };
}

/** The mean wait that {@link mm1} must find: W' = max(0, W + service − time to the next arrival). @param {number} customers */
export function lindley(customers) {
  const next = maker();
  next();
  let wait = 0;
  let sum = 0;
  for (let i = 1; i < customers; i++) {
    wait = Math.max(0, wait + 0.8 * next() - next());
    sum += wait;
  }
  return sum / customers;
}
