import type { EChartsCoreOption } from 'echarts/core';
import type { SeasonView, ShipStay } from '../../../study/index.ts';
import { STILL, TYPE, valueAxis } from '../draw.ts';
import { COLOURS, TINTS } from '../palette.ts';
import type { DrawApi } from './spans.ts';

/** Part of a season that one picture shows: hours since the clock's opening. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Written under a day. */
  readonly dayLabel: (hour: number) => string;
}

/** Heights, pixels: of a berth's row and of its bar, of the tide's strip, of what stands above and below. */
const [LANE, BAR, TIDE, TOP, BOTTOM] = [22, 13, 26, 4, 22];
const [GAP, RIGHT] = [6, 10];

/** Height of such a picture, pixels. */
export function berthPlanHeight(berths: number): number {
  return TOP + 2 * berths * LANE + GAP + TIDE + BOTTOM;
}

/**
 * Who lies at the berths: staging above, direct loading below, behind both the weather that stops loading, under them
 * the tide. A thin line under a bar is the ship's waiting.
 *
 * @param left pixels kept for the names of the modes, of the width of all
 */
export function berthPlanOption(
  view: SeasonView,
  { from, to, dayLabel }: Stretch,
  names: { readonly staged: string; readonly direct: string },
  left: number,
  width: number,
): EChartsCoreOption {
  const shapes = (api: DrawApi): object[] => {
    const x = (hour: number) => api.coord([Math.min(to, Math.max(from, hour)), 0])[0];
    const bottom = TOP + 2 * view.berths * LANE + GAP + TIDE;
    const box = (start: number, end: number, y: number, height: number, fill: string) => ({
      type: 'rect',
      shape: { x: x(start), y, width: Math.max(0.75, x(end) - x(start)), height },
      style: { fill },
    });
    const inside = (start: number, end: number) => end > from && start < to;
    const stops = view.weatherStops
      .filter(([a, b]) => inside(a, b))
      .map(([a, b]) => box(a, b, TOP, bottom - TOP, COLOURS.weather));
    const lanesOf = (mode: 'staged' | 'direct', top: number) => {
      const { stays, others } = view[mode];
      const y = (lane: number) => top + lane * LANE + 2;
      return [
        ...others.flatMap(({ berth, alongside, sailed }) => {
          return inside(alongside, sailed) ? [box(alongside, sailed, y(berth), BAR, COLOURS.tide)] : [];
        }),
        ...stays.flatMap((stay) => {
          return inside(stay.arrived, stay.sailed) ? stayShapes(stay, mode, y(stay.berth), { box, x, inside }) : [];
        }),
        text(names[mode], left - 8, top + (view.berths * LANE) / 2 - 2, { align: 'right' }),
      ];
    };
    return [
      ...stops,
      tideLine(view, from, to, x, bottom),
      ...lanesOf('staged', TOP),
      ...lanesOf('direct', TOP + view.berths * LANE),
    ];
  };
  const dayWidth = ((width - left - RIGHT) / (to - from)) * 24;
  return {
    // The words under the axis have room: measuring them took a sixth of the drawing.
    grid: { left, right: RIGHT, top: TOP, bottom: BOTTOM, outerBoundsMode: 'none' },
    xAxis: valueAxis({
      min: from,
      max: to,
      interval: 24,
      splitLine: { lineStyle: { color: COLOURS.rule, width: 0.5 } },
      axisLabel: {
        color: COLOURS.quiet,
        fontSize: TYPE.small,
        align: 'center',
        padding: [0, 0, 0, dayWidth],
        formatter: (hour: number) => (hour < to ? dayLabel(hour) : ''),
      },
    }),
    yAxis: { type: 'value', min: 0, max: 1, show: false },
    series: [
      {
        ...STILL,
        type: 'custom',
        clip: false,
        data: [[from, 0]],
        renderItem: (_: unknown, api: DrawApi) => ({ type: 'group', children: shapes(api) }),
      },
    ],
  };
}

interface Pencil {
  box(start: number, end: number, y: number, height: number, fill: string): object;
  x(hour: number): number;
  inside(start: number, end: number): boolean;
}

function stayShapes(stay: ShipStay, mode: 'staged' | 'direct', y: number, { box, x, inside }: Pencil): object[] {
  const { arrived, pilotOnBoard, alongside, loadingStarted, loadingCompleted, sailed, call } = stay;
  const [left, right] = [x(alongside), x(sailed)];
  const width = right - left;
  return [
    ...(inside(arrived, pilotOnBoard) ? [box(arrived, pilotOnBoard, y + BAR + 2, 2.5, COLOURS[mode])] : []),
    ...(inside(alongside, sailed) ? [box(alongside, sailed, y, BAR, TINTS[mode])] : []),
    ...(inside(loadingStarted, loadingCompleted) ? [box(loadingStarted, loadingCompleted, y, BAR, COLOURS[mode])] : []),
    ...(width < 8 * String(call).length
      ? []
      : [
          text(String(call), (left + right) / 2, y + BAR / 2 + 0.5, {
            align: 'center',
            fill: COLOURS.paper,
            fontWeight: 600,
            fontSize: TYPE.small,
          }),
        ]),
  ];
}

function text(words: string, x: number, y: number, style: object): object {
  return {
    type: 'text',
    style: {
      text: words,
      x,
      y,
      verticalAlign: 'middle',
      fill: COLOURS.ink,
      fontSize: TYPE.usual,
      fontFamily: 'inherit',
      ...style,
    },
  };
}

function tideLine({ tide }: SeasonView, from: number, to: number, x: (hour: number) => number, bottom: number): object {
  const highest = Math.max(0.01, ...tide.metres);
  const points: [number, number][] = [];
  for (let i = Math.ceil(from / tide.everyHours); i * tide.everyHours <= to && i < tide.metres.length; i++) {
    points.push([x(i * tide.everyHours), bottom - 2 - ((tide.metres[i] as number) / highest) * (TIDE - 6)]);
  }
  return { type: 'polyline', shape: { points }, style: { stroke: COLOURS.tide, lineWidth: 1, fill: 'none' } };
}
