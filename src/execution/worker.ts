import { type Outcome, prepare } from '../study/index.ts';
import type { Batch } from './executor.ts';

/** What a worker thread answers: between threads an error would keep its message but lose its name and what it holds. */
export type Answer =
  | { readonly ok: true; readonly outcomes: Outcome[] }
  | {
      readonly ok: false;
      readonly name: string;
      readonly message: string;
      readonly stack: string;
      /** What was unfinished, if it is an UnfinishedSeasonError's. */
      readonly season: unknown;
    };

/** What a worker thread does with a piece of a batch. */
export default function runBatch({ scenario, modes, seed, first, count, change }: Batch): Answer {
  try {
    const runOne = prepare(scenario);
    return { ok: true, outcomes: Array.from({ length: count }, (_, i) => runOne(modes, seed, first + i, change)) };
  } catch (error) {
    const known: Error & { season?: unknown } = error instanceof Error ? error : new Error(String(error));
    const { name, message, stack = '', season } = known;
    return { ok: false, name, message, stack, season };
  }
}
