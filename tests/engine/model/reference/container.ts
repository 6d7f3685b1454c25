import type { Claimed, ClaimTerms, ContainerOptions, ProcessBody } from '../../../../src/engine/index.ts';
import { ReferenceEvent } from './event.ts';
import { BEFORE_ALL, type Line, type Place } from './line.ts';
import type { ReferenceProcess } from './process.ts';
import type { ReferenceSimulation } from './simulation.ts';
import { TwoLines } from './two-lines.ts';

/** Somebody who wants to change the level, down or up. */
interface Change extends Place {
  readonly by: number;
}

/**
 * An amount between nothing and its capacity. To take is to change the level down, to bring is to change it up.
 *
 * 1. A change that fits is made at once if nobody stands in its line, or if it goes before all of them; first-fit, in
 *    any case. Else its maker enters the line, or turns away when it is too long for him.
 * 2. Whenever the level has changed or somebody has left a line, the lines are served: of those who take, the first
 *    (first-fit: the first whose change fits) if his change fits; else of those who bring, likewise; and so on until
 *    nobody can.
 * 3. Who gives up leaves his line. If he was served already, the opposite change is wanted, on nobody's behalf: it
 *    enters the other line before all people, and is made by rule 2 as soon as it fits. Patience is as with a resource.
 */
export class ReferenceContainer extends TwoLines<Change, Change> {
  readonly capacity: number;
  readonly #name: string;
  readonly #firstFit: boolean;
  level: number;

  constructor(sim: ReferenceSimulation, { name, capacity, level = 0, discipline }: ContainerOptions) {
    super(sim, level);
    this.capacity = capacity;
    this.level = level;
    this.#name = name;
    this.#firstFit = discipline === 'first-fit';
  }

  *get(amount: number, priority: number): ProcessBody {
    yield* this.#claim(-amount, { priority });
  }

  *put(amount: number, priority: number): ProcessBody {
    yield* this.#claim(amount, { priority });
  }

  claimGet(amount: number, terms: ClaimTerms): ProcessBody<Claimed> {
    return this.#claim(-amount, terms);
  }

  claimPut(amount: number, terms: ClaimTerms): ProcessBody<Claimed> {
    return this.#claim(amount, terms);
  }

  requestGet(amount: number, priority: number): ReferenceEvent {
    return this.#request(-amount, priority);
  }

  requestPut(amount: number, priority: number): ReferenceEvent {
    return this.#request(amount, priority);
  }

  /** Brings what fits, nothing if somebody waits to bring. */
  fill(amount: number): number {
    const fits = this.bringers.length > 0 ? 0 : Math.min(amount, this.capacity - this.level);
    if (fits > 0) this.#make(fits);
    return fits;
  }

  *#claim(by: number, { priority = 0, patience, balkAt }: ClaimTerms): ProcessBody<Claimed> {
    if (this.#goesAtOnce(by, priority)) {
      this.#make(by);
      return 'served';
    }
    if (this.#lineOf(by).length >= (balkAt ?? Number.POSITIVE_INFINITY)) return 'balked';
    const process = this.sim.current as ReferenceProcess;
    const change = { by, priority, tell: () => this.sim.wake(process, 'served') };
    const giveUp = () => this.#giveUp(change);
    this.#lineOf(by).enter(change);
    this.sim.limitPatience(patience, () => {
      giveUp();
      return 'reneged';
    });
    return yield* this.sim.wait<Claimed>(this.#descriptionOf(by), giveUp);
  }

  #request(by: number, priority: number): ReferenceEvent {
    const takeBack = () => {
      this.#giveUp(change);
      return true;
    };
    const event = new ReferenceEvent(this.sim, `request for ${this.#descriptionOf(by)}`, { takeBack });
    const change = { by, priority, tell: () => event.succeed(undefined) };
    if (this.#goesAtOnce(by, priority)) {
      this.#make(by);
      event.succeed(undefined);
    } else {
      this.#lineOf(by).enter(change);
    }
    return event;
  }

  #giveUp(change: Change): void {
    const back = { by: -change.by, priority: BEFORE_ALL, tell: () => {} };
    const stood = this.#lineOf(change.by).leave(change);
    this.sim.follow(() => {
      if (!stood) this.#lineOf(back.by).enter(back);
      this.#serve();
    });
  }

  #goesAtOnce(by: number, priority: number): boolean {
    const { places } = this.#lineOf(by);
    return this.#fits(by) && (this.#firstFit || places.every((other) => priority < other.priority));
  }

  #make(by: number): void {
    this.#change(by);
    this.#serve();
  }

  #serve(): void {
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      this.#lineOf(next.by).leave(next);
      this.#change(next.by);
      next.tell();
    }
  }

  #next(): Change | undefined {
    const candidates = (line: Line<Change>) => (this.#firstFit ? line.places : line.places.slice(0, 1));
    return [...candidates(this.takers), ...candidates(this.bringers)].find(({ by }) => this.#fits(by));
  }

  #fits(by: number): boolean {
    return this.level + by >= 0 && this.level + by <= this.capacity;
  }

  #change(by: number): void {
    this.level += by;
    this.stock.record(this.sim.now, this.level);
  }

  #lineOf(by: number): Line<Change> {
    return by < 0 ? this.takers : this.bringers;
  }

  #descriptionOf(by: number): string {
    return `container "${this.#name}" (to ${by < 0 ? 'take' : 'bring'})`;
  }
}
