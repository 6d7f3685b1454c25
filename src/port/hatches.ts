import { Signal, type Simulation } from '../engine/index.ts';
import type { HatchPlanInputs } from './inputs.ts';

/** Which hatch of a ship each crane works, and when it pauses. Cranes go by number along the quay. */
export interface Hatches {
  /** Whether a crane has a hatch to work at. */
  holds(crane: number): boolean;
  /** Gives a crane a hatch. @returns hours until it can work there; null: there is none to be had now */
  take(crane: number): number | null;
  /** What a crane without a hatch waits for: another crane, or the draft survey between two passes. */
  readonly lack: 'queue' | 'service';
  /** Happens whenever a crane without a hatch should ask again. */
  readonly changed: Signal;
  /** A crane that has loads of its own has none at present (or has one again): another may take its hatch over. */
  idle(crane: number, isIdle: boolean): void;
  /** A crane has poured so much. @returns hours that it must pause before it goes on */
  poured(crane: number, kg: number): number;
  /** That pause is over. */
  paused(crane: number): void;
  /** All cargo is aboard. @returns hours that a crane must still trim */
  last(crane: number): number;
  /** A crane has done its last. */
  leave(crane: number): void;
  /** No hatch waits for its trimming. */
  readonly trimmed: boolean;
  /** Poured into each hatch; empty where hatches are not told apart. */
  readonly kgByHatch: readonly number[];
}

/** Hatches not told apart: a crane pauses whenever it has poured so much. */
export class PauseByTonnes implements Hatches {
  readonly lack = 'queue';
  readonly changed: Signal;
  readonly trimmed = true;
  readonly kgByHatch: readonly number[] = [];
  readonly #hatchKg: number;
  readonly #changeHours: number;
  readonly #pouredKg: number[] = [];

  constructor(sim: Simulation, hatchKg: number, changeHours: number) {
    this.changed = new Signal(sim, 'hatches');
    this.#hatchKg = hatchKg;
    this.#changeHours = changeHours;
  }

  holds(): boolean {
    return true;
  }

  take(): number {
    return 0;
  }

  poured(crane: number, kg: number): number {
    const pouredKg = (this.#pouredKg[crane] ?? 0) + kg;
    const changes = Math.floor(pouredKg / this.#hatchKg);
    this.#pouredKg[crane] = changes === 0 ? pouredKg : pouredKg - changes * this.#hatchKg;
    return changes * this.#changeHours;
  }

  last(): number {
    return 0;
  }

  idle(): void {}
  paused(): void {}
  leave(): void {}
}

const NONE = -1;

/**
 * Hatches worked in turn, in passes over the ship: in each pass a hatch gets so much, and the next pass begins when the
 * pass is done in all of them. A crane has a hatch to itself until the hatch has its share and is trimmed, and cranes
 * neither pass each other nor come too near. Of the hatches to be had a crane takes the one nearest its own stretch.
 */
export class HatchesInTurn implements Hatches {
  readonly changed: Signal;
  readonly #sim: Simulation;
  readonly #inputs: HatchPlanInputs;
  /** For each pass, what each hatch shall then have got in all. */
  readonly #targetsKg: readonly (readonly number[])[];
  readonly #kg: number[];
  readonly #untrimmed: boolean[];
  /** By crane: its hatch, the one it had before, and whether it stands idle there. */
  readonly #hatchOf: number[];
  readonly #lastOf: number[];
  readonly #idle: boolean[];
  #pass = 0;
  #surveying = false;

  constructor(sim: Simulation, inputs: HatchPlanInputs, cargoKg: number, cranes: number) {
    this.changed = new Signal(sim, 'hatches');
    this.#sim = sim;
    this.#inputs = inputs;
    const hatches = hatchesFor(inputs, cargoKg);
    this.#targetsKg = passTargets(inputs, cargoKg, hatches);
    this.#kg = new Array<number>(hatches).fill(0);
    this.#untrimmed = new Array<boolean>(hatches).fill(false);
    this.#hatchOf = new Array<number>(cranes).fill(NONE);
    this.#lastOf = new Array<number>(cranes).fill(NONE);
    this.#idle = new Array<boolean>(cranes).fill(false);
    this.#endPasses();
  }

  get kgByHatch(): readonly number[] {
    return this.#kg;
  }

  get trimmed(): boolean {
    return !this.#untrimmed.includes(true);
  }

  get lack(): 'queue' | 'service' {
    return this.#surveying ? 'service' : 'queue';
  }

  /** The hatch of each crane, −1 for one that has none. */
  get hatchOf(): readonly number[] {
    return this.#hatchOf;
  }

  holds(crane: number): boolean {
    return this.#hatchOf[crane] !== NONE;
  }

  take(crane: number): number | null {
    if (this.#surveying) return null;
    const free = this.#nearestFree(crane);
    const hatch = free === NONE ? this.#takenOver(crane) : free;
    if (hatch === NONE) return null;
    const moves = this.#lastOf[crane] !== NONE && this.#lastOf[crane] !== hatch;
    this.#hatchOf[crane] = hatch;
    this.#lastOf[crane] = hatch;
    return moves ? this.#inputs.changeHours : 0;
  }

  idle(crane: number, isIdle: boolean): void {
    this.#idle[crane] = isIdle;
    if (isIdle) this.changed.fire();
  }

  poured(crane: number, kg: number): number {
    const hatch = this.#hatchOf[crane] as number;
    this.#kg[hatch] = (this.#kg[hatch] as number) + kg;
    this.#untrimmed[hatch] = true;
    return this.#full(hatch) ? this.#inputs.trimHours : 0;
  }

  paused(crane: number): void {
    if (this.#full(this.#hatchOf[crane] as number)) this.leave(crane);
  }

  last(crane: number): number {
    return this.#untrimmed[this.#hatchOf[crane] as number] === true ? this.#inputs.trimHours : 0;
  }

  leave(crane: number): void {
    const hatch = this.#hatchOf[crane] as number;
    if (hatch === NONE) return;
    this.#untrimmed[hatch] = false;
    this.#hatchOf[crane] = NONE;
    this.#endPasses();
    this.changed.fire();
  }

  #full(hatch: number): boolean {
    return (this.#kg[hatch] as number) >= (this.#targetsKg[this.#pass]?.[hatch] as number);
  }

  /** Goes on to the next pass in which something is to be poured, after the survey. */
  #endPasses(): void {
    const done = () => this.#kg.every((_, hatch) => this.#full(hatch) && !this.#hatchOf.includes(hatch));
    const before = this.#pass;
    while (this.#pass < this.#targetsKg.length - 1 && done()) this.#pass++;
    const { surveyHours } = this.#inputs;
    if (this.#pass === before || surveyHours === 0 || done()) return;
    this.#surveying = true;
    this.#sim.schedule(surveyHours, () => {
      this.#surveying = false;
      this.changed.fire();
    });
  }

  /** Of the hatches that this crane could work, the one nearest the middle of its stretch; −1: there is none. */
  #nearestFree(crane: number): number {
    const hatches = this.#kg.length;
    const home = Math.floor(((crane + 0.5) * hatches) / this.#hatchOf.length);
    let nearest = NONE;
    for (let hatch = 0; hatch < hatches; hatch++) {
      if (this.#full(hatch) || !this.#fits(crane, hatch)) continue;
      if (nearest === NONE || Math.abs(hatch - home) < Math.abs(nearest - home)) nearest = hatch;
    }
    return nearest;
  }

  /** Cranes run on one pair of rails: those of lower number stay before this one, and keep their distance. */
  #fits(crane: number, hatch: number): boolean {
    return this.#hatchOf.every((other, i) => {
      if (i === crane || other === NONE) return true;
      return (other - hatch) * (i - crane) > 0 && Math.abs(other - hatch) > this.#inputs.hatchesBetween;
    });
  }

  /** The hatch of the next crane to either side that stands idle, which leaves it; −1: neither does. */
  #takenOver(crane: number): number {
    for (const step of [-1, 1]) {
      let other = crane + step;
      while (this.#hatchOf[other] === NONE) other += step;
      const hatch = this.#hatchOf[other];
      if (hatch === undefined || this.#idle[other] !== true) continue;
      this.#hatchOf[other] = NONE;
      return hatch;
    }
    return NONE;
  }
}

/** How many hatches the ship of a cargo has. */
function hatchesFor({ hatchesBySize }: HatchPlanInputs, cargoKg: number): number {
  const size = hatchesBySize.find(({ belowKg }) => cargoKg < belowKg);
  return (size ?? hatchesBySize.at(-1))?.hatches ?? 1;
}

/**
 * What each hatch shall have got by the end of each pass: first a share of the cargo, then all but the trimming pour,
 * alike in all hatches; last the trimming pour, half of it into one hatch forward and half into one aft.
 */
function passTargets(inputs: HatchPlanInputs, cargoKg: number, hatches: number): number[][] {
  const { firstPassShare, trimPourShare } = inputs;
  const trimKg = Math.round(cargoKg * trimPourShare);
  const first = alike(Math.round((cargoKg - trimKg) * firstPassShare), hatches);
  const second = alike(cargoKg - trimKg, hatches);
  const last = [...second];
  const end = hatches > 3 ? 1 : 0;
  last[end] = (last[end] as number) + Math.floor(trimKg / 2);
  last[hatches - 1 - end] = (last[hatches - 1 - end] as number) + Math.ceil(trimKg / 2);
  return [...(firstPassShare < 1 ? [first] : []), second, ...(trimKg > 0 ? [last] : [])];
}

/** A mass in so many parts that differ by a kilogram at most. */
function alike(kg: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, i) => Math.floor((kg * (i + 1)) / parts) - Math.floor((kg * i) / parts));
}
