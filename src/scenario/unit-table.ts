/** What a base unit measures. Things counted are a dimension of their own; `` has none. */
export type BaseDimension =
  | ''
  | 'mass'
  | 'length'
  | 'time'
  | 'energy'
  | 'volume'
  | 'yuan'
  | 'dollar'
  | 'net tonnage'
  | 'count';

/** A base unit's dimension and its size as a ratio of whole numbers. */
export type BaseUnit = readonly [dimension: BaseDimension, numerator: number, denominator: number];

/** One size of one dimension with every word a planner may write for it, blanks between; the catalogue's comes first. */
type Line = readonly [words: string, dimension: BaseDimension, numerator: number, denominator?: number];

const LINES: readonly Line[] = [
  ['1', '', 1],
  ['%', '', 1, 100],
  ['kg 千克 公斤', 'mass', 1],
  ['t 吨 公吨 tonne tonnes', 'mass', 1000],
  ['kt 千吨', 'mass', 1_000_000],
  ['万吨', 'mass', 10_000_000],
  ['m 米 metre metres', 'length', 1],
  ['km 公里 千米', 'length', 1000],
  ['100km 百公里', 'length', 100_000],
  ['nm 海里', 'length', 1852],
  ['s 秒 秒钟 sec second seconds', 'time', 1],
  ['min 分钟 分 mins minute minutes', 'time', 60],
  ['h 小时 个小时 时 hr hrs hour hours', 'time', 3600],
  ['d 天 日 昼夜 day days', 'time', 86_400],
  ['week 周 weeks', 'time', 604_800],
  ['yr 年 a year years', 'time', 31_536_000],
  ['kWh 千瓦时 度', 'energy', 1],
  ['L 升 l', 'volume', 1],
  ['yuan 元 CNY RMB', 'yuan', 1],
  ['万元', 'yuan', 10_000],
  ['亿元', 'yuan', 100_000_000],
  ['USD 美元 US$', 'dollar', 1],
  ['万美元', 'dollar', 10_000],
  ['NT 净吨', 'net tonnage', 1],
  ['truck trucks machine machines hatch hatches lane lanes crane cranes berth berths call calls lot lots', 'count', 1],
  ['bay bays slot slots load loads declaration declarations inspection inspections move moves', 'count', 1],
  ['ship ships pad pads pilot pilots tug tugs', 'count', 1],
  ['辆 台 个 道 条 位 名 份 批 票 次 艘 艘次 车 车次 趟', 'count', 1],
];

/** Every base unit by the words for it. */
export const BASE_UNITS: ReadonlyMap<string, BaseUnit> = new Map(
  LINES.flatMap(([words, dimension, numerator, denominator = 1]) =>
    words.split(' ').map((word): readonly [string, BaseUnit] => [word, [dimension, numerator, denominator]]),
  ),
);
