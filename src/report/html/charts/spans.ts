import { widthOf } from '../../layout.ts';
import { type Drawing, STILL, TYPE, valueAxis, wordAxis } from '../draw.ts';
import { COLOURS } from '../palette.ts';

/** A bar from one figure to another, lying beside its word. */
export interface Span {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly colour: string;
  /** Written beyond its end. */
  readonly label: string;
  /** Where on it a dot stands, if one does. */
  readonly mark?: number;
}

/** What the library gives to draw one item of a series by hand. */
export interface DrawApi {
  value(dimension: number): number;
  coord(point: readonly [x: number, y: number]): [number, number];
}

/** Height of a row, of its bar, and of what stands above and below the rows, pixels. */
const [ROW, BAR, MARGIN] = [26, 14, 30];
/** Where words stand above their bars: height of a row, and how far the word is above its middle and the bar below, pixels. */
const [HIGH_ROW, UP, DOWN] = [38, 10, 8];

/** Pixels that words beside a chart take: half the type's size for each column of a terminal, and a gap. */
export function wordsWidth(words: readonly string[]): number {
  return Math.ceil(Math.max(0, ...words.map(widthOf)) * TYPE.usual * 0.54) + 14;
}

/**
 * Lying bars, each with its word to the left, or above it in a narrow chart, and a figure beyond its end.
 *
 * @param joined each begins where the one before it ended, and a thin line says so
 * @param origin where an upright line stands
 */
export function spansDrawing(spans: readonly Span[], joined: boolean, narrow: boolean, origin = 0): Drawing {
  const [row, down] = narrow ? [HIGH_ROW, DOWN] : [ROW, 0];
  const words = spans.map(({ word }) => word);
  const ends = spans.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(origin, ...ends), Math.max(origin, ...ends)];
  const room = (high - low) * 0.14 || 1;
  const [axisLow, axisHigh] = [low < origin ? low - room : origin, high > origin ? high + room : origin];
  const renderItem = (_: unknown, api: DrawApi) => {
    const at = api.value(0);
    const { from, to, colour, label, mark } = spans[at] as Span;
    const [x1, middle] = api.coord([from, at]);
    const [x2] = api.coord([to, at]);
    const y = middle + down;
    const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
    const half = BAR / 2;
    // A figure that would stand on the words goes to the other side of its bar.
    const toLeft = to < from && left - 8 - label.length * TYPE.usual * 0.56 > api.coord([axisLow, at])[0];
    const next = joined && at < spans.length - 1;
    return {
      type: 'group',
      children: [
        {
          type: 'rect',
          shape: { x: left, y: y - half, width: Math.max(1, right - left), height: 2 * half },
          style: { fill: colour },
        },
        ...(mark === undefined
          ? []
          : [
              {
                type: 'circle',
                shape: { cx: api.coord([mark, at])[0], cy: y, r: 4 },
                style: { fill: COLOURS.ink, stroke: COLOURS.paper, lineWidth: 1 },
              },
            ]),
        ...(next
          ? [
              {
                type: 'line',
                shape: { x1: x2, y1: y + half, x2, y2: y + row - half },
                style: { stroke: COLOURS.quiet, lineWidth: 0.75 },
              },
            ]
          : []),
        {
          type: 'text',
          style: {
            text: label,
            x: toLeft ? left - 6 : right + 6,
            y,
            align: toLeft ? 'right' : 'left',
            verticalAlign: 'middle',
            fill: COLOURS.ink,
            fontSize: TYPE.usual,
            fontFamily: 'inherit',
          },
        },
      ],
    };
  };
  const option = {
    grid: { left: narrow ? 2 : wordsWidth(words), right: 8, top: 4, bottom: 24 },
    xAxis: valueAxis({
      min: axisLow,
      max: axisHigh,
      axisLabel: { show: false },
      splitLine: { show: false },
    }),
    yAxis: wordAxis(words, narrow ? { axisLabel: { show: false } } : {}),
    series: [
      { ...STILL, type: 'custom', renderItem, data: spans.map((_, at) => [at]), markLine: uprightLine(origin) },
      ...(narrow ? [wordsAbove(words, UP)] : []),
    ],
  };
  return { option, height: spans.length * row + MARGIN };
}

/** Words above the middle of their rows, at the chart's left edge. @param up how far, pixels */
export function wordsAbove(words: readonly string[], up: number): object {
  const renderItem = ({ coordSys }: { readonly coordSys: { readonly x: number } }, api: DrawApi) => {
    const at = api.value(0);
    const style = {
      text: words[at],
      x: coordSys.x + 3,
      y: api.coord([0, at])[1] - up,
      verticalAlign: 'middle',
      fill: COLOURS.ink,
      fontSize: TYPE.usual,
      fontFamily: 'inherit',
    };
    return { type: 'text', style };
  };
  return { ...STILL, type: 'custom', renderItem, data: words.map((_, at) => [at]) };
}

/** A thin upright line. */
export function uprightLine(x: number): object {
  return lineAt({ xAxis: x });
}

/** A thin line at a place on one of the axes. */
export function lineAt(place: { readonly xAxis: number } | { readonly yAxis: number }): object {
  return {
    ...STILL,
    symbol: 'none',
    label: { show: false },
    lineStyle: { color: COLOURS.ink, width: 1, type: 'solid' },
    data: [place],
  };
}

/** Steps that add up, each bar beginning where the one before it ended, and their sum from 0. */
export function waterfallSpans(
  steps: readonly { readonly word: string; readonly value: number; readonly label: string }[],
  sum: { readonly word: string; readonly value: number; readonly label: string },
  colourOf: (value: number) => string,
): Span[] {
  let so = 0;
  const spans = steps.map(({ word, value, label }): Span => {
    const from = so;
    so += value;
    return { word, from, to: so, colour: colourOf(value), label };
  });
  return [...spans, { ...sum, from: 0, to: sum.value, colour: COLOURS.ink }];
}
