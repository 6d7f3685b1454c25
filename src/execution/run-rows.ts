import { setImmediate } from 'node:timers/promises';
import type { OnProgress } from './executor.ts';
import { startPool } from './pool.ts';

/** How rows of work are run. */
export interface RowOptions<Item, Done> {
  /** Worker threads, 1 unless said otherwise: no result depends on them. */
  readonly threads?: number;
  readonly onProgress?: OnProgress;
  /** The worker's file in this folder, without its ending. */
  readonly worker: string;
  /** What a worker is given of some items. */
  readonly batch: (items: readonly Item[]) => unknown;
  /** Makes what runs an item in this very thread. */
  readonly here: () => (item: Item) => Done;
}

/** Pieces each thread gets at least, where there is work enough. */
const PIECES_PER_THREAD = 4;

/**
 * Runs rows of work in this thread or on others; what of a row shares a simulation should stand in it together.
 *
 * @returns what came out, in the same rows
 */
export async function runRows<Item, Done>(
  rows: readonly (readonly Item[])[],
  options: RowOptions<Item, Done>,
): Promise<Done[][]> {
  const { threads = 1 } = options;
  const done = threads > 1 ? await onThreads(rows, threads, options) : await hereAndNow(rows.flat(), options);
  let at = 0;
  return rows.map((row) => {
    at += row.length;
    return done.slice(at - row.length, at);
  });
}

async function hereAndNow<Item, Done>(items: readonly Item[], { here, onProgress }: RowOptions<Item, Done>) {
  const run = here();
  const done: Done[] = [];
  for (const item of items) {
    done.push(run(item));
    onProgress?.(done.length);
    await setImmediate();
  }
  return done;
}

async function onThreads<Item, Done>(
  rows: readonly (readonly Item[])[],
  threads: number,
  { worker, batch, onProgress }: RowOptions<Item, Done>,
): Promise<Done[]> {
  const pool = await startPool(threads, worker);
  try {
    let done = 0;
    const pieces = piecesOf(rows, threads).map(async (items) => {
      const ran = (await pool.run(batch(items))) as Done[];
      done += items.length;
      onProgress?.(done);
      return ran;
    });
    return (await Promise.all(pieces)).flat();
  } finally {
    await pool.destroy();
  }
}

/** Whole rows, several together where they are short; long ones are cut where there are too few. */
function piecesOf<Item>(rows: readonly (readonly Item[])[], threads: number): Item[][] {
  const count = rows.reduce((sum, row) => sum + row.length, 0);
  const size = Math.max(1, Math.ceil(count / (threads * PIECES_PER_THREAD)));
  const pieces: Item[][] = [];
  let piece: Item[] = [];
  for (const row of rows) {
    for (let at = 0; at < row.length; at += size) {
      const part = row.slice(at, at + size);
      if (piece.length > 0 && piece.length + part.length > size) {
        pieces.push(piece);
        piece = [];
      }
      piece = [...piece, ...part];
    }
  }
  return piece.length > 0 ? [...pieces, piece] : pieces;
}
