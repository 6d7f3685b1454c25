import { fieldsOf, isStretched, type Law, type LawName } from './law.ts';
import type { Language } from './problem.ts';
import { quantityInWords } from './unit-words.ts';

const NAMES: Readonly<Record<Language, Readonly<Record<LawName, string>>>> = {
  en: {
    constant: 'constant',
    exponential: 'exponential',
    erlang: 'Erlang',
    lognormal: 'lognormal',
    gamma: 'gamma',
    weibull: 'Weibull',
    normal: 'normal cut at 0',
    triangular: 'triangular',
    uniform: 'uniform',
    empirical: 'empirical',
  },
  zh: {
    constant: '恒定',
    exponential: '指数分布',
    erlang: '爱尔朗分布',
    lognormal: '对数正态分布',
    gamma: '伽马分布',
    weibull: '威布尔分布',
    normal: '正态分布（截去负值）',
    triangular: '三角分布',
    uniform: '均匀分布',
    empirical: '经验分布',
  },
};

const FIELDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  zh: {
    mean: '均值',
    cv: '变异系数',
    order: '阶数',
    shape: '形状',
    scale: '尺度',
    sd: '标准差',
    low: '最小',
    mode: '众数',
    high: '最大',
  },
};

/** A field of a law in the reader's words. */
export function lawFieldInWords(field: string, language: Language): string {
  return FIELDS[language][field] ?? field;
}

/** Figures of a law that are shown. */
const DIGITS = 6;

/**
 * A law in the reader's words.
 *
 * @param unit of its times
 * @param mean what the parameter has as its mean, where it may be another than the law's own
 * @example lawInWords({ name: 'lognormal', mean: 7, cv: 0.3 }, 'min', 'en') // 'lognormal: mean 7 min, cv 0.3'
 */
export function lawInWords(law: Law, unit: string, language: Language, mean?: number): string {
  const said = shapeInWords(law, unit, language);
  if (mean === undefined || !isStretched(law, mean)) return said;
  const to = quantityInWords(Number(mean.toPrecision(DIGITS)), unit, language);
  return language === 'zh' ? `${said}，按比例调至均值 ${to}` : `${said}, stretched to a mean of ${to}`;
}

function shapeInWords(law: Law, unit: string, language: Language): string {
  const zh = language === 'zh';
  const name = NAMES[language][law.name];
  const figure = (value: number) => Number(value.toPrecision(DIGITS));
  const time = (value: number) => quantityInWords(figure(value), unit, language);
  if (law.name === 'constant') return `${name} ${time(law.value)}`;
  if (law.name === 'empirical') {
    return zh ? `${name}（${law.values.length} 个观测值）` : `${name} (${law.values.length} observations)`;
  }
  const fields = fieldsOf(law).map(([field, value, isTime]) => {
    return `${lawFieldInWords(field, language)} ${isTime ? time(value) : figure(value)}`;
  });
  return zh ? `${name}：${fields.join('、')}` : `${name}: ${fields.join(', ')}`;
}
