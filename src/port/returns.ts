import { allOf, type Process, type ProcessBody } from '../engine/index.ts';
import type { Call } from './call.ts';
import { keepUnderWay } from './dispatch.ts';
import type { Lot } from './lot.ts';
import type { Port } from './port.ts';
import type { Stack } from './stack.ts';
import type { Trip } from './trip.ts';

/**
 * Turns a truck with a refused lot back at the gate: it hauls its whole load to the works, tips it there and waits
 * until the warehouse promises as much other slag.
 *
 * @returns its next trip, with as many kilograms for the same place in the cargo
 */
export function* turnBack(port: Port, call: Call, trip: Trip): ProcessBody<Trip> {
  trip.unload();
  yield* haulBack(port, call, trip, port.sim.now);
  port.turnedBack(call, trip);
  yield* port.works.warehouse.get(trip.kg);
  port.onTrucksKg += trip.kg;
  return port.send(call.worksLoads++, trip.kg, trip.truck, trip.hired);
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
    yield* takeBack(port, call, stack, lot.kg);
    yield* bring(lot.replacement);
  }
  for (const lot of call.stagedLots) port.sim.spawn(`lot ${lot.index} of ${call.name}`, replace(lot));
}

/** Hauls cargo back from its stack to the works, by as many trucks at once as collect. */
function* takeBack(port: Port, call: Call, stack: Stack, allKg: number): ProcessBody {
  const { sim, inputs, fleet } = port;
  const dispatcher = keepUnderWay(sim, inputs.fleet.stagingTrucks);
  const trucks: Process<unknown>[] = [];
  for (let sentKg = 0; sentKg < allKg; ) {
    const k = call.worksLoads++;
    const kg = port.loadKg(call, 'truck.payload', k, allKg - sentKg);
    yield* dispatcher.next();
    const truck = yield* fleet.take();
    dispatcher.sent();
    const trip = port.send(k, kg, truck);
    trucks.push(
      sim.spawn(
        `staging truck for ${call.name}`,
        fetchBack(port, call, trip, stack, () => dispatcher.back()),
      ),
    );
    sentKg += kg;
  }
  yield* allOf(trucks);
}

/** Out empty, back with a load from the stack. */
function* fetchBack(port: Port, call: Call, trip: Trip, stack: Stack, back: () => void): ProcessBody {
  yield* port.road.driveEmpty(call, trip);
  stack.takenBackKg += trip.kg;
  yield* port.yard.reclaim(call, trip, stack);
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
  const tipping = call.draws.draw('works.tip', trip.k, inputs.quay.tipHours);
  yield* sim.hold(tipping);
  trip.spend('service', tipping);
  port.onTrucksKg -= trip.kg;
  call.refused.kg += trip.kg;
  call.refused.loads++;
  call.refused.km += port.road.km;
  call.refused.hours += sim.now - since;
}
