/** A clock on the wall, as the page, Node or a test has it; the engine knows none. */
export interface WallClock {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /**
   * Calls `action` once, after about `ms` or sooner (as with the next frame of a page), but never at once.
   *
   * @returns takes it back
   */
  after(ms: number, action: () => void): () => void;
}
