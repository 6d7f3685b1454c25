import { type ProcessBody, SimEvent } from '../engine/index.ts';
import { Bookings } from './bookings.ts';
import type { Calendar } from './calendar.ts';
import type { HarbourShip } from './draught.ts';
import type { HoursAccount } from './hours.ts';
import type { HarbourInputs } from './inputs.ts';
import type { Port } from './port.ts';
import type { World } from './world.ts';

/** From the anchorage to the berth, or from the berth to sea. */
export type Direction = 'in' | 'out';

/** A ship's move through the harbour as it is planned and then made: hours of the clock, in this order. */
export interface Passage {
  readonly direction: Direction;
  readonly asked: number;
  /** When weather and tide alone would have let her begin. */
  readonly free: number;
  /** The pilot boards and the tugs make fast; Infinity: the water is never deep enough. */
  readonly begins: number;
  /** In and out of the channel: at the beginning of a move in, at the end of a move out. */
  readonly entersChannel: number;
  readonly leavesChannel: number;
  /** Last line ashore, or at sea. */
  readonly ends: number;
  readonly tugs: number;
  /** Metres. */
  readonly draught: number;
}

/** The same with whose it is. */
export interface Move extends Passage {
  readonly ship: string;
  /** When the channel is too shallow for her. */
  readonly water: Calendar;
}

/** What a move takes. */
interface Wanted {
  readonly direction: Direction;
  /** Working hours before the channel, in it, and in all. */
  readonly before: number;
  readonly passage: number;
  readonly hours: number;
  readonly tugs: number;
  readonly water: Calendar;
}

type Times = Pick<Move, 'begins' | 'entersChannel' | 'leavesChannel' | 'ends'>;

/**
 * Pilots, tugs and the channel, shared by all ships. Moves are planned as a pilot station does: who asks first is
 * given the earliest time at which the weather, the tide and everybody booked so far leave a pilot, tugs and the
 * channel to her; nobody who asks later moves her plan, but may go before it.
 */
export class Harbour {
  readonly #inputs: HarbourInputs;
  readonly #world: World;
  readonly #pilots: Bookings;
  readonly #tugs: Bookings;
  readonly #channel: Bookings;

  constructor(inputs: HarbourInputs, world: World) {
    this.#inputs = inputs;
    this.#world = world;
    this.#pilots = new Bookings(orUnlimited(inputs.pilots));
    this.#tugs = new Bookings(orUnlimited(inputs.tugs));
    this.#channel = new Bookings(inputs.oneWayChannel ? 1 : Number.POSITIVE_INFINITY);
  }

  /** Tugs for one move of a ship: no more than there are. */
  tugsFor({ deadweight }: HarbourShip): number {
    const { tugs, tugsPerMove, tugsPerLargeMove, largeShipTonnes } = this.#inputs;
    return Math.min(deadweight < largeShipTonnes ? tugsPerMove : tugsPerLargeMove, orUnlimited(tugs));
  }

  /** Closed while the channel is too shallow for a draught, metres. */
  water(draught: number): Calendar {
    return this.#world.tide.below(draught === 0 ? 0 : levelFor(draught, this.#inputs));
  }

  /** Plans a move of so many working hours and books what it takes. */
  plan(asked: number, ship: HarbourShip, direction: Direction, hours: number): Move {
    for (const line of [this.#pilots, this.#tugs, this.#channel]) line.forgetUntil(asked);
    const draught = direction === 'in' ? ship.arrivingDraught : ship.sailingDraught;
    const passage = Math.min(hours, this.#inputs.passageHours);
    const before = direction === 'in' ? 0 : hours - passage;
    const wanted = { direction, before, passage, hours, tugs: this.tugsFor(ship), water: this.water(draught) };
    const { begins: free } = this.#earliest(asked, wanted, () => null);
    const times = this.#earliest(asked, wanted, (at) => this.#busy(at, wanted));
    if (times.begins < Number.POSITIVE_INFINITY) {
      this.#pilots.book(times.begins, times.ends, 1);
      this.#tugs.book(times.begins, times.ends, wanted.tugs);
      this.#channel.book(times.entersChannel, times.leavesChannel, 1);
    }
    return { ship: ship.name, direction, asked, free, ...times, tugs: wanted.tugs, draught, water: wanted.water };
  }

  /** Steps from obstacle to obstacle, each as far as it must, until none is left: so nothing earlier will do. */
  #earliest(asked: number, wanted: Wanted, busy: (at: Times) => Obstacle | null): Times {
    const { direction, before, passage, hours, water } = wanted;
    const stops = this.#world.pilotage.calendar;
    let begins = stops.nextOpen(asked);
    let entersChannel = stops.finish(begins, before);
    for (;;) {
      const ends = stops.finish(begins, hours);
      const leavesChannel = direction === 'in' ? stops.finish(entersChannel, passage) : ends;
      const times = { begins, entersChannel, leavesChannel, ends };
      if (!(begins < Number.POSITIVE_INFINITY)) return times;
      const shallowUntil = water.closedUntil(entersChannel, leavesChannel);
      const obstacle = shallowUntil === null ? busy(times) : ({ of: 'channel', until: shallowUntil } as const);
      if (obstacle === null) return times;
      const until = stops.nextOpen(obstacle.until);
      if (obstacle.of === 'channel') {
        entersChannel = until;
        begins = Math.max(begins, stops.latestStart(until, before));
      } else {
        begins = until;
        entersChannel = Math.max(entersChannel, stops.finish(begins, before));
      }
    }
  }

  #busy({ begins, ends, entersChannel, leavesChannel }: Times, { tugs }: Wanted): Obstacle | null {
    const move = this.#pilots.busyUntil(begins, ends, 1) ?? this.#tugs.busyUntil(begins, ends, tugs);
    if (move !== null) return { of: 'move', until: move };
    const channel = this.#channel.busyUntil(entersChannel, leavesChannel, 1);
    return channel === null ? null : { of: 'channel', until: channel };
  }
}

/** What keeps a whole move or its passage of the channel from beginning, and until when. */
interface Obstacle {
  readonly of: 'move' | 'channel';
  readonly until: number;
}

/** Height of the tide above chart datum that a draught needs in the channel, metres; not above 0: any will do. */
export function levelFor(draught: number, inputs: Pick<HarbourInputs, 'channelDepthM' | 'underKeelM'>): number {
  return draught + inputs.underKeelM - inputs.channelDepthM;
}

/** Asks for a move now and is told its plan; if the water is never deep enough for it, that is waited for. */
export function* planMove(port: Port, ship: HarbourShip, direction: Direction, hours: number): ProcessBody<Move> {
  const { sim, harbour, observer } = port;
  const move = harbour.plan(sim.now, ship, direction, hours);
  if (move.begins === Number.POSITIVE_INFINITY) {
    yield* new SimEvent(sim, `water for ${ship.name} at a draught of ${move.draught.toFixed(1)} m`);
  }
  observer.move?.(move);
  return move;
}

/**
 * Books the hours of a move: before it weather, then the tide, then the line for pilot, tugs and channel; in it
 * weather, the passage of the channel, and the rest as service.
 */
export function bookMove(account: HoursAccount, move: Move, { pilotage }: World): void {
  const { asked, free, begins, entersChannel, leavesChannel, ends } = move;
  account.wait('tide', asked, free, pilotage);
  if (begins > free) {
    const stops = pilotage.within(free, begins).and([['tide', move.water.within(free, begins)]]);
    account.wait('queue', free, begins, stops);
  }
  account.wait('service', begins, entersChannel, pilotage);
  account.wait('moving', entersChannel, leavesChannel, pilotage);
  account.wait('service', leavesChannel, ends, pilotage);
}

function orUnlimited(count: number): number {
  return count === 0 ? Number.POSITIVE_INFINITY : count;
}
