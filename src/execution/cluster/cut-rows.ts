import type { Rows } from '../executor.ts';
import { MOST_TASKS } from './piece.ts';

/** How long a piece should take one thread of a worker, ms: long enough that handing it over costs nothing. */
const PIECE_MS = 2000;
/** Pieces of what is left that each thread gets at least, so that none waits long for another at the end. */
const PIECES_LEFT = 3;

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

  /** Places of the rows of the next piece; none when all are given out. @param threads that share what is left */
  next(threads: number): number[] {
    const left = this.#rows.length - this.#at;
    const fair = Math.ceil(left / (Math.max(1, threads) * PIECES_LEFT));
    const size = Math.min(left, Math.max(1, Math.min(fair, Math.floor(PIECE_MS / this.#msPerRow))));
    const places: number[] = [];
    for (let tasks = 0; places.length < size; this.#at++) {
      tasks += this.#rows[this.#at]?.length ?? 0;
      if (places.length > 0 && tasks > MOST_TASKS) break;
      places.push(this.#at);
    }
    return places;
  }
}
