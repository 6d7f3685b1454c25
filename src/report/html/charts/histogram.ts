import type { EChartsCoreOption } from 'echarts/core';
import { axisFigure, STILL, TYPE, valueAxis } from '../draw.ts';
import { COLOURS, sideColour } from '../palette.ts';
import { type DrawApi, uprightLine } from './spans.ts';

/** What a histogram shows, in the unit it is shown in. */
export interface HistogramData {
  readonly bins: readonly { readonly low: number; readonly high: number; readonly count: number }[];
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Bars of counts, coloured by the side of 0 they stand on, and below them the mean with its interval. */
export function histogramOption({ bins, mean, low, high }: HistogramData): EChartsCoreOption {
  const renderItem = (_: unknown, api: DrawApi) => {
    const bin = bins[api.value(0)];
    if (bin === undefined) return intervalMark(api, mean, low, high);
    const [x1, y1] = api.coord([bin.low, bin.count]);
    const [x2, y0] = api.coord([bin.high, 0]);
    const shape = { x: x1 + 0.5, y: y1, width: Math.max(1, x2 - x1 - 1), height: y0 - y1 };
    return { type: 'rect', shape, style: { fill: sideColour(bin.low) } };
  };
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const edges = [0, ...bins.flatMap((bin) => [bin.low, bin.high])];
  return {
    grid: { left: 30, right: 14, top: 8, bottom: 38 },
    xAxis: valueAxis({
      min: Math.min(...edges),
      max: Math.max(...edges),
      splitLine: { show: false },
      axisLabel: {
        color: COLOURS.quiet,
        fontSize: TYPE.small,
        margin: 18,
        formatter: axisFigure,
        hideOverlap: true,
        showMinLabel: true,
        showMaxLabel: true,
      },
    }),
    yAxis: valueAxis({ min: 0, max: 2 * Math.ceil(most / 2), interval: Math.ceil(most / 2) }),
    series: [
      {
        ...STILL,
        type: 'custom',
        clip: false,
        renderItem,
        data: [...bins.map((_, at) => [at]), [bins.length]],
        markLine: uprightLine(0),
      },
    ],
  };
}

function intervalMark(api: DrawApi, mean: number, low: number | null, high: number | null): object {
  const [x, base] = api.coord([mean, 0]);
  const y = base + 9;
  const line =
    low === null || high === null
      ? []
      : [
          {
            type: 'line',
            shape: { x1: api.coord([low, 0])[0], y1: y, x2: api.coord([high, 0])[0], y2: y },
            style: { stroke: COLOURS.ink, lineWidth: 2 },
          },
        ];
  return {
    type: 'group',
    children: [
      ...line,
      {
        type: 'circle',
        shape: { cx: x, cy: y, r: 4 },
        style: { fill: COLOURS.ink, stroke: COLOURS.paper, lineWidth: 1 },
      },
    ],
  };
}
