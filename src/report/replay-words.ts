import type { Language } from '../scenario/index.ts';
import type { ReplayMeasure, ReplayVerdict } from '../study/index.ts';

/** What a report of a replay says in one language. */
export interface ReplayWords {
  readonly served: (calls: string, mode: string, replications: string) => string;
  readonly trucks: (trips: string) => string;
  readonly departures: string;
  readonly noDepartures: string;
  readonly unplaced: (calls: string, trips: string) => string;
  readonly heading: string;
  readonly measures: Readonly<Record<ReplayMeasure, string>>;
  readonly columns: Readonly<
    Record<'calls' | 'recorded' | 'simulated' | 'error' | 'interval' | 'inside' | 'unit' | 'verdict', string>
  >;
  readonly verdicts: Readonly<Record<ReplayVerdict, string>>;
  readonly unit: Readonly<Record<'h' | 'min', string>>;
  readonly quantiles: string;
  readonly note: string;
  readonly drawn: string;
  readonly agrees: string;
  readonly differs: (long: readonly string[], short: readonly string[]) => string;
  readonly provenance: string;
}

export const REPLAY_WORDS: Readonly<Record<Language, ReplayWords>> = {
  en: {
    served: (calls, mode, replications) =>
      `${calls} recorded calls served as they came, ${mode}, ${replications} times over.`,
    trucks: (trips) => `Truck trips recorded: ${trips}.`,
    departures:
      "Trucks are sent when they were: the day's own delays are in those times, so that a ship held up then is held up here too, and drawn weather comes on top. --dispatch policy sends them as the scenario does.",
    noDepartures: 'Trucks are sent as the scenario sends them, not when the log says.',
    unplaced: (calls, trips) => `Left out: ${calls} calls without an arrival or a tonnage, ${trips} trips of no call.`,
    heading: 'Simulated against recorded',
    measures: {
      'vessel.waitHours': 'Ship waiting for berth',
      'vessel.loadingHours': 'Loading',
      'vessel.berthHours': 'Ship alongside',
      'vessel.portHours': 'Ship in port',
      'truck.worksHours': 'Truck at the works',
      'truck.roadHours': 'Drive works to port',
      'truck.portHours': 'Truck in port',
    },
    columns: {
      calls: 'calls',
      recorded: 'recorded',
      simulated: 'simulated',
      error: 'error',
      interval: 'its 95% interval',
      inside: 'inside',
      unit: 'unit',
      verdict: 'verdict',
    },
    verdicts: { agrees: 'agrees', long: 'too long', short: 'too short', few: 'too few calls' },
    unit: { h: 'h', min: 'min' },
    quantiles: 'Half of the ships or trucks took at most (50%), nine tenths (90%)',
    note: 'error: simulated less recorded, mean over calls; agrees: its interval holds 0, which few calls make easy. inside: calls whose recorded time lies between the 5% and 95% of its own replications; nine in ten would do so if the model were right.',
    drawn: 'Weather, breakdowns, inspections and payloads are drawn: no log tells those of the day.',
    agrees: 'Verdict: the model agrees with the log in all that it tells, as far as so many calls can say.',
    differs: (long, short) =>
      `Verdict: the model does not agree with the log: ${[
        ...(long.length > 0 ? [`too long in ${long.join(', ')}`] : []),
        ...(short.length > 0 ? [`too short in ${short.join(', ')}`] : []),
      ].join('; ')}.`,
    provenance: 'Provenance',
  },
  zh: {
    served: (calls, mode, replications) => `按记录重演 ${calls} 个船次，${mode}，重复 ${replications} 次。`,
    trucks: (trips) => `记录的车次：${trips}。`,
    departures:
      '车辆按记录的时刻发车：当日的延误已在其中，当时受阻的船在此同样受阻，随机天气另计。--dispatch policy 则按情景的规则发车。',
    noDepartures: '车辆按情景的规则发车，不按记录的时刻。',
    unplaced: (calls, trips) => `未采用：缺到港时间或吨数的船次 ${calls} 个，不属任何船次的车次 ${trips} 个。`,
    heading: '模拟与记录对照',
    measures: {
      'vessel.waitHours': '船舶待泊时间',
      'vessel.loadingHours': '装船时间',
      'vessel.berthHours': '船舶在泊时间',
      'vessel.portHours': '船舶在港时间',
      'truck.worksHours': '车辆在厂时间',
      'truck.roadHours': '重车行驶时间',
      'truck.portHours': '车辆在港时间',
    },
    columns: {
      calls: '船次',
      recorded: '记录',
      simulated: '模拟',
      error: '误差',
      interval: '95% 区间',
      inside: '区间内',
      unit: '单位',
      verdict: '结论',
    },
    verdicts: { agrees: '相符', long: '偏长', short: '偏短', few: '船次过少' },
    unit: { h: '小时', min: '分钟' },
    quantiles: '半数（50%）与九成（90%）的船或车不超过',
    note: '误差：模拟减记录，按船次平均；相符：其区间含 0，船次越少越容易相符。区间内：记录值落在该船次各次模拟 5% 与 95% 分位之间的船次数；模型正确时应约占九成。',
    drawn: '天气、故障、查验与载重为随机抽取，记录中没有当日实况。',
    agrees: '结论：就这些船次而言，模型与记录各项相符。',
    differs: (long, short) =>
      `结论：模型与记录不符：${[
        ...(long.length > 0 ? [`偏长：${long.join('、')}`] : []),
        ...(short.length > 0 ? [`偏短：${short.join('、')}`] : []),
      ].join('；')}。`,
    provenance: '来源',
  },
};
