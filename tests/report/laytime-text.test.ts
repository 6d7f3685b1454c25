import { describe, expect, test } from 'vitest';
import { laytimeJson, laytimeText } from '../../src/report/index.ts';
import { clockTime } from '../../src/report/laytime-json.ts';
import { laytimeInEnglish } from '../../src/report/laytime-words.en.ts';
import { laytimeInChinese } from '../../src/report/laytime-words.zh.ts';
import { applyOverrides, type Scenario } from '../../src/scenario/index.ts';
import { laytimeOfCall } from '../../src/study/index.ts';
import { COMMANDS, PROGRAM, smallScenario } from './small-study.ts';

function scenarioWith(...settings: string[]): Scenario {
  const set = applyOverrides(smallScenario(), settings);
  if (!set.ok) throw new Error(JSON.stringify(set.problems));
  return set.scenario;
}

/** Slow cranes and short laytime put the ship on demurrage, over a Sunday or two. */
const LATE = scenarioWith('quay.craneRate=20', 'contract.laytimeRate=15000', 'contract.regime=SHEX-EIU');
const EARLY = scenarioWith('contract.laytimeRate=1000');

function sheetOf(scenario: Scenario, language: 'en' | 'zh', call = 1) {
  const json = laytimeJson(laytimeOfCall(scenario, 'direct', 1, call), PROGRAM);
  return { json, text: laytimeText(json, scenario, language, COMMANDS) };
}

const minutesOf = (time: string) => {
  const [, sign, hours, minutes] = /^(-?)(\d+):(\d\d)$/.exec(time) as RegExpExecArray;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
};

describe('the sheet of a call', () => {
  test.each([LATE, EARLY])('adds up by hand: each row takes what it uses from what was left', (scenario) => {
    const { text, json } = sheetOf(scenario, 'en');
    const lines = text.split('\n');
    const from = lines.findIndex((line) => line.startsWith('date '));
    const rows = lines.slice(from + 1, lines.indexOf(laytimeInEnglish.rounding));
    expect(rows).toHaveLength(json.rows.length + 1);
    let left = minutesOf(rows[0]?.trim() as string);
    for (const row of rows.slice(1)) {
      const [, begins, ends, share, used, after] = /^\S+ +\S+ +(\S+) +(\S+) .*? (\d+)% +(\S+) +(\S+)$/.exec(row) ?? [];
      expect(left - minutesOf(used as string)).toBe(minutesOf(after as string));
      const elapsed = ((minutesOf(ends as string) - minutesOf(begins as string)) * Number(share)) / 100;
      expect(Math.abs(elapsed - minutesOf(used as string))).toBeLessThanOrEqual(1.5);
      left = minutesOf(after as string);
    }
    expect(clockTime(json.balanceHours)).toBe(clockTime(left / 60));
  });

  test('late: demurrage by days and rate; early: despatch at half of it', () => {
    const late = sheetOf(LATE, 'en');
    expect(late.json.demurrageYuan).toBeCloseTo(late.json.demurrageDays * 12_000 * 7.1, 6);
    expect(late.text).toMatch(
      /\n {2}time on demurrage +\d+:\d\d +[\d.]+ days\n {2}demurrage: [\d.]+ days x 12,000 USD/,
    );
    const early = sheetOf(EARLY, 'en');
    expect(early.text).toMatch(
      /\n {2}time left +\d+:\d\d +[\d.]+ days\n {2}despatch: [\d.]+ days x 6,000 USD\/day x 7\.1/,
    );
    const none = sheetOf(scenarioWith('contract.despatch=noDespatch', 'contract.laytimeRate=1000'), 'en');
    expect(none.text).toContain('Neither demurrage nor despatch.');
  });

  test('names the events of the statement of facts with dates at UTC+8, in order', () => {
    const { json, text } = sheetOf(LATE, 'en');
    expect(json.clockOpens).toBe('2023-12-16 00:00');
    for (const { event, at } of json.events) expect(text).toContain(`  ${at}  ${laytimeInEnglish.events[event]}\n`);
    for (const { reason, at, until } of json.stops) {
      expect(text).toContain(`  ${at}  ${laytimeInEnglish.reasons[reason]}, until ${until}\n`);
    }
    expect(json.stops.map(({ reason }) => reason)).toContain('survey');
    const instants = json.events.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort());
  });

  test('has the weekday of each date', () => {
    const { json } = sheetOf(LATE, 'en');
    for (const { date, weekday } of json.rows) expect(new Date(`${date}T00:00:00Z`).getUTCDay()).toBe(weekday);
  });

  test('tells what sets the time allowed and the beginning of laytime, and nothing else of its kind', () => {
    const days = sheetOf(scenarioWith('contract.laytimeAllowance=days', 'contract.turnRule=noon'), 'en').text;
    expect(days).toMatch(/Days allowed +3 d\n/);
    expect(days).not.toMatch(/Laytime rate|Turn time/);
    expect(sheetOf(EARLY, 'en').text).toMatch(/Laytime rate +1000 t\/d\n[^\n]+\n {2}Turn time +12 h\n/);
  });

  test('says where the account is shared', () => {
    const shared = sheetOf(scenarioWith('contract.laytimeAccount=reversible'), 'en', 2);
    expect(shared.text).toContain(laytimeInEnglish.shared);
    expect(shared.text).toContain(laytimeInEnglish.available);
    expect(sheetOf(EARLY, 'en').text).not.toContain(laytimeInEnglish.shared);
  });

  test('speaks Chinese', () => {
    const { text } = sheetOf(LATE, 'zh');
    expect(text).toMatch(/^装卸时间事实记录与计算表：第 1 艘次（共 3 艘次，抵港直装）\n/);
    expect(text).toMatch(/\n日期 +星期 +起 +止 +事由 +计入 +已用 +剩余\n/);
    expect(text).toMatch(/滞期费：[\d.]+ 天 × 12,000 美元\/天 × 7\.1 元\/美元 = [\d,.]+ 元\n/);
  });

  test('of a call that is not there is refused', () => {
    expect(() => laytimeOfCall(EARLY, 'direct', 1, 4)).toThrow('the call must be from 1 to 3, found 4');
  });
});

test('no Chinese word of the sheet is English, and both languages have labels of their own', () => {
  const { events, reasons, headings, classes, columns, weekdays } = laytimeInChinese;
  const words = [events, reasons, headings, classes].flatMap(Object.values).concat(columns, weekdays);
  expect(words.filter((word: string) => /[A-Za-z]/.test(word))).toEqual([]);
  for (const language of [laytimeInChinese, laytimeInEnglish]) {
    for (const labels of [language.events, language.reasons]) {
      expect(new Set(Object.values(labels)).size).toBe(Object.keys(labels).length);
    }
  }
});

test('hours as hours and minutes', () => {
  expect([0, 30.5, -1.25, 23.999, -0.001].map(clockTime)).toEqual(['00:00', '30:30', '-01:15', '24:00', '00:00']);
});
