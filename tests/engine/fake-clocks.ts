import { RealTime, Simulation, type WallClock } from '../../src/engine/index.ts';

interface Call {
  readonly due: number;
  readonly action: () => void;
}

/** A clock that a test moves by hand, and that calls when asked to, as `setTimeout` does. */
export class FakeTimer implements WallClock {
  /** How long each look at the clock takes: a machine too slow for what it is asked. */
  msPerLook = 0;
  /** Every wait it was asked for. */
  readonly asked: number[] = [];
  #ms = 1000;
  #calls: Call[] = [];

  now(): number {
    this.#ms += this.msPerLook;
    return this.#ms;
  }

  after(ms: number, action: () => void): () => void {
    this.asked.push(ms);
    const call = { due: this.#ms + ms, action };
    this.#calls.push(call);
    return () => {
      this.#calls = this.#calls.filter((other) => other !== call);
    };
  }

  /** How many calls are to come. */
  get pending(): number {
    return this.#calls.length;
  }

  /** Lets `ms` pass, and everything be called that falls due meanwhile, each at its moment. */
  pass(ms: number): void {
    const end = this.#ms + ms;
    for (let next = this.#next(); next !== undefined && next.due <= end; next = this.#next()) {
      this.#calls = this.#calls.filter((other) => other !== next);
      this.#ms = Math.max(this.#ms, next.due);
      next.action();
    }
    this.#ms = Math.max(this.#ms, end);
  }

  /** Calls what comes next, letting its time pass; false when nothing is to come. */
  callNext(): boolean {
    const next = this.#next();
    if (next !== undefined) this.pass(Math.max(0, next.due - this.#ms));
    return next !== undefined;
  }

  #next(): Call | undefined {
    return this.#calls.toSorted((one, other) => one.due - other.due)[0];
  }
}

/** A clock that calls at the next frame whatever it is asked, as `requestAnimationFrame` does. */
export class FakeFrames implements WallClock {
  readonly #frameMs: number;
  #ms = 0;
  #action: (() => void) | null = null;

  constructor(frameMs: number) {
    this.#frameMs = frameMs;
  }

  now(): number {
    return this.#ms;
  }

  after(_ms: number, action: () => void): () => void {
    this.#action = action;
    return () => {
      this.#action = null;
    };
  }

  /** The next frame; false when nobody waits for it. */
  frame(): boolean {
    this.#ms += this.#frameMs;
    const action = this.#action;
    this.#action = null;
    action?.();
    return action !== null;
  }
}

/** A simulation with something at each of some hours, its player at 2 hours per second, and what happened. */
export function player(hours: readonly number[], hoursPerSecond = 2) {
  const clock = new FakeTimer();
  const sim = new Simulation();
  const happened: number[] = [];
  for (const hour of hours) sim.schedule(hour, () => happened.push(sim.now));
  return { clock, sim, happened, player: new RealTime(sim, { clock, hoursPerSecond }) };
}
