import { choiceInChinese } from './choice-words.ts';
import type { Finding, Messages, Relation } from './problem.ts';
import { type ExpectationWords, expectationIn, type FindingWords, findingIn } from './problem-words.ts';
import { dimensionInWords, HOUR_OF_DAY, quantityInWords, unitInWords } from './unit-words.ts';
import { dimensionOf } from './units.ts';
import { yamlErrorInChinese } from './yaml-errors.zh.ts';

const RELATIONS = { atMost: '不超过', atLeast: '不少于', below: '小于', above: '大于' } as const;
const RELATIONS_IN_TIME = { atMost: '不晚于', atLeast: '不早于', below: '早于', above: '晚于' } as const;

const TERMS: Readonly<Record<string, string>> = {
  largestCargo: '含损耗的最大一票货量',
  largestLoad: '单车最大载重',
  periodStart: '首日',
  'third of fleet.payload': ' fleet.payload 的三分之一',
  wholeDay: '全天（交接班、用餐与停工时段合计）',
  mostOfAMonth: '任一月份中单类天气所占时间的上限',
  blowsThatMayGrow: ' weather.wind6Share 与 weather.wind7Part 之积',
  'rest of customs.documentShare': ' 1 减 customs.documentShare',
  'rest of customs.returnedShare': ' 1 减 customs.returnedShare',
};

const LIMITS = {
  bytes: '字节',
  parts: '个 YAML 语法单元',
  depth: '层嵌套',
  calls: '艘次',
  days: '天',
  trips: '车次',
  stops: '次机械停工',
  observations: '个观测值，且至少一个',
} as const;

const quantity = (value: number | string, unit: string): string => quantityInWords(value, unit, 'zh');

/** What a unit measures. */
const measured = (unit: string): string => dimensionInWords(dimensionOf(unit) ?? {}, 'zh');

const rangeText = ([low, high]: readonly [number, number]) => (low === high ? String(low) : `${low} 至 ${high}`);

/** A catalogue's unit in words and as a file writes it. */
function unitBoth(unit: string): string {
  const word = unitInWords(unit, 'zh');
  return word === unit ? ` ${unit} ` : `${word}（${unit}）`;
}

function compared(relation: Relation, value: number | string, unit: string): string {
  const inTime = typeof value === 'string' || unit === HOUR_OF_DAY;
  return (inTime ? RELATIONS_IN_TIME : RELATIONS)[relation];
}

function glossed(word: string): string {
  const chinese = choiceInChinese(word);
  return chinese === word ? word : `${word}（${chinese}）`;
}

const FOUND: FindingWords = {
  text: ({ text }) => `实为“${text}”`,
  quantity: ({ value, unit }) => `实为 ${quantity(value, unit)}`,
  yamlError: ({ code, message }) => yamlErrorInChinese(code, message),
  twice: ({ first, second }) => `“${first}”与“${second}”`,
  unpublished: ({ text, none }) => (none ? '本文件没有 published' : `本文件的 published 中没有“${text}”`),
  nothing: () => '但未填写',
  group: () => '实为一组键',
  list: () => '实为列表',
  binary: () => '实为二进制数据',
  otherDimension: ({ text, unit }) => `实为“${text}”（${measured(unit)}）`,
  unknownUnit: ({ text, part }) => `实为“${text}”，其中“${part}”不是已知单位`,
  deep: () => '实际更多',
  more: () => '实际更多',
};

/** What was found, where the sentence has no room for "actually". */
function quoted(found: Finding): string {
  return found.is === 'text' ? `“${found.text}”` : findingIn(FOUND, found);
}

const should = (what: string, found: Finding): string => `应${what}，${findingIn(FOUND, found)}`;

const SENTENCES: ExpectationWords = {
  number: ({ unit, min, max, aboveMin, whole, range }, found) => {
    const number = `${whole ? '整数' : '数值'}${unit === '1' ? '' : `（${unitInWords(unit, 'zh')}）`}`;
    const kind = unit === HOUR_OF_DAY ? '整点时刻' : number;
    const plausible = range === null ? '' : `（合理范围 ${rangeText(range)}）`;
    return should(`为${kind}，${aboveMin ? '大于' : '不小于'} ${min} 且不大于 ${max}${plausible}`, found);
  },
  unit: ({ unit }, found) =>
    should(unit === '1' ? '为无单位的数或百分数' : `以${unitBoth(unit)}或同类单位（${measured(unit)}）计`, found),
  plausible: ({ unit, range: [low, high] }, found) =>
    `${low === high ? '不同于通常取值' : '超出合理范围'} ${quantity(rangeText([low, high]), unit)}，${findingIn(FOUND, found)}`,
  ordered: (_, found) => should('下限在前、上限在后', found),
  words: ({ words, several }, found) => {
    const list = words.map(glossed).join('、');
    return should(several ? `为列表，取自 ${list}` : `为其中之一：${list}`, found);
  },
  exactly: ({ text }, found) => should(`为 ${text}`, found),
  stated: ({ value, unit }, found) => should(`为 ${quantity(value, unit)}`, found),
  relation: ({ relation, to, value, unit }, found) => {
    const term = TERMS[to] ?? ` ${to}`;
    return should(`${compared(relation, value, unit)}${term}（${quantity(value, unit)}）`, found);
  },
  supply: ({ perTime, unit, tonnes }, found) =>
    should(`不少于 ${quantity(perTime, unit)}，才能在模拟结束前备齐全部货量 ${quantity(tonnes, 't')}`, found),
  water: ({ depth, draught, tide }, found) =>
    should(
      `不少于 ${quantity(depth, 'm')}：最大吃水船吃水 ${quantity(draught, 'm')}，另加富余水深，而足够通过航道的潮高至多 ${quantity(tide, 'm')}，否则始终不能乘潮进出`,
      found,
    ),
  limit: ({ of, most }, found) => should(`不超过 ${most} ${LIMITS[of]}`, found),
  switch: (_, found) => should('为 true（是）或 false（否）', found),
  hours: (_, found) => should('为 0 至 23 的整点列表，由小到大、互不重复', found),
  months: (_, found) => should('为十二个不小于 0 的数（自一月起），不能全为 0', found),
  dates: (_, found) => should('为日期列表，如 2024-01-31，由早到晚、互不重复', found),
  text: (_, found) => should('为文字', found),
  name: (_, found) => should('为名称（字母、数字、连字符，最多 80 个）', found),
  identifier: (_, found) => should('为标识，如 saving.perTonne', found),
  group: (_, found) => should('为一组键', found),
  list: (_, found) => should('为列表', found),
  pair: (_, found) => should('为两个数的列表 [下限, 上限]', found),
  oneLaw: (_, found) => should('只写一种分布，如 lognormal: { mean: 7 min, cv: 0.3 }', found),
  noLaw: () => '应为单一取值：此项不是随机变化的时间，不接受分布',
  date: (_, found) => should('为日期，如 2024-01-31', found),
  instant: (_, found) => should('为日期时间，如 2024-03-05T08:00', found),
  instantInPeriod: (_, found) => should('在统计期内', found),
  laycanForAllOrNone: (_, found) => should('每票货都给受载期，或都不给', found),
  liftedCurfew: (_, found) => should('在一天中至少留出一个不禁行的钟点', found),
  oneCallPerLaycan: (_, found) => should('只有一个艘次（已给定受载期）', found),
  knownKey: (_, found) => (found.is === 'text' ? `未知的键“${found.text}”` : '键名为空'),
  keyOnce: (_, found) =>
    found.is === 'list'
      ? '列表中有重复项'
      : `${found.is === 'twice' ? '同一参数设置了两次' : '键重复'}：${quoted(found)}`,
  required: () => '缺少此项（必填）',
  noAlias: (_, found) => `不支持锚点与别名：${quoted(found)}`,
  noTag: (_, found) => `不支持标签：${quoted(found)}`,
  yaml: (_, found) => `YAML 格式有误：${findingIn(FOUND, found)}`,
  aligned: (_, found) => should('使同一组各行左端对齐', found),
  keyAndColon: (_, found) => should('写作“键: 值”，冒号后空一格；注释前加 #', found),
  closedQuote: (_, found) => should('在本行内闭合引号', found),
  closedBracket: (_, found) => should('在本行内闭合括号', found),
  unicodeText: (_, found) => should('为 UTF-8 文本文件', found),
  something: () => '文件为空，应为情景',
  oneCargo: () => '应至少有一票货',
  source: () => 'standing 为 given、sourced 或 measured 时必须写明来源（source）',
  fittedStanding: (_, found) =>
    `standing: fitted 须与 prior、fittedTo 同时给出，三者缺一不可${found.is === 'text' ? `；目前 standing 为 ${found.text}` : ''}`,
  publishedId: (_, found) =>
    `应为本文件 published 中的 id，或“情景名/id”（指其他情景），但${findingIn(FOUND, found)}：` +
    '请在 published 中补上；若不再拟合，请删去 prior 与 fittedTo，并改为 standing: assumed',
  lowOrHigh: (_, found) => should('给出 low、high 或两者，且单位相同', found),
  setting: (_, found) => should('写作 path=value', found),
  notSoMany: () => '错误过多，无法全部列出；请先改正以上各项',
};

/** What the scenario layer says in Chinese. */
export const chinese: Messages = {
  sentence: (expected, found) => expectationIn(SENTENCES, expected, found),
  hint: (word) => `；是否指 ${word}？`,
  warning: '警告：',
};
