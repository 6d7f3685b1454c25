import type { Simulation } from '../engine/index.ts';
import { Berths } from './berths.ts';
import type { Call } from './call.ts';
import { Customs } from './customs.ts';
import { Fleet } from './fleet.ts';
import { Gate } from './gate.ts';
import { Harbour, type Move } from './harbour.ts';
import type { PortInputs } from './inputs.ts';
import { InspectionYard } from './inspection-yard.ts';
import { Quay } from './quay.ts';
import type { Recorder } from './recorder.ts';
import { type Drive, Road } from './road.ts';
import type { OtherCall } from './traffic.ts';
import { Trip, type TripLoad } from './trip.ts';
import { Works } from './works.ts';
import type { World } from './world.ts';
import { Yard } from './yard.ts';

/** Told of what the facts leave out; for tests, traces and players. */
export interface SeasonObserver {
  /** A truck was away from `from` to `to`; shuttles have numbers of their own. */
  trip?(kind: 'works' | 'shuttle', truck: number, call: number, from: number, to: number): void;
  /** A truck has driven between works and port. */
  drive?(drive: Drive): void;
  /** A ship's move is planned; it will be made as it says. */
  move?(move: Move): void;
  /** A ship had a berth from the order to proceed to it until she was at sea; told then. */
  berth?(ship: string, berth: number, from: number, to: number): void;
  /** How low and how high a stock has been, told when the clock closes. */
  stock?(name: StockName, leastKg: number, mostKg: number, capacityKg: number): void;
  /** Writes everything down, for {@link recordSeason}. */
  readonly recorder?: Recorder;
}

/** A bounded stock: slag at the works, slag in the yard, room in the yard that no call has booked. */
export type StockName = 'works' | 'yard' | 'yardRoom';

/** All stations of one simulated season. */
export class Port {
  readonly sim: Simulation;
  readonly inputs: PortInputs;
  readonly world: World;
  readonly works: Works;
  readonly fleet: Fleet;
  readonly road: Road;
  readonly gate: Gate;
  readonly customs: Customs;
  readonly inspectionYard: InspectionYard;
  readonly yard: Yard;
  readonly quay: Quay;
  readonly berths: Berths;
  readonly harbour: Harbour;
  /** Ships of other trades that have arrived. */
  readonly otherCalls: OtherCall[] = [];
  readonly observer: SeasonObserver;
  /** Null where nobody records. */
  readonly recorder: Recorder | null;
  /** Promised to trucks or on them, kg. */
  onTrucksKg = 0;
  loadedKg = 0;

  constructor(sim: Simulation, inputs: PortInputs, world: World, observer: SeasonObserver) {
    this.sim = sim;
    this.inputs = inputs;
    this.world = world;
    this.observer = observer;
    this.recorder = observer.recorder ?? null;
    this.works = new Works(sim, inputs.works, world);
    this.fleet = new Fleet(sim, inputs, world.horizonHours);
    this.road = new Road(sim, inputs, { drivers: this.fleet.drivers, world, observer: observer.drive?.bind(observer) });
    this.gate = new Gate(sim, inputs.gate, world);
    this.customs = new Customs(sim, inputs.customs, world);
    this.yard = new Yard(sim, inputs.yard, world, inputs.modes.fallback.reserveKg);
    this.inspectionYard = new InspectionYard(sim, inputs.customs, world);
    this.quay = new Quay(sim, inputs.quay, world);
    this.berths = new Berths(sim, inputs.quay, inputs.berths);
    this.harbour = new Harbour(inputs.harbour, world);
    this.recorder?.open(this);
  }

  /** A new trip of a truck of the fleet with the k-th load of a call from the works, sent now. */
  send(call: Call, load: TripLoad): Trip {
    return new Trip(load, this.sim.now, this.recorder?.begin('works', call.plan.index, load) ?? null);
  }

  /** A new trip of a shuttle with the k-th load of a call that it takes, sent now. */
  sendShuttle(call: Call, { k, kg, truck }: Omit<TripLoad, 'hired'>): Trip {
    const load = { k, kg, truck, hired: false };
    return new Trip(load, this.sim.now, this.recorder?.begin('shuttle', call.plan.index, load) ?? null);
  }

  /** The k-th load of a call by the payload drawn for it, cut to what is left. @param cause its stream */
  loadKg(call: Call, cause: string, k: number, leftKg: number): number {
    return Math.min(leftKg, Math.round(call.draws.draw(cause, k, this.inputs.fleet.payloadKg)));
  }

  /** A truck of the fleet is back at the works. @param loadedBack with the load it brought out, which was refused */
  returned(call: Call, trip: Trip, loadedBack = false): void {
    trip.journey?.end();
    call.trucks.add(trip, this.road.km, this.sim.now, loadedBack);
    this.fleet.giveBack(trip.truck);
    this.observer.trip?.('works', trip.truck, call.plan.index, trip.sentAt, this.sim.now);
  }

  /** A shuttle is back at the yard. */
  shuttleReturned(call: Call, trip: Trip): void {
    trip.journey?.end();
    call.shuttles.add(trip, this.yard.shuttleKm, this.sim.now);
    this.yard.shuttles.add(trip.truck);
    this.observer.trip?.('shuttle', trip.truck, call.plan.index, trip.sentAt, this.sim.now);
  }

  /** The clock closes: tells the observer of the stocks. */
  closed(): void {
    const { works, yard, observer } = this;
    if (observer.stock === undefined) return;
    const stocks = [
      ['works', works.warehouse.stock, works.warehouse.capacity],
      ['yard', yard.stock, yard.room.capacity],
      ['yardRoom', yard.room.stock, yard.room.capacity],
    ] as const;
    for (const [name, { least, most }, capacity] of stocks) observer.stock(name, least, most, capacity);
  }
}
