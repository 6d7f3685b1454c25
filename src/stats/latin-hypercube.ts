import type { Stream } from '../random/index.ts';
import { shuffled } from './shuffled.ts';

/**
 * A Latin hypercube (McKay, Beckman and Conover 1979): each dimension is cut into `count` equal slices, and every
 * slice of every dimension holds exactly one point, at random in it.
 *
 * @param count points, at least 1
 * @param streams one a dimension, so that a further dimension moves none of the others; each gives 2 `count` − 1 draws
 * @returns `count` points of as many coordinates as streams, 0 < u < 1
 * @throws RangeError if `count` is no whole number from 1
 * @example
 * const streams = new RandomStreams(1, 0);
 * const points = latinHypercube(4, [streams.stream('x'), streams.stream('y')]);
 * points.map(([x]) => Math.floor(4 * x)).sort(); // [0, 1, 2, 3]
 */
export function latinHypercube(count: number, streams: readonly Stream[]): number[][] {
  if (!(Number.isInteger(count) && count >= 1)) {
    throw new RangeError(`count must be a whole number from 1, but is ${count}.`);
  }
  const columns = streams.map((stream) => shuffled(count, stream).map((slice) => (slice + stream.next()) / count));
  return Array.from({ length: count }, (_, i) => columns.map((column) => column[i] as number));
}
