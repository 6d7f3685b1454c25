import type { Outcome } from '../study/index.ts';
import type { Batch, Executor } from './executor.ts';
import { startPool } from './pool.ts';
import type { Answer } from './worker.ts';

/** Pieces each thread gets of a batch, so that none waits long for another at the end. */
const PIECES_PER_THREAD = 5;

/**
 * Runs replications on worker threads. Which thread runs what changes no number: a replication depends on its
 * scenario, seed and number alone.
 *
 * @param threads at least 1
 */
export function onThreads(threads: number): Executor {
  const starting = startPool(threads, 'worker');
  // Whoever runs or closes is told why the pool did not start; until then nobody is.
  starting.catch(() => {});
  return {
    async run(batch, onProgress) {
      const pool = await starting;
      let done = 0;
      const pieces = piecesOf(batch, threads).map(async (piece) => {
        const outcomes = outcomesOf(await pool.run(piece));
        done += piece.count;
        onProgress?.(done);
        return outcomes;
      });
      return (await Promise.all(pieces)).flat();
    },
    close: async () => (await starting).destroy(),
  };
}

/** @throws the worker's error, by its own name and with what it holds */
function outcomesOf(answer: Answer): Outcome[] {
  if (answer.ok) return answer.outcomes;
  const { name, message, stack, season } = answer;
  throw Object.assign(new Error(message), { name, stack, season });
}

function piecesOf(batch: Batch, threads: number): Batch[] {
  const size = Math.max(1, Math.floor(batch.count / (threads * PIECES_PER_THREAD)));
  const pieces: Batch[] = [];
  for (let at = 0; at < batch.count; at += size) {
    pieces.push({ ...batch, first: batch.first + at, count: Math.min(size, batch.count - at) });
  }
  return pieces;
}
