/** A bar of `=` to length: that of `most` takes the whole width. */
export function barOf(value: number, most: number, width: number): string {
  return '='.repeat(most > 0 ? Math.round((width * Math.max(0, value)) / most) : 0);
}

/**
 * A waterfall's bars, one for each step and one for the sum: each step begins where the one before it ended, `+` to
 * the right of it where something is gained, `-` to the left where something is lost.
 *
 * @param steps in their order
 * @param width columns in all
 * @example waterfall([4, -1], 8) // ['++++++++', '      --', '======']
 */
export function waterfall(steps: readonly number[], width: number): string[] {
  let sum = 0;
  const ends = [0, ...steps.map((step) => (sum += step))];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const at = (value: number) => (high > low ? Math.round((width * (value - low)) / (high - low)) : 0);
  const between = (one: number, other: number, mark: string) => {
    const [from, to] = [Math.min(at(one), at(other)), Math.max(at(one), at(other))];
    return ' '.repeat(from) + mark.repeat(to - from);
  };
  const marks = steps.map((step, i) => between(ends[i] as number, ends[i + 1] as number, step < 0 ? '-' : '+'));
  return [...marks, between(0, sum, '=')];
}
