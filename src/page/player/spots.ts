import { PLACE_NUMBERS, type Setting, TRUCK_PLACES, type TruckPlace } from '../../port/index.ts';
import { alongWay, lengthOf, type OnWay, type Plan, type Way } from './plan.ts';

/** What decides where a truck is drawn. */
export interface Spot {
  /** Numbers of its place and of that before it; −1: none. */
  place: number;
  before: number;
  /** Which of several bays, there and before. */
  bay: number;
  beforeBay: number;
  /** Trucks before it in its line. */
  ahead: number;
  /** Share of its drive behind it. */
  done: number;
  shuttle: boolean;
  /** How long it has been there, and how long it will have been, hours. */
  sinceHours: number;
  stageHours: number;
  berth: number;
  /** Its stack's place in the yard, of how many. */
  pile: number;
  piles: number;
}

export function emptySpot(): Spot {
  return {
    place: 0,
    before: -1,
    bay: 0,
    beforeBay: 0,
    ahead: 0,
    done: 0,
    shuttle: false,
    sinceHours: 0,
    stageHours: 0,
    berth: 0,
    pile: 0,
    piles: 1,
  };
}

type Facing = 1 | -1;
type Placer = (plan: Plan, setting: Setting, spot: Spot, at: OnWay) => Facing;

/** Distance of trucks in a line, in trucks' lengths. */
const GAP = 1.18;
/** So long at most a truck is drawn coming from where it was before: in the model that takes no time of its own. */
const COMING_HOURS = 2 / 60;
/** From the middle of the road to who stands beside it, in lanes. */
const SHOULDER = 2.9;

/**
 * Where a truck is drawn. It comes from where it was before within a minute or two of the clock: through the port by its
 * road, else straight.
 *
 * @returns which way it looks
 */
export function placeTruck(plan: Plan, setting: Setting, spot: Spot, at: OnWay): Facing {
  const through = Math.min(COMING_HOURS, spot.stageHours * 0.5);
  const leaves = !spot.shuttle && FROM_PORT.has(spot.place) && TIPPED.has(spot.before);
  if (leaves) {
    // What it spends in the port is taken from its drive, which ends when it really ended.
    const inPort = through / spot.stageHours;
    spot.done = Math.max(0, (spot.done - inPort) / (1 - inPort));
  }
  const facing = (PLACERS[spot.place] as Placer)(plan, setting, spot, at);
  if (spot.before < 0 || spot.sinceHours >= through) return facing;
  const share = spot.sinceHours / through;
  const [x, y] = [at.x, at.y];
  whereBefore(plan, setting, spot);
  if (!spot.shuttle && INTO_PORT.has(spot.place) && FROM_GATE.has(spot.before)) {
    return throughPort(plan, share, x, y, spot.place === PLACE_NUMBERS.tipping, at);
  }
  if (leaves) {
    throughPort(plan, 1 - share, was.x, was.y, spot.before === PLACE_NUMBERS.tipping, at);
    return at.dx === 0 || at.dx < 0 ? 1 : -1;
  }
  at.x = was.x + (x - was.x) * share;
  at.y = was.y + (y - was.y) * share;
  return facing;
}

const was: OnWay = { x: 0, y: 0, dx: 1, dy: 0 };
const old = emptySpot();

/** Writes where the truck was drawn last at its place before. */
function whereBefore(plan: Plan, setting: Setting, spot: Spot): void {
  const { before, beforeBay, shuttle, berth, pile, piles } = spot;
  old.place = before;
  old.bay = beforeBay;
  old.done = 1;
  old.shuttle = shuttle;
  old.berth = berth;
  old.pile = pile;
  old.piles = piles;
  (PLACERS[before] as Placer)(plan, setting, old, was);
}

/** So much of the way from the gate to a point beside the port road, or along the quay to one on it. */
function throughPort(plan: Plan, share: number, x: number, y: number, onQuay: boolean, at: OnWay): Facing {
  const { portRoad, gate, lane } = plan;
  const road = onQuay ? lengthOf(portRoad) : Math.max(0, gate.x - x);
  const corner = portRoad.points[2] as { x: number; y: number };
  const whole = road + (onQuay ? Math.abs(x - corner.x) : Math.abs(y - gate.y));
  const length = share * whole;
  if (length <= road) return drive(portRoad, length, lane, at);
  const rest = (length - road) / (whole - road);
  const [fromX, fromY] = onQuay ? [corner.x, corner.y] : [x, gate.y];
  at.x = fromX + (x - fromX) * rest;
  at.y = fromY + (y - fromY) * rest;
  at.dx = onQuay ? 1 : -1;
  return onQuay ? 1 : -1;
}

const numbers = (places: readonly TruckPlace[]) => new Set(places.map((place) => PLACE_NUMBERS[place]));
const INTO_PORT = numbers(['apronLine', 'tipping', 'stackLine', 'stacking']);
const FROM_GATE = numbers(['gate', 'gateHeld', 'gateWeigh', 'inspectionYard']);
const FROM_PORT = numbers(['gateOutLine', 'gateOut', 'portGate', 'roadEmpty', 'roadBack']);
const TIPPED = numbers(['tipping', 'stacking']);

/** The middle of a stack's place in the yard. */
export function pileX({ yard }: Plan, { pile, piles }: Pick<Spot, 'pile' | 'piles'>): number {
  return yard.x + (yard.w * (pile + 0.5)) / piles;
}

/** On the right side of a way, towards its end. */
function drive(way: Way, length: number, lane: number, at: OnWay): Facing {
  alongWay(way, length, at);
  const { dx, dy } = at;
  at.x -= dy * lane;
  at.y += dx * lane;
  return dx < 0 || (dx === 0 && way.points[0]!.x > at.x) ? -1 : 1;
}

/** The same towards its beginning. */
function driveBack(way: Way, length: number, lane: number, at: OnWay): Facing {
  return drive(way, length, -lane, at) === 1 ? -1 : 1;
}

function put(at: OnWay, x: number, y: number, facing: Facing): Facing {
  at.x = x;
  at.y = y;
  return facing;
}

/** In a line that goes from a point to one side, in rows of so many. */
function inLine(at: OnWay, spot: Spot, truck: number, line: { x: number; y: number; to: Facing; row: number }): Facing {
  const { x, y, to, row } = line;
  const last = Math.min(spot.ahead, 3 * row - 1);
  const [column, level] = [last % row, Math.floor(last / row)];
  return put(at, x + to * column * GAP * truck, y + level * 0.72 * truck, to === 1 ? -1 : 1);
}

const along = (forward: boolean, way: (plan: Plan) => Way): Placer => {
  return (plan, _, { done }, at) => {
    const road = way(plan);
    const length = lengthOf(road);
    return forward ? drive(road, done * length, plan.lane, at) : driveBack(road, (1 - done) * length, plan.lane, at);
  };
};

const weighOut: Placer = (plan, _, { bay }, at) =>
  put(at, plan.weighbridge.x, plan.weighbridge.y + plan.truck * (0.3 - 0.72 * bay), 1);

const loaderLine: Placer = (plan, _, spot, at) => {
  const { x, y } = plan.loaders;
  const row = Math.max(2, Math.floor((x - plan.width * 0.02) / (GAP * plan.truck)) - 1);
  return inLine(at, spot, plan.truck, { x: x - plan.truck * 1.25, y: y + plan.truck * 0.35, to: -1, row });
};

const atGate: Placer = (plan, setting, { bay }, at) => {
  const lanes = setting.gateLanes + setting.mannedLanes;
  return put(at, plan.gate.x, plan.gate.y + plan.truck * 0.75 * (bay - (lanes - 1) / 2), -1);
};

/** Back along a way from its end, trucks' lengths before it, on one side; when it is full to its beginning, beside that. */
const backAlong = (way: (plan: Plan) => Way, first: number, side: number): Placer => {
  return (plan, _, { ahead }, at) => {
    const road = way(plan);
    const length = lengthOf(road);
    const row = Math.max(1, Math.floor(length / (plan.truck * GAP)));
    const level = Math.min(2, Math.floor(ahead / row));
    const offset = plan.lane * side * (1 + level * 0.9);
    return drive(road, length - plan.truck * (first + (ahead % row) * GAP), offset, at);
  };
};

const inspection: Placer = (plan, _, { bay, shuttle }, at) => {
  if (shuttle) return put(at, plan.haul.points[0]!.x, plan.gate.y - plan.lane * SHOULDER, -1);
  const { x, y, w, h } = plan.inspection;
  const columns = Math.max(1, Math.floor(w / (plan.truck * GAP)));
  const rows = Math.max(1, Math.floor(h / (plan.truck * 0.75)));
  const place = Math.min(bay, columns * rows - 1);
  const column = place % columns;
  return put(
    at,
    x + plan.truck * (0.62 + column * GAP),
    y + plan.truck * (0.5 + 0.75 * Math.floor(place / columns)),
    -1,
  );
};

const outOfGate: Placer = (plan, _, { ahead, bay }, at) =>
  put(at, plan.gate.x - plan.truck * ahead * GAP, plan.gate.y - plan.lane * (SHOULDER + 1.6 * bay), 1);

const PLACERS_BY_NAME: Readonly<Record<TruckPlace, Placer>> = {
  weighInLine: loaderLine,
  weighIn: weighOut,
  loaderLine,
  loader: (plan, _, { bay }, at) => put(at, plan.loaders.x, plan.loaders.y - plan.truck * (0.1 + 0.78 * bay), 1),
  weighOutLine: (plan, _, { ahead }, at) =>
    put(at, plan.weighbridge.x - plan.truck * (0.9 + ahead * 0.5), plan.weighbridge.y + plan.lane, 1),
  weighOut,
  worksGate: (plan, _, { ahead }, at) => drive(plan.road, plan.truck * (0.5 + ahead * GAP), plan.lane * SHOULDER, at),
  roadLoaded: along(true, ({ road }) => road),
  gateLine: backAlong(({ road }) => road, 0.6, -SHOULDER),
  gate: atGate,
  gateHeld: atGate,
  gateWeighLine: atGate,
  gateWeigh: (plan, _, { bay }, at) =>
    put(at, plan.gate.x - plan.truck * 1.4, plan.gate.y + plan.truck * 0.75 * bay, -1),
  inspectionYard: inspection,
  stackLine: (plan, _, spot, at) => {
    const x = pileX(plan, spot) + plan.truck * 2.6;
    const row = Math.max(1, Math.floor((plan.gate.x - plan.truck - x) / (plan.truck * GAP)));
    return inLine(at, spot, plan.truck, { x, y: plan.gate.y + plan.lane * SHOULDER, to: 1, row });
  },
  stacking: (plan, setting, spot, at) =>
    put(
      at,
      pileX(plan, spot) + plan.truck * GAP * (spot.bay - (setting.stackingSlots - 1) / 2),
      plan.gate.y - plan.lane * 1.4,
      -1,
    ),
  reclaimLine: (plan, _, { ahead }, at) =>
    put(
      at,
      plan.haul.points[0]!.x - plan.truck * (0.2 + Math.min(ahead, 8) * GAP),
      plan.gate.y - plan.lane * SHOULDER,
      1,
    ),
  reclaim: (plan, _, { bay }, at) =>
    put(at, plan.haul.points[0]!.x + plan.truck * (1.1 + bay * GAP), plan.gate.y - plan.lane * 1.4, -1),
  haulLoaded: along(true, ({ haul }) => haul),
  apronLine: backAlong(({ portRoad }) => portRoad, 0.9, 1.2),
  tipping: (plan, setting, { bay, berth }, at) => {
    const { x, w } = plan.berths[Math.min(berth, plan.berths.length - 1)]!;
    const places = Math.max(2, setting.cranesPerCall * 2);
    return put(at, x + w * (0.17 + (0.66 * (bay + 0.5)) / places), plan.quay - plan.truck * 0.42, 1);
  },
  haulEmpty: along(false, ({ haul }) => haul),
  gateOutLine: outOfGate,
  gateOut: outOfGate,
  portGate: (plan, _, { ahead }, at) =>
    driveBack(plan.road, lengthOf(plan.road) - plan.truck * (0.6 + ahead * GAP), plan.lane * SHOULDER, at),
  roadEmpty: along(false, ({ road }) => road),
  roadOut: along(true, ({ road }) => road),
  roadBack: along(false, ({ road }) => road),
  worksTip: (plan, _, { bay }, at) =>
    put(at, plan.warehouse.x + plan.warehouse.w * 0.5 + bay * plan.truck, plan.loaders.y - plan.truck * 0.2, -1),
};

const PLACERS: readonly Placer[] = TRUCK_PLACES.map((place) => PLACERS_BY_NAME[place]);
