import { type Claimed, type ClaimTerms, type ProcessBody, SimulationError } from '../../../../src/engine/index.ts';
import { ReferenceEvent } from './event.ts';
import { BEFORE_ALL, type Place } from './line.ts';
import type { ReferenceProcess } from './process.ts';
import type { ReferenceSimulation } from './simulation.ts';
import { TwoLines } from './two-lines.ts';

type Filter = ((thing: number) => boolean) | undefined;
interface Taker extends Place<number> {
  readonly filter: Filter;
}
interface Bringer extends Place {
  readonly thing: number;
  /** It was given to somebody who did not take it. */
  readonly comesBack: boolean;
}
interface Fetched {
  readonly outcome: Claimed;
  readonly item?: number;
}

/**
 * Things, up to its capacity. Between two calls nobody waits for a thing that lies there, nor to bring one while there
 * is room.
 *
 * 1. Who takes gets the next thing that will do, if there is one; else he enters the line of takers, or turns away when
 *    it is too long for him.
 * 2. Who brings while there is room leaves his thing; else he enters the line of bringers, likewise. A thing goes to the
 *    first taker in line for whom it will do, or lies down: last of all, or first of all when the last comes first.
 * 3. When a thing is taken away, bringers are let in while there is room, the first in line each time: his thing lies
 *    down, he is told, and then the takers are served, the first in line for whom something there will do, until none.
 * 4. A taker who gives up leaves his line. What he was given already is offered as by rule 2, and else lies down first
 *    of all; if there is no room, it waits for it before all people.
 * 5. A bringer who gives up leaves his line. What he has left already is taken away, unless somebody was given it.
 *    Patience is as with a resource.
 */
export class ReferenceStore extends TwoLines<Taker, Bringer> {
  readonly #name: string;
  readonly #options: { readonly capacity: number; readonly order: 'fifo' | 'lifo' };
  #things: readonly number[] = [];

  constructor(sim: ReferenceSimulation, name: string, options: { capacity: number; order: 'fifo' | 'lifo' }) {
    super(sim, 0);
    this.#name = name;
    this.#options = options;
  }

  get size(): number {
    return this.#things.length;
  }

  list(): readonly number[] {
    return this.#things;
  }

  add(thing: number): void {
    if (this.#full) throw new SimulationError('full');
    this.#accept(thing);
  }

  take(): number {
    const [thing] = this.#things;
    if (thing === undefined) throw new SimulationError('empty');
    this.#takeAway(thing);
    return thing;
  }

  *get(filter: Filter, priority: number): ProcessBody<number> {
    const fetched = yield* this.claimGet({ priority, filter });
    return fetched.item as number;
  }

  *put(thing: number, priority: number): ProcessBody {
    yield* this.claimPut(thing, { priority });
  }

  *claimGet({ filter, priority = 0, ...limits }: ClaimTerms & { filter?: Filter }): ProcessBody<Fetched> {
    const { patience, balkAt = Number.POSITIVE_INFINITY } = limits;
    const thing = this.#nextFor(filter);
    if (thing !== undefined) {
      this.#takeAway(thing);
      return { outcome: 'served', item: thing };
    }
    if (this.takers.length >= balkAt) return { outcome: 'balked' };
    const sim = this.sim;
    const process = sim.current as ReferenceProcess;
    const tell = (item: number) => sim.wake(process, { outcome: 'served', item });
    const place = { filter, priority, tell };
    this.takers.enter(place);
    sim.limitPatience(patience, () => {
      this.takers.leave(place);
      return { outcome: 'reneged' };
    });
    return yield* sim.wait<Fetched>(`store "${this.#name}" (to take)`, () => {
      if (!this.takers.leave(place)) this.#offerAgain((process.gift as { item: number }).item);
    });
  }

  *claimPut(thing: number, { priority = 0, patience, balkAt }: ClaimTerms): ProcessBody<Claimed> {
    if (!this.#full) {
      this.#accept(thing);
      return 'served';
    }
    if (this.bringers.length >= (balkAt ?? Number.POSITIVE_INFINITY)) return 'balked';
    const sim = this.sim;
    const process = sim.current as ReferenceProcess;
    const place = { thing, priority, comesBack: false, tell: () => sim.wake(process, 'served') };
    this.bringers.enter(place);
    sim.limitPatience(patience, () => {
      this.bringers.leave(place);
      return 'reneged';
    });
    return yield* sim.wait<Claimed>(`store "${this.#name}" (to bring)`, () => {
      if (!this.bringers.leave(place)) this.#takeAway(thing);
    });
  }

  requestGet(filter: Filter, priority: number): ReferenceEvent {
    const event = this.#event('take', () => {
      if (!this.takers.leave(place)) this.sim.follow(() => this.#offerAgain(event.value as number));
    });
    const place = { filter, priority, tell: (thing: number) => event.succeed(thing) };
    const thing = this.#nextFor(filter);
    if (thing === undefined) {
      this.takers.enter(place);
    } else {
      this.#takeAway(thing);
      event.succeed(thing);
    }
    return event;
  }

  requestPut(thing: number, priority: number): ReferenceEvent {
    const event = this.#event('bring', () => {
      if (!this.bringers.leave(place)) this.sim.follow(() => this.#takeAway(thing));
    });
    const place = { thing, priority, comesBack: false, tell: () => event.succeed(undefined) };
    if (this.#full) {
      this.bringers.enter(place);
    } else {
      this.#accept(thing);
      event.succeed(undefined);
    }
    return event;
  }

  get #full(): boolean {
    return this.#things.length >= this.#options.capacity;
  }

  #event(way: string, giveUp: () => void): ReferenceEvent {
    const takeBack = () => {
      giveUp();
      return true;
    };
    return new ReferenceEvent(this.sim, `request for store "${this.#name}" (to ${way})`, { takeBack });
  }

  #nextFor(filter: Filter): number | undefined {
    return this.#things.find(filter ?? (() => true));
  }

  /** Rule 2. */
  #accept(thing: number): void {
    if (this.#handOut(thing)) return;
    this.#setThings(this.#options.order === 'fifo' ? [...this.#things, thing] : [thing, ...this.#things]);
  }

  /** Rule 4. */
  #offerAgain(thing: number): void {
    if (this.#handOut(thing)) return;
    if (this.#full) this.bringers.enter({ thing, priority: BEFORE_ALL, comesBack: true, tell: () => {} });
    else this.#setThings([thing, ...this.#things]);
  }

  /** To the first taker in line for whom it will do; false when there is none. */
  #handOut(thing: number): boolean {
    const taker = this.takers.places.find(({ filter }) => filter?.(thing) ?? true);
    if (taker === undefined) return false;
    this.takers.leave(taker);
    taker.tell(thing);
    return true;
  }

  /** Rule 3; nothing if it does not lie here any more. */
  #takeAway(thing: number): void {
    if (!this.#things.includes(thing)) return;
    this.#setThings(this.#things.filter((other) => other !== thing));
    for (let [first] = this.bringers.places; first !== undefined && !this.#full; [first] = this.bringers.places) {
      this.bringers.leave(first);
      const { order } = this.#options;
      const lastOfAll = order === 'fifo' && !first.comesBack;
      this.#setThings(lastOfAll ? [...this.#things, first.thing] : [first.thing, ...this.#things]);
      first.tell();
      this.#serveTakers();
    }
  }

  #serveTakers(): void {
    for (;;) {
      const taker = this.takers.places.find(({ filter }) => this.#nextFor(filter) !== undefined);
      if (taker === undefined) return;
      const thing = this.#nextFor(taker.filter) as number;
      this.#setThings(this.#things.filter((other) => other !== thing));
      this.takers.leave(taker);
      taker.tell(thing);
    }
  }

  #setThings(things: readonly number[]): void {
    this.#things = things;
    this.stock.record(this.sim.now, things.length);
  }
}
