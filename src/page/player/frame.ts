import { levelAt, TRUCK_PLACES, truckAt, wayDone } from '../../port/index.ts';
import { shipHoursSoFar, truckHoursSoFar, yuanSoFar } from './accrual.ts';
import type { OnWay, Plan } from './plan.ts';
import { type ShipSign, shipsInto } from './ship-signs.ts';
import type { Side } from './side.ts';
import { emptySpot, placeTruck } from './spots.ts';

/** Works' truck, truck on hire, shuttle. */
export const [WORKS_TRUCK, HIRED_TRUCK, SHUTTLE] = [0, 1, 2];

/**
 * What a panel shows at one instant: a function of the side, its plan and the hour, and of nothing else. It is written
 * anew for every picture, so that playing costs no memory. Pixels of the plan, kilograms, hours, yuan.
 */
export interface Frame {
  hour: number;
  /** Trucks on a trip: so many rows of the columns below are filled. */
  trucks: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Which way the truck looks: 1 to the right, −1 to the left. */
  readonly facing: Int8Array;
  readonly laden: Uint8Array;
  readonly kind: Uint8Array;
  /** Number in the side's timelines. */
  readonly timeline: Int32Array;
  readonly place: Uint8Array;
  /** Since and until when it is at its place, and on which trip. */
  readonly since: Float64Array;
  readonly until: Float64Array;
  readonly trip: Int32Array;
  /** The place that it was at before on its trip; −1: none. */
  readonly before: Int8Array;
  /** Which bay of its place, and how much of its way it has behind it. */
  readonly bay: Uint8Array;
  readonly beforeBay: Uint8Array;
  readonly done: Float64Array;
  /** Trucks at each place, by its number. */
  readonly at: Int32Array;
  /** Works' trucks and shuttles that stand ready. */
  parked: number;
  parkedShuttles: number;
  warehouseKg: number;
  yardKg: number;
  /** In each place of the yard, and whose it is: −1 nobody's. */
  readonly pileKg: Float64Array;
  readonly pileCall: Int32Array;
  readonly ships: ShipSign[];
  /** So many of them are there. */
  shipCount: number;
  aboardKg: number;
  yuan: number;
  shipHours: number;
  truckHours: number;
}

export function emptyFrame(side: Side): Frame {
  const most = side.timelines.length;
  return {
    hour: 0,
    trucks: 0,
    x: new Float32Array(most),
    y: new Float32Array(most),
    facing: new Int8Array(most),
    laden: new Uint8Array(most),
    kind: new Uint8Array(most),
    timeline: new Int32Array(most),
    place: new Uint8Array(most),
    since: new Float64Array(most),
    until: new Float64Array(most),
    trip: new Int32Array(most),
    before: new Int8Array(most),
    bay: new Uint8Array(most),
    beforeBay: new Uint8Array(most),
    done: new Float64Array(most),
    at: new Int32Array(TRUCK_PLACES.length),
    parked: 0,
    parkedShuttles: 0,
    warehouseKg: 0,
    yardKg: 0,
    pileKg: new Float64Array(side.pileCount),
    pileCall: new Int32Array(side.pileCount),
    ships: [],
    shipCount: 0,
    aboardKg: 0,
    yuan: 0,
    shipHours: 0,
    truckHours: 0,
  };
}

const state = { trip: -1, stage: 0, place: 0, from: 0, to: 0, laden: false };
const onWay: OnWay = { x: 0, y: 0, dx: 1, dy: 0 };
const spot = emptySpot();

/** Fills a frame with what there is to be seen at an hour. */
export function frameAt(side: Side, plan: Plan, hour: number, frame: Frame): Frame {
  const { recording } = side.season;
  frame.hour = hour;
  const worksAway = trucksInto(side, plan, hour, frame);
  const { stocks, setting } = recording;
  frame.parkedShuttles = setting.shuttles - (frame.trucks - worksAway);
  frame.parked = Math.max(0, setting.trucks + levelAt(side.hired, hour) - worksAway);
  frame.warehouseKg = levelAt(stocks.works, hour);
  frame.yardKg = levelAt(stocks.yard, hour);
  frame.pileKg.fill(0);
  frame.pileCall.fill(-1);
  for (const [call, stack] of stocks.stacks.entries()) {
    if (stack.at.length === 0) continue;
    const kg = levelAt(stack, hour);
    if (kg === 0) continue;
    const pile = side.piles[call] as number;
    frame.pileKg[pile] = kg;
    frame.pileCall[pile] = call;
  }
  frame.aboardKg = shipsInto(side, plan, hour, frame);
  frame.yuan = yuanSoFar(side.running, hour);
  frame.shipHours = shipHoursSoFar(side.running, hour);
  frame.truckHours = truckHoursSoFar(side.running, hour);
  return frame;
}

/** Places every truck. @returns how many of the works' trucks are on a trip */
function trucksInto(side: Side, plan: Plan, hour: number, frame: Frame): number {
  const { recording } = side.season;
  const { trips, stages } = recording;
  let worksAway = 0;
  frame.trucks = 0;
  frame.at.fill(0);
  for (const [timeline, truck] of side.timelines.entries()) {
    if (!truckAt(recording, truck, hour, state)) continue;
    const row = frame.trucks++;
    frame.timeline[row] = timeline;
    frame.place[row] = state.place;
    frame.laden[row] = state.laden ? 1 : 0;
    frame.kind[row] = truck.shuttle ? SHUTTLE : trips.hired[state.trip] === 1 ? HIRED_TRUCK : WORKS_TRUCK;
    frame.at[state.place] = (frame.at[state.place] as number) + 1;
    if (!truck.shuttle) worksAway++;
    frame.since[row] = state.from;
    frame.until[row] = state.to;
    frame.trip[row] = state.trip;
    frame.bay[row] = side.bays[state.stage] as number;
    frame.done[row] = wayDone(recording, state, hour);
    const first = state.stage === trips.stages[state.trip];
    frame.before[row] = first ? -1 : (stages.place[state.stage - 1] as number);
    frame.beforeBay[row] = first ? 0 : (side.bays[state.stage - 1] as number);
  }
  for (let row = 0; row < frame.trucks; row++) {
    const call = trips.call[frame.trip[row] as number] as number;
    const since = frame.since[row] as number;
    spot.place = frame.place[row] as number;
    spot.before = frame.before[row] as number;
    spot.bay = frame.bay[row] as number;
    spot.beforeBay = frame.beforeBay[row] as number;
    spot.ahead = aheadOf(frame, row);
    spot.done = frame.done[row] as number;
    spot.shuttle = frame.kind[row] === SHUTTLE;
    spot.sinceHours = hour - since;
    spot.stageHours = (frame.until[row] as number) - since;
    spot.berth = recording.ships[call]?.berth ?? 0;
    spot.pile = side.piles[call] as number;
    spot.piles = side.pileCount;
    frame.facing[row] = placeTruck(plan, recording.setting, spot, onWay);
    frame.x[row] = onWay.x;
    frame.y[row] = onWay.y;
  }
  return worksAway;
}

/** How many trucks have been at the same place for longer: those before one in a line. */
function aheadOf(frame: Frame, row: number): number {
  const { place, since, trucks } = frame;
  let ahead = 0;
  for (let other = 0; other < trucks; other++) {
    if (place[other] !== place[row] || other === row) continue;
    const earlier = (since[other] as number) - (since[row] as number);
    if (earlier < 0 || (earlier === 0 && other < row)) ahead++;
  }
  return ahead;
}
