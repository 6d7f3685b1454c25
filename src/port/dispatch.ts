import { type ProcessBody, Resource, type Simulation } from '../engine/index.ts';
import { cutNormal, type Distribution } from '../random/index.ts';
import type { DispatchPolicyName, PortInputs } from './inputs.ts';

/** Decides, for one call, when the next truck may be sent to load. */
export interface Dispatcher {
  /** Waits until the next truck may go. */
  next(): ProcessBody;
  /** A truck is sent; it may have been waited for. */
  sent(): void;
  /** A truck is back. */
  back(): void;
}

/** What a policy may know of the call it serves. */
export interface DispatchedCall {
  readonly inputs: PortInputs;
  /** The k-th variate of a law, for this call and this cause. */
  draw(cause: string, k: number, law: Distribution): number;
}

/** A way of dispatching. */
export interface DispatchPolicy {
  /** Hours before the ship is expected to be ready at which dispatch begins. */
  leadHours(inputs: PortInputs): number;
  /** Trucks it wants under way at once. */
  wanted(inputs: PortInputs): number;
  /** Makes a dispatcher for one call, now that dispatch begins. */
  begin(sim: Simulation, call: DispatchedCall): Dispatcher;
}

/** Hours that trucks are expected to take, from the means of what they pass: a free road, no queues. */
export interface ExpectedTrip {
  /** From being sent to the beginning of loading aboard. */
  readonly toShipHours: number;
  /** From being sent to being back. */
  readonly turnHours: number;
}

/** @example toShipHours is loading + weighing + distance / speed loaded + gate + tipping */
export function expectedTrip({ works, road, gate, quay }: PortInputs): ExpectedTrip {
  const toShipHours =
    works.loadingHours.mean +
    works.weighingHours.mean +
    (road.distanceKm / road.loadedKmPerHour) * road.timeFactor.mean +
    gate.serviceHours.mean +
    quay.tipHours.mean;
  return { toShipHours, turnHours: toShipHours + (road.distanceKm / road.emptyKmPerHour) * road.timeFactor.mean };
}

/** As many trucks under way as bring, in their expected round trip, what the cranes load in that time. */
export function trucksThatFeedCranes(inputs: PortInputs): number {
  const kgPerHour = inputs.quay.cranesPerCall * inputs.quay.craneKgPerHour;
  return Math.ceil((kgPerHour * expectedTrip(inputs).turnHours) / inputs.fleet.payloadKg.mean);
}

const asSet = ({ dispatch }: PortInputs) => dispatch.leadHours;
const asManyAsThereAre = () => Number.POSITIVE_INFINITY;

/** Every truck goes as soon as there is one. */
const allAtOnce: DispatchPolicy = {
  leadHours: asSet,
  wanted: asManyAsThereAre,
  begin: () => ({
    *next() {},
    sent() {},
    back() {},
  }),
};

/** A truck goes at most every so often. */
const headway: DispatchPolicy = {
  leadHours: asSet,
  wanted: asManyAsThereAre,
  begin(sim, { inputs: { dispatch } }) {
    let earliest = sim.now;
    return {
      *next() {
        if (earliest > sim.now) yield* sim.holdUntil(earliest);
      },
      sent() {
        earliest = sim.now + dispatch.headwayHours;
      },
      back() {},
    };
  },
};

/** A fixed number of trucks is kept under way: one goes when another is back. */
const pull: DispatchPolicy = {
  leadHours: asSet,
  wanted: ({ dispatch }) => dispatch.trucksUnderWay,
  begin: (sim, { inputs }) => keepUnderWay(sim, inputs.dispatch.trucksUnderWay),
};

/**
 * Slots at equal distances; each truck sets out so early or late for its slot as its driver is punctual. Slots missed
 * for want of a truck are made up for as soon as there is one, and nobody overtakes.
 *
 * Source: appointments as equal slots with normal deviations, Neagoe et al. (domain.md section 9).
 */
const appointments: DispatchPolicy = {
  leadHours: asSet,
  wanted: asManyAsThereAre,
  begin(sim, { inputs: { dispatch }, draw }) {
    const first = sim.now;
    const deviation = cutNormal(0, dispatch.punctualitySdHours);
    let slot = 0;
    return {
      *next() {
        const late = draw('dispatch.punctuality', slot, deviation);
        const at = first + slot * dispatch.headwayHours + late;
        slot++;
        if (at > sim.now) yield* sim.holdUntil(at);
      },
      sent() {},
      back() {},
    };
  },
};

/**
 * Aims to have the first truck at the ship just when she is ready, and then keeps as many under way as feed her cranes.
 */
const lookAhead: DispatchPolicy = {
  leadHours: (inputs) => expectedTrip(inputs).toShipHours,
  wanted: trucksThatFeedCranes,
  begin: (sim, { inputs }) => keepUnderWay(sim, trucksThatFeedCranes(inputs)),
};

/** One truck goes when another of so many is back. */
export function keepUnderWay(sim: Simulation, trucks: number): Dispatcher {
  // The call takes the places, its trucks free them.
  const underWay = new Resource(sim, {
    name: 'trucks under way',
    capacity: trucks,
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
}

/** Trucks go when they went. @param departuresHours in order */
function asRecorded(sim: Simulation, departuresHours: readonly number[]): Dispatcher {
  let truck = 0;
  return {
    *next() {
      const at = departuresHours[truck++] ?? sim.now;
      if (at > sim.now) yield* sim.holdUntil(at);
    },
    sent() {},
    back() {},
  };
}

/** Hours before a ship is expected to be ready at which dispatch may begin. */
export function dispatchLead(inputs: PortInputs): number {
  const { policy, departuresHours } = inputs.dispatch;
  return departuresHours === null ? DISPATCH_POLICIES[policy].leadHours(inputs) : Number.POSITIVE_INFINITY;
}

/** Makes a dispatcher for one call, now that dispatch begins. @param index of the call, in order of laycan */
export function beginDispatch(sim: Simulation, call: DispatchedCall, index: number): Dispatcher {
  const { policy, departuresHours } = call.inputs.dispatch;
  const departures = departuresHours?.[index];
  return departures === undefined ? DISPATCH_POLICIES[policy].begin(sim, call) : asRecorded(sim, departures);
}

/** All policies, equals by name. */
export const DISPATCH_POLICIES: Readonly<Record<DispatchPolicyName, DispatchPolicy>> = {
  'all-at-once': allAtOnce,
  headway,
  pull,
  appointments,
  'look-ahead': lookAhead,
};

/** How many trucks are hired for a direct call: only where the number wanted under way exceeds the base fleet. */
export function trucksToHire(inputs: PortInputs): number {
  const wanted = DISPATCH_POLICIES[inputs.dispatch.policy].wanted(inputs);
  return Math.max(0, Math.min(inputs.fleet.hiredTrucks, wanted - inputs.fleet.trucks));
}
