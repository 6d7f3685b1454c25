import { figure, type Messages, MODE_COLOURS, scaleFor, whole } from '../report/browser.ts';
import { binned, ticks } from './bins.ts';
import { h, svg } from './elements.ts';
import type { PageWords } from './words.ts';

/** A mean with its interval; null: not known. */
export interface Estimate {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Size of the drawing in its own units; the page scales it. */
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [360, 132, 10, 10, 14, 26];
const BINS = 24;
/** Stacks higher than this are drawn as bars. */
const MOST_DOTS = 10;

/**
 * The saving of every season as a dot over its amount (a bar, where they are many): right of 0 the rival is the cheaper,
 * left of it staging. The mean and its interval stand below.
 *
 * @param colour of the rival
 */
export function distributionOf(
  savings: readonly number[],
  estimate: Estimate | null,
  colour: string,
  words: PageWords,
  messages: Messages,
): HTMLElement {
  const { distribution } = words;
  const scale = scaleFor(messages, 'yuan/t', savings);
  const bins = binned(savings, BINS);
  const [least, most] = [bins[0]?.from ?? -1, bins.at(-1)?.to ?? 1];
  const shownLow = Math.min(least, 0, estimate?.low ?? 0);
  const shownHigh = Math.max(most, 0, estimate?.high ?? 0);
  const pad = (shownHigh - shownLow) * 0.03 || 1;
  const [low, high] = [shownLow - pad, shownHigh + pad];
  const x = (value: number) => LEFT + ((value - low) / (high - low)) * (WIDTH - LEFT - RIGHT);
  const floor = HEIGHT - BOTTOM;
  const tallest = Math.max(1, ...bins.map(({ count }) => count));
  const marks = bins.flatMap(({ from, to, count }): SVGElement[] => {
    const fill = from >= 0 ? colour : MODE_COLOURS.staged;
    const [left, right] = [x(from), x(to)];
    if (tallest <= MOST_DOTS) {
      const radius = Math.min((right - left) / 2, (floor - TOP) / MOST_DOTS / 2) * 0.9;
      return Array.from({ length: count }, (_, i) =>
        svg('circle', { cx: (left + right) / 2, cy: floor - 1 - radius * (2.1 * i + 1), r: radius, fill }),
      );
    }
    const height = ((floor - TOP) * count) / tallest;
    return [svg('rect', { x: left + 0.5, y: floor - height, width: Math.max(0.5, right - left - 1), height, fill })];
  });
  const axis: SVGElement[] = ticks(low, high, 6).flatMap((at) => [
    svg('line', { class: 'tick', x1: x(at), x2: x(at), y1: floor, y2: floor + 3 }),
    svg('text', { class: 'tick', x: x(at), y: floor + 13, 'text-anchor': 'middle' }, String(at)),
  ]);
  const said = distribution.told(
    whole(savings.length),
    figure(Math.min(...savings), scale),
    figure(Math.max(...savings), scale),
  );
  return h(
    'figure',
    { class: 'distribution' },
    h('figcaption', {}, distribution.title),
    svg(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': said },
      svg('line', { class: 'axis', x1: LEFT, x2: WIDTH - RIGHT, y1: floor, y2: floor }),
      svg('line', { class: 'zero', x1: x(0), x2: x(0), y1: 4, y2: floor }),
      ...axis,
      ...marks,
      ...meanOf(estimate, x, floor),
      ...sides(x(0), words),
    ),
  );
}

/** The mean and its interval, below the axis's line. */
function meanOf(estimate: Estimate | null, x: (value: number) => number, floor: number): SVGElement[] {
  if (estimate === null || estimate.mean === null) return [];
  const { mean, low, high } = estimate;
  const y = floor + 20;
  const band =
    low === null || high === null ? [] : [svg('line', { class: 'band', x1: x(low), x2: x(high), y1: y, y2: y })];
  return [...band, svg('circle', { class: 'mean', cx: x(mean), cy: y, r: 3 })];
}

/** What the two sides of 0 mean, where there is room. */
function sides(zero: number, { distribution }: PageWords): SVGElement[] {
  const room = 70;
  const left =
    zero < room
      ? []
      : [svg('text', { class: 'side', x: zero - 5, y: 10, 'text-anchor': 'end' }, `← ${distribution.dearer}`)];
  const right =
    WIDTH - zero < room ? [] : [svg('text', { class: 'side', x: zero + 5, y: 10 }, `${distribution.cheaper} →`)];
  return [...left, ...right];
}
