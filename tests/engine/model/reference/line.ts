import { History } from './history.ts';
import type { ReferenceSimulation } from './simulation.ts';

/** A place in a line, of a process, of a request, or of something that comes back on nobody's behalf. */
export interface Place<G = void> {
  /** Lower stands before higher, and of the same who came first. */
  readonly priority: number;
  /** Tells whose place it is that he is served, and with what. */
  readonly tell: (gift: G) => void;
}

/** A line of places. */
export class Line<P extends { readonly priority: number }> {
  readonly history: History;
  readonly #sim: ReferenceSimulation;
  places: readonly P[] = [];

  constructor(sim: ReferenceSimulation) {
    this.#sim = sim;
    this.history = new History(sim.now, 0);
  }

  get length(): number {
    return this.places.length;
  }

  enter(place: P): void {
    this.#set([...this.places, place].sort((a, b) => a.priority - b.priority));
  }

  /** False when it does not stand here. */
  leave(place: P): boolean {
    const stood = this.places.includes(place);
    if (stood) this.#set(this.places.filter((other) => other !== place));
    return stood;
  }

  #set(places: readonly P[]): void {
    this.places = places;
    this.history.record(this.#sim.now, places.length);
  }
}

/** Nothing waits behind what comes back. */
export const BEFORE_ALL = Number.NEGATIVE_INFINITY;
