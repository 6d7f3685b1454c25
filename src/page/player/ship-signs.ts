import { fillingAt, HOUR_CAUSES, lastBefore, type ShipRecord } from '../../port/index.ts';
import type { Plan } from './plan.ts';
import type { Side } from './side.ts';

/** What a crane does: nothing to do, pours, changes hatch or trims, waits for cargo, is stopped. */
export const CRANE_STATES = ['none', 'pours', 'moves', 'waits', 'stopped'] as const;

/** A ship as she is drawn; written anew for every picture. */
export interface ShipSign {
  trade: 'slag' | 'other';
  /** Call, or number among the other ships, from 0. */
  number: number;
  where: 'anchorage' | 'moving' | 'berth';
  /** Middle of the ship, and her length. */
  x: number;
  length: number;
  /** 0 in ballast, 1 laden. */
  sunk: number;
  aboardKg: number;
  cargoKg: number;
  /** Of each crane, its place in {@link CRANE_STATES}; so many of them are there. */
  readonly cranes: Uint8Array;
  craneCount: number;
  /** Of each crane, the place of what it spends its time on in `HOUR_CAUSES`. */
  readonly craneCause: Uint8Array;
}

const MOST_CRANES = 12;

function emptyShip(): ShipSign {
  return {
    trade: 'slag',
    number: 0,
    where: 'berth',
    x: 0,
    length: 0,
    sunk: 0,
    aboardKg: 0,
    cargoKg: 0,
    cranes: new Uint8Array(MOST_CRANES),
    craneCount: 0,
    craneCause: new Uint8Array(MOST_CRANES),
  };
}

interface Ships {
  readonly ships: ShipSign[];
  shipCount: number;
}

/** Puts the ships that are there at an hour into a frame. @returns aboard all of them that are in port, kg */
export function shipsInto(side: Side, plan: Plan, hour: number, into: Ships): number {
  const { facts, recording } = side.season;
  into.shipCount = 0;
  let [anchored, aboardKg] = [0, 0];
  for (const call of facts.calls) {
    if (hour < call.arrived || hour >= call.sailed) continue;
    const sign = nextSign(into);
    const { index, cargoKg, pilotOnBoard, alongside, unberthing, sailed, ready, loadingCompleted } = call;
    sign.trade = 'slag';
    sign.number = index;
    sign.cargoKg = cargoKg;
    sign.aboardKg = fillingAt(side.fillings[index] ?? [], hour);
    sign.sunk = sign.aboardKg / cargoKg;
    aboardKg += sign.aboardKg;
    const times = { begins: pilotOnBoard, alongside, leaves: unberthing, sailed };
    anchored += placeShip(plan, sign, recording.ships[index], times, hour, anchored, Math.cbrt(cargoKg / 72e6));
    sign.craneCount = 0;
    if (sign.where === 'berth' && hour >= ready && hour < loadingCompleted) cranesInto(side, index, hour, sign);
  }
  for (const [number, ship] of facts.otherShips.entries()) {
    const never = Number.POSITIVE_INFINITY;
    const sailed = ship.sailed ?? never;
    if (hour < ship.arrived || hour >= sailed) continue;
    const [moveIn, moveOut] = recording.otherShips[number]?.moves ?? [];
    const times = {
      begins: moveIn?.begins ?? never,
      alongside: ship.alongside ?? never,
      leaves: moveOut?.begins ?? never,
      sailed,
    };
    const sign = nextSign(into);
    sign.trade = 'other';
    sign.number = number;
    sign.sunk = 0.5;
    sign.craneCount = 0;
    anchored += placeShip(plan, sign, recording.otherShips[number], times, hour, anchored, 0.75);
  }
  return aboardKg;
}

function nextSign(into: Ships): ShipSign {
  const sign = into.ships[into.shipCount] ?? emptyShip();
  into.ships[into.shipCount++] = sign;
  return sign;
}

interface Times {
  readonly begins: number;
  readonly alongside: number;
  readonly leaves: number;
  readonly sailed: number;
}

/** @returns 1 if she lies at the anchorage, else 0 */
function placeShip(
  plan: Plan,
  sign: ShipSign,
  record: ShipRecord | undefined,
  times: Times,
  hour: number,
  anchored: number,
  size: number,
): number {
  const berth = plan.berths[Math.min(record?.berth ?? 0, plan.berths.length - 1)] as Plan['berths'][number];
  const length = berth.w * Math.min(1, 0.35 + 0.65 * size);
  const there = berth.x + berth.w / 2;
  const { anchorage } = plan;
  const atAnchor = anchorage.x + anchorage.w * (0.5 + 0.1 * anchored);
  const small = anchorage.w * 0.5;
  if (hour < times.begins) {
    sign.where = 'anchorage';
    sign.x = atAnchor;
    sign.length = small;
    return 1;
  }
  const inward = hour < times.alongside;
  if (!inward && hour < times.leaves) {
    sign.where = 'berth';
    sign.x = there;
    sign.length = length;
    return 0;
  }
  const [from, to] = inward ? [times.begins, times.alongside] : [times.leaves, times.sailed];
  const done = (hour - from) / (to - from);
  const near = inward ? done : 1 - done;
  const far = plan.width + small * 0.5;
  sign.where = 'moving';
  sign.x = (inward ? atAnchor : far) + (there - (inward ? atAnchor : far)) * near;
  sign.length = small + (length - small) * near;
  return 0;
}

const SERVICE = HOUR_CAUSES.indexOf('service');
const [FIRST_STOP, LAST_STOP] = [HOUR_CAUSES.indexOf('weather'), HOUR_CAUSES.indexOf('breakdown')];

function cranesInto(side: Side, call: number, hour: number, sign: ShipSign): void {
  const spans = side.craneSpans[call] ?? [];
  const count = Math.min(MOST_CRANES, spans.length);
  sign.craneCount = count;
  for (let crane = 0; crane < count; crane++) {
    const { from, cause } = spans[crane] as (typeof spans)[number];
    const row = lastBefore(from, hour);
    const spent = row < 0 ? SERVICE : (cause[row] as number);
    sign.craneCause[crane] = spent;
    sign.cranes[crane] = craneState(side, call, crane, hour, spent);
  }
}

function craneState(side: Side, call: number, crane: number, hour: number, spent: number): number {
  if (spent >= FIRST_STOP && spent <= LAST_STOP) return 4;
  if (spent !== SERVICE) return 3;
  const filling = side.fillings[call]?.[crane];
  if (filling === undefined) return 2;
  const next = lastBefore(filling.to, hour) + 1;
  return next < filling.from.length && (filling.from[next] as number) <= hour ? 1 : 2;
}
