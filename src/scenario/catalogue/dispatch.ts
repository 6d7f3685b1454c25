import { choice, count, type Parameter, positive, quantity, within } from './parameter.ts';

/** The rule by which trucks are sent in direct mode. */
export const DISPATCH = {
  'dispatch.policy': choice({
    value: 'pull',
    choices: ['all-at-once', 'headway', 'pull', 'appointments', 'look-ahead'],
    kind: 'policy',
    en: [
      'Dispatch policy',
      'All at once, one per headway, pulled by a number under way, by appointment, or looking ahead.',
    ],
    zh: ['发车策略', '一次发出、固定间隔、按在途车数拉动、预约时段，或按船舶预计就绪时刻倒排。'],
    standing: 'assumed',
  }),
  'dispatch.trucksUnderWay': count({
    unit: 'trucks',
    value: 30,
    range: [20, 60],
    bounds: within(1, 10_000),
    kind: 'policy',
    en: ['Trucks under way', 'Pull: the number of trucks kept under way.'],
    zh: ['在途目标车数', '拉动策略保持在途的卡车数。'],
    standing: 'assumed',
    note: 'pull policy; about 20 feed the cranes at base values, everything above buys waiting',
  }),
  'dispatch.headway': quantity({
    unit: 'min',
    value: 2.3,
    range: [1.4, 5],
    bounds: positive(1440),
    kind: 'policy',
    en: ['Headway', 'Headway policy: time between releases; appointments: between slots.'],
    zh: ['发车间隔', '按间隔策略的发车间隔；预约策略的时段间隔。'],
    standing: 'assumed',
    note: '32 t / (3 cranes x 280 t/h) = 2.3 min feeds the cranes at base values; 1.4 min feeds three at the record rate',
  }),
  'dispatch.punctuality': quantity({
    unit: 'min',
    value: 2.5,
    range: [0, 15],
    bounds: within(0, 1440),
    kind: 'law',
    en: ['Punctuality', 'Appointments: standard deviation about the slot; normal, cut at three of them.'],
    zh: ['准点偏差', '预约策略：实际出发偏离时段的标准差；正态分布，三倍处截断。'],
    standing: 'sourced',
    source:
      'Neagoe et al., wood-chip export terminal: https://9dok.net/article/simulation-results-bulk-cargo-terminal-simulation-model.y4w86wx9',
    note: 'equal slots with N(0, 2.5) min, of another terminal and another cargo; the range is assumed',
  }),
  'dispatch.lead': quantity({
    unit: 'h',
    value: 1,
    range: [0, 4],
    bounds: within(0, 240),
    kind: 'policy',
    en: ['Dispatch lead', 'Dispatch begins so long before the ship is expected to be ready; look-ahead finds it out.'],
    zh: ['提前发车时间', '在船舶预计可以开始装货之前多久开始发车；倒排策略自行推算。'],
    standing: 'assumed',
    note: 'the first-truck time reads this back almost one to one',
  }),
} satisfies Record<string, Parameter>;
