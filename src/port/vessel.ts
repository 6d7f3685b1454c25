import type { ProcessBody } from '../engine/index.ts';
import type { Call } from './call.ts';
import { chainsOf } from './chain.ts';
import type { Port } from './port.ts';

/**
 * One ship from the anchorage to the open sea: notice of readiness on arrival, berth in order of arrival,
 * pilot and mooring, draft survey, loading, draft survey, sailing. Weather stops pilotage. Her cargo is
 * brought by the chain of the season's mechanisms.
 */
export function* vesselCall(port: Port, call: Call): ProcessBody {
  const { sim, inputs, quay } = port;
  const chains = chainsOf(port, call);
  yield* sim.holdUntil(call.plan.arrived);
  for (const { cargoInSight } of chains) if (cargoInSight !== null) yield* cargoInSight;
  call.shipHours.wait('noCargo', call.plan.arrived, sim.now, port.world.pilotage);
  const asked = sim.now;
  const berth = yield* quay.berths.get();
  call.shipHours.wait('noBerth', asked, sim.now, port.world.pilotage);
  const apron = quay.openApron(call, berth);
  for (const chain of chains) chain.berthGranted(apron);
  yield* pilotage(port, call, call.draws.draw('vessel.berthing', 0, inputs.vessel.berthingHours));
  call.alongside = sim.now;
  for (const chain of chains) chain.alongside(apron);
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
