import { type PortInputs, workingHoursOfDay } from '../port/index.ts';
import type { NumberKey, ParameterKey } from './catalogue.ts';
import type { Checked, Note } from './checks.ts';
import { breakdownInputs, EPISODIC, monthlyShares, shiftInputs, weatherInputs } from './disturbance-inputs.ts';
import type { Expectation, Finding, Term } from './problem.ts';
import { quayInputs } from './quay-inputs.ts';
import { numberOf } from './scenario.ts';
import { HOUR_OF_DAY } from './unit-words.ts';

type ShiftInputs = PortInputs['shifts'];
type MachineBreakdowns = PortInputs['breakdowns']['crane'];

/** What multiplies the stops of machines. */
export const MULTIPLYING_STOPS: readonly ParameterKey[] = [
  'weather.stopDuration',
  'breakdowns.craneMtbf',
  'quay.berths',
  'quay.cranesPerCall',
  'works.loaders',
  'works.weighbridgeLanes',
  ...EPISODIC.map((kind) => `weather.${kind}Duration` as const),
];

/** Expected number of stops in the calendars of all machines; weather and breaks are in that of each crane. */
export function stopsOfAllMachines(scenario: Checked, days: number): number {
  const { crane, ...others } = breakdownInputs(scenario);
  const { startsAtHours, mealsAtHours } = shiftInputs(scenario);
  const stations = 2;
  const cranes = numberOf(scenario, 'quay.berths') * quayInputs(scenario).cranesPerCall;
  const perDay = weatherStopsPerDay(scenario) + startsAtHours.length + mealsAtHours.length + stations;
  const counts: Readonly<Record<keyof typeof others, NumberKey>> = {
    worksLoader: 'works.loaders',
    weighbridge: 'works.weighbridgeLanes',
    gateLane: 'gate.lanes',
    stacker: 'yard.stackingMachines',
    reclaimer: 'yard.reclaimLoaders',
  };
  const failures = Object.entries(counts).reduce((sum, [kind, key]) => {
    return sum + numberOf(scenario, key) * failuresPerDay(others[kind as keyof typeof others]);
  }, 0);
  return days * (cranes * (perDay + failuresPerDay(crane)) + failures);
}

function failuresPerDay({ mtbfHours, repairHours }: MachineBreakdowns): number {
  return 24 / (mtbfHours + repairHours.mean);
}

function weatherStopsPerDay(scenario: Checked): number {
  const { stopShare, stopHours, byKind } = weatherInputs(scenario);
  if (byKind === null) return (24 * stopShare) / stopHours.mean;
  const busiest = EPISODIC.map((kind) => Math.max(...byKind[kind].shareByMonth) / byKind[kind].hours.mean);
  return 24 * busiest.reduce((sum, perHour) => sum + perHour, 0);
}

/** So much of a month may be taken by one kind of weather: nearer to all of it, it would hardly ever end. */
const MOST_OF_A_MONTH = 0.95;

/** Weather that would fill a month or more than there is of it, and crews that would never work. */
export function checkDisturbances(scenario: Checked, note: Note): void {
  for (const kind of EPISODIC) {
    const most = Math.max(...monthlyShares(scenario, kind));
    if (most <= MOST_OF_A_MONTH) continue;
    const amount = kind === 'wind6' ? 'weather.wind6Share' : (`weather.${kind}Days` as const);
    const keys = [amount, `weather.${kind}Months`, ...(kind === 'wind6' ? [] : [`weather.${kind}Duration` as const])];
    note(keys as ParameterKey[], atMost('mostOfAMonth', MOST_OF_A_MONTH), shareFound(most));
  }
  const [blows, part] = [numberOf(scenario, 'weather.wind6Share'), numberOf(scenario, 'weather.wind7Part')];
  const gales = numberOf(scenario, 'weather.wind7Share');
  if (gales > blows * part) {
    const keys = ['weather.wind7Share', 'weather.wind6Share', 'weather.wind7Part'] as const;
    note(keys, atMost('blowsThatMayGrow', blows * part), shareFound(gales));
  }
  const shifts = shiftInputs(scenario);
  for (const station of ['works', 'yard', 'quay'] as const) checkCrews(scenario, shifts, station, note);
}

/** A station's hours, and an hour of the day in which its machines work. */
function checkCrews(scenario: Checked, shifts: ShiftInputs, station: 'works' | 'yard' | 'quay', note: Note): void {
  const [opens, closes] = [`shifts.${station}Opens`, `shifts.${station}Closes`] as const;
  const [from, to] = [numberOf(scenario, opens), numberOf(scenario, closes)];
  if (to <= from) {
    const expected = { is: 'relation', relation: 'above', to: opens, value: from, unit: HOUR_OF_DAY } as const;
    note([closes, opens], expected, { is: 'quantity', value: to, unit: HOUR_OF_DAY });
    return;
  }
  const closed = 24 - workingHoursOfDay(shifts, shifts[station]);
  if (closed < 24) return;
  const keys = [
    'shifts.changeoverTime',
    'shifts.mealTime',
    'shifts.startHours',
    'shifts.mealHours',
    opens,
    closes,
  ] as const;
  const expected = { is: 'relation', relation: 'below', to: 'wholeDay', value: 24, unit: 'h' } as const;
  note(keys, expected, { is: 'quantity', value: closed, unit: 'h' });
}

function atMost(to: Term, value: number): Expectation {
  return { is: 'relation', relation: 'atMost', to, value: rounded(value), unit: '1' };
}

function shareFound(value: number): Finding {
  return { is: 'quantity', value: rounded(value), unit: '1' };
}

/** For messages only. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
