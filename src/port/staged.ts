import { Container, type ProcessBody, type SimEvent } from '../engine/index.ts';
import type { Call } from './call.ts';
import { type Dispatcher, pull } from './dispatch.ts';
import type { Port } from './port.ts';
import type { Apron } from './quay.ts';
import type { Trip } from './trip.ts';
import type { Stack } from './yard.ts';

/** Lodges a call's declarations where its cargo goes to the yard first. */
export function declareStaged(port: Port, call: Call): void {
  const { customs, inputs, sim } = port;
  for (const [d, lots] of customs.declarationsOf(call.lots).entries()) {
    call.declarations++;
    const body = port.mechanisms.ahead
      ? customs.declareAhead(call, d, lots, call.plan.laycan - inputs.yard.stagingLeadHours)
      : customs.declareLate(call, d, lots);
    sim.spawn(`declaration ${d + 1} of ${call.name}`, body);
  }
}

/**
 * Collects the cargo of one call in the yard, beginning a fixed lead before the laycan: one call after the
 * other, each only once there is room for the whole of it, so that no half-staged cargo blocks another.
 *
 * @param begun happens when the call has its room; only then does the ship ask for a berth
 */
export function* collectToYard(port: Port, call: Call, stack: Stack, begun: SimEvent): ProcessBody {
  const { sim, inputs, works, fleet, yard } = port;
  const { cargoKg, laycan } = call.plan;
  yield* sim.holdUntil(Math.max(0, laycan - inputs.yard.stagingLeadHours));
  yield* yard.gang.seize();
  yield* yard.room.get(cargoKg);
  begun.succeed();
  const dispatcher = pull(sim, { ...inputs.dispatch, trucksUnderWay: inputs.fleet.stagingTrucks });
  const grossKg = stack.grossFor(cargoKg);
  const name = `staging truck for ${call.name}`;
  for (let k = 0, sentKg = 0; sentKg < grossKg; k++) {
    const kg = port.loadKg(call, 'truck.payload', k, grossKg - sentKg);
    yield* works.warehouse.get(kg);
    port.onTrucksKg += kg;
    yield* dispatcher.next();
    const truck = yield* fleet.take();
    dispatcher.sent();
    sim.spawn(name, tripToYard(port, call, port.send(k, kg, truck), stack, dispatcher));
    sentKg += kg;
  }
  yard.gang.release();
}

function* tripToYard(port: Port, call: Call, trip: Trip, stack: Stack, dispatcher: Dispatcher): ProcessBody {
  yield* port.works.load(call, trip);
  yield* port.road.driveLoaded(call, trip);
  yield* port.gate.pass(call, trip);
  yield* port.yard.stack(call, trip, stack);
  port.onTrucksKg -= trip.kg;
  markLots(call, trip, stack.stackedKg);
  yield* port.road.driveEmpty(call, trip);
  port.returned(call, trip);
  dispatcher.back();
}

/** Lots fill one after the other: the first cargo of a lot marks its arrival, the last that it is all there. */
function markLots(call: Call, trip: Trip, stackedKg: number): void {
  let endKg = 0;
  for (const lot of call.lots) {
    const startKg = endKg;
    endKg += lot.kg;
    if (startKg >= stackedKg) return;
    if (lot.arrivedAt === null) lot.arrivedAt = trip.gateAt;
    if (endKg <= stackedKg && !lot.present.triggered) lot.present.succeed();
  }
}

/** Brings the released cargo of one call from its stack to the ship's side. */
export function* shuttleToShip(port: Port, call: Call, stack: Stack, apron: Apron): ProcessBody {
  const { sim, yard } = port;
  const { cargoKg } = call.plan;
  const released = new Container(sim, { name: `released cargo of ${call.name}`, capacity: cargoKg });
  for (const lot of call.lots) {
    sim.spawn(
      `lot ${lot.index} of ${call.name}`,
      offer(lot.present, lot.released, () => released.fill(lot.kg)),
    );
  }
  const name = `shuttle for ${call.name}`;
  for (let k = 0, sentKg = 0; sentKg < cargoKg; k++) {
    const kg = port.loadKg(call, 'shuttle.payload', k, cargoKg - sentKg);
    call.supply.lacks(stack.stackedKg >= sentKg + kg ? 'customs' : 'noCargo');
    yield* released.get(kg);
    call.supply.lacks('noTruck');
    const shuttle = yield* yard.shuttles.get();
    call.supply.underWay(1);
    sim.spawn(name, shuttleTrip(port, call, port.send(k, kg, shuttle), stack, apron));
    sentKg += kg;
  }
  call.supply.lacks('noCargo');
}

function* offer(present: SimEvent, released: SimEvent, give: () => void): ProcessBody {
  yield* present;
  yield* released;
  give();
}

function* shuttleTrip(port: Port, call: Call, trip: Trip, stack: Stack, apron: Apron): ProcessBody {
  const { yard } = port;
  trip.takeCargo();
  const parts = yield* yard.reclaim(call, trip, stack);
  port.onTrucksKg += trip.kg;
  yard.room.fill(trip.kg);
  yield* yard.haul(call, trip, 'shuttle.loaded');
  yield* apron.tip(trip, 'shuttle.tip', parts);
  port.onTrucksKg -= trip.kg;
  yield* yard.haul(call, trip, 'shuttle.empty');
  port.shuttleReturned(call, trip);
}
