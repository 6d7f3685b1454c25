import type { Messages } from './problem.ts';

const RELATIONS = { atMost: '不超过', atLeast: '不少于', below: '小于', above: '大于' } as const;

const TERMS: Readonly<Record<string, string>> = {
  largestCargo: '最大一票货量（含损耗）',
  largestLoad: '单车最大载重',
  allCargo: '全部货量',
  periodStart: '首日',
  'third of fleet.payload': 'fleet.payload 的三分之一',
};

const LIMITS = {
  bytes: '字节',
  parts: '个 YAML 语法单元',
  depth: '层嵌套',
  calls: '航次',
  days: '天',
  trips: '车次',
  stops: '次岸吊停工',
} as const;

const withUnit = (text: string, unit: string): string => (unit === '1' ? text : `${text} ${unit}`);

/** What the scenario layer says in Chinese. */
export const chinese: Messages = {
  line: ({ expected, found, hint }) => `应为${expected}，实为${found}${hint === null ? '' : `；是否指 ${hint}？`}`,
  warning: '警告：',
  expected: {
    number: ({ unit, min, max, aboveMin, whole, range }) => {
      const kind = whole ? '整数' : '数值';
      const bounds = `${aboveMin ? `大于 ${min}` : `不小于 ${min}`}且不大于 ${max}`;
      const plausible = range === null ? '' : `（合理范围 ${range[0]} 至 ${range[1]}）`;
      return `${kind}${unit === '1' ? '' : `（${unit}）`}，${bounds}${plausible}`;
    },
    unit: ({ unit }) => (unit === '1' ? '无单位数值或百分数' : `与 ${unit} 同类的单位`),
    plausible: ({ unit, range }) => `自身范围内的值 ${withUnit(`${range[0]} 至 ${range[1]}`, unit)}`,
    ordered: () => '下限在前、上限在后',
    words: ({ words, several }) => `${several ? '列表，取自' : '其中之一：'} ${words.join('、')}`,
    exactly: ({ text }) => ` ${text}`,
    relation: ({ relation, to, value }) => `${RELATIONS[relation]}${TERMS[to] ?? ` ${to}`}（${value}）`,
    limit: ({ of, most }) => `不超过 ${most} ${LIMITS[of]}`,
    switch: () => ' true 或 false',
    hours: () => '列表：0 至 23 的整点，各不相同，由小到大',
    text: () => '文字',
    name: () => '名称：字母、数字、连字符，最多 80 个',
    identifier: () => '标识，如 saving.perTonne',
    group: () => '一组键',
    list: () => '列表',
    pair: () => '两个数的列表 [下限, 上限]',
    date: () => '日期，如 2024-01-31',
    instant: () => '日期时间，如 2024-03-05T08:00',
    instantInPeriod: () => '统计期内的日期时间',
    laycanForAllOrNone: () => '全部货载都给受载期，或都不给',
    oneCallPerLaycan: () => '给定受载期时只能有一个航次',
    knownKey: () => '已知的键',
    keyOnce: () => '每个键只出现一次',
    required: () => '必填项',
    noAlias: () => '不含锚点与别名',
    noTag: () => '不含标签',
    yaml: () => '格式正确的 YAML',
    unicodeText: () => ' UTF-8 文本文件',
    something: () => '情景',
    source: () => '来源（standing 为 given 或 sourced 时必填）',
    fittedStanding: () => ' standing: fitted 与 prior、fittedTo 同时给出',
    publishedId: () => '本文件 published 中的 id，或“情景名/id”',
    lowOrHigh: () => ' low、high 或两者，单位相同',
    setting: () => ' path=value',
    notSoMany: () => '较少的错误',
  },
  found: {
    text: ({ text }) => `“${text}”`,
    quantity: ({ value, unit }) => ` ${withUnit(String(value), unit)}`,
    yamlError: ({ message }) => ` ${message}`,
    nothing: () => '空',
    group: () => '一组键',
    list: () => '列表',
    binary: () => '二进制数据',
    unknownUnit: () => '未知单位',
    deep: () => '更多',
    more: () => '更多，无法全部列出；请先改正以上各项',
  },
};
