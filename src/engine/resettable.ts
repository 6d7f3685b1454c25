/**
 * What the end of a warm-up begins anew: {@link TimeWeighted}, {@link Tally}, {@link Rate}, {@link QuantileSketch}
 * and whatever of a model's own keeps statistics. A simulation that knows them all resets them in one go.
 */
export interface Resettable {
  /**
   * Forgets what was measured, as if measuring began now; the state measured, such as a queue's length, stays.
   *
   * @param now the simulated hour
   */
  reset(now: number): void;
}
