import type { ProcessBody, Suspended } from '../../../../src/engine/index.ts';
import { ReferenceEvent } from './event.ts';
import type { Due, ReferenceSimulation } from './simulation.ts';

export interface Waiting {
  readonly what: string;
  readonly since: number;
  readonly giveUp: () => void;
  readonly freedBy: () => readonly ReferenceProcess[];
  readonly hasWayOut: () => boolean;
}

/** A process: what it waits for, and what its next turn, if it has one on its way, will bring. */
export class ReferenceProcess {
  readonly sim: ReferenceSimulation;
  readonly name: string;
  readonly body: ProcessBody<unknown>;
  readonly background: boolean;
  readonly ended: ReferenceEvent;
  started = false;
  alive = true;
  /** Null while it runs. */
  waiting: Waiting | null;
  turn: Due | null = null;
  gift: unknown = undefined;
  error: Error | null = null;

  constructor(sim: ReferenceSimulation, name: string, body: ProcessBody<unknown>, background: boolean) {
    this.sim = sim;
    this.name = name;
    this.body = body;
    this.background = background;
    this.ended = new ReferenceEvent(sim, name, { freedBy: () => [this] });
    this.waiting = { what: 'the clock', since: sim.now, giveUp: () => {}, freedBy: () => [], hasWayOut: () => false };
  }

  interrupt(reason: unknown): void {
    this.sim.interrupt(this, reason);
  }

  [Symbol.iterator](): Iterator<Suspended, unknown, undefined> {
    return this.ended[Symbol.iterator]();
  }
}
