import type { ProcessBody } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { Lot } from './customs.ts';
import { DISPATCH_POLICIES, type Dispatcher } from './dispatch.ts';
import { trucksToHire } from './fleet.ts';
import { HoursAccount } from './hours.ts';
import type { Port } from './port.ts';
import type { Apron } from './quay.ts';
import type { Trip } from './trip.ts';

/**
 * Lodges a call's declarations where its cargo goes straight to the ship. Declaring ahead goes by the ship's
 * estimated arrival, which agents notify days before and which is taken as right by then.
 */
export function declareDirect(port: Port, call: Call): void {
  const { customs, inputs, sim } = port;
  const kgPerHour = inputs.quay.cranesPerCall * inputs.quay.craneKgPerHour;
  let beforeKg = 0;
  for (const [d, lots] of customs.declarationsOf(call.lots).entries()) {
    call.declarations++;
    const planned = call.plan.arrived + beforeKg / kgPerHour;
    const body = port.mechanisms.ahead
      ? customs.declareAhead(call, d, lots, planned)
      : customs.declareAtGate(call, d, lots);
    sim.spawn(`declaration ${d + 1} of ${call.name}`, body);
    beforeKg += lots.reduce((kg, lot) => kg + lot.kg, 0);
  }
}

/**
 * Sends the cargo of one call from the works straight to the ship's side, from `startAt` on.
 *
 * Each load is first promised by the warehouse, in strict order, so that no truck waits for stock; then the
 * dispatch policy lets it go, and the next free truck takes it.
 */
export function* sendToShip(port: Port, call: Call, apron: Apron, startAt: number): ProcessBody {
  const { sim, inputs, works, fleet } = port;
  yield* sim.holdUntil(startAt);
  const hired = fleet.hire(trucksToHire(inputs));
  if (hired.length > 0) call.loaded.listen(() => (call.hiredTruckHours = fleet.dismiss(hired)));
  const dispatcher = DISPATCH_POLICIES[inputs.dispatch.policy](sim, inputs.dispatch);
  const { cargoKg } = call.plan;
  const name = `truck for ${call.name}`;
  for (let k = 0, sentKg = 0; sentKg < cargoKg; k++) {
    const kg = port.loadKg(call, 'truck.payload', k, cargoKg - sentKg);
    call.supply.lacks('noCargo');
    yield* works.warehouse.get(kg);
    call.supply.lacks('noTruck');
    port.onTrucksKg += kg;
    yield* dispatcher.next();
    const truck = yield* fleet.take();
    dispatcher.sent();
    call.supply.underWay(1);
    const { lotKg } = inputs.customs;
    const lots = call.lots.slice(Math.floor(sentKg / lotKg), Math.ceil((sentKg + kg) / lotKg));
    const trip = port.send(k, kg, truck, hired.includes(truck));
    sim.spawn(name, tripToShip(port, call, trip, lots, apron, dispatcher));
    sentKg += kg;
  }
  call.supply.lacks('noCargo');
}

function* tripToShip(
  port: Port,
  call: Call,
  trip: Trip,
  lots: readonly Lot[],
  apron: Apron,
  dispatcher: Dispatcher,
): ProcessBody {
  yield* port.works.load(call, trip);
  yield* port.road.driveLoaded(call, trip);
  yield* port.gate.pass(call, trip);
  yield* waitForRelease(port, call, trip, lots);
  const { kg, leftAt, gateAt } = trip;
  yield* apron.tip(trip, 'quay.tip', [{ kg, leftAt, gateAt, hours: HoursAccount.none }]);
  port.onTrucksKg -= trip.kg;
  yield* port.road.driveEmpty(call, trip);
  port.returned(call, trip);
  dispatcher.back();
}

/** A truck stands in the inspection yard until every lot that it carries some of is released. */
function* waitForRelease(port: Port, call: Call, trip: Trip, lots: readonly Lot[]): ProcessBody {
  for (const lot of lots) {
    if (lot.arrivedAt !== null) continue;
    lot.arrivedAt = trip.gateAt;
    lot.present.succeed();
  }
  const since = port.sim.now;
  if (lots.every((lot) => lot.released.triggered)) return;
  call.supply.held(1);
  for (const lot of lots) if (!lot.released.triggered) yield* lot.released;
  call.supply.held(-1);
  trip.wait('customs', since, port.sim.now, port.world.quay);
}
