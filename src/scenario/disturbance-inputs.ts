import type { PortInputs } from '../port/index.ts';
import { monthsOfClock, parseDay, weekday } from './calendar.ts';
import type { NumberKey } from './catalogue.ts';
import { openingDay } from './clock.ts';
import { duration, orNever } from './laws.ts';
import { listOf, numberIn, numberOf, type Scenario } from './scenario.ts';
import type { VaryingKey } from './varying.ts';

type Told = Pick<Scenario, 'parameters'>;

/** Which days the clock's hours fall on. @param days from the clock's opening to its closing */
export function calendarInputs(scenario: Told & Pick<Scenario, 'period'>, days: number): PortInputs['calendar'] {
  const opens = openingDay(scenario);
  const daysOf = (key: 'shifts.holidays' | 'shifts.makeUpDays') =>
    listOf<string>(scenario, key)
      .map((date) => (parseDay(date) ?? 0) - opens)
      .filter((day) => day >= 0 && day < days);
  return {
    ...monthsOfClock(opens, days),
    openingWeekday: weekday(opens),
    holidayDays: daysOf('shifts.holidays'),
    makeUpDays: daysOf('shifts.makeUpDays'),
  };
}

export function weatherInputs(scenario: Told): PortInputs['weather'] {
  const byKind = kindsOfWeather(scenario);
  return {
    stopShare: numberOf(scenario, 'weather.stopShare'),
    stopHours: duration(scenario, 'weather.stopDuration'),
    byKind: scenario.parameters['weather.model'].value === 'byKind' ? byKind : null,
  };
}

/** The four kinds drawn for themselves; wind of Beaufort 7 is drawn within that of 6. */
export const EPISODIC = ['wind6', 'fog', 'rain', 'ice'] as const;

function kindsOfWeather(scenario: Told): NonNullable<PortInputs['weather']['byKind']> {
  const episodes = (kind: (typeof EPISODIC)[number]) => ({
    shareByMonth: monthlyShares(scenario, kind),
    hours: duration(scenario, `weather.${kind}Duration`),
    stops: listOf<'cranes' | 'stacking' | 'pilotage'>(scenario, `weather.${kind}Stops`),
  });
  const part = numberOf(scenario, 'weather.wind7Part');
  const blows = numberOf(scenario, 'weather.wind6Share');
  return {
    wind6: episodes('wind6'),
    wind7: {
      probability: blows === 0 ? 0 : numberOf(scenario, 'weather.wind7Share') / (blows * part),
      part,
      stops: listOf(scenario, 'weather.wind7Stops'),
    },
    fog: episodes('fog'),
    rain: episodes('rain'),
    ice: episodes('ice'),
  };
}

/** Days of each month in the mean year of the Gregorian calendar. */
const MONTH_DAYS = [31, 28.2425, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Share of each month's hours, such that the mean year has its own share. */
export function monthlyShares(scenario: Told, kind: (typeof EPISODIC)[number]): number[] {
  const weights = listOf<number>(scenario, `weather.${kind}Months`);
  const [weighted, days] = weights.reduce(
    ([sum, all], weight, i) => [sum + weight * (MONTH_DAYS[i] as number), all + (MONTH_DAYS[i] as number)],
    [0, 0],
  );
  const scale = (yearlyShare(scenario, kind) * days) / weighted;
  return weights.map((weight) => weight * scale);
}

/** Fog and rain are counted in episodes, one a day; ice in whole days; wind in hours. */
function yearlyShare(scenario: Told, kind: (typeof EPISODIC)[number]): number {
  if (kind === 'wind6') return numberOf(scenario, 'weather.wind6Share');
  const days = numberIn(scenario, `weather.${kind}Days`, '1');
  return kind === 'ice' ? days : (days * numberOf(scenario, `weather.${kind}Duration`)) / 24;
}

export function breakdownInputs(scenario: Told): PortInputs['breakdowns'] {
  const machine = (mtbf: NumberKey, repair: VaryingKey) => ({
    mtbfHours: orNever(numberIn(scenario, mtbf, 'h')),
    repairHours: duration(scenario, repair),
  });
  return {
    crane: machine('breakdowns.craneMtbf', 'breakdowns.craneRepairTime'),
    worksLoader: machine('breakdowns.worksLoaderMtbf', 'breakdowns.worksLoaderRepairTime'),
    weighbridge: machine('breakdowns.weighbridgeMtbf', 'breakdowns.weighbridgeRepairTime'),
    gateLane: machine('breakdowns.gateLaneMtbf', 'breakdowns.gateLaneRepairTime'),
    stacker: machine('breakdowns.stackerMtbf', 'breakdowns.stackerRepairTime'),
    reclaimer: machine('breakdowns.reclaimerMtbf', 'breakdowns.reclaimerRepairTime'),
  };
}

export function shiftInputs(scenario: Told): PortInputs['shifts'] {
  const rests = listOf<string>(scenario, 'shifts.holidayRest');
  const station = (name: 'works' | 'yard' | 'quay') => ({
    opensHour: numberOf(scenario, `shifts.${name}Opens`),
    closesHour: numberOf(scenario, `shifts.${name}Closes`),
    restsOnHolidays: rests.includes(name),
  });
  return {
    startsAtHours: listOf(scenario, 'shifts.startHours'),
    changeoverHours: numberOf(scenario, 'shifts.changeoverTime'),
    mealsAtHours: listOf(scenario, 'shifts.mealHours'),
    mealHours: numberOf(scenario, 'shifts.mealTime'),
    works: station('works'),
    yard: station('yard'),
    quay: station('quay'),
  };
}
