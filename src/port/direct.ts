import { anyOf, type ProcessBody } from '../engine/index.ts';
import type { Appetite } from './appetite.ts';
import type { Apron } from './apron.ts';
import type { Call } from './call.ts';
import { beginDispatch, type Dispatcher, trucksToHire } from './dispatch.ts';
import { HoursAccount } from './hours.ts';
import type { Port } from './port.ts';
import { turnBack } from './returns.ts';
import { carry, refillReserve } from './staged.ts';
import type { Trip } from './trip.ts';

/**
 * Lodges the declarations of the part of a call's cargo that goes straight to the ship. Declaring ahead goes by the
 * ship's estimated arrival, or by her laycan if she would wait for that; never before her agents have notified it.
 */
export function declareDirect(port: Port, call: Call): void {
  const { customs, inputs, sim } = port;
  const { estimated, laycan } = call.plan;
  const expected = inputs.vessel.waitsForLaycan ? Math.max(estimated, laycan) : estimated;
  const soonest = estimated - inputs.season.noticeHours + inputs.customs.aheadHours;
  const kgPerHour = inputs.quay.cranesPerCall * inputs.quay.craneKgPerHour;
  let beforeKg = 0;
  for (const lots of customs.declarationsOf(call.straightLots)) {
    const d = call.declarations++;
    const planned = Math.max(soonest, expected + beforeKg / kgPerHour);
    const body = call.mechanisms.ahead
      ? customs.declareAhead(call, d, lots, planned)
      : customs.declareAtGate(call, d, lots);
    sim.spawn(`declaration ${d + 1} of ${call.name}`, body);
    beforeKg += lots.reduce((kg, lot) => kg + lot.kg, 0);
  }
}

/**
 * Sends the straight part of one call's cargo from the works to the ship's side, from `startAt` on.
 *
 * Each load is first promised by the warehouse, in strict order, so that no truck waits for stock; then the
 * dispatch policy lets it go, and the next free truck takes it. What the reserve has sent meanwhile is given back.
 */
export function* sendToShip(port: Port, call: Call, apron: Apron, startAt: number): ProcessBody {
  const { sim, inputs, works, fleet } = port;
  yield* sim.holdUntil(startAt);
  const hired = fleet.hire(trucksToHire(inputs));
  if (hired.length > 0) call.loaded.listen(() => fleet.dismiss(hired, (hours) => (call.hiredTruckHours += hours)));
  const { draws, supply } = call;
  const dispatcher = beginDispatch(
    sim,
    { inputs, draw: (cause, k, law) => draws.draw(cause, k, law) },
    call.plan.index,
  );
  const name = `truck for ${call.name}`;
  while (call.unsentKg > 0) {
    const k = call.worksLoads;
    const wanted = port.loadKg(call, 'truck.payload', k, call.unsentKg);
    supply.lacks('works', 'noCargo');
    yield* works.warehouse.get(wanted);
    const kg = Math.min(wanted, call.unsentKg);
    if (kg < wanted) works.warehouse.fill(wanted - kg);
    if (kg === 0) break;
    supply.lacks('works', 'noTruck');
    call.worksLoads++;
    const fromKg = call.send(kg);
    port.onTrucksKg += kg;
    yield* dispatcher.next();
    const truck = yield* fleet.take();
    dispatcher.sent();
    supply.underWay(1);
    call.firstStraight ??= k;
    const trip = port.send(call, { k, kg, truck, hired: fleet.isHired(truck) });
    sim.spawn(name, tripToShip(port, call, trip, fromKg, apron, dispatcher));
  }
  supply.lacks('works', null);
  // What is staged of a hybrid cargo must go aboard in the end.
  call.appetite?.wantAll();
}

/** @param fromKg of the straight part, where this load begins */
function* tripToShip(
  port: Port,
  call: Call,
  sent: Trip,
  fromKg: number,
  apron: Apron,
  dispatcher: Dispatcher,
): ProcessBody {
  let trip = sent;
  for (;;) {
    const lots = call.straightLotsBetween(fromKg, fromKg + trip.kg);
    trip.journey?.carries(lots);
    yield* port.works.load(call, trip);
    yield* port.road.driveLoaded(call, trip);
    yield* port.gate.pass(call, trip, lots, port.inspectionYard);
    yield* port.inspectionYard.wait(call, trip, lots);
    if (!lots.some((lot) => lot.isRefused)) break;
    trip = yield* turnBack(port, call, trip);
  }
  const { kg, leftAt, gateAt } = trip;
  yield* apron.tip(trip, 'quay.tip', [{ kg, leftAt, gateAt, hours: HoursAccount.none }]);
  port.onTrucksKg -= trip.kg;
  yield* port.gate.leave(call, trip);
  yield* port.road.driveEmpty(call, trip);
  port.returned(call, trip);
  dispatcher.back();
}

/**
 * Helps a call that goes straight, whose cranes starve, from the yard's reserve: each load that they want and that
 * the works have not sent yet, as long as the reserve has it. Afterwards the reserve is brought up to its level again.
 */
export function* drawOnReserve(port: Port, call: Call, appetite: Appetite, apron: Apron): ProcessBody {
  const { sim, yard } = port;
  const name = `shuttle for ${call.name}`;
  for (;;) {
    yield* anyOf([appetite.request(), call.loaded]);
    if (call.loaded.triggered || call.unsentKg === 0) break;
    const k = call.shuttleLoads;
    const kg = port.loadKg(call, 'shuttle.payload', k, call.unsentKg);
    if (!yard.reserve.promise(kg)) continue;
    call.shuttleLoads++;
    const fromKg = call.send(kg);
    const shuttle = yield* yard.shuttles.get();
    call.supply.underWay(1);
    sim.spawn(name, reserveTrip(port, call, port.sendShuttle(call, { k, kg, truck: shuttle }), fromKg, apron));
  }
  yield* refillReserve(port, call);
}

/** A load from the reserve waits for its lots, too, or for what replaces them; it is not what customs has refused. */
function* reserveTrip(port: Port, call: Call, trip: Trip, fromKg: number, apron: Apron): ProcessBody {
  trip.takeCargo();
  trip.gateAt = port.sim.now;
  for (;;) {
    const lots = call.straightLotsBetween(fromKg, fromKg + trip.kg);
    yield* port.inspectionYard.wait(call, trip, lots);
    trip.journey?.carries(lots);
    if (!lots.some((lot) => lot.isRefused)) break;
  }
  const parts = yield* port.yard.reclaim(call, trip, port.yard.reserve.stack);
  yield* carry(port, call, trip, parts, apron);
}
