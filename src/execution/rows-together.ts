/** How long rows that are handed over together should take, ms, and into how many pieces what is left is cut at least. */
export interface PieceSize {
  /** Long enough that handing it over costs nothing. */
  readonly ms: number;
  /** For each thread, so that none waits long for another at the end. */
  readonly pieces: number;
}

/** How many of the rows that are left go together: one while their time is unknown (infinite), less and less towards the end. */
export function rowsTogether(left: number, threads: number, msPerRow: number, { ms, pieces }: PieceSize): number {
  const fair = Math.ceil(left / (threads * pieces));
  return Math.min(left, Math.max(1, Math.min(fair, Math.floor(ms / msPerRow))));
}
