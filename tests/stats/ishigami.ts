/** Ishigami's function with a = 7, b = 0.1, of coordinates from 0 to 1 that stand for −π to π. */
export function ishigami(point: readonly number[]): number {
  const [x = 0, y = 0, z = 0] = point.map((u) => -Math.PI + 2 * Math.PI * u);
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}

/** Its shares of variance in closed form: first orders, totals, and the one pair that is not 0. */
export const ISHIGAMI = {
  variance: 13.844587940719254,
  first: [0.31390519114781146, 0.4424111447900409, 0],
  total: [0.5575888552099592, 0.4424111447900409, 0.24368366406214773],
  pair02: 0.24368366406214773,
};
