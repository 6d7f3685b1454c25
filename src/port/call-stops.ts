import type { Simulation } from '../engine/index.ts';
import { Calendar } from './calendar.ts';
import type { Call } from './call.ts';
import type { StopCause, StopFacts } from './facts.ts';
import type { Move } from './harbour.ts';
import type { Landing } from './load.ts';
import type { Stops } from './stops.ts';
import type { World } from './world.ts';

type Spans = readonly (readonly [from: number, to: number])[];

function stopsFrom(cause: StopCause, spans: Spans): StopFacts[] {
  return spans.map(([from, to]) => ({ cause, from, to }));
}

/**
 * What kept a ship at a move, from asking for it to its end: ice, the port closed by other weather, and before it began,
 * where neither holds, the tide and then pilot, tugs or channel. The move in is shifting from the anchorage to the berth.
 *
 * @example
 * // Asked at 10 with water from 14 on, a tug free at 16, the move 2 h long:
 * stopsOfMove(move, world); // tide 10–14, pilotage 14–16, shifting 16–18
 */
export function stopsOfMove(move: Move, world: Pick<World, 'pilotage' | 'pilotageIce' | 'portOpen'>): StopFacts[] {
  const { direction, asked, free, begins, ends, water } = move;
  const weather = world.pilotage.calendar;
  const inLine = weather.openBetween(free, begins);
  const tide = [...weather.openBetween(asked, free), ...inLine.flatMap(([from, to]) => water.closedBetween(from, to))];
  const pilotage = inLine.flatMap(([from, to]) => water.openBetween(from, to));
  return [
    ...stopsFrom('ice', world.pilotageIce.closedBetween(asked, ends)),
    ...stopsFrom('closure', world.portOpen.closedBetween(asked, ends)),
    ...stopsFrom('tide', new Calendar(tide).closures),
    ...stopsFrom('pilotage', pilotage),
    ...stopsFrom('shifting', direction === 'in' && ends > begins ? [[begins, ends]] : []),
  ];
}

/**
 * What kept all the cranes of a ship from working between ready and loaded: ice, the quay closed, or each of them out of
 * order. Her cargo held by customs is told by {@link CustomsHold}.
 *
 * @param cranes what stops each of them
 */
export function stopsOfLoading(
  ready: number,
  loaded: number,
  cranes: readonly Stops[],
  { quayIce, quayHours }: Pick<World, 'quayIce' | 'quayHours'>,
): StopFacts[] {
  const outOfOrder = cranes.map((crane) =>
    Calendar.allOf(crane.of('breakdown').map((calendar) => calendar.within(ready, loaded))),
  );
  return [
    ...stopsFrom('ice', quayIce.closedBetween(ready, loaded)),
    ...stopsFrom('closure', quayHours.closedBetween(ready, loaded)),
    ...stopsFrom('breakdown', Calendar.anyOf(outOfOrder).closedBetween(ready, loaded)),
  ];
}

/**
 * Watches for loading that stands because of customs: no crane has a load in hand, moves or trims, nothing lies beside
 * the ship, and customs holds what would come. Hours in which no crane could work anyway are none of them.
 */
export class CustomsHold {
  readonly #sim: Simulation;
  readonly #call: Call;
  readonly #landing: Landing;
  readonly #cranes: readonly Calendar[];
  #busy = 0;
  /** Since when loading stands; NaN while it does not. */
  #since = Number.NaN;

  constructor(sim: Simulation, call: Call, landing: Landing, cranes: readonly Stops[]) {
    this.#sim = sim;
    this.#call = call;
    this.#landing = landing;
    this.#cranes = cranes.map(({ calendar }) => calendar);
  }

  /** A crane has something to do (+1), or has done it (−1). */
  busy(change: 1 | -1): void {
    this.#busy += change;
    this.look();
  }

  /** Something has changed: a load lies there, a cause has become another, she is ready, she is loaded. */
  look(): void {
    const { supply, loaded, stops } = this.#call;
    const now = this.#sim.now;
    const stands = this.#busy === 0 && !loaded.triggered && supply.cause === 'customs' && this.#landing.lying === 0;
    if (stands === !Number.isNaN(this.#since)) return;
    if (!stands) stops.push(...stopsFrom('customs', this.#anyCraneOpen(this.#since, now)));
    this.#since = stands ? now : Number.NaN;
  }

  /** When any of her cranes could work. */
  #anyCraneOpen(from: number, to: number): Spans {
    return Calendar.anyOf(this.#cranes.map((calendar) => calendar.within(from, to))).openBetween(from, to);
  }
}
