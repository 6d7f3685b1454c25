import { intervalOf, pairedDifferenceOf, RunningPairs, RunningSample } from '../stats/index.ts';
import type { DifferenceSummary, Summary } from './summary.ts';

/** Takes what replications came to one by one, in their order, and holds no more of them than the answer needs. */
export interface Fold<Item, Answer> {
  add(item: Item): void;
  /** Of what was added so far. */
  answer(): Answer;
}

/** Folds a list. */
export function folded<Item, Answer>(fold: Fold<Item, Answer>, items: Iterable<Item>): Answer {
  for (const item of items) fold.add(item);
  return fold.answer();
}

/** One number per replication. */
export class SummaryFold {
  readonly #sample = new RunningSample();

  /** @param value null where it does not apply */
  add(value: number | null): void {
    if (value !== null) this.#sample.add(value);
  }

  get moments() {
    return this.#sample.moments;
  }

  /** Null where it never applies. */
  summary(confidence: number): Summary | null {
    const { n, ...summary } = intervalOf(this.moments, confidence);
    return n === 0 ? null : summary;
  }
}

/** Two numbers per replication, base and other; replications in which either does not apply are left out. */
export class DifferenceFold {
  readonly #pairs = new RunningPairs();

  add(base: number | null, other: number | null): void {
    if (base === null || other === null) return;
    this.#pairs.add(base, other);
  }

  /** Null where no replication has both. */
  summary(confidence: number): DifferenceSummary | null {
    const { n, ...difference } = pairedDifferenceOf(this.#pairs.moments, confidence);
    return n === 0 ? null : difference;
  }
}

/** The mean of a number per replication, summed up in their order. */
export class MeanFold {
  #sum = 0;
  #n = 0;

  add(value: number): void {
    this.#sum += value;
    this.#n++;
  }

  get mean(): number {
    return this.#sum / this.#n;
  }
}
