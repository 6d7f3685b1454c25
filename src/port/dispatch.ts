import { type ProcessBody, Resource, type Simulation } from '../engine/index.ts';
import type { DispatchInputs, DispatchPolicyName } from './inputs.ts';

/** Decides, for one call, when the next truck may be sent to load. */
export interface Dispatcher {
  /** Waits until the next truck may go. */
  next(): ProcessBody;
  /** A truck is sent; it may have been waited for. */
  sent(): void;
  /** A truck is back. */
  back(): void;
}

/** A way of dispatching: makes a dispatcher for one call. */
export type DispatchPolicy = (sim: Simulation, inputs: DispatchInputs) => Dispatcher;

/** Every truck goes as soon as there is one. */
const allAtOnce: DispatchPolicy = () => ({
  *next() {},
  sent() {},
  back() {},
});

/** A truck goes at most every so often. */
const headway: DispatchPolicy = (sim, { headwayHours }) => {
  let earliest = sim.now;
  return {
    *next() {
      if (earliest > sim.now) yield* sim.holdUntil(earliest);
    },
    sent() {
      earliest = sim.now + headwayHours;
    },
    back() {},
  };
};

/** A fixed number of trucks is kept under way: one goes when another is back. */
export const pull: DispatchPolicy = (sim, { trucksUnderWay }) => {
  // The call takes the places, its trucks free them.
  const underWay = new Resource(sim, {
    name: 'trucks under way',
    capacity: trucksUnderWay,
    releasedBy: 'anyone',
    quantiles: false,
  });
  return {
    *next() {
      yield* underWay.seize();
    },
    sent() {},
    back() {
      underWay.release();
    },
  };
};

/** All policies, equals by name. */
export const DISPATCH_POLICIES: Readonly<Record<DispatchPolicyName, DispatchPolicy>> = {
  'all-at-once': allAtOnce,
  headway,
  pull,
};
