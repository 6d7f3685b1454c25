import { SimEvent } from '../engine/index.ts';
import type { Apron } from './apron.ts';
import type { Call } from './call.ts';
import { declareDirect, drawOnReserve, sendToShip } from './direct.ts';
import { dispatchLead } from './dispatch.ts';
import type { Move } from './harbour.ts';
import type { Port } from './port.ts';
import { Stack } from './stack.ts';
import { collectToYard, declareStaged, shuttleToShip } from './staged.ts';

/** How a call's cargo, or a part of it, comes to the ship, hung on the ship's own progress. */
export interface Chain {
  /** What must have happened before she asks for a berth, if anything. */
  readonly cargoInSight: SimEvent | null;
  /** @param moveIn her move to the berth, as planned */
  berthGranted(apron: Apron, moveIn: Move): void;
  alongside(apron: Apron): void;
}

/** The chains that bring a call's cargo: by way of the yard, straight, or both. */
export function chainsOf(port: Port, call: Call): Chain[] {
  const chains: Chain[] = [];
  if (call.stagedKg > 0) chains.push(stagedChain(port, call));
  if (call.unsentKg > 0) chains.push(straightChain(port, call));
  return chains;
}

/**
 * Straight from the works: trucks start so long before she is expected to be ready. She is expected by the plan of her
 * move in: while weather, tide or a lack of tugs keeps the pilot ashore, nobody sends trucks.
 */
function straightChain(port: Port, call: Call): Chain {
  const { sim, inputs } = port;
  const { berthingHours, surveyHours } = inputs.vessel;
  call.supply.lacks('works', 'noTruck');
  declareDirect(port, call);
  return {
    cargoInSight: null,
    berthGranted(apron, moveIn) {
      const expectedReady = moveIn.begins + berthingHours.mean + surveyHours.mean;
      const startAt = Math.max(sim.now, expectedReady - dispatchLead(inputs));
      sim.spawn(`dispatch of ${call.name}`, sendToShip(port, call, apron, startAt));
      if (call.stagedKg > 0 || call.appetite === null) return;
      sim.spawn(`reserve for ${call.name}`, drawOnReserve(port, call, call.appetite, apron));
    },
    alongside() {},
  };
}

/** By way of the yard: shuttles start when she is alongside. */
function stagedChain(port: Port, call: Call): Chain {
  const { sim } = port;
  const stack = new Stack();
  port.recorder?.openStack(call.plan.index, stack);
  const begun = new SimEvent(sim, `staging of ${call.name}`);
  call.supply.lacks('yard', 'noTruck');
  declareStaged(port, call);
  sim.spawn(`staging of ${call.name}`, collectToYard(port, call, stack, begun));
  return {
    cargoInSight: begun,
    berthGranted() {},
    alongside(apron) {
      sim.spawn(`shuttling of ${call.name}`, shuttleToShip(port, call, stack, apron));
    },
  };
}
