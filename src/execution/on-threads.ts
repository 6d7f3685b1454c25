import type { Scenario } from '../scenario/index.ts';
import type { TaskOutcome } from '../study/index.ts';
import type { Executor, Take } from './executor.ts';
import { startPool } from './pool.ts';
import { type PieceSize, rowsTogether } from './rows-together.ts';
import type { TaskBatch } from './task-batch.ts';

/** Short enough to be told of. */
const SIZE: PieceSize = { ms: 1000, pieces: 4 };

/** Rows that are handed over together, by their places. */
type Piece = readonly number[];

/**
 * Runs tasks on worker threads, each of which keeps the scenario ready from one piece of work to the next. A thread is
 * given work when it has none: no more than it can do lies with it. Which thread runs what changes no number.
 *
 * @param threads at least 1
 * @param kept seasons kept for tasks that come back to them; a row then always goes to the thread that knows it
 */
export function onThreads(scenario: Scenario, threads: number, kept = 0): Executor {
  const starting = Array.from({ length: threads }, () => startPool(1, 'task-worker'));
  // Whoever runs or closes is told why a pool did not start; until then nobody is.
  for (const pool of starting) pool.catch(() => {});
  const share = Math.ceil(kept / threads);
  return {
    async run(rows, take) {
      const next = kept > 0 ? byThread(rows.length, threads) : byDemand(rows.length, threads);
      const workers = starting.map((pool) => async (piece: Piece): Promise<TaskOutcome[][]> => {
        const batch: TaskBatch = { scenario, kept: share, rows: piece.map((row) => rows[row] ?? []) };
        return (await pool).run(batch);
      });
      await shareOut(workers, next, take);
    },
    async close() {
      for (const pool of starting) await (await pool).destroy();
    },
  };
}

/**
 * Gives pieces to workers, each one when it has none, until there are no more. Where one fails, or what it did is not
 * taken, the others are given no more, and what they have in hand is not taken.
 *
 * @param workers run a piece each
 * @param next the next piece of a worker by its place; empty where there is none
 */
export async function shareOut(
  workers: readonly ((piece: Piece) => Promise<readonly TaskOutcome[][]>)[],
  next: (worker: number) => Piece,
  take: Take,
): Promise<void> {
  let failed = false;
  const work = workers.map(async (run, worker) => {
    try {
      for (let piece = next(worker); piece.length > 0 && !failed; piece = next(worker)) {
        const outcomes = await run(piece);
        for (const [i, row] of piece.entries()) {
          if (failed) return;
          await take(row, outcomes[i] ?? []);
        }
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  });
  await Promise.all(work);
}

/** One row for each thread to begin with, then as many as last about a second, and less and less towards the end. */
function byDemand(rows: number, threads: number): (thread: number) => Piece {
  let at = 0;
  let msPerRow = Number.POSITIVE_INFINITY;
  const given: ({ readonly rows: number; readonly from: number } | undefined)[] = new Array(threads);
  return (thread) => {
    const now = performance.now();
    const before = given[thread];
    if (before !== undefined) msPerRow = Math.max((now - before.from) / before.rows, 1e-3);
    const size = rowsTogether(rows - at, threads, msPerRow, SIZE);
    given[thread] = { rows: size, from: now };
    at += size;
    return Array.from({ length: size }, (_, i) => at - size + i);
  };
}

/** Every row to a thread of its own. */
function byThread(rows: number, threads: number): (thread: number) => Piece {
  const given = new Set<number>();
  return (thread) => {
    if (given.has(thread)) return [];
    given.add(thread);
    return Array.from({ length: rows }, (_, row) => row).filter((row) => row % threads === thread);
  };
}
