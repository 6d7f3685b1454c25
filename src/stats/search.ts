/** What was found at a point of a search. */
export interface Finding {
  /** The less, the better; null where the point has no value, which is as bad as can be. */
  readonly loss: number | null;
  /** What the loss is made of, one a target: found less wanted over the target's standard deviation. */
  readonly misses: readonly number[];
  /** Variance of each miss by the simulator's own noise. */
  readonly noise: readonly number[];
}

/**
 * A way to search the unit cube, as pure functions over a plain state: JSON of it, parsed again, goes on where it
 * stood, and its random numbers with it.
 */
export interface SearchMethod<State> {
  readonly begin: () => State;
  /** The points it wants to know of next; the same state asks for the same. */
  readonly ask: (state: State) => number[][];
  /** The state that knows what was found at the points asked for. */
  readonly tell: (state: State, points: readonly (readonly number[])[], found: readonly Finding[]) => State;
  readonly isDone: (state: State) => boolean;
}

/** A search under way, by whatever method. */
export interface Search<State = unknown> {
  /** Points of the unit cube to look at next; none once it is done. */
  ask(): number[][];
  tell(points: readonly (readonly number[])[], found: readonly Finding[]): void;
  readonly isDone: boolean;
  /** Plain data. */
  readonly state: State;
}

/**
 * Begins a search, or goes on with one.
 *
 * @param from a state of the same method with the same options
 * @example
 * const search = searchBy(nelderMead({ start: [0.5], evaluations: 100 }));
 * while (!search.isDone) {
 *   const points = search.ask();
 *   search.tell(points, points.map(([x]) => ofLoss((x - 0.3) * (x - 0.3))));
 * }
 * search.isDone; // true
 */
export function searchBy<State>(method: SearchMethod<State>, from?: State): Search<State> {
  let state = from ?? method.begin();
  return {
    ask: () => (method.isDone(state) ? [] : method.ask(state)),
    tell(points, found) {
      state = method.tell(state, points, found);
    },
    get isDone() {
      return method.isDone(state);
    },
    get state() {
      return state;
    },
  };
}

/** A finding of which only the loss is known; what is not finite is none. */
export function ofLoss(loss: number): Finding {
  return { loss: Number.isFinite(loss) ? loss : null, misses: [], noise: [] };
}

/** A point with its loss. */
export interface Judged {
  readonly point: readonly number[];
  readonly loss: number | null;
}

/** Searches for a function's least value, and gives the last state. */
export function minimise<State>(method: SearchMethod<State>, loss: (point: readonly number[]) => number): State {
  const search = searchBy(method);
  while (!search.isDone) {
    const points = search.ask();
    search.tell(
      points,
      points.map((point) => ofLoss(loss(point))),
    );
  }
  return search.state;
}

/** Order by loss, the least first, points without one last. */
export function byLoss(one: Pick<Judged, 'loss'>, other: Pick<Judged, 'loss'>): number {
  const [a, b] = [one.loss ?? Number.POSITIVE_INFINITY, other.loss ?? Number.POSITIVE_INFINITY];
  return a === b ? 0 : a - b;
}

/** The better of what was best and what was found; the earlier of equals. */
export function bestOf(best: Judged | null, points: readonly (readonly number[])[], found: readonly Finding[]) {
  return found.reduce<Judged | null>((least, { loss }, i) => {
    const one: Judged = { point: points[i] as readonly number[], loss };
    return loss !== null && (least === null || byLoss(one, least) < 0) ? one : least;
  }, best);
}
