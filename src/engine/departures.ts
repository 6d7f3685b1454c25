/** Something to be done. */
export type Deed = () => void;

/**
 * Those who turn away from several things at once, such as the losers of a condition, and what follows from it: those
 * behind are served, what was granted goes back. All lines are left before anything follows: else a request that is
 * about to leave its line could be served in passing. Then each deed follows in the order in which its line was left.
 */
export class Departures {
  private _putOff: Deed[] | null = null;

  /**
   * Leaves several lines. What follows from it is done at the end; or, when this is part of a larger departure, after
   * that.
   *
   * @param leave does nothing else
   * @param between done when they have been left, before what follows
   */
  together(leave: Deed, between: Deed | null = null): void {
    const outer = this._putOff;
    const deeds = outer ?? [];
    this._putOff = deeds;
    try {
      leave();
    } finally {
      this._putOff = outer;
    }
    if (outer === null && deeds.length > 0) doAll(between === null ? deeds : [between, ...deeds]);
    else between?.();
  }

  /** Does what follows from leaving one line: now or, when several are being left, after that. */
  follow(deed: Deed): void {
    if (this._putOff === null) deed();
    else this._putOff.push(deed);
  }
}

/** Does one after the other, whatever goes wrong. @throws the first error, after all have been done */
function doAll(deeds: readonly Deed[]): void {
  let first: { readonly error: unknown } | null = null;
  for (const deed of deeds) {
    try {
      deed();
    } catch (error) {
      first ??= { error };
    }
  }
  if (first !== null) throw first.error;
}
