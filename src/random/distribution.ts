/**
 * A law a quantity follows, sampled by inversion: one uniform in, one variate out, so that the k-th
 * variate of a stream depends on nothing but the k-th uniform.
 */
export interface Distribution {
  /** The law's mean, in the unit of its values. */
  readonly mean: number;
  /**
   * The value below which a share `u` of the law lies.
   *
   * @param u a uniform, 0 < u < 1
   */
  quantile(u: number): number;
}
