import { allOf, type Process, type ProcessBody } from '../engine/index.ts';
import type { Call } from './call.ts';
import { keepUnderWay } from './dispatch.ts';
import type { Lot } from './lot.ts';
import type { Port } from './port.ts';
import type { Stack } from './stack.ts';
import type { Trip } from './trip.ts';

/**
 * Turns a truck with a refused lot back at the gate: it hauls its whole load to the works, tips it there and is free.
 * Once the warehouse promises as much other slag, a truck is sent with it as with any load: in the fleet's working hours,
 * after those who have waited longer, its driver rested.
 *
 * @returns the trip of that truck, with as many kilograms for the same place in the cargo
 */
export function* turnBack(port: Port, call: Call, trip: Trip): ProcessBody<Trip> {
  const { fleet, works } = port;
  trip.unload();
  yield* haulBack(port, call, trip, port.sim.now);
  port.returned(call, trip, true);
  yield* works.warehouse.get(trip.kg);
  port.onTrucksKg += trip.kg;
  const truck = yield* fleet.take();
  return port.send(call, { k: call.worksLoads++, kg: trip.kg, truck, hired: fleet.isHired(truck) });
}

/**
 * Looks after the refused lots of a call that goes by way of the yard: each is hauled back whole as soon as it is
 * refused, and then replaced in the room that stays booked for it.
 *
 * @param bring collects a lot's cargo onto the stack
 */
export function replaceRefused(port: Port, call: Call, stack: Stack, bring: (lot: Lot) => ProcessBody): void {
  if (port.inputs.customs.returnedShare === 0) return;
  function* replace(lot: Lot): ProcessBody {
    yield* lot.present;
    yield* lot.settled;
    if (lot.replacement === null) return;
    yield* takeBack(port, call, stack, lot);
    yield* bring(lot.replacement);
  }
  for (const lot of call.stagedLots) port.sim.spawn(`lot ${lot.index} of ${call.name}`, replace(lot));
}

/** Hauls a lot back from its stack to the works, by as many trucks at once as collect. */
function* takeBack(port: Port, call: Call, stack: Stack, lot: Lot): ProcessBody {
  const { sim, inputs, fleet } = port;
  const dispatcher = keepUnderWay(sim, inputs.fleet.stagingTrucks);
  const trucks: Process<unknown>[] = [];
  for (let sentKg = 0; sentKg < lot.kg; ) {
    const k = call.worksLoads++;
    const kg = port.loadKg(call, 'truck.payload', k, lot.kg - sentKg);
    yield* dispatcher.next();
    const truck = yield* fleet.take();
    dispatcher.sent();
    const trip = port.send(call, { k, kg, truck, hired: false });
    trucks.push(
      sim.spawn(
        `staging truck for ${call.name}`,
        fetchBack(port, call, trip, { stack, lot }, () => dispatcher.back()),
      ),
    );
    sentKg += kg;
  }
  yield* allOf(trucks);
}

/** Where a refused lot lies. */
interface Refused {
  readonly stack: Stack;
  readonly lot: Lot;
}

/** Out empty, back with a load of the lot. */
function* fetchBack(port: Port, call: Call, trip: Trip, { stack, lot }: Refused, back: () => void): ProcessBody {
  yield* port.road.driveEmpty(call, trip, 'port');
  stack.takenBackKg += trip.kg;
  yield* port.yard.reclaim(call, trip, stack, lot);
  call.refused.fromYardKg += trip.kg;
  port.onTrucksKg += trip.kg;
  yield* haulBack(port, call, trip, trip.sentAt);
  port.returned(call, trip);
  back();
}

/** Out of the port and home with a load that was refused, which is tipped there as on the apron. */
function* haulBack(port: Port, call: Call, trip: Trip, since: number): ProcessBody {
  const { sim, inputs } = port;
  yield* port.gate.leave(call, trip);
  yield* port.road.driveBack(call, trip);
  trip.journey?.at('worksTip');
  const tipping = call.draws.draw('works.tip', trip.k, inputs.quay.tipHours);
  yield* sim.hold(tipping);
  trip.spend('service', tipping);
  port.onTrucksKg -= trip.kg;
  call.refused.kg += trip.kg;
  call.refused.loads++;
  call.refused.km += port.road.km;
  call.refused.hours += sim.now - since;
}
