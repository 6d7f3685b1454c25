import { type Drawing, STILL, TYPE, valueAxis, wordAxis } from '../draw.ts';
import { COLOURS } from '../palette.ts';
import { wordsAbove, wordsWidth } from './spans.ts';

/** A word with a figure of each mode, and how it is written; null where there is none. */
export interface PairOfBars {
  readonly word: string;
  readonly staged: number | null;
  readonly direct: number | null;
  readonly labels: readonly [staged: string, direct: string];
}

const [PAIR, MARGIN] = [38, 14];
/** Where words stand above their bars: height of a pair, and how far the word is above its middle, pixels. */
const [HIGH_PAIR, UP] = [54, 20];

/**
 * Lying bars in pairs, staged above direct; each has its word to the left, or above it in a narrow chart.
 *
 * @param most the figure that the axis reaches; the largest unless said
 */
export function pairsDrawing(pairs: readonly PairOfBars[], narrow: boolean, most?: number): Drawing {
  const words = pairs.map(({ word }) => word);
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
  const option = {
    grid: { left: narrow ? 2 : wordsWidth(words), right: 8, top: 4, bottom: 4 },
    xAxis: valueAxis({
      min: 0,
      max: longest > 0 ? longest * 1.2 : 1,
      axisLabel: { show: false },
      splitLine: { show: false },
    }),
    yAxis: wordAxis(words, narrow ? { axisLabel: { show: false } } : {}),
    series: [...series, ...(narrow ? [wordsAbove(words, UP)] : [])],
  };
  return { option, height: pairs.length * (narrow ? HIGH_PAIR : PAIR) + MARGIN };
}
