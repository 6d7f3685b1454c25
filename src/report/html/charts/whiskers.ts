import type { EChartsCoreOption } from 'echarts/core';
import { STILL, TYPE, valueAxis, wordAxis } from '../draw.ts';
import { COLOURS } from '../palette.ts';
import { type DrawApi, lineAt } from './spans.ts';

/** A figure over a word, with its interval; nulls where there is none. */
export interface Whisker {
  /** Place of its word. */
  readonly at: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Points with their intervals over words in a row, and a line at 0 where some lie on either side. @param joined points of neighbours are joined by a line */
export function whiskersOption(
  words: readonly string[],
  whiskers: readonly Whisker[],
  joined: boolean,
  bounds?: readonly [low: number, high: number],
): EChartsCoreOption {
  const renderItem = (_: unknown, api: DrawApi) => {
    const points = whiskers.map(({ at, value }) => api.coord([at, value]));
    // No line over a word that has no point: nothing is known there.
    const lines = whiskers.slice(1).flatMap(({ at }, i) => {
      const [[x1, y1], [x2, y2]] = [points[i] as [number, number], points[i + 1] as [number, number]];
      const style = { stroke: COLOURS.direct, lineWidth: 1.4 };
      return at - (whiskers[i] as Whisker).at === 1 ? [{ type: 'line', shape: { x1, y1, x2, y2 }, style }] : [];
    });
    const marks = whiskers.flatMap(({ at, low, high }, i) => {
      const [x, y] = points[i] as [number, number];
      const bar = (end: number) => api.coord([at, end])[1];
      return [
        ...(low === null || high === null
          ? []
          : [
              {
                type: 'line',
                shape: { x1: x, y1: bar(low), x2: x, y2: bar(high) },
                style: { stroke: COLOURS.direct, lineWidth: 3, opacity: 0.35 },
              },
            ]),
        { type: 'circle', shape: { cx: x, cy: y, r: 3.5 }, style: { fill: COLOURS.direct } },
      ];
    });
    return { type: 'group', children: [...(joined ? lines : []), ...marks] };
  };
  const ends = whiskers.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const [least, most] = bounds ?? [Math.min(...ends), Math.max(...ends)];
  const room = bounds === undefined ? (most - least) * 0.08 || 1 : 0;
  return {
    grid: { left: 60, right: 24, top: 10, bottom: 28 },
    xAxis: wordAxis(words, {
      inverse: false,
      axisLabel: { color: COLOURS.quiet, fontSize: TYPE.small, hideOverlap: true },
      axisLine: { show: true, lineStyle: { color: COLOURS.rule }, onZero: false },
    }),
    yAxis: valueAxis({
      min: least - room,
      max: most + room,
      axisLabel: {
        color: COLOURS.quiet,
        fontSize: TYPE.small,
        showMinLabel: bounds !== undefined,
        showMaxLabel: bounds !== undefined,
        formatter: (value: number) => String(Number(value.toPrecision(3))).replace('-', '\u2212'),
      },
    }),
    series: [
      {
        ...STILL,
        type: 'custom',
        clip: false,
        data: [[0, least]],
        renderItem,
        ...(least < 0 && most > 0 ? { markLine: lineAt({ yAxis: 0 }) } : {}),
      },
    ],
  };
}
