import type { FrontierPoint, Level } from '../study/index.ts';
import type { FrontierJson } from './frontier-json.ts';
import { widthOf } from './layout.ts';

/** Lines of the picture, and columns it may take beside its labels. */
const [LINES, COLUMNS] = [16, 80];

/**
 * A frontier as a picture in characters: x from left to right, y upward.
 *
 * @param label a value of y, of x as it is written at the picture's edges
 */
export function frontierChart(
  { points, y }: Pick<FrontierJson, 'points' | 'y'>,
  label: { readonly x: (point: FrontierPoint) => string; readonly y: (value: number) => string },
): string[] {
  const cell = Math.max(1, Math.min(4, Math.floor(COLUMNS / points.length)));
  const step = (y.high - y.low) / LINES;
  const edges = Array.from({ length: LINES }, (_, line) => y.high - line * step);
  const margin = Math.max(widthOf(label.y(y.high)), widthOf(label.y(y.low)));
  const lines = edges.map((top, line) => {
    const bottom = line === LINES - 1 ? y.low : top - step;
    const text = line === 0 ? label.y(y.high) : line === LINES - 1 ? label.y(y.low) : '';
    const marks = points.map((point) => markOf(point, bottom, top, y.high).padStart(cell));
    return `${' '.repeat(margin - widthOf(text))}${text} |${marks.join('')}`;
  });
  const [first, last] = [points[0], points.at(-1)].map((point) => (point === undefined ? '' : label.x(point)));
  const width = cell * points.length;
  const between = Math.max(1, width + 1 - widthOf(first ?? '') - widthOf(last ?? ''));
  const foot = points.length > 1 ? `${first}${' '.repeat(between)}${last}` : `${first}`;
  return [...lines, `${' '.repeat(margin)} +${'-'.repeat(width)}`, `${' '.repeat(margin + 1)}${foot}`];
}

/** What stands for a column between two levels of y: its root, or the sign in the middle. */
function markOf({ roots, levels }: FrontierPoint, bottom: number, top: number, highest: number): string {
  if (roots.some(({ at }) => at >= bottom && (at < top || (top === highest && at === top)))) return 'o';
  return signAt(levels, (bottom + top) / 2);
}

function signAt(levels: readonly Level[], y: number): string {
  const above = levels.findIndex((level) => level.y >= y);
  const [from, to] = [levels[Math.max(0, above - 1)], levels[above]];
  if (from === undefined || to === undefined) return 'x';
  const share = to.y === from.y ? 0 : (y - from.y) / (to.y - from.y);
  const at = (value: (level: Level) => number | null) => {
    const [one, other] = [value(from), value(to)];
    return one === null || other === null ? null : one + share * (other - one);
  };
  const [mean, low, high] = [at((level) => level.mean), at((level) => level.low), at((level) => level.high)];
  if (mean === null) return 'x';
  if (low === null || high === null) return mean > 0 ? '+' : mean < 0 ? '-' : '?';
  return low > 0 ? '+' : high < 0 ? '-' : '?';
}
