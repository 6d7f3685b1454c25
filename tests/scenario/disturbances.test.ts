import { describe, expect, test } from 'vitest';
import { monthsOfClock } from '../../src/scenario/calendar.ts';
import { applyOverrides, formatProblem, parseDay, type Scenario, toPortInputs } from '../../src/scenario/index.ts';
import { errorsOf, scenarioOf, shippedText, small } from './example.ts';

const season = scenarioOf(shippedText('bayuquan-2024'));

function set(...settings: string[]): Scenario {
  const read = applyOverrides(season, settings);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

/** What is told of settings over the season. */
function told(language: 'en' | 'zh', ...settings: string[]): string[] {
  const read = applyOverrides(season, settings);
  return read.ok ? [] : read.problems.map((problem) => formatProblem(problem, language));
}

const day = (date: string) => parseDay(date) ?? Number.NaN;

describe('the months of a clock', () => {
  test('end at midnight of their last day, leap days and turns of the year included', () => {
    expect(monthsOfClock(day('2024-02-28'), 3)).toEqual({ openingMonth: 1, monthEndsHours: [48, 48 + 744] });
    expect(monthsOfClock(day('2023-02-28'), 3)).toEqual({ openingMonth: 1, monthEndsHours: [24, 24 + 744] });
    expect(monthsOfClock(day('2100-02-01'), 1).monthEndsHours).toEqual([28 * 24]);
    expect(monthsOfClock(day('2000-02-01'), 1).monthEndsHours).toEqual([29 * 24]);
    expect(monthsOfClock(day('2023-12-31'), 32)).toEqual({ openingMonth: 11, monthEndsHours: [24, 24 + 744] });
    expect(monthsOfClock(day('2023-12-31'), 33).monthEndsHours).toEqual([24, 24 + 744, 24 + 744 + 696]);
  });

  test('of a year add up to it, and each begins on the first', () => {
    for (const year of [2023, 2024]) {
      const { openingMonth, monthEndsHours } = monthsOfClock(day(`${year}-01-01`), 365);
      expect(openingMonth).toBe(0);
      const firsts = Array.from({ length: 11 }, (_, i) => day(`${year}-${String(i + 2).padStart(2, '0')}-01`));
      expect(monthEndsHours.slice(0, 11)).toEqual(firsts.map((first) => (first - day(`${year}-01-01`)) * 24));
    }
  });
});

describe('the calendar of the season', () => {
  const { calendar } = toPortInputs(season);

  test('opens on Saturday 16 December 2023 and lasts to its closing', () => {
    expect(calendar).toMatchObject({ openingMonth: 11, openingWeekday: 6 });
    expect(calendar.monthEndsHours.slice(0, 3)).toEqual([16 * 24, 47 * 24, 76 * 24]);
    expect(calendar.monthEndsHours.at(-1)).toBeGreaterThanOrEqual(384 + 5112 + 1440);
    expect(calendar.monthEndsHours.at(-2)).toBeLessThan(384 + 5112 + 1440);
  });

  test('counts holidays from the opening, those the clock does not reach left out', () => {
    expect(calendar.holidayDays.slice(0, 3)).toEqual([16, 56, 57]); // 1 January, 10 and 11 February
    // 1 + 8 + 3 + 5 + 3 + 3 days, 17 September the last; the clock closes with 29 September, worked for a holiday.
    expect(calendar.holidayDays).toHaveLength(23);
    expect(calendar.makeUpDays).toEqual([50, 64, 113, 134, 147, 273, 288]);
    expect(toPortInputs(set('shifts.holidays=[2023-12-15, 2023-12-16]')).calendar.holidayDays).toEqual([0]);
  });

  test('says who rests', () => {
    expect(toPortInputs(season).shifts.yard).toEqual({ opensHour: 0, closesHour: 24, restsOnHolidays: false });
    const { shifts, customs } = toPortInputs(
      set('shifts.holidayRest=[yard]', 'shifts.yardOpens=6', 'shifts.yardCloses=22', 'customs.officeDays=workdays'),
    );
    expect(shifts.yard).toEqual({ opensHour: 6, closesHour: 22, restsOnHolidays: true });
    expect(shifts.quay.restsOnHolidays).toBe(false);
    expect(customs.officeDays).toBe('workdays');
  });
});

describe('weather by kind', () => {
  const days = [31, 28.2425, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const { byKind } = toPortInputs(set('weather.model=byKind')).weather;
  const yearly = (shares: readonly number[] = []) =>
    shares.reduce((sum, share, month) => sum + share * (days[month] as number), 0) / 365.2425;

  test('has the frequencies of the year that are cited, month by month as weighted', () => {
    expect(yearly(byKind?.wind6.shareByMonth)).toBeCloseTo(0.1114, 12);
    expect(yearly(byKind?.fog.shareByMonth)).toBeCloseTo((9.5 * 6) / 8760, 12);
    expect(yearly(byKind?.rain.shareByMonth)).toBeCloseTo((6.8 * 12) / 8760, 12);
    expect(yearly(byKind?.ice.shareByMonth)).toBeCloseTo(84.5 / 365, 12);
    const { probability = 0, part = 0 } = byKind?.wind7 ?? {};
    expect(0.1114 * probability * part).toBeCloseTo(0.0381, 12);
    const rain = byKind?.rain.shareByMonth ?? [];
    expect((rain[6] as number) / (rain[8] as number)).toBeCloseTo(4, 12);
    expect(rain[0]).toBe(0);
  });

  test('is asked for by the season, and not by default', () => {
    expect(toPortInputs(season).weather.byKind).not.toBeNull();
    expect(toPortInputs(scenarioOf(small())).weather.byKind).toBeNull();
  });

  test.each([
    ['weather.iceDays=200', 'parameters.weather.iceDays', '天气所占时间的上限（0.95）'],
    ['weather.iceMonths=1,0,0,0,0,0,0,0,0,0,0,0', 'parameters.weather.iceDays', '0.95'],
    ['weather.wind6Share=0.89', 'parameters.weather.wind6Share', '0.95'],
  ])('that would fill a month is refused: %s', (setting, key, words) => {
    const lines = told('zh', setting);
    expect(lines.join('\n')).toContain(key);
    expect(lines.join('\n')).toContain(words);
  });

  test('cannot blow at 7 for longer than it may at 6', () => {
    expect(told('en', 'weather.wind7Share=0.07')).toEqual([
      '--set:1:20: parameters.weather.wind7Share: expected at most weather.wind7Part of weather.wind6Share, 0.0668, found 0.07',
    ]);
  });

  test('may be none at all', () => {
    const none = ['wind6Share=0', 'wind7Share=0', 'fogDays=0', 'rainDays=0', 'iceDays=0'].map(
      (one) => `weather.${one}`,
    );
    const inputs = toPortInputs(set('weather.model=byKind', ...none)).weather.byKind;
    expect(inputs?.wind7.probability).toBe(0);
    for (const kind of ['wind6', 'fog', 'rain', 'ice'] as const) expect(yearly(inputs?.[kind].shareByMonth)).toBe(0);
  });
});

describe('refused are', () => {
  const list = 'a list of twelve numbers of at least 0, January first, not all 0';

  test.each([
    ['[1, 2]', '[1, 2]'],
    ['[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1]', '[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1]'],
    ['[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]', '[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]'],
    ['[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 h]', '[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 h]'],
    ['[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, [1]]', '[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, ]'],
    ['3', '3'],
  ])('months such as %s', (months, shown) => {
    expect(errorsOf(small(`  weather:\n    fogMonths: ${months}`))).toEqual([
      `test.yaml:10:16: parameters.weather.fogMonths: expected ${list}, found "${shown}"`,
    ]);
  });

  test.each(['[2024-02-30]', '[2024-02-11, 2024-02-10]', '[2024-02-10, 2024-02-10]', '[soon]', '2024-02-10'])(
    'dates such as %s',
    (dates) => {
      const [line] = errorsOf(small(`  shifts:\n    holidays: ${dates}`));
      expect(line).toContain(
        'parameters.shifts.holidays: expected a list of distinct dates such as 2024-01-31, in order',
      );
    },
  );

  test('the same in Chinese', () => {
    expect(told('zh', 'weather.fogMonths=1,2')).toEqual([
      '--set:1:19: weather.fogMonths: 应为十二个不小于 0 的数（自一月起），不能全为 0，实为“[1, 2]”',
    ]);
    expect(told('zh', 'shifts.holidays=[2024-2-1]')).toEqual([
      '--set:1:17: shifts.holidays: 应为日期列表，如 2024-01-31，由早到晚、互不重复，实为“[2024-2-1]”',
    ]);
  });

  test('crews that never work, and stations that close before they open', () => {
    expect(told('en', 'shifts.changeoverTime=12')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^--set:1:23: parameters\.shifts\.changeoverTime: expected below a whole day .*found 24 h$/u,
        ),
      ]),
    );
    // Either alone leaves hours of work.
    const closes = ['shifts.quayCloses=2', 'shifts.startHours=[0]'];
    expect(told('zh', ...closes, 'shifts.changeoverTime=2')[0]).toContain(
      '应小于全天（交接班、用餐与停工时段合计）（24 小时）',
    );
    expect(told('zh', ...closes, 'shifts.changeoverTime=1.9')).toEqual([]);
    expect(told('en', 'shifts.yardOpens=9', 'shifts.yardCloses=9')[0]).toContain(
      'parameters.shifts.yardCloses: expected above shifts.yardOpens, 9:00, found 9:00',
    );
  });

  test('failures that would exhaust memory, of whatever machine', () => {
    for (const kind of ['crane', 'worksLoader', 'weighbridge', 'gateLane', 'stacker', 'reclaimer']) {
      const mtbf = kind === 'crane' ? 1 : 1e-9;
      const berths = kind === 'crane' ? ['quay.berths=100', 'quay.cranesPerCall=100'] : [];
      const settings = [`breakdowns.${kind}Mtbf=${mtbf}`, `breakdowns.${kind}RepairTime=0`, ...berths];
      expect(told('en', ...settings).join('\n'), kind).toContain('at most 5000000 stops of machines');
    }
    expect(told('en', 'breakdowns.worksLoaderMtbf=100')).toEqual([]);
  });

  test('weather by kind that would', () => {
    const short = ['wind6', 'fog', 'rain', 'ice'].map((kind) => `weather.${kind}Duration=0.1`);
    const many = ['quay.berths=100', 'quay.cranesPerCall=20', 'weather.model=byKind'];
    expect(told('en', ...many, ...short).join('\n')).toContain('at most 5000000 stops of machines');
    expect(told('en', ...many)).toEqual([]);
  });
});

test('machines fail never at 0, else at their own rate', () => {
  const { breakdowns } = toPortInputs(set('breakdowns.gateLaneMtbf=300', 'breakdowns.gateLaneRepairTime=3'));
  expect(breakdowns.gateLane.mtbfHours).toBe(300);
  expect(breakdowns.gateLane.repairHours.mean).toBe(3);
  expect(breakdowns.crane.mtbfHours).toBe(200);
  for (const kind of ['worksLoader', 'weighbridge', 'stacker', 'reclaimer'] as const) {
    expect(breakdowns[kind].mtbfHours).toBe(Number.POSITIVE_INFINITY);
  }
});
