import type { MassFacts } from '../port/index.ts';
import { MeanFold } from './folds.ts';
import type { CarbonEntry, LedgerEntry } from './mode-outcome.ts';

/** Tonnes, means over replications; the residual is the largest absolute one. */
export interface MassBalance {
  readonly opening: number;
  readonly produced: number;
  readonly loaded: number;
  readonly lost: number;
  readonly closing: number;
  readonly underway: number;
  readonly residual: number;
}

/** The mass balance of a mode. */
export class MassFold {
  readonly #opening = new MeanFold();
  readonly #produced = new MeanFold();
  readonly #loaded = new MeanFold();
  readonly #lost = new MeanFold();
  readonly #closing = new MeanFold();
  readonly #underway = new MeanFold();
  #residual = Number.NEGATIVE_INFINITY;

  add(mass: MassFacts): void {
    this.#opening.add(mass.openingKg);
    this.#produced.add(mass.producedKg);
    this.#loaded.add(mass.loadedKg);
    this.#lost.add(mass.lostKg);
    this.#closing.add(mass.closingKg);
    this.#underway.add(mass.underwayKg);
    this.#residual = Math.max(this.#residual, Math.abs(residualKg(mass)) / 1000);
  }

  balance(): MassBalance {
    return {
      opening: this.#opening.mean / 1000,
      produced: this.#produced.mean / 1000,
      loaded: this.#loaded.mean / 1000,
      lost: this.#lost.mean / 1000,
      closing: this.#closing.mean / 1000,
      underway: this.#underway.mean / 1000,
      residual: this.#residual,
    };
  }
}

function residualKg(mass: MassFacts): number {
  return mass.openingKg + mass.producedKg - mass.loadedKg - mass.lostKg - mass.closingKg - mass.underwayKg;
}

/** Means of entries that come in the same order in each replication: named by the first, 0 where one has fewer. */
class EntriesFold<Entry extends object, Figure extends keyof Entry> {
  readonly #figures: readonly Figure[];
  #first: readonly Entry[] | null = null;
  #sums: number[][] = [];
  #n = 0;

  constructor(figures: readonly Figure[]) {
    this.#figures = figures;
  }

  add(entries: readonly Entry[]): void {
    this.#first ??= entries;
    this.#n++;
    for (const [at, entry] of entries.entries()) {
      const sums = this.#sums[at] ?? this.#figures.map(() => 0);
      this.#sums[at] = this.#figures.map((figure, i) => (sums[i] ?? 0) + Number(entry[figure]));
    }
  }

  means(): Entry[] {
    return (this.#first ?? []).map((entry, at) => {
      const means = this.#figures.map((figure, i) => [figure, this.meanAt(at, i)]);
      return { ...entry, ...Object.fromEntries(means) };
    });
  }

  meanAt(at: number, figure = 0): number {
    return (this.#sums[at]?.[figure] ?? 0) / this.#n;
  }
}

/** The ledger of a mode, yuan/t. */
export class LedgerFold extends EntriesFold<LedgerEntry, 'yuanPerTonne'> {
  constructor() {
    super(['yuanPerTonne']);
  }
}

/** What each machine of a mode burns, per tonne. */
export class CarbonFold extends EntriesFold<CarbonEntry, 'quantityPerTonne' | 'tankToWheel' | 'wellToWheel'> {
  constructor() {
    super(['quantityPerTonne', 'tankToWheel', 'wellToWheel']);
  }
}
