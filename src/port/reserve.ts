import { Stack } from './stack.ts';

/** Slag kept in the yard for calls whose cranes starve, and brought up to its level again after each. */
export class Reserve {
  readonly stack = new Stack();
  #promisedKg = 0;
  #orderedKg = 0;

  /** @param kg there when the clock opens */
  constructor(kg: number) {
    if (kg > 0) this.stack.open(kg);
  }

  /** Promises kilograms to a shuttle. @returns false if they are not there */
  promise(kg: number): boolean {
    if (this.#promisedKg + kg > this.stack.stackedKg) return false;
    this.#promisedKg += kg;
    return true;
  }

  /** What must be stacked for it to be as at first, kg; from now on that is ordered. */
  order(): number {
    const lacking = this.#promisedKg - this.#orderedKg;
    this.#orderedKg += lacking;
    return lacking;
  }
}
