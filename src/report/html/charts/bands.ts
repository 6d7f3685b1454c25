import type { EChartsCoreOption } from 'echarts/core';
import type { Band } from '../../../study/index.ts';
import { STILL, TYPE, valueAxis } from '../draw.ts';
import { COLOURS, TINTS } from '../palette.ts';
import type { DrawApi } from './spans.ts';

/** Steps of both modes on one time axis, hours since the clock's opening. */
export interface BandsData {
  readonly stepHours: number;
  /** Steps shown. */
  readonly steps: number;
  readonly staged: Band | null;
  readonly direct: Band | null;
  /** Where the axis is marked, and with what. */
  readonly marks: readonly { readonly hour: number; readonly word: string }[];
}

/** Bands of what most replications did, and their means as lines. */
export function bandsOption({ stepHours, steps, staged, direct, marks }: BandsData): EChartsCoreOption {
  const renderItem = (_: unknown, api: DrawApi) => {
    const line = (values: readonly number[]) =>
      values.slice(0, steps).map((value, i) => api.coord([(i + 0.5) * stepHours, value]));
    const shapes = (band: Band, mode: 'staged' | 'direct') => [
      {
        type: 'polygon',
        z2: 1,
        shape: { points: [...line(band.high), ...line(band.low).reverse()] },
        style: { fill: TINTS[mode], opacity: 0.75 },
      },
      {
        type: 'polyline',
        z2: 2,
        shape: { points: line(band.mean) },
        style: { stroke: COLOURS[mode], lineWidth: 1.4, fill: 'none' },
      },
    ];
    const children = [
      ...(staged === null ? [] : shapes(staged, 'staged')),
      ...(direct === null ? [] : shapes(direct, 'direct')),
    ];
    return { type: 'group', children };
  };
  const highest = Math.max(
    0,
    ...[staged, direct].flatMap((band) => band?.high.slice(0, steps) ?? []),
    ...[staged, direct].flatMap((band) => band?.mean.slice(0, steps) ?? []),
  );
  const words = new Map(marks.map(({ hour, word }) => [hour, word]));
  return {
    grid: { left: 52, right: 8, top: 8, bottom: 22 },
    xAxis: valueAxis({
      min: 0,
      max: steps * stepHours,
      axisLabel: {
        color: COLOURS.quiet,
        fontSize: TYPE.small,
        customValues: [...words.keys()],
        formatter: (hour: number) => words.get(hour) ?? '',
        hideOverlap: true,
      },
      axisTick: { show: true, customValues: [...words.keys()], lineStyle: { color: COLOURS.rule } },
      splitLine: { show: false },
    }),
    yAxis: valueAxis({ min: 0, max: highest > 0 ? undefined : 1, splitNumber: 3 }),
    series: [{ ...STILL, type: 'custom', data: [[0, highest]], clip: false, encode: { x: 0, y: 1 }, renderItem }],
  };
}
