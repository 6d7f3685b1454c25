import { bestOf, byLoss, type Finding, type Judged, type SearchMethod } from './search.ts';

/** How the simplex search goes. */
export interface NelderMeadOptions {
  /** Where it begins, in the unit cube. */
  readonly start: readonly number[];
  /** Points it may ask for in all. */
  readonly evaluations: number;
  /** Edge of the first simplex; a quarter of the cube unless said otherwise. */
  readonly edge?: number;
  /** A simplex smaller than this has come together; 1e−4. */
  readonly size?: number;
  /** Losses that differ by less are equal, and a restart that gains less was in vain; 1e−9. */
  readonly gain?: number;
  /** Restarts at the best point, at most; 5. */
  readonly restarts?: number;
}

type Phase = 'simplex' | 'reflect' | 'expand' | 'contract' | 'shrink' | 'done';

/** Plain state of a simplex search. */
export interface NelderMeadState {
  readonly phase: Phase;
  /** Vertices known, the best first once all are. */
  readonly simplex: readonly Judged[];
  /** What is asked for. */
  readonly asked: readonly (readonly number[])[];
  readonly reflected: Judged | null;
  readonly best: Judged | null;
  readonly evaluations: number;
  readonly restarts: number;
  /** The best loss when the present simplex began. */
  readonly before: number | null;
}

/**
 * Simplex search (Nelder and Mead 1965) with coefficients 1, 2, ½, ½, in the unit cube: a point outside is moved to
 * its nearest one inside. A simplex can collapse against a bound or in a valley, so it begins anew at the best point,
 * with edges turned round and halved, until that gains nothing.
 */
export function nelderMead(options: NelderMeadOptions): SearchMethod<NelderMeadState> {
  const { start, evaluations, edge = 0.25, size = 1e-4, gain = 1e-9, restarts: most = 5 } = options;

  const restart = (state: NelderMeadState): NelderMeadState => {
    const best = state.best;
    const gained = (state.before ?? Number.POSITIVE_INFINITY) - (best?.loss ?? Number.POSITIVE_INFINITY);
    if (best === null || state.restarts >= most || !(gained > gain)) return { ...state, phase: 'done', asked: [] };
    const restarts = state.restarts + 1;
    const next = edge * (restarts % 2 === 0 ? 1 : -0.5);
    const asked = corners(best.point, next);
    return { ...state, phase: 'simplex', simplex: [best], asked, restarts, before: best.loss };
  };

  /** Looks at a whole simplex: it is done, or its worst point is reflected. */
  const step = (state: NelderMeadState): NelderMeadState => {
    const simplex = state.simplex.toSorted(byLoss);
    const next = { ...state, simplex, reflected: null };
    const spread = (simplex.at(-1)?.loss ?? Number.POSITIVE_INFINITY) - (simplex[0]?.loss ?? 0);
    if (sizeOf(simplex) < size || (spread <= gain && sizeOf(simplex) < Math.sqrt(size))) return restart(next);
    return { ...next, phase: 'reflect', asked: [beyond(simplex, 1)] };
  };

  const replaceWorst = (state: NelderMeadState, by: Judged) =>
    step({ ...state, simplex: [...state.simplex.slice(0, -1), by] });

  const shrink = (state: NelderMeadState): NelderMeadState => {
    const [best, ...others] = state.simplex as [Judged, ...Judged[]];
    const asked = others.map(({ point }) => point.map((x, d) => ((best.point[d] as number) + x) / 2));
    return { ...state, phase: 'shrink', simplex: [best], asked };
  };

  const afterReflection = (state: NelderMeadState, reflected: Judged): NelderMeadState => {
    const { simplex } = state;
    const worst = simplex.at(-1) as Judged;
    if (byLoss(reflected, simplex[0] as Judged) < 0) {
      return { ...state, phase: 'expand', reflected, asked: [beyond(simplex, 2)] };
    }
    if (byLoss(reflected, simplex.at(-2) as Judged) < 0) return replaceWorst(state, reflected);
    const outside = byLoss(reflected, worst) < 0;
    return { ...state, phase: 'contract', reflected, asked: [beyond(simplex, outside ? 0.5 : -0.5)] };
  };

  const afterContraction = (state: NelderMeadState, contracted: Judged): NelderMeadState => {
    const [reflected, worst] = [state.reflected as Judged, state.simplex.at(-1) as Judged];
    const outside = byLoss(reflected, worst) < 0;
    const good = outside ? byLoss(contracted, reflected) <= 0 : byLoss(contracted, worst) < 0;
    return good ? replaceWorst(state, contracted) : shrink(state);
  };

  const move = (state: NelderMeadState, told: readonly Judged[]): NelderMeadState => {
    const [one] = told as [Judged];
    switch (state.phase) {
      case 'reflect':
        return afterReflection(state, one);
      case 'expand': {
        const reflected = state.reflected as Judged;
        return replaceWorst(state, byLoss(one, reflected) < 0 ? one : reflected);
      }
      case 'contract':
        return afterContraction(state, one);
      default:
        return step({ ...state, simplex: [...state.simplex, ...told] });
    }
  };

  return {
    begin: () => ({
      phase: 'simplex',
      simplex: [],
      asked: [start.map(inside), ...corners(start.map(inside), edge)],
      reflected: null,
      best: null,
      evaluations: 0,
      restarts: 0,
      before: null,
    }),
    ask: ({ asked }) => asked.map((point) => [...point]),
    tell(state, points, found) {
      const known = {
        ...state,
        best: bestOf(state.best, points, found),
        evaluations: state.evaluations + points.length,
      };
      const moved = move(known, judged(points, found));
      return moved.evaluations >= evaluations ? { ...moved, phase: 'done', asked: [] } : moved;
    },
    isDone: ({ phase }) => phase === 'done',
  };
}

function judged(points: readonly (readonly number[])[], found: readonly Finding[]): Judged[] {
  return points.map((point, i) => ({ point, loss: (found[i] as Finding).loss }));
}

/** A point moved along each axis in turn, the other way where there is no room. */
function corners(from: readonly number[], edge: number): number[][] {
  return from.map((_, d) =>
    from.map((x, at) => (at !== d ? x : inside(x + edge) === x + edge ? x + edge : inside(x - edge))),
  );
}

/** The worst point through the centre of the others: 1 reflects it, 2 goes as far again, ±½ half as far. */
function beyond(simplex: readonly Judged[], by: number): number[] {
  const others = simplex.slice(0, -1);
  const worst = (simplex.at(-1) as Judged).point;
  return worst.map((x, d) => {
    const centre = others.reduce((sum, { point }) => sum + (point[d] as number), 0) / others.length;
    return inside(centre + by * (centre - x));
  });
}

function sizeOf([first, ...others]: readonly Judged[]): number {
  const far = (point: readonly number[]) =>
    Math.max(...point.map((x, d) => Math.abs(x - ((first as Judged).point[d] as number))));
  return Math.max(0, ...others.map(({ point }) => far(point)));
}

function inside(x: number): number {
  return Math.min(1, Math.max(0, x));
}
