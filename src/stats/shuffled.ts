import type { Stream } from '../random/index.ts';

/** The whole numbers below `count` in random order (Fisher and Yates), by `count − 1` draws. */
export function shuffled(count: number, stream: Stream): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(stream.next() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}
