import type { Rows } from '../executor.ts';
import { type PieceSize, rowsTogether } from '../rows-together.ts';
import { MOST_TASKS } from './piece.ts';

/** For one thread of a worker. */
const SIZE: PieceSize = { ms: 2000, pieces: 3 };

/** Cuts rows into pieces, larger or smaller as their tasks turn out to take. */
export class RowCutter {
  readonly #rows: Rows;
  #at = 0;
  #msPerRow = Number.POSITIVE_INFINITY;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** Told what some rows took one thread. */
  took(rows: number, ms: number): void {
    const here = Math.max(ms / rows, 1e-3);
    this.#msPerRow = Number.isFinite(this.#msPerRow) ? (this.#msPerRow + here) / 2 : here;
  }

  /** Places of the rows of the next piece; none when all are given out. @param threads at least 1, that share what is left */
  next(threads: number): number[] {
    const size = rowsTogether(this.#rows.length - this.#at, threads, this.#msPerRow, SIZE);
    const places: number[] = [];
    for (let tasks = 0; places.length < size; this.#at++) {
      tasks += this.#rows[this.#at]?.length ?? 0;
      if (places.length > 0 && tasks > MOST_TASKS) break;
      places.push(this.#at);
    }
    return places;
  }
}
