import type { SpeedName } from './words.ts';

/** How many hours of the clock pass in a second. */
export interface Speed {
  readonly name: SpeedName;
  readonly hours: number;
}

/** From the slowest to the fastest. */
export const SPEEDS: readonly [Speed, ...Speed[]] = [
  { name: 'm1', hours: 1 / 60 },
  { name: 'm5', hours: 5 / 60 },
  { name: 'm15', hours: 15 / 60 },
  { name: 'h1', hours: 1 },
  { name: 'h3', hours: 3 },
  { name: 'h8', hours: 8 },
  { name: 'd1', hours: 24 },
];

/** A normal speed to begin with. */
export const FIRST_SPEED = SPEEDS.find(({ name }) => name === 'h1') ?? SPEEDS[0];

/** The next speed up (1) or down (−1), if there is one. */
export function faster(speed: Speed, by: 1 | -1): Speed {
  return SPEEDS[SPEEDS.indexOf(speed) + by] ?? speed;
}
