/** The paired example of oracles.md, Statistics. Its numbers hold to rounding: 1e-12 relative. */
export const x = [30.1, 28.4, 33.0, 29.9, 31.7, 27.5, 32.2, 30.8, 29.1, 31.3];
export const y = [24.0, 23.1, 26.6, 24.7, 25.9, 22.0, 27.0, 25.1, 23.9, 25.2];

export const relativeError = (actual: number | null, expected: number): number =>
  actual === null ? Infinity : Math.abs(actual / expected - 1);
