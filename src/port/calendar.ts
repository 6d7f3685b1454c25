/**
 * When something can work: everywhere but in its closures. Looked up by absolute hour, so that whoever asks,
 * in either mode, sees the same stops.
 */
export class Calendar {
  static readonly always = new Calendar([]);

  readonly #starts: Float64Array;
  readonly #ends: Float64Array;

  /** @param closures [from, to) in hours, in any order; overlapping ones are joined, empty ones dropped */
  constructor(closures: Closures) {
    const joined: [number, number][] = [];
    for (const [from, to] of [...closures].sort((a, b) => a[0] - b[0])) {
      const last = joined.at(-1);
      if (to <= from) continue;
      if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
      else joined.push([from, to]);
    }
    this.#starts = Float64Array.from(joined, (closure) => closure[0]);
    this.#ends = Float64Array.from(joined, (closure) => closure[1]);
  }

  /** Open only where all of these are open. */
  static allOf(calendars: readonly Calendar[]): Calendar {
    return new Calendar(calendars.flatMap((calendar) => calendar.closures));
  }

  /** Open where any of these is open: closed only while all of them are; of none, always open. */
  static anyOf(calendars: readonly Calendar[]): Calendar {
    const [first, ...rest] = calendars.map(({ closures }) => closures);
    return rest.reduce(
      (closed, closures) => new Calendar(overlaps(closed.closures, closures)),
      new Calendar(first ?? []),
    );
  }

  /** The closures, in order, apart from each other. */
  get closures(): (readonly [from: number, to: number])[] {
    return Array.from(this.#starts, (from, i) => [from, this.#ends[i] as number] as const);
  }

  /** The first open hour at or after `hour`. */
  nextOpen(hour: number): number {
    const i = this.#firstEndingAfter(hour);
    return i < this.#starts.length && (this.#starts[i] as number) <= hour ? (this.#ends[i] as number) : hour;
  }

  /** When the first closure that has not ended by `hour` begins, which may be before; Infinity: there is none. */
  nextClosed(hour: number): number {
    return this.#starts[this.#firstEndingAfter(hour)] ?? Number.POSITIVE_INFINITY;
  }

  /** When `work` hours begun at `hour` are done, closures not counting. */
  finish(hour: number, work: number): number {
    let at = hour;
    let left = work;
    for (let i = this.#firstEndingAfter(hour); i < this.#starts.length; i++) {
      const start = this.#starts[i] as number;
      if (at + left <= start && at < start) break;
      if (at < start) left -= start - at;
      at = this.#ends[i] as number;
    }
    return at + left;
  }

  /** The latest hour at which `work` hours can begin that shall be done by `end`, closures not counting. */
  latestStart(end: number, work: number): number {
    if (work === 0) return end;
    let at = end;
    let left = work;
    for (let i = this.#firstEndingAfter(end); i >= 0; i--) {
      if (i === this.#starts.length || (this.#starts[i] as number) >= at) continue;
      const closes = this.#ends[i] as number;
      if (at - left >= closes) break;
      if (at > closes) left -= at - closes;
      at = this.#starts[i] as number;
    }
    return at - left;
  }

  /** The end of the first closure between two instants, or at the first of them; null if there is none. */
  closedUntil(from: number, to: number): number | null {
    const i = this.#firstEndingAfter(from);
    if (i === this.#starts.length) return null;
    const starts = this.#starts[i] as number;
    return starts <= from || starts < to ? (this.#ends[i] as number) : null;
  }

  /** Open hours between two instants. */
  openHours(from: number, to: number): number {
    let open = to - from;
    for (let i = this.#firstEndingAfter(from); i < this.#starts.length; i++) {
      const start = this.#starts[i] as number;
      if (start >= to) break;
      open -= Math.min(to, this.#ends[i] as number) - Math.max(from, start);
    }
    return Math.max(0, open);
  }

  /** The closures between two instants, cut at these. */
  closedBetween(from: number, to: number): [from: number, to: number][] {
    const closed: [number, number][] = [];
    for (let i = this.#firstEndingAfter(from); i < this.#starts.length && (this.#starts[i] as number) < to; i++) {
      closed.push([Math.max(from, this.#starts[i] as number), Math.min(to, this.#ends[i] as number)]);
    }
    return closed;
  }

  /** The same between two instants, and open before and after: of a long season's closures but a few. */
  within(from: number, to: number): Calendar {
    return new Calendar(this.closedBetween(from, to));
  }

  /** What is open between two instants. */
  openBetween(from: number, to: number): [from: number, to: number][] {
    const open: [number, number][] = [];
    let since = from;
    for (const [closes, opens] of this.closedBetween(from, to)) {
      if (closes > since) open.push([since, closes]);
      since = opens;
    }
    if (to > since) open.push([since, to]);
    return open;
  }

  /** Place of the first closure that ends after `hour`. */
  #firstEndingAfter(hour: number): number {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] as number) > hour) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

type Closures = readonly (readonly [from: number, to: number])[];

/** What two lists of closures have in common; each in order, its closures apart. */
function overlaps(some: Closures, others: Closures): [from: number, to: number][] {
  const both: [number, number][] = [];
  for (let i = 0, j = 0; i < some.length && j < others.length; ) {
    const [[from, to], [otherFrom, otherTo]] = [some[i] as Closures[0], others[j] as Closures[0]];
    both.push([Math.max(from, otherFrom), Math.min(to, otherTo)]);
    if (to < otherTo) i++;
    else j++;
  }
  return both;
}
