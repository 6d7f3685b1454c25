import type { TimeWeighted } from '../engine/index.ts';
import { ColumnLog } from './column-log.ts';
import type { Move, Passage } from './harbour.ts';
import { CAUSE_NUMBERS } from './hours.ts';
import { Journey, type JourneyKind } from './journey.ts';
import type { Load } from './load.ts';
import type { Lot } from './lot.ts';
import type { Port } from './port.ts';
import type { Hire, Stand } from './recording.ts';
import type { Stack } from './stack.ts';
import type { CauseSpan } from './stops.ts';
import type { TripLoad } from './trip.ts';
import { TripLog } from './trip-log.ts';

/** A level as it changes. */
type Steps = ColumnLog<{ at: Float64Array; value: Int32Array }>;

/** What is known of a ship's way. */
export interface ShipWay {
  berth: number | null;
  readonly moves: Passage[];
}

export type Trade = 'slag' | 'other';

/** Takes down what the stations tell while a season runs; the recording is made of it afterwards. */
export class Recorder {
  readonly log = new TripLog();
  /** Stretches of cranes' time. */
  readonly cranes = new ColumnLog({
    call: Int32Array,
    crane: Uint8Array,
    cause: Uint8Array,
    from: Float64Array,
    to: Float64Array,
  });
  /** What went aboard, each stretch without a break. */
  readonly pours = new ColumnLog({
    call: Int32Array,
    crane: Uint8Array,
    kg: Int32Array,
    from: Float64Array,
    to: Float64Array,
    trip: Int32Array,
    tipped: Float64Array,
  });
  readonly works = noSteps();
  readonly yard = noSteps();
  readonly reserve = noSteps();
  readonly pads = noSteps();
  /** By call. */
  readonly stacks: Steps[] = [];
  readonly ways: Readonly<Record<Trade, ShipWay[]>> = { slag: [], other: [] };
  readonly stands: Stand[] = [];
  /** Place of each lot among those of its call, as the facts have them. */
  readonly lotPlaces = new Map<Lot, number>();
  readonly #hires = new Map<number, Hire>();
  #clock: { readonly now: number } = { now: 0 };

  /** The port is made, and nothing has happened yet. */
  open({ sim, works, yard, fleet }: Pick<Port, 'sim' | 'works' | 'yard' | 'fleet'>): void {
    this.#clock = sim;
    const { stock } = works.warehouse;
    follow(stock, stock.value, this.works);
    follow(yard.stock, yard.stock.value, this.yard);
    follow(yard.padsHeld, yard.padsHeld.value, this.pads);
    const { stack } = yard.reserve;
    if (stack.stackedKg > 0) follow(stack, stack.stackedKg, this.reserve);
    fleet.watch({
      stood: (truck, doing, from, to) => this.stands.push({ truck, doing, from, to }),
      hired: (truck, from) => this.#hires.set(truck, { truck, from, to: Number.POSITIVE_INFINITY }),
      dismissed: (truck, to) => {
        const hire = this.#hires.get(truck);
        if (hire !== undefined) this.#hires.set(truck, { ...hire, to });
      },
    });
  }

  get hires(): Hire[] {
    return [...this.#hires.values()];
  }

  /** A call's stack is laid out. */
  openStack(call: number, stack: Stack): void {
    const steps = noSteps();
    this.stacks[call] = steps;
    follow(stack, stack.stackedKg, steps);
  }

  /** A call is over, with these lots, in the order of its facts. */
  lotsAre(lots: readonly Lot[]): void {
    for (const [place, lot] of lots.entries()) this.lotPlaces.set(lot, place);
  }

  /** A truck is sent. */
  begin(kind: JourneyKind, call: number, load: TripLoad): Journey {
    return new Journey(kind, call, load, this.log, this.#clock);
  }

  craneSpent(call: number, crane: number, spans: readonly CauseSpan[]): void {
    for (const span of spans) {
      if (span.to <= span.from) continue;
      const row = this.cranes.add();
      const { columns } = this.cranes;
      columns.call[row] = call;
      columns.crane[row] = crane;
      columns.cause[row] = CAUSE_NUMBERS[span.cause];
      columns.from[row] = span.from;
      columns.to[row] = span.to;
    }
  }

  /** A load is aboard. @param stretches in which the crane worked at it */
  poured(call: number, crane: number, load: Load, stretches: readonly (readonly [from: number, to: number])[]): void {
    const hours = stretches.reduce((sum, [from, to]) => sum + to - from, 0);
    let [worked, doneKg] = [0, 0];
    for (const [i, [from, to]] of stretches.entries()) {
      worked += to - from;
      const untilKg = i === stretches.length - 1 ? load.kg : Math.round((load.kg * worked) / hours);
      const row = this.pours.add();
      const { columns } = this.pours;
      columns.call[row] = call;
      columns.crane[row] = crane;
      columns.kg[row] = untilKg - doneKg;
      columns.from[row] = from;
      columns.to[row] = to;
      columns.trip[row] = load.journey?.number ?? -1;
      columns.tipped[row] = load.tippedAt;
      doneKg = untilKg;
    }
  }

  berthed(trade: Trade, ship: number, berth: number): void {
    this.#way(trade, ship).berth = berth;
  }

  moved(trade: Trade, ship: number, move: Move): void {
    const { direction, asked, free, begins, entersChannel, leavesChannel, ends, tugs, draught } = move;
    const way = this.#way(trade, ship);
    way.moves.push({ direction, asked, free, begins, entersChannel, leavesChannel, ends, tugs, draught });
  }

  #way(trade: Trade, ship: number): ShipWay {
    const way = this.ways[trade][ship] ?? { berth: null, moves: [] };
    this.ways[trade][ship] = way;
    return way;
  }
}

export function noSteps(): Steps {
  return new ColumnLog({ at: Float64Array, value: Int32Array });
}

/** Takes down a level, from what it is at the opening. */
function follow(level: Pick<TimeWeighted, 'watch'>, opening: number, steps: Steps): void {
  const step = (at: number, value: number): void => {
    const row = steps.add();
    steps.columns.at[row] = at;
    steps.columns.value[row] = value;
  };
  step(0, opening);
  level.watch(step);
}
