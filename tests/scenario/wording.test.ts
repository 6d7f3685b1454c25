import { describe, expect, test } from 'vitest';
import type { ErrorCode } from 'yaml';
import {
  CATALOGUE,
  choiceInChinese,
  formatProblem,
  instantText,
  parseInstant,
  parseScenario,
} from '../../src/scenario/index.ts';
import { yamlErrorInChinese } from '../../src/scenario/yaml-errors.zh.ts';
import { shippedText, small } from './example.ts';

function problemsOf(text: string, language: 'en' | 'zh'): string[] {
  const read = parseScenario(text, 'x');
  const problems = read.ok ? read.warnings : read.problems;
  return problems.map((problem) => formatProblem(problem, language).replace(/^x:\d+:\d+: /u, ''));
}

const chinese = (text: string) => problemsOf(text, 'zh');

describe('a Chinese planner reads', () => {
  test.each([
    ['  fleet:\n    sise: 40', 'parameters.fleet.sise: 未知的键“fleet.sise”；是否指 fleet.size？'],
    ['  fleet:\n    size: 40\n    size: 50', 'parameters.fleet.size: 键重复：“size”'],
    [
      '  fleet:\n    size: 40.5',
      'parameters.fleet.size: 应为整数（辆），不小于 1 且不大于 10000（合理范围 20 至 80），实为“40.5”',
    ],
    [
      '  road:\n    distance: 0 km',
      'parameters.road.distance: 应为数值（公里），大于 0 且不大于 5000（合理范围 3 至 15），实为“0 km”',
    ],
    [
      '  storage:\n    firstBandPrice: 3 km',
      'parameters.storage.firstBandPrice: 应以元/吨·天（yuan/t/d）或同类单位（人民币金额/质量/时间）计，实为“3 km”（长度）',
    ],
    ['  fleet:\n    size: 10', '警告：parameters.fleet.size: 超出合理范围 20 至 80 辆，实为 10 辆'],
    ['  calls:\n    clockClosing: 90 d', '警告：parameters.calls.clockClosing: 不同于通常取值 60 天，实为 90 天'],
    ['  yard:\n    stagingLead: 20 d', 'parameters.yard.stagingLead: 应不超过 calls.clockOpening（16 天），实为 20 天'],
    [
      '  customs:\n    officeOpens: 9\n    officeCloses: 8',
      'parameters.customs.officeCloses: 应晚于 customs.officeOpens（9 时），实为 8 时',
    ],
    [
      '  contract:\n    officeOpens: 18\n    officeCloses: 9',
      'parameters.contract.officeCloses: 应晚于 contract.officeOpens（18 时），实为 9 时',
    ],
    [
      '  road:\n    curfewHours: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]',
      'parameters.road.curfewHours: 应在一天中至少留出一个不禁行的钟点，实为 24 小时',
    ],
    [
      '  works:\n    exportOutput: 0.1\n    openingStock: 0\n    reserve: 0',
      'parameters.works.exportOutput: 应不少于 15.577 吨/小时，才能在模拟结束前备齐全部货量 40000 吨，实为 0.1 吨/小时',
    ],
    [
      '  dispatch:\n    policy: pul',
      'parameters.dispatch.policy: 应为其中之一：all-at-once（一次全发）、headway（定间隔）、pull（按在途车数）、appointments（预约时段）、look-ahead（按就绪时刻倒排），实为“pul”；是否指 pull？',
    ],
    ['  fleet:\n    size: { note: x }', 'parameters.fleet.size.value: 缺少此项（必填）'],
    ['  fleet:\n    size:', /，但未填写$/u],
    ['  fleet:\n    size: !!int 40', /不支持标签：“/u],
  ])('%s', (parameters, line) => {
    const lines = chinese(small(parameters));
    if (typeof line === 'string') expect(lines[0]).toBe(line);
    else expect(lines[0]).toMatch(line);
  });

  test.each([
    ['end: 2024-01-31', 'end: 2023-12-31', 'period.end: 应不早于首日（2024-01-01），实为“2023-12-31”'],
    ['end: 2024-01-31', 'end: 2123-12-31', 'period.end: 应不超过 3660 天，实为 36524 天'],
    ['calls: 2 }', 'calls: 2 }\ntotals: { calls: 3 }', 'totals.calls: 应为 3 艘次，实为 2 艘次'],
    ['  - { tonnes: 20000 t, calls: 2 }', '  []', 'cargoes: 应至少有一票货'],
  ])('%s made %s', (from, to, line) => {
    expect(chinese(small().replace(from, to))).toEqual([line]);
  });
});

describe('malformed YAML is told in Chinese:', () => {
  test.each([
    ['a tab', 'a:\n\tb: 2\n', '不能用制表符（Tab）缩进，请改用空格'],
    ['an unclosed quote', 'a: "x\nb: 1\n', '引号没有闭合'],
    ['an unclosed bracket', 'a: [1, 2\nb: 3\n', '方括号“[”没有闭合，或续行缩进不足'],
    ['an unclosed brace', 'a: {b: 1\n', '花括号“{”没有闭合，或续行缩进不足'],
    ['two colons', 'a: b: c\n', '一行内有两个冒号，或缩进有误'],
    ['a full-width colon', 'a：1\nb: 2\n', '此行不是“键: 值”的形式（冒号须为半角，其后须有空格），或缩进有误'],
    ['two documents', 'a: 1\n---\nb: 2\n', '文件中有多份文档（以“---”分隔），只能有一份'],
    ['a list on the line of its key', 'a: - b\n', '列表应另起一行书写'],
    [
      'what has no wording of its own, the original after it',
      '  a: 1\n b: 2\n',
      '此处有多余的内容，或缩进有误（Unexpected scalar at node end）',
    ],
  ])('%s', (_, text, line) => {
    expect(chinese(text)).toContain(`YAML 格式有误：${line}`);
  });

  test('a code that is not known is told with the original', () => {
    expect(yamlErrorInChinese('NEW' as ErrorCode, 'Oh')).toBe('格式有误（Oh）');
  });

  test('aliases', () => {
    expect(chinese(`${small()}a: *x\n`).some((line) => line.endsWith('不支持锚点与别名：“*x”'))).toBe(true);
  });
});

describe('a fit to a fact that is not published any more says what to do', () => {
  const unpublished = shippedText('bayuquan-2024').replace(/^published:[\s\S]*?(?=^parameters:)/mu, '');

  test('in English', () => {
    const [line] = problemsOf(unpublished, 'en');
    expect(line).toMatch(/^parameters\.handling\.secondHaulPrice\.fittedTo: expected the id of a published fact/u);
    expect(line).toMatch(
      /found "saving\.perTonne", but this file has nothing under published: list the fact there, or/u,
    );
    expect(line).toMatch(/take prior and fittedTo out and say standing: assumed$/u);
  });

  test('in Chinese', () => {
    expect(chinese(unpublished)).toEqual([expect.stringMatching(/本文件没有 published：.*请删去 prior 与 fittedTo/u)]);
  });
});

test('what the works must make is told as output, in the unit of the parameter that sets it', () => {
  const dry = '  works:\n    exportOutput: 0.1\n    wholeOutput: 1000 t/yr\n    openingStock: 0\n    reserve: 100';
  expect(problemsOf(small(dry), 'en')).toEqual([
    'parameters.works.wholeOutput: expected at least 136448.599 t/yr, so that all cargo, 40000 t, is there before the clock closes, found 1000 t/yr',
  ]);
});

test('every word that a file may choose has Chinese words, terms of contracts apart', () => {
  const words = Object.values(CATALOGUE).flatMap((parameter) => ('choices' in parameter ? parameter.choices : []));
  const unknown = words.filter((word) => choiceInChinese(word) === word);
  expect(unknown).toEqual(['FOB', 'CFR', 'SHINC', 'SHEX-EIU', 'SHEX-UU']);
});

test('an instant is told as it is read, over every day of four centuries', () => {
  const start = parseInstant('1900-01-01T00:00') ?? 0;
  const end = parseInstant('2199-12-31T23:59') ?? 0;
  for (let hour = start + 7.5; hour < end; hour += 24) {
    const text = instantText(hour);
    expect(parseInstant(text.replace(' ', 'T'))).toBe(hour);
  }
  expect(instantText(start + 23.999)).toBe('1900-01-02 00:00');
});
