import { Container, type ProcessBody, type SimEvent } from '../engine/index.ts';
import type { Apron } from './apron.ts';
import type { Call } from './call.ts';
import { keepUnderWay } from './dispatch.ts';
import type { CargoPart } from './load.ts';
import type { Lot } from './lot.ts';
import type { Port } from './port.ts';
import { replaceRefused } from './returns.ts';
import { type Stack, StackOrder } from './stack.ts';
import type { Trip } from './trip.ts';

/** Lodges the declarations of the part of a call's cargo that goes to the yard first. */
export function declareStaged(port: Port, call: Call): void {
  const { customs, inputs, sim } = port;
  for (const lots of customs.declarationsOf(call.stagedLots)) {
    const d = call.declarations++;
    const body = call.mechanisms.ahead
      ? customs.declareAhead(call, d, lots, call.plan.laycan - inputs.yard.stagingLeadHours)
      : customs.declareLate(call, d, lots);
    sim.spawn(`declaration ${d + 1} of ${call.name}`, body);
  }
}

/**
 * Collects the staged part of one call's cargo in the yard, beginning a fixed lead before the laycan: one call after
 * the other, each only once there is room for the whole of it, so that no half-staged cargo blocks another. Staged
 * rolling, it begins with the first free pad, and waits for each further one when it gets there.
 *
 * @param begun happens when the call has all its room; only then does the ship ask for a berth
 */
export function* collectToYard(port: Port, call: Call, stack: Stack, begun: SimEvent): ProcessBody {
  const { sim, inputs, yard } = port;
  yield* sim.holdUntil(Math.max(0, call.plan.laycan - inputs.yard.stagingLeadHours));
  yield* yard.gang.seize();
  yield* bookRoom(port, call, stack, 1, begun);
  replaceRefused(port, call, stack, (lot) =>
    bring(port, call, stack, { kg: lot.kg, lots: [lot], lotsOf: () => [lot] }),
  );
  yield* bring(port, call, stack, {
    kg: call.stagedKg,
    lots: [...call.stagedLots],
    lotsOf: (from, to) => call.stagedLotsBetween(from, to),
    roomFor: (kg) => bookRoom(port, call, stack, kg, begun),
  });
  yard.gang.release();
}

/** Brings the yard's reserve up to its level again after a call that drew on it; its room is always kept. */
export function* refillReserve(port: Port, call: Call): ProcessBody {
  const { gang, reserve } = port.yard;
  const kg = reserve.order();
  if (kg === 0) return;
  yield* gang.seize();
  yield* bring(port, call, reserve.stack, { kg, lots: [], lotsOf: () => [] });
  gang.release();
}

/** Waits until the first so many kilograms of a cargo's staged part have room. */
function* bookRoom({ yard }: Port, call: Call, stack: Stack, kg: number, begun: SimEvent): ProcessBody {
  const { stagedKg } = call;
  const wanted = Math.min(kg, stagedKg);
  if (stack.bookedKg >= wanted) return;
  yield* yard.book(stack, stagedKg, wanted);
  call.pads = stack.pads;
  if (stack.bookedKg === stagedKg) begun.succeed();
}

/** What trucks from the works are to bring to a stack. */
interface Order {
  /** After loss. */
  readonly kg: number;
  /** What it is made of, filled one after the other. */
  readonly lots: readonly Lot[];
  /** What a load carries some of, by its first kilogram, loss apart, and that after its last. */
  readonly lotsOf: (fromKg: number, toKg: number) => readonly Lot[];
  /** Waits until the first so many kilograms have room; left out where they have. */
  readonly roomFor?: (kg: number) => ProcessBody;
}

/** Sends trucks from the works until just so much more will be stacked after loss. */
function* bring(port: Port, call: Call, stack: Stack, order: Order): ProcessBody {
  const { kg, lots, lotsOf, roomFor } = order;
  const { sim, inputs, works, fleet } = port;
  const dispatcher = keepUnderWay(sim, inputs.fleet.stagingTrucks);
  const name = `staging truck for ${call.name}`;
  const stackOrder = new StackOrder(kg, inputs.yard.lossFraction, lots);
  const { grossKg } = stackOrder;
  const net = (gross: number) => (gross / grossKg) * kg;
  for (let sentKg = 0; sentKg < grossKg; ) {
    const k = call.worksLoads++;
    const load = port.loadKg(call, 'truck.payload', k, grossKg - sentKg);
    if (roomFor !== undefined) yield* roomFor(sentKg + load);
    yield* works.warehouse.get(load);
    port.onTrucksKg += load;
    yield* dispatcher.next();
    const truck = yield* fleet.take();
    dispatcher.sent();
    const carried = lotsOf(net(sentKg), net(sentKg + load));
    const trip = port.send(call, { k, kg: load, truck, hired: false });
    const back = () => dispatcher.back();
    sim.spawn(name, tripToYard(port, call, trip, carried, { stack, order: stackOrder, back }));
    sentKg += load;
  }
}

/** Where a load is brought, as part of what order. */
interface Destination {
  readonly stack: Stack;
  readonly order: StackOrder;
  /** The truck is back. */
  back(): void;
}

function* tripToYard(port: Port, call: Call, trip: Trip, carried: readonly Lot[], to: Destination): ProcessBody {
  trip.journey?.carries(carried);
  yield* port.works.load(call, trip);
  yield* port.road.driveLoaded(call, trip);
  yield* port.gate.pass(call, trip, carried, null);
  yield* port.yard.stack(call, trip, to.stack, to.order);
  port.onTrucksKg -= trip.kg;
  markLots(to.order, trip);
  yield* port.gate.leave(call, trip);
  yield* port.road.driveEmpty(call, trip);
  port.returned(call, trip);
  to.back();
}

/** Lots fill one after the other: the first cargo of a lot marks its arrival, the last that it is all there. */
function markLots({ lots, stackedKg }: StackOrder, trip: Trip): void {
  let endKg = 0;
  for (const lot of lots) {
    const startKg = endKg;
    endKg += lot.kg;
    if (startKg >= stackedKg) return;
    if (lot.arrivedAt === null) lot.arrivedAt = trip.gateAt;
    if (endKg <= stackedKg && !lot.present.triggered) lot.present.succeed();
  }
}

/**
 * Brings the released cargo of one call from its stack to the ship's side: at once, or as her cranes want it where
 * the call has an appetite.
 */
export function* shuttleToShip(port: Port, call: Call, stack: Stack, apron: Apron): ProcessBody {
  const { sim, yard } = port;
  const released = new Container(sim, { name: `released cargo of ${call.name}`, capacity: call.stagedKg });
  for (const lot of call.stagedLots.filter(({ replaces }) => !replaces)) {
    sim.spawn(
      `lot ${lot.index} of ${call.name}`,
      offer(lot, () => released.fill(lot.kg)),
    );
  }
  const name = `shuttle for ${call.name}`;
  for (let sentKg = 0; sentKg < call.stagedKg; ) {
    const k = call.shuttleLoads++;
    const kg = port.loadKg(call, 'shuttle.payload', k, call.stagedKg - sentKg);
    call.supply.lacks('yard', stack.stackedKg >= sentKg + kg ? 'customs' : 'noCargo');
    yield* released.get(kg);
    call.supply.lacks('yard', 'noTruck');
    if (call.appetite !== null) yield* call.appetite.next();
    const shuttle = yield* yard.shuttles.get();
    call.supply.underWay(1);
    sim.spawn(name, shuttleTrip(port, call, port.sendShuttle(call, { k, kg, truck: shuttle }), stack, apron));
    sentKg += kg;
  }
  call.supply.lacks('yard', null);
}

/** Gives a lot once it is released, or what replaced it. */
function* offer(offered: Lot, give: () => void): ProcessBody {
  for (let lot: Lot | null = offered; lot !== null; lot = lot.replacement) {
    yield* lot.present;
    yield* lot.settled;
  }
  give();
}

function* shuttleTrip(port: Port, call: Call, trip: Trip, stack: Stack, apron: Apron): ProcessBody {
  trip.takeCargo();
  const parts = yield* port.yard.reclaim(call, trip, stack);
  port.yard.room.fill(trip.kg);
  yield* carry(port, call, trip, parts, apron);
}

/** Carries what was reclaimed to the ship's side and comes back. */
export function* carry(port: Port, call: Call, trip: Trip, parts: CargoPart[], apron: Apron): ProcessBody {
  port.onTrucksKg += trip.kg;
  yield* port.yard.haul(call, trip, 'loaded');
  yield* apron.tip(trip, 'shuttle.tip', parts);
  port.onTrucksKg -= trip.kg;
  yield* port.yard.haul(call, trip, 'empty');
  port.shuttleReturned(call, trip);
}
