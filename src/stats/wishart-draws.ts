import { gamma, normalQuantile, RandomStreams } from '../random/index.ts';
import { sobolSequence } from './sobol-sequence.ts';

/** Degrees of freedom beyond which a variance is drawn as of so many: the quantiles of t differ by 0.1 % from there on. */
const MOST_DF = 1000;

/** Half of what coordinates of the sequence are multiples of, 2^−33. */
const HALF_CELL = 1 / 8_589_934_592;

/** Draws that any covariance is made of: means as a standard normal vector, variances by Bartlett's factor. */
export interface WishartDraws {
  readonly dimensions: number;
  readonly df: number;
  readonly count: number;
  /** `count` rows of `dimensions` standard normals. */
  readonly normals: Float64Array;
  /** `count` lower triangles A, row by row, such that A·Aᵀ is Wishart of `df` and the unit matrix. */
  readonly factors: Float64Array;
}

/**
 * Quasi-random draws, the same each time: points of Sobol's sequence under one fixed shift of their bits. The first
 * k dimensions of both are draws of k dimensions.
 *
 * @param dimensions at most `df`, from 0 to 30
 * @param df degrees of freedom, from 1
 * @param count points, a power of two
 */
export function wishartDraws(dimensions: number, df: number, count: number): WishartDraws {
  const triangle = (dimensions * (dimensions + 1)) / 2;
  const normals = new Float64Array(count * dimensions);
  const factors = new Float64Array(count * triangle);
  const drawn = { dimensions, df, count, normals, factors };
  if (dimensions === 0) return drawn;
  const stream = new RandomStreams('simultaneous intervals', 0).stream('shift');
  const width = dimensions + triangle;
  const points = sobolSequence(
    width,
    Array.from({ length: width }, () => stream.next()),
  );
  const squares = Array.from({ length: dimensions }, (_, i) => gamma((Math.min(df, MOST_DF) - i) / 2, 2));
  // Where fewer degrees are drawn than there are, the variances keep their mean.
  const stretch = Math.sqrt(df / Math.min(df, MOST_DF));
  for (let draw = 0; draw < count; draw++) {
    const point = points.point(draw);
    let at = dimensions;
    for (let i = 0; i < dimensions; i++) {
      normals[draw * dimensions + i] = normalQuantile(inside(point[i]!));
      for (let j = 0; j <= i; j++) {
        const u = inside(point[at++]!);
        const value = j < i ? normalQuantile(u) : Math.sqrt(squares[i]!.quantile(u));
        factors[draw * triangle + (i * (i + 1)) / 2 + j] = value * stretch;
      }
    }
  }
  return drawn;
}

/** A point of the sequence may be 0; the middle of its cell is not. */
function inside(u: number): number {
  return u + HALF_CELL;
}
