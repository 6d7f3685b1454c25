import { type ProcessBody, SimEvent } from '../engine/index.ts';
import type { Call } from './call.ts';
import { declareDirect, sendToShip } from './direct.ts';
import type { Port } from './port.ts';
import type { Apron } from './quay.ts';
import { collectToYard, declareStaged, shuttleToShip } from './staged.ts';
import { Stack } from './yard.ts';

/**
 * One ship from the anchorage to the open sea: notice of readiness on arrival, berth in order of arrival,
 * pilot and mooring, draft survey, loading, draft survey, sailing. Weather stops pilotage. Her cargo is
 * brought by the chain of the season's mechanisms.
 */
export function* vesselCall(port: Port, call: Call): ProcessBody {
  const { sim, inputs, quay } = port;
  const chain = port.mechanisms.straight ? directChain(port, call) : stagedChain(port, call);
  yield* sim.holdUntil(call.plan.arrived);
  if (chain.cargoInSight !== null) yield* chain.cargoInSight;
  call.shipHours.wait('noCargo', call.plan.arrived, sim.now, port.world.pilotage);
  const asked = sim.now;
  const berth = yield* quay.berths.get();
  call.shipHours.wait('noBerth', asked, sim.now, port.world.pilotage);
  const apron = quay.openApron(call, berth);
  chain.berthGranted(apron);
  yield* pilotage(port, call, call.draws.draw('vessel.berthing', 0, inputs.vessel.berthingHours));
  call.alongside = sim.now;
  chain.alongside(apron);
  yield* survey(port, call, 0);
  call.ready = sim.now;
  apron.startCranes();
  yield* call.loaded;
  port.loadedKg += call.aboardKg;
  yield* survey(port, call, 1);
  yield* pilotage(port, call, call.draws.draw('vessel.unberthing', 0, inputs.vessel.unberthingHours));
  call.sailed = sim.now;
  call.draws.forget();
  quay.berths.add(berth);
}

/** How a call's cargo comes to the ship, hung on the ship's own progress. */
interface Chain {
  /** What must have happened before she asks for a berth, if anything. */
  readonly cargoInSight: SimEvent | null;
  berthGranted(apron: Apron): void;
  alongside(apron: Apron): void;
}

/**
 * Straight from the works: trucks start so long before she is expected to be ready. While weather stops the pilot,
 * nobody sends trucks: she is expected from its end on.
 */
function directChain(port: Port, call: Call): Chain {
  const { sim, inputs, world } = port;
  const { berthingHours, surveyHours } = inputs.vessel;
  declareDirect(port, call);
  return {
    cargoInSight: null,
    berthGranted(apron) {
      const expectedReady = world.pilotage.nextOpen(sim.now) + berthingHours.mean + surveyHours.mean;
      const startAt = Math.max(sim.now, expectedReady - inputs.dispatch.leadHours);
      sim.spawn(`dispatch of ${call.name}`, sendToShip(port, call, apron, startAt));
    },
    alongside() {},
  };
}

/** By way of the yard: shuttles start when she is alongside. */
function stagedChain(port: Port, call: Call): Chain {
  const { sim, inputs } = port;
  const stack = new Stack(inputs.yard.lossFraction);
  const begun = new SimEvent(sim, `staging of ${call.name}`);
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

/** Pilot, tugs and lines: stopped by weather. */
function* pilotage({ sim, world }: Port, call: Call, hours: number): ProcessBody {
  const began = sim.now;
  yield* sim.holdUntil(world.pilotage.finish(began, hours));
  call.shipHours.wait('service', began, sim.now, world.pilotage);
}

/** The draft survey before loading, or that after it. */
function* survey({ sim, inputs }: Port, call: Call, number: 0 | 1): ProcessBody {
  const hours = call.draws.draw('vessel.survey', number, inputs.vessel.surveyHours);
  yield* sim.hold(hours);
  call.shipHours.add('service', hours);
}
