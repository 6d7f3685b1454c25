import type { PortInputs } from '../../src/port/index.ts';
import {
  convert,
  describe as describeParameter,
  PARAMETER_KEYS,
  type Scenario,
  type ScenarioParameter,
  toPortInputs,
} from '../../src/scenario/index.ts';

/**
 * A scenario in which everything takes twice as long, but for its period and laycans: every parameter with time in its
 * unit, as the catalogue has it, so that none can be forgotten. Doubling and halving lose no bit. Hours of the day stay
 * what they are; what is paid by the hour is paid half.
 */
export function twiceAsLong(scenario: Scenario): Scenario {
  const parameters = Object.fromEntries(
    PARAMETER_KEYS.map((key) => {
      const parameter = describeParameter(key);
      const ofDay = 'hourOfDay' in parameter && parameter.hourOfDay === true;
      const power = 'unit' in parameter && !ofDay ? powerOfTime(parameter.unit) : 0;
      return [key, scaled(scenario.parameters[key], 2 ** power)];
    }),
  ) as Scenario['parameters'];
  return { ...scenario, parameters };
}

/** Its inputs, the period and its laycans, which are no parameters, twice as long too. */
export function inputsTwiceAsLong(scenario: Scenario): PortInputs {
  const { season, ...stations } = toPortInputs(twiceAsLong(scenario));
  const laycansHours = season.laycansHours?.map((hours) => 2 * hours) ?? null;
  return { ...stations, season: { ...season, periodHours: 2 * season.periodHours, laycansHours } };
}

/** The exponent of time in a unit: 1 of min/truck, −1 of km/h, 0 of d/yr. */
export function powerOfTime(unit: string): number {
  return unit.split('/').reduce((power, part, i) => power + (convert(1, part, 's').ok ? (i === 0 ? 1 : -1) : 0), 0);
}

function scaled(parameter: ScenarioParameter, factor: number): ScenarioParameter {
  return factor === 1 ? parameter : { ...parameter, value: (parameter.value as number) * factor };
}

/** Facts that are instants; those whose names end in `Hours`, and accounts of hours, are hours by their names. */
const INSTANTS = new Set(
  (
    'laycan laycanCloses estimatedArrival arrived berthGranted pilotOnBoard alongside ready loadingStarted ' +
    'loadingCompleted unberthing sailed lodged reviewed inspectionBegan inspectionEnded released from to weatherStops'
  ).split(' '),
);

/** Facts that go by the calendar's days, hours and quarters, whatever takes how long. */
const BY_THE_CALENDAR = new Set(['storedKgByDays', 'gatePeakPerHour', 'producedKg', 'closingKg']);

/** A number of one season and the same of another, by where it stands; `hours`: of a kind that doubles. */
export interface Pair {
  readonly where: string;
  readonly hours: boolean;
  readonly once: unknown;
  readonly twice: unknown;
}

/** All numbers, words and blanks of two seasons side by side. */
export function pairsOf(once: unknown, twice: unknown, where = '', hours = false): Pair[] {
  if (typeof once !== 'object' || once === null) return [{ where, hours, once, twice }];
  const other = (twice ?? {}) as Record<string, unknown>;
  const entries = Object.entries(once).filter(([key]) => !BY_THE_CALENDAR.has(key));
  const length: Pair = { where: `${where} size`, hours: false, once: sizeOf(once), twice: sizeOf(other) };
  return entries.reduce(
    (pairs, [key, value]) => {
      const doubles = hours || INSTANTS.has(key) || key === 'hours' || /Hours(ByTrip)?$/.test(key);
      pairs.push(...pairsOf(value, other[key], `${where}.${key}`, doubles));
      return pairs;
    },
    [length],
  );
}

function sizeOf(value: object): number {
  return Object.keys(value).length;
}
