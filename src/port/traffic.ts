import type { ProcessBody } from '../engine/index.ts';
import { erlang, type RandomStreams } from '../random/index.ts';
import type { HarbourShip } from './draught.ts';
import type { OtherShipFacts } from './facts.ts';
import { planMove } from './harbour.ts';
import type { PortInputs } from './inputs.ts';
import type { Port } from './port.ts';

/** A ship of another trade, as chance decides her before anybody acts. */
export interface OtherShip {
  readonly arrived: number;
  /** Working hours of her move in, alongside, and of her move out. */
  readonly berthingHours: number;
  readonly stayHours: number;
  readonly unberthingHours: number;
}

/** What becomes of her, as it goes; −1: not yet. */
export interface OtherCall {
  /** Place in the order of arrival, from 0. */
  readonly number: number;
  readonly arrived: number;
  alongside: number;
  sailed: number;
}

/** The other ships of a season, by arrival: gaps of Erlang law from the clock's opening to its closing. */
export function drawTraffic(
  { traffic, vessel }: Pick<PortInputs, 'traffic' | 'vessel'>,
  horizonHours: number,
  streams: RandomStreams,
): OtherShip[] {
  if (traffic.shipsPerHour === 0) return [];
  const gap = erlang(traffic.gapShape, 1 / traffic.shipsPerHour);
  const gaps = streams.stream('traffic.gap');
  const stays = streams.stream('traffic.stay');
  const berthings = streams.stream('traffic.berthing');
  const unberthings = streams.stream('traffic.unberthing');
  const ships: OtherShip[] = [];
  for (let arrived = gap.quantile(gaps.next()); arrived < horizonHours; arrived += gap.quantile(gaps.next())) {
    ships.push({
      arrived,
      berthingHours: vessel.berthingHours.quantile(berthings.next()),
      stayHours: traffic.stayHours.quantile(stays.next()),
      unberthingHours: vessel.unberthingHours.quantile(unberthings.next()),
    });
  }
  return ships;
}

/** Lets the other ships of the world come, each in her time. */
export function* otherTraffic(port: Port): ProcessBody {
  const { sim, world, inputs } = port;
  for (const [number, plan] of world.traffic.entries()) {
    yield* sim.holdUntil(plan.arrived);
    const name = `other ship ${number + 1}`;
    const ship = { name, deadweight: inputs.traffic.deadweight, arrivingDraught: 0, sailingDraught: 0 };
    const call = { number, arrived: plan.arrived, alongside: -1, sailed: -1 };
    port.otherCalls.push(call);
    sim.spawn(name, otherCall(port, ship, plan, call));
  }
}

/** A ship of another trade from anchorage to sea: berth, pilot, tugs and channel as any ship's, a stay, and out. */
function* otherCall(port: Port, ship: HarbourShip, plan: OtherShip, call: OtherCall): ProcessBody {
  const { sim, berths, observer, recorder } = port;
  const berth = yield* berths.take(ship, 'other');
  const granted = sim.now;
  recorder?.berthed('other', call.number, berth);
  const moveIn = yield* planMove(port, ship, 'in', plan.berthingHours);
  recorder?.moved('other', call.number, moveIn);
  yield* sim.holdUntil(moveIn.ends);
  call.alongside = sim.now;
  yield* sim.hold(plan.stayHours);
  const moveOut = yield* planMove(port, ship, 'out', plan.unberthingHours);
  recorder?.moved('other', call.number, moveOut);
  yield* sim.holdUntil(moveOut.ends);
  call.sailed = sim.now;
  observer.berth?.(ship.name, berth, granted, sim.now);
  berths.giveBack(berth);
}

/** What became of the other ships by the time the clock closes. */
export function otherShipFacts(calls: readonly OtherCall[]): OtherShipFacts[] {
  return calls.map(({ arrived, alongside, sailed }) => ({
    arrived,
    alongside: alongside < 0 ? null : alongside,
    sailed: sailed < 0 ? null : sailed,
  }));
}
