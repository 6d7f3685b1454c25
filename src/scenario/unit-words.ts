import type { Language } from './problem.ts';
import type { BaseDimension } from './unit-table.ts';
import type { Dimension } from './units.ts';

/** A unit that only messages and reports have: an hour of the day, which is no length of time. */
export const HOUR_OF_DAY = 'hour of day';

const CHINESE: ReadonlyMap<string, string> = new Map([
  ['yuan', '元'],
  ['USD', '美元'],
  ['kg', '千克'],
  ['t', '吨'],
  ['m', '米'],
  ['km', '公里'],
  ['100km', '百公里'],
  ['s', '秒'],
  ['min', '分钟'],
  ['h', '小时'],
  ['d', '天'],
  ['yr', '年'],
  ['L', '升'],
  ['NT', '净吨'],
  ['kWh', '千瓦时'],
  ['truck', '车'],
  ['trucks', '辆'],
  ['machines', '台'],
  ['lanes', '道'],
  ['cranes', '台'],
  ['berths', '个'],
  ['bays', '个'],
  ['hatches', '个'],
  ['moves', '次'],
  ['slots', '个'],
  ['pads', '个'],
  ['hatches', '个'],
  ['lots', '批'],
  ['loads', '车'],
  ['calls', '艘次'],
  ['declaration', '份'],
  ['inspection', '次'],
  ['move', '次'],
  ['ships', '艘'],
  ['pilots', '名'],
  ['tugs', '艘'],
]);

/**
 * A unit in the reader's words; nothing for what has none.
 *
 * @example unitInWords('yuan/t/d', 'zh') // '元/吨·天'
 */
export function unitInWords(unit: string, language: Language): string {
  if (unit === '1') return '';
  if (unit === '1/yr') return language === 'zh' ? '每年' : 'per year';
  if (language === 'en') return unit;
  const [first = '', ...others] = unit.split('/').map((part) => CHINESE.get(part) ?? part);
  return others.length === 0 ? first : `${first}/${others.join('·')}`;
}

/**
 * A value with its unit in the reader's words.
 *
 * @example quantityInWords(16, 'd', 'zh') // '16 天'
 */
export function quantityInWords(value: number | string, unit: string, language: Language): string {
  if (unit === HOUR_OF_DAY) return language === 'zh' ? `${value} 时` : `${value}:00`;
  const word = unitInWords(unit, language);
  return word === '' ? String(value) : `${value} ${word}`;
}

type DimensionNames = Readonly<Record<Exclude<BaseDimension, ''>, string>>;

const DIMENSIONS: Readonly<Record<Language, DimensionNames>> = {
  en: {
    mass: 'mass',
    length: 'length',
    time: 'time',
    energy: 'energy',
    volume: 'volume',
    yuan: 'yuan',
    dollar: 'US dollars',
    'net tonnage': 'net tonnage',
    count: 'number of things',
  },
  zh: {
    mass: '质量',
    length: '长度',
    time: '时间',
    energy: '能量',
    volume: '体积',
    yuan: '人民币金额',
    dollar: '美元金额',
    'net tonnage': '净吨位',
    count: '数量',
  },
};

/**
 * What a unit measures, in the reader's words.
 *
 * @example dimensionInWords({ mass: 1, time: -1 }, 'en') // 'mass per time'
 */
export function dimensionInWords(dimension: Dimension, language: Language): string {
  const names = DIMENSIONS[language];
  const powers = Object.entries(dimension) as [keyof DimensionNames, number][];
  const over = powers.flatMap(([name, power]) => Array.from({ length: Math.max(0, power) }, () => names[name]));
  const under = powers.flatMap(([name, power]) => Array.from({ length: Math.max(0, -power) }, () => names[name]));
  const per = language === 'zh' ? '/' : ' per ';
  if (under.length === 0) return over.length === 0 ? (language === 'zh' ? '纯数' : 'plain number') : over.join(' × ');
  return `${over.length === 0 ? '1' : over.join(' × ')}${per}${under.join(per)}`;
}
