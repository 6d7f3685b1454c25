import type { ProcessBody } from '../../../../src/engine/index.ts';
import { ReferenceEvent } from './event.ts';
import type { ReferenceProcess } from './process.ts';
import type { ReferenceSimulation } from './simulation.ts';

interface Listener {
  readonly tell: (value: unknown) => void;
  /** It has been told, or has left. */
  gone: boolean;
}

/**
 * Tells those who wait when it fires, in the order in which they came; who comes while they are told waits for the next
 * time. There is nothing to give back: a request that has happened stays so.
 */
export class ReferenceSignal {
  readonly #sim: ReferenceSimulation;
  readonly #name: string;
  #line: Listener[] = [];

  constructor(sim: ReferenceSimulation, name: string) {
    this.#sim = sim;
    this.#name = name;
  }

  get waiting(): number {
    return this.#line.length;
  }

  *wait(): ProcessBody<unknown> {
    const process = this.#sim.current as ReferenceProcess;
    const place = { tell: (value: unknown) => this.#sim.wake(process, value), gone: false };
    this.#line.push(place);
    return yield* this.#sim.wait(`signal "${this.#name}"`, () => this.#leave(place));
  }

  request(): ReferenceEvent {
    const takeBack = () => this.#leave(place);
    const event = new ReferenceEvent(this.#sim, `signal "${this.#name}"`, { takeBack });
    const place = { tell: (value: unknown) => event.succeed(value), gone: false };
    this.#line.push(place);
    return event;
  }

  fire(value: unknown): void {
    const round = this.#line;
    this.#line = [];
    for (const place of round) {
      if (place.gone) continue;
      place.gone = true;
      place.tell(value);
    }
  }

  /** False when it was gone before. */
  #leave(place: Listener): boolean {
    const { gone } = place;
    place.gone = true;
    this.#line = this.#line.filter((other) => other !== place);
    return !gone;
  }
}
