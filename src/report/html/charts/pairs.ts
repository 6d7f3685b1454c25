import type { EChartsCoreOption } from 'echarts/core';
import { STILL, TYPE, valueAxis, wordAxis } from '../draw.ts';
import { COLOURS } from '../palette.ts';
import { wordsWidth } from './spans.ts';

/** A word with a figure of each mode, and how it is written; null where there is none. */
export interface PairOfBars {
  readonly word: string;
  readonly staged: number | null;
  readonly direct: number | null;
  readonly labels: readonly [staged: string, direct: string];
}

const [PAIR, MARGIN] = [38, 14];

/** Height of a chart of so many pairs, pixels. */
export function pairsHeight(count: number): number {
  return count * PAIR + MARGIN;
}

/** Lying bars in pairs, staged above direct. @param most the figure that the axis reaches; the largest unless said */
export function pairsOption(pairs: readonly PairOfBars[], most?: number): EChartsCoreOption {
  const longest = most ?? Math.max(0, ...pairs.flatMap(({ staged, direct }) => [staged ?? 0, direct ?? 0]));
  const series = (['staged', 'direct'] as const).map((mode, side) => ({
    ...STILL,
    type: 'bar',
    barWidth: 11,
    barGap: '18%',
    itemStyle: { color: COLOURS[mode] },
    label: { show: true, position: 'right', color: COLOURS.ink, fontSize: TYPE.small, textBorderWidth: 0, distance: 5 },
    data: pairs.map((pair) => ({
      value: pair[mode] ?? 0,
      label: { formatter: () => pair.labels[side] as string },
    })),
  }));
  return {
    grid: { left: wordsWidth(pairs.map(({ word }) => word)), right: 8, top: 4, bottom: 4 },
    xAxis: valueAxis({
      min: 0,
      max: longest > 0 ? longest * 1.2 : 1,
      axisLabel: { show: false },
      splitLine: { show: false },
    }),
    yAxis: wordAxis(pairs.map(({ word }) => word)),
    series,
  };
}
