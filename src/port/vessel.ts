import type { ProcessBody } from '../engine/index.ts';
import { amend } from './amendment.ts';
import type { Call } from './call.ts';
import { stopsOfMove } from './call-stops.ts';
import { chainsOf } from './chain.ts';
import { type HarbourShip, shipFor } from './draught.ts';
import { bookMove, type Direction, type Move, planMove } from './harbour.ts';
import type { Port } from './port.ts';

/**
 * One ship from the anchorage to the open sea: notice of readiness on arrival, a berth, the move in, draft survey,
 * loading, draft survey, the move out. Her cargo is brought by the chain of the season's mechanisms.
 */
export function* vesselCall(port: Port, call: Call): ProcessBody {
  const chains = chainsOf(port, call);
  const { sim, inputs, berths, quay } = port;
  const ship = shipFor(call.name, call.plan.cargoKg, inputs.vessel);
  yield* sim.holdUntil(call.plan.arrived);
  for (const { cargoInSight } of chains) if (cargoInSight !== null) yield* cargoInSight;
  call.shipHours.wait('noCargo', call.plan.arrived, sim.now, port.world.pilotage);
  const berth = yield* waitForBerth(port, call, ship);
  const apron = quay.openApron(call, berth);
  const moveIn = yield* callMove(port, call, ship, 'in');
  call.pilotOnBoard = moveIn.begins;
  for (const chain of chains) chain.berthGranted(apron, moveIn);
  yield* sim.holdUntil(moveIn.ends);
  call.alongside = sim.now;
  for (const chain of chains) chain.alongside(apron);
  yield* survey(port, call, 0);
  call.ready = sim.now;
  apron.startCranes();
  yield* call.loaded;
  port.loadedKg += call.aboardKg;
  yield* survey(port, call, 1);
  yield* amend(sim, inputs.customs, port.world, call);
  const moveOut = yield* callMove(port, call, ship, 'out');
  call.unberthing = moveOut.begins;
  yield* sim.holdUntil(moveOut.ends);
  call.sailed = sim.now;
  call.draws.forget();
  port.observer.berth?.(ship.name, berth, call.berthGranted, sim.now);
  berths.giveBack(berth);
}

/** An early ship may have to wait for her laycan before she gets in line for a berth. @returns the berth's number */
function* waitForBerth({ sim, inputs, berths, world }: Port, call: Call, ship: HarbourShip): ProcessBody<number> {
  const asked = sim.now;
  const { laycan } = call.plan;
  if (inputs.vessel.waitsForLaycan && laycan > asked) yield* sim.holdUntil(laycan);
  const berth = yield* berths.take(ship, 'slag');
  call.berthGranted = sim.now;
  call.recorder?.berthed('slag', call.plan.index, berth);
  call.shipHours.wait('noBerth', asked, sim.now, world.pilotage);
  return berth;
}

/** Plans a move in or out, from now on, and books its hours. */
function* callMove(port: Port, call: Call, ship: HarbourShip, direction: Direction): ProcessBody<Move> {
  const { berthingHours, unberthingHours } = port.inputs.vessel;
  const hours =
    direction === 'in'
      ? call.draws.draw('vessel.berthing', 0, berthingHours)
      : call.draws.draw('vessel.unberthing', 0, unberthingHours);
  const move = yield* planMove(port, ship, direction, hours);
  call.recorder?.moved('slag', call.plan.index, move);
  bookMove(call.shipHours, move, port.world);
  call.stops.push(...stopsOfMove(move, port.world));
  return move;
}

/** The draft survey before loading, or that after it. */
function* survey({ sim, inputs }: Port, call: Call, number: 0 | 1): ProcessBody {
  const hours = call.draws.draw('vessel.survey', number, inputs.vessel.surveyHours);
  yield* sim.hold(hours);
  call.shipHours.add('service', hours);
}
