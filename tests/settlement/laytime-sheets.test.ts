/**
 * Laytime sheets worked by hand, as docs/background/settlement.md shows them, one for each regime. The clock opens on
 * Monday 1 January 2024 at 00:00; hour h of the clock is day floor(h / 24), so Tuesday begins at 24, Wednesday at 48,
 * Thursday at 72, Friday at 96, Saturday at 120, Sunday at 144, the next Monday at 168.
 */
import { describe, expect, test } from 'vitest';
import {
  type LaytimeStatement,
  laytimeSheet,
  laytimeStatement,
  laytimeStatements,
  settleSeason,
} from '../../src/settlement/index.ts';
import { callFacts, seasonFacts } from './facts-builder.ts';
import { laytimeTerms, ROUND_TERMS } from './terms-builder.ts';

const FROM_MONDAY = { openingWeekday: 1 } as const;

/** Rows as a broker writes them: from, to, reason, hours counted. */
function sheet(statement: LaytimeStatement) {
  return statement.rows.map(({ from, to, reason, countedHours }) => [from, to, reason, countedHours]);
}

function yuanOf(calls: readonly ReturnType<typeof callFacts>[], laytime: typeof ROUND_TERMS.laytime, item: string) {
  const { lines } = settleSeason(seasonFacts(calls), 'any', { ...ROUND_TERMS, laytime });
  return lines.find((line) => line.item === item)?.yuan;
}

describe('sheet 1, SHINC, demurrage', () => {
  // 30,000 t (37,500 dwt, Handysize) at 10,000 t a day: 72 h allowed. 12 h turn time, not unless sooner commenced.
  // Thu 06:00 (78)  arrives, notice                            Thu 06:00-18:00  turn time
  // Thu 18:00 (90)  laytime; Fri 24 h, Sat 24 h, Sun to 18:00  6 + 24 + 24 + 18 = 72 h: used up on Sun 18:00 (162)
  // Mon 12:00 (180) completed: 18 h on demurrage = 0.75 d x 12,000 USD x 7 = 63,000 yuan
  const call = callFacts({
    cargoKg: 30_000_000,
    arrived: 78,
    alongside: 80,
    ready: 82,
    loadingStarted: 95,
    loadingCompleted: 180,
    sailed: 184,
  });
  const terms = laytimeTerms({ ...FROM_MONDAY, regime: 'SHINC', weatherWorkingDays: false });

  test('rows, balance and money', () => {
    const statement = laytimeStatement(call, [], terms);
    expect(sheet(statement)).toEqual([
      [78, 90, 'turnTime', 0],
      [90, 162, 'laytime', 72],
      [162, 180, 'onDemurrage', 18],
    ]);
    expect(statement).toMatchObject({ noticeAt: 78, expiresAt: 162, balanceHours: -18, demurrageDays: 0.75 });
    expect(yuanOf([call], terms, 'demurrage')).toBe(63_000);
  });

  test('cut at midnight, with the time left after each row', () => {
    const { rows } = laytimeSheet(call, laytimeStatement(call, [], terms), [], 1);
    expect(rows.map(({ weekday, from, to, balanceHours }) => [weekday, from, to, balanceHours])).toEqual([
      [4, 78, 90, 72],
      [4, 90, 96, 66],
      [5, 96, 120, 42],
      [6, 120, 144, 18],
      [0, 144, 162, 0],
      [0, 162, 168, -6],
      [1, 168, 180, -18],
    ]);
  });

  test('the statement of facts in order of time', () => {
    const { events } = laytimeSheet(call, laytimeStatement(call, [], terms), [], 1);
    expect(events.map(({ event, hour }) => [event, hour])).toEqual([
      ['laycan', 0],
      ['arrived', 78],
      ['noticeTendered', 78],
      ['alongside', 80],
      ['readyToLoad', 82],
      ['laytimeCommences', 90],
      ['loadingCommenced', 95],
      ['laytimeExpires', 162],
      ['loadingCompleted', 180],
      ['sailed', 184],
    ]);
  });
});

describe('sheet 2, SHEX even if used, noon rule, a holiday, despatch', () => {
  // 20,000 t: 48 h allowed. Office hours 8 to 17, Monday to Saturday. Friday the 5th (day 4) is a holiday.
  // Thu 13:30 (85.5) arrives in office hours: notice after noon, so laytime from 08:00 of the next working day:
  //                  Friday is a holiday: Sat 08:00 (128). Sat 08:00-24:00 16 h; Sun none though she loads;
  // Mon 00:00-20:00 (168-188) 20 h: completed. Used 36 h, 12 h saved = 0.5 d x 6,000 USD x 7 = 21,000 yuan.
  const call = callFacts({
    arrived: 85.5,
    alongside: 88,
    ready: 90,
    loadingStarted: 130,
    loadingCompleted: 188,
    sailed: 190,
  });
  const terms = laytimeTerms({
    ...FROM_MONDAY,
    regime: 'SHEX-EIU',
    noticeHours: 'officeHours',
    turnRule: 'noon',
    holidays: [4],
  });

  test('rows, balance and money', () => {
    const statement = laytimeStatement(call, [], terms);
    expect(sheet(statement)).toEqual([
      [85.5, 128, 'turnTime', 0],
      [128, 144, 'laytime', 16],
      [144, 168, 'sunday', 0],
      [168, 188, 'laytime', 20],
    ]);
    expect(statement).toMatchObject({ noticeAt: 85.5, startsAt: 128, usedHours: 36, despatchDays: 0.5 });
    expect(yuanOf([call], terms, 'despatch')).toBe(21_000);
  });

  test('notice up to noon of a working day: laytime from 14:00', () => {
    const noon = laytimeStatement({ ...call, arrived: 84 }, [], terms);
    expect(noon).toMatchObject({ noticeAt: 84, startsAt: 86 });
  });

  test('a ship that comes after office hours waits for them, on a working day', () => {
    // Thu 18:00 (90): Friday is a holiday, notice on Sat 08:00 (128), before noon: laytime from Sat 14:00 (134).
    const late = laytimeStatement({ ...call, arrived: 90 }, [], terms);
    expect(late).toMatchObject({ noticeAt: 128, startsAt: 134 });
    expect(sheet(late).slice(0, 2)).toEqual([
      [90, 128, 'officeClosed', 0],
      [128, 134, 'turnTime', 0],
    ]);
  });

  test('where Saturday is no working day either: Monday, and Saturday excepted', () => {
    const week = { ...terms, saturdayWorking: false };
    expect(laytimeStatement(call, [], week)).toMatchObject({ startsAt: 176, usedHours: 12 });
    const sooner = laytimeStatement({ ...call, arrived: 60 }, [], { ...week, turnRule: 'hours' });
    expect(sheet(sooner).map(([, , reason]) => reason)).toEqual([
      'turnTime',
      'laytime',
      'holiday',
      'saturday',
      'sunday',
      'laytime',
    ]);
  });

  test('despatch on all time saved has the Sunday between completion and expiry in it', () => {
    // Completed on Sat 18:00 (138) after 10 h: 38 h left. Sat 6 h, Sun none, Mon 24 h, Tue 8 h: expiry on Tue 08:00 (200).
    // Laytime saved 38 h; all time saved 200 - 138 = 62 h.
    const quick = { ...call, loadingCompleted: 138, sailed: 140 };
    const days = (despatch: 'laytimeSaved' | 'allTimeSaved' | 'noDespatch') =>
      laytimeStatement(quick, [], { ...terms, despatch }).despatchDays;
    expect(days('laytimeSaved')).toBeCloseTo(38 / 24, 12);
    expect(days('allTimeSaved')).toBeCloseTo(62 / 24, 12);
    expect(days('noDespatch')).toBe(0);
  });
});

describe('sheet 3, SHEX unless used, sooner commenced half, demurrage', () => {
  // 20,000 t: 48 h. Fri 20:00 (116) arrives; turn time 12 h to Sat 08:00 (128); loading from Sat 04:00 (124) counts half.
  // Sat 04:00-08:00 at a half 2 h; Sat 08:00-24:00 16 h; Sunday unless used: she loads but for rain 06:00-10:00 (150-154),
  // so 00:00-06:00 6 h and 10:00-24:00 14 h count; Mon 00:00-10:00 10 h are the rest: used up at Mon 10:00 (178).
  // Mon 16:00 (184) completed: 6 h on demurrage = 0.25 d x 12,000 x 7 = 21,000 yuan.
  const call = callFacts({
    arrived: 116,
    alongside: 118,
    ready: 120,
    loadingStarted: 124,
    loadingCompleted: 184,
    sailed: 186,
  });
  const terms = laytimeTerms({ ...FROM_MONDAY, regime: 'SHEX-UU', soonerCommenced: 'half', weatherWorkingDays: false });

  test('rows, balance and money', () => {
    const statement = laytimeStatement(call, [[150, 154]], terms);
    expect(sheet(statement)).toEqual([
      [116, 124, 'turnTime', 0],
      [124, 128, 'soonerCommenced', 2],
      [128, 144, 'laytime', 16],
      [144, 150, 'usedExcepted', 6],
      [150, 154, 'sunday', 0],
      [154, 168, 'usedExcepted', 14],
      [168, 178, 'laytime', 10],
      [178, 184, 'onDemurrage', 6],
    ]);
    const { lines } = settleSeason(seasonFacts([call], [[150, 154]]), 'any', { ...ROUND_TERMS, laytime: terms });
    expect(lines.find((line) => line.item === 'demurrage')?.yuan).toBe(21_000);
  });

  test('even if used, the same Sunday does not count', () => {
    // 2 + 16 h to Sunday, 16 h on Monday: 34 h used, 14 h saved.
    const statement = laytimeStatement(call, [[150, 154]], { ...terms, regime: 'SHEX-EIU' });
    expect(statement).toMatchObject({ usedHours: 34, balanceHours: 14 });
  });

  test('a Sunday on which she does not load yet is not used', () => {
    const later = { ...call, loadingStarted: 160 };
    const statement = laytimeStatement(later, [], { ...terms, soonerCommenced: 'none' });
    expect(sheet(statement)).toEqual([
      [116, 128, 'turnTime', 0],
      [128, 144, 'laytime', 16],
      [144, 160, 'sunday', 0],
      [160, 168, 'usedExcepted', 8],
      [168, 184, 'laytime', 16],
    ]);
  });
});

describe('sheet 4, weather working days, berth charter, exceptions by cause', () => {
  // 20,000 t at 2,000 t a day for each of 5 hatches: 48 h. Notice in berth only; turn time 6 h.
  // Mon 02:00 (2)   arrives, waits for berth                 Mon 20:00 (20)   alongside: notice; 20:00-02:00 turn time
  // Tue 02:00 (26)  laytime; draft survey to 04:00 (28) excepted; Tue 04:00-12:00 8 h; storm 12:00-22:00 (36-46) none;
  // Tue 22:00-Wed 08:00 (46-56) 10 h; cranes down 08:00-14:00 (56-62) excepted; Wed 14:00-Thu 20:00 (62-92) 30 h:
  // used up on Thu 20:00; storm Thu 22:00-Fri 02:00 (94-98) counts: completed Fri 08:00 (104), 12 h on demurrage = 0.5 d
  // x 12,000 x 7 = 42,000 yuan.
  const stops = [
    { cause: 'survey', from: 20, to: 28 },
    { cause: 'breakdown', from: 56, to: 62 },
    { cause: 'customs', from: 70, to: 72 },
  ] as const;
  const weather = [
    [36, 46],
    [94, 98],
  ] as const;
  const call = callFacts({
    arrived: 2,
    alongside: 20,
    ready: 28,
    loadingStarted: 28,
    loadingCompleted: 104,
    sailed: 108,
    stops,
  });
  const terms = laytimeTerms({
    ...FROM_MONDAY,
    allowance: 'ratePerHatch',
    rateTonnesPerDay: 2000,
    hatches: 5,
    noticeAt: 'berth',
    turnHours: 6,
    exceptions: ['survey', 'breakdown'],
  });

  test('rows and balance', () => {
    const statement = laytimeStatement(call, weather, terms);
    expect(sheet(statement)).toEqual([
      [2, 20, 'beforeBerth', 0],
      [20, 26, 'turnTime', 0],
      [26, 28, 'survey', 0],
      [28, 36, 'laytime', 8],
      [36, 46, 'weather', 0],
      [46, 56, 'laytime', 10],
      [56, 62, 'breakdown', 0],
      [62, 92, 'laytime', 30],
      [92, 104, 'onDemurrage', 12],
    ]);
    expect(statement).toMatchObject({ allowedHours: 48, noticeAt: 20, expiresAt: 92, demurrageDays: 0.5 });
    const { lines } = settleSeason(seasonFacts([call], weather), 'any', { ...ROUND_TERMS, laytime: terms });
    expect(lines.find((line) => line.item === 'demurrage')?.yuan).toBe(42_000);
  });

  test('the statement of facts tells every stop of her stay, excepted or not', () => {
    const storms = [[0, 3], ...weather, [107, 200]] as const;
    const { stops: told } = laytimeSheet(call, laytimeStatement(call, storms, terms), storms, 1);
    expect(told.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      [2, 3, 'weather'],
      [20, 28, 'survey'],
      [36, 46, 'weather'],
      [56, 62, 'breakdown'],
      [70, 72, 'customs'],
      [94, 98, 'weather'],
      [107, 108, 'weather'],
    ]);
  });

  test('WIBON, time at the anchorage counts, and weather there does not', () => {
    // Mon 02:00 notice, 08:00 (8) laytime; a storm at the anchorage 10:00-14:00 is excepted.
    const statement = laytimeStatement(call, [[10, 14]], { ...terms, noticeAt: 'arrival' });
    expect(sheet(statement).slice(0, 5)).toEqual([
      [2, 8, 'turnTime', 0],
      [8, 10, 'laytime', 2],
      [10, 14, 'weather', 0],
      [14, 20, 'laytime', 6],
      [20, 28, 'survey', 0],
    ]);
  });

  test('the same time by a rate per crane, and by days', () => {
    const allowed = (clause: Partial<typeof terms>) => laytimeStatement(call, [], { ...terms, ...clause }).allowedHours;
    expect(allowed({ allowance: 'ratePerCrane', cranes: 2, rateTonnesPerDay: 5000 })).toBe(48);
    expect(allowed({ allowance: 'days', allowedDays: 3 })).toBe(72);
  });
});

describe('what the port tells of a ship, all of it excepted', () => {
  // 20,000 t: 48 h. Mon 06:00 (6) notice, 18:00 (18) laytime; Tue 06:00 (30) ordered to the berth, waits for water to 10:00
  // (34), for a tug to 12:00 (36), shifts to 14:00 (38), survey to 15:00 (39); cranes down Wed 02:00-08:00 (50-56).
  // Counted: 12 h at anchor, 2 h for the tug, which is not excepted, 11 h, and from Wed 08:00 23 h: used up on Thu 07:00 (79).
  // A customs hold on Thu 08:00-10:00 (80-82) counts, since she is on demurrage; completed on Thu 13:00 (85): 6 h.
  const stops = [
    { cause: 'tide', from: 30, to: 34 },
    { cause: 'pilotage', from: 34, to: 36 },
    { cause: 'shifting', from: 36, to: 38 },
    { cause: 'survey', from: 38, to: 39 },
    { cause: 'breakdown', from: 50, to: 56 },
    { cause: 'customs', from: 80, to: 82 },
    { cause: 'tide', from: 87, to: 97 },
  ] as const;
  const instants = { arrived: 6, berthGranted: 30, pilotOnBoard: 36, alongside: 38, ready: 39, loadingStarted: 39 };
  const call = callFacts({ ...instants, loadingCompleted: 85, unberthing: 97, sailed: 98, stops });
  const exceptions = ['shifting', 'survey', 'breakdown', 'tide', 'customs'] as const;
  const terms = laytimeTerms({ ...FROM_MONDAY, exceptions });

  test('rows and balance', () => {
    const statement = laytimeStatement(call, [], terms);
    expect(sheet(statement)).toEqual([
      [6, 18, 'turnTime', 0],
      [18, 30, 'laytime', 12],
      [30, 34, 'tide', 0],
      [34, 36, 'laytime', 2],
      [36, 38, 'shifting', 0],
      [38, 39, 'survey', 0],
      [39, 50, 'laytime', 11],
      [50, 56, 'breakdown', 0],
      [56, 79, 'laytime', 23],
      [79, 85, 'onDemurrage', 6],
    ]);
    expect(yuanOf([call], terms, 'demurrage')).toBe(21_000);
    // Nothing excepted: 48 h from Mon 18:00 on are up on Wed 18:00 (66), 19 h before completion.
    expect(laytimeStatement(call, [], { ...terms, exceptions: [] }).balanceHours).toBe(-19);
  });

  test('all time saved does not grow by what keeps her from sailing', () => {
    // Completed on Wed 23:00 (71): 40 h used, 8 h saved, which would have been used up before the tide let her sail.
    const quick = { ...call, loadingCompleted: 71, stops: [...stops.slice(0, 5), { ...stops[6], from: 73, to: 83 }] };
    const saved = (weather: readonly (readonly [number, number])[]) =>
      laytimeStatement(quick, weather, { ...terms, despatch: 'allTimeSaved' }).despatchDays * 24;
    expect(saved([])).toBeCloseTo(8, 9);
    expect(saved([[72, 75]])).toBeCloseTo(11, 9);
  });
});

describe('sheet 5, reversible: one account of two ships', () => {
  // First ship: 20,000 t, 48 h allowed; notice Mon 00:00 (0), laytime from 12:00 (12), completed Tue 18:00 (42): 30 h used.
  // Second ship: 10,000 t, 24 h allowed; notice Thu 00:00 (72), laytime from 12:00 (84).
  // The account is 72 h; the first leaves 42 h. The second is completed on Sat 12:00 (132) after 48 h: 42 h are used up on
  // Sat 06:00 (126), 6 h on demurrage = 0.25 d x 12,000 x 7 = 21,000 yuan.
  // Each on her own: the first saves 18 h = 0.75 d, the second is 24 h late = 1 d.
  const instants = { alongside: 1, ready: 2, loadingStarted: 12 };
  const first = callFacts({ ...instants, arrived: 0, loadingCompleted: 42, sailed: 44 });
  const second = callFacts({
    index: 1,
    cargoKg: 10_000_000,
    laycan: 72,
    arrived: 72,
    alongside: 73,
    ready: 74,
    loadingStarted: 84,
    loadingCompleted: 132,
    sailed: 134,
  });
  const season = seasonFacts([first, second]);
  const days = (account: 'perCall' | 'averaged' | 'reversible', calls = season) =>
    laytimeStatements(calls, laytimeTerms({ ...FROM_MONDAY, account })).map((one) => [
      one.demurrageDays,
      one.despatchDays,
    ]);

  test('the second ship finds what the first left', () => {
    const [one, two] = laytimeStatements(season, laytimeTerms({ ...FROM_MONDAY, account: 'reversible' }));
    expect(one).toMatchObject({ allowedHours: 48, availableHours: 72, usedHours: 30, balanceHours: 42 });
    expect(two).toMatchObject({ allowedHours: 24, availableHours: 42, expiresAt: 126, balanceHours: -6 });
    expect(yuanOf([first, second], laytimeTerms({ ...FROM_MONDAY, account: 'reversible' }), 'demurrage')).toBe(21_000);
  });

  test('per call, averaged and reversible', () => {
    expect(days('perCall')).toEqual([
      [0, 0.75],
      [1, 0],
    ]);
    // 24 h less 18 h: 6 h, all on the second.
    expect(days('averaged')).toEqual([
      [0, 0],
      [0.25, 0],
    ]);
    expect(days('reversible')).toEqual([
      [0, 0],
      [0.25, 0],
    ]);
  });

  test('what is left in the end is despatch, shared by time allowed', () => {
    // The second completed on Fri 12:00 (108) after 24 h: 18 h left; two thirds and one third.
    const quick = seasonFacts([first, { ...second, loadingCompleted: 108, sailed: 110 }]);
    expect(days('reversible', quick)).toEqual([
      [0, 0.5],
      [0, 0.25],
    ]);
    expect(days('averaged', quick)).toEqual([
      [0, 0.75],
      [0, 0],
    ]);
  });

  test('once the account is used up a later ship is on demurrage from the beginning of her laytime, storms included', () => {
    // The first uses 12 to 90 = 78 h of 72: used up at 84. The second from Thu 12:00 (84), a storm 90-100 counts: 48 h.
    const slow = seasonFacts([{ ...first, loadingCompleted: 90, sailed: 92 }, second], [[90, 100]]);
    const [one, two] = laytimeStatements(slow, laytimeTerms({ ...FROM_MONDAY, account: 'reversible' }));
    expect(one).toMatchObject({ expiresAt: 84, demurrageDays: 0.25 });
    expect(sheet(two as LaytimeStatement)).toEqual([
      [72, 84, 'turnTime', 0],
      [84, 132, 'onDemurrage', 48],
    ]);
  });
});
