import { count, type Parameter, quantity, within } from './parameter.ts';

/** When ships are expected, when they come, and how long the clock runs around the period. */
export const CALLS = {
  'calls.laycanShape': count({
    unit: '1',
    value: 2,
    range: [1, 8],
    bounds: within(1, 100),
    kind: 'law',
    en: ['Regularity of laycans', 'Erlang order of the gaps between laycans: 1 is random, more is more regular.'],
    zh: ['受载期规律性', '相邻受载期间隔的爱尔朗分布阶数：1 为随机，越大越均匀。'],
    standing: 'sourced',
    source:
      'van Vianen, Ottjes, Lodewijks, citing UNCTAD 1985: https://9lib.org/document/zx509xoq-simulation-integrated-design-of-dry-bulk-terminals.html',
    note: 'Poisson or Erlang-2; demurrage is very sensitive to the law (Rodrigues & Rangel 2016: up to 566 %); the upper end of the range is assumed',
  }),
  'calls.arrivalDeviationSd': quantity({
    unit: 'h',
    value: 18,
    range: [6, 48],
    bounds: within(0, 240),
    kind: 'law',
    en: ['Spread of arrival', 'Standard deviation of the actual arrival about the laycan; the draw is cut at three.'],
    zh: ['到港偏差', '实际到港相对受载期的标准差；在三倍处截断。'],
    standing: 'assumed',
    note: 'the arrival law alone can move demurrage several-fold',
  }),
  'calls.clockOpening': quantity({
    unit: 'd',
    value: 16,
    range: [15, 30],
    bounds: within(1, 365),
    whole: true,
    kind: 'clock',
    en: ['Clock opens before the period', 'Whole days simulated before the period, for the first staging.'],
    zh: ['模拟提前开始', '统计期之前模拟的整天数，供首票集港。'],
    standing: 'assumed',
    note: 'at least the staging lead, whose range ends at 15 d; the same in both modes',
  }),
  'calls.clockClosing': quantity({
    unit: 'd',
    value: 60,
    range: [60, 60],
    bounds: within(1, 3650),
    whole: true,
    kind: 'clock',
    en: ['Clock closes after the period', 'Whole days simulated after the period, so that the last ship sails.'],
    zh: ['模拟延后结束', '统计期之后模拟的整天数，使末艘船得以离港。'],
    standing: 'assumed',
    note: 'long enough for a queue of large ships at the end; the same in both modes',
  }),
} satisfies Record<string, Parameter>;
