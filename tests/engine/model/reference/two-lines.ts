import { History } from './history.ts';
import { Line } from './line.ts';
import type { ReferenceSimulation } from './simulation.ts';

/** A stock of something over time, with a line of those who take and one of those who bring. */
export class TwoLines<T extends { readonly priority: number }, B extends { readonly priority: number }> {
  readonly stock: History;
  protected readonly sim: ReferenceSimulation;
  protected readonly takers: Line<T>;
  protected readonly bringers: Line<B>;

  constructor(sim: ReferenceSimulation, stock: number) {
    this.stock = new History(sim.now, stock);
    this.sim = sim;
    this.takers = new Line<T>(sim);
    this.bringers = new Line<B>(sim);
  }

  get gettersWaiting(): number {
    return this.takers.length;
  }

  get puttersWaiting(): number {
    return this.bringers.length;
  }

  get getLine(): History {
    return this.takers.history;
  }

  get putLine(): History {
    return this.bringers.history;
  }
}
