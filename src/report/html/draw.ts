import type { EChartsCoreOption } from 'echarts/core';
import { Markup } from './markup.ts';
import { COLOURS } from './palette.ts';

/** Draws a chart as SVG; sizes in CSS pixels. @param name unlike that of any other chart on the page */
export type Draw = (name: string, option: EChartsCoreOption, width: number, height: number) => Markup;

/** What is drawn, and how high, pixels. */
export interface Drawing {
  readonly option: EChartsCoreOption;
  readonly height: number;
}

/** Widths of charts, pixels: as wide as the page, and as wide as a phone held upright. */
export const [BROAD, NARROW] = [760, 358];

/** Sizes of type in a chart. */
export const TYPE = { small: 11, usual: 12 } as const;

/** Loads what draws charts: only who makes a report waits for it. */
export async function loadDraw(): Promise<Draw> {
  const [core, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  const { BarChart, CustomChart, LineChart } = charts;
  const { GridComponent, MarkLineComponent } = components;
  core.use([BarChart, CustomChart, LineChart, GridComponent, MarkLineComponent, renderers.SVGRenderer]);
  return (name, option, width, height) => {
    const chart = core.init(null, null, { renderer: 'svg', ssr: true, width, height });
    try {
      const textStyle = { fontFamily: 'inherit', fontSize: TYPE.usual, color: COLOURS.ink };
      chart.setOption({ animation: false, textStyle, ...option });
      return new Markup(tidied(chart.renderToSVGString(), name));
    } finally {
      chart.dispose();
    }
  };
}

/**
 * What is of use on paper: no styles of hovering, no notes for scripts; and names that depend on the chart alone, where
 * the library counts all charts that the process ever drew.
 */
function tidied(svg: string, name: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>\n?/g, '')
    .replace(/ (?:ecmeta_\w+|class|pointer-events|xmlns:xlink|version|baseProfile)="[^"]*"/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>\n?/, '')
    .replace(/\bzr\d+-c(\d+)/g, `${name}-$1`)
    .replace('<svg ', '<svg aria-hidden="true" focusable="false" ');
}

/** An axis of figures, with quiet lines. */
export function valueAxis(more: object = {}): object {
  return {
    type: 'value',
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: COLOURS.quiet, fontSize: TYPE.small, formatter: axisFigure },
    splitLine: { lineStyle: { color: COLOURS.rule, width: 0.5 } },
    splitNumber: 4,
    ...more,
  };
}

/** A figure at an axis: a minus instead of a hyphen, thousands apart. */
export function axisFigure(value: number): string {
  const [whole = '', part] = String(Math.abs(value)).split('.');
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '\u2212' : ''}${apart}${part === undefined ? '' : `.${part}`}`;
}

/** An axis of words. */
export function wordAxis(words: readonly string[], more: object = {}): object {
  return {
    type: 'category',
    data: words,
    inverse: true,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: COLOURS.ink, fontSize: TYPE.usual, interval: 0 },
    splitLine: { show: false },
    ...more,
  };
}

/** What every series has: nothing answers to the mouse. */
export const STILL = { silent: true, emphasis: { disabled: true }, animation: false } as const;
