/** Something to be done. */
export type Deed = () => void;

const NOTHING_FOLLOWS: Deed = () => {};

/**
 * Those who turn away from several things at once, such as the losers of a condition, and what follows from it: those
 * behind are served, what was granted goes back. All lines are left before anything follows: else a request that is
 * about to leave its line could be served in passing. Then each deed follows in the order in which its line was left.
 */
export class Departures {
  private _putOff: Deed[] | null = null;

  /**
   * Leaves several lines. @param leave does nothing else
   *
   * @returns does what follows; nothing when this was part of a larger departure, where it will follow
   */
  together(leave: Deed): Deed {
    if (this._putOff !== null) {
      leave();
      return NOTHING_FOLLOWS;
    }
    const deeds: Deed[] = [];
    this._putOff = deeds;
    try {
      leave();
    } finally {
      this._putOff = null;
    }
    return () => doAll(deeds);
  }

  /** Does what follows from leaving one line: now or, when several are being left, after that. */
  follow(deed: Deed): void {
    if (this._putOff === null) deed();
    else this._putOff.push(deed);
  }
}

/** Does one after the other, whatever goes wrong. @throws the first error, after all have been done */
export function doAll(deeds: Iterable<Deed>): void {
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
