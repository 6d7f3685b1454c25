import { describe, expect, test } from 'vitest';
import { makeWorld, type PortInputs } from '../../src/port/index.ts';
import { crewCalendar, officeCalendar, stationCalendar, workingHoursOfDay } from '../../src/port/shifts.ts';
import { constant } from '../../src/random/index.ts';
import { calmInputs, plainCalendar } from './base-inputs.ts';
import { callOf, calls, calm, PERIOD_BEGINS, season } from './one-season.ts';

const shifts = calmInputs.shifts;
const open = { opensHour: 0, closesHour: 24, restsOnHolidays: false };
/** Opens on a Monday; the third day is a holiday, the sixth a Saturday that is worked. */
const week = { ...plainCalendar(240), holidayDays: [2], makeUpDays: [5] };

describe('crews', () => {
  test('change over and eat every day at the same hours', () => {
    const inputs = { ...shifts, startsAtHours: [8, 20], changeoverHours: 0.25, mealsAtHours: [12], mealHours: 1 };
    expect(crewCalendar(inputs, 48).closures).toEqual([
      [8, 8.25],
      [12, 13],
      [20, 20.25],
      [32, 32.25],
      [36, 37],
      [44, 44.25],
    ]);
    expect(workingHoursOfDay(inputs, open)).toBe(22.5);
    expect(workingHoursOfDay(inputs, { ...open, opensHour: 8, closesHour: 18 })).toBe(8.75);
  });

  test('that change over past midnight lose what falls into the next day', () => {
    const inputs = { ...shifts, startsAtHours: [23], changeoverHours: 3 };
    expect(workingHoursOfDay(inputs, { ...open, closesHour: 2 })).toBe(0);
    expect(workingHoursOfDay(inputs, { ...open, closesHour: 3 })).toBe(1);
  });
});

describe('a station', () => {
  test('works in its hours, by day or round the clock', () => {
    expect(stationCalendar({ ...open, opensHour: 6, closesHour: 22 }, week, 48).closures).toEqual([
      [0, 6],
      [22, 30],
      [46, 48],
    ]);
    expect(stationCalendar(open, week, 240).closures).toEqual([]);
  });

  test('rests on public holidays, from midnight to midnight, if it does', () => {
    expect(stationCalendar({ ...open, restsOnHolidays: true }, week, 240).closures).toEqual([[48, 72]]);
  });
});

describe('the customs office', () => {
  const office = (officeDays: PortInputs['customs']['officeDays'], opens = 0, closes = 24) =>
    officeCalendar({ officeOpensHour: opens, officeClosesHour: closes, officeDays }, week, 240);

  test('works in its hours, or round the clock', () => {
    expect(office('everyDay', 8, 17).closures.slice(0, 2)).toEqual([
      [0, 8],
      [17, 32],
    ]);
    expect(office('everyDay', 8, 17).finish(16, 2)).toBe(33);
    expect(office('everyDay').closures).toEqual([]);
  });

  test('is not manned on holidays, or on weekends either but for those worked in exchange', () => {
    expect(office('exceptHolidays').closures).toEqual([[48, 72]]);
    // Day 5 is Saturday, worked; day 6 Sunday.
    expect(office('workdays').closures).toEqual([
      [48, 72],
      [144, 168],
    ]);
    expect(office('workdays', 8, 17).finish(40, 2)).toBe(24 * 3 + 9);
  });
});

describe('in a season', () => {
  /** Ready four hours after her arrival at the period's beginning, midnight. */
  const oneShip = { season: calls([320_000, 0]), fleet: { payloadKg: constant(32_000) } };

  test('cranes that work by day load a ship that comes by night in the morning', () => {
    const night = calm({ ...oneShip, shifts: { quay: { ...open, opensHour: 8, closesHour: 18 } } });
    expect(callOf(season(calm(oneShip), 'direct')).loadingCompleted).toBeLessThan(PERIOD_BEGINS + 8);
    const { loadingStarted, hours } = callOf(season(night, 'direct'));
    expect(loadingStarted).toBe(PERIOD_BEGINS + 8);
    expect(hours.cranes.shift).toBeGreaterThan(3);
  });

  test('a works that rests on a holiday loads no truck on it', () => {
    const rests = { works: { ...open, restsOnHolidays: true } };
    const holidays = { holidayDays: [PERIOD_BEGINS / 24] };
    const { hours, loadingStarted } = callOf(season(calm({ ...oneShip, shifts: rests, calendar: holidays }), 'direct'));
    expect(loadingStarted).toBeGreaterThan(PERIOD_BEGINS + 24);
    expect(hours.trucks.shift).toBeGreaterThan(20);
    const works = callOf(season(calm({ ...oneShip, calendar: holidays }), 'direct'));
    expect(works.loadingStarted).toBeLessThan(PERIOD_BEGINS + 8);
  });

  test('a yard that works by day neither stacks nor reclaims by night', () => {
    const { stacking, yardLoaders, worksLoaders } = makeWorld(
      calm({ shifts: { yard: { ...open, opensHour: 6, closesHour: 18 } } }),
      1,
      0,
    );
    for (const stops of [stacking, yardLoaders]) expect(stops.nextOpen(20)).toBe(30);
    expect(worksLoaders.nextOpen(20)).toBe(20);
  });
});
