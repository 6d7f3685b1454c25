import type { Demand } from './program.ts';

/** What the processes of a program have taken and brought, by their own account. */
export class Ledger {
  /** Units of each resource that they have. */
  readonly units: number[] = [];
  /** In the container. */
  level: number;
  /** Things that they have left in the store, and got out of it. */
  readonly brought: number[] = [];
  readonly got: number[] = [];
  #things = 0;

  constructor(level: number) {
    this.level = level;
  }

  took({ resource, units }: Demand): void {
    this.units[resource] = (this.units[resource] ?? 0) + units;
  }

  gaveBack({ resource, units }: Demand): void {
    this.units[resource] = (this.units[resource] ?? 0) - units;
  }

  moved(amount: number): number {
    this.level += amount;
    return amount;
  }

  /** Things are numbered. */
  newThing(): number {
    return ++this.#things;
  }
}
