import fc from 'fast-check';
import {
  applyOverrides,
  describe as describeParameter,
  formatProblem,
  type NumberParameter,
  PARAMETER_KEYS,
  type ParameterKey,
  parseScenario,
  type ReadResult,
  type Scenario,
} from '../scenario/index.ts';

/** What random scenarios shall look like. All bounds are inclusive. */
export interface ScenarioShape {
  /** How many calls; 1 to 4. */
  readonly calls?: readonly [least: number, most: number];
  /** Tonnes of one cargo, in whole kilograms; 2,000 to 12,000 t. */
  readonly tonnes?: readonly [least: number, most: number];
  /** Days of the period; 3 to 14. */
  readonly periodDays?: readonly [least: number, most: number];
  /** Days the clock runs on after the period; long enough for the last ship to sail. 40. */
  readonly closingDays?: number;
  /** Ranges that replace the catalogue's plausible ones; inside the hard bounds. */
  readonly ranges?: Readonly<Partial<Record<ParameterKey, readonly [low: number, high: number]>>>;
  /** Parameters left as the catalogue has them. */
  readonly fixed?: readonly ParameterKey[];
}

/** Days the clock runs before the period: the longest staging lead that is plausible. */
const OPENING_DAYS = 15;

/** Steps a range is cut into: fine enough to surprise, coarse enough that nothing comes near a subnormal number. */
const STEPS = 1000;

type Ranges = NonNullable<ScenarioShape['ranges']>;

/** Ice that stops everything for months, or crews that eat all day, would keep the last ship past any closing. */
const PASSABLE: Ranges = {
  'weather.iceDays': [0, 15],
  'shifts.mealTime': [0.1, 0.4],
  'shifts.worksOpens': [0, 4],
  'shifts.worksCloses': [20, 24],
  'shifts.yardOpens': [0, 4],
  'shifts.yardCloses': [20, 24],
  'shifts.quayOpens': [0, 4],
  'shifts.quayCloses': [20, 24],
};
/** Hours of the day closed to trucks: few enough that the last ship sails within the clock. */
const MOST_CURFEW = 6;

/**
 * Random valid scenarios: small seasons whose run takes milliseconds, any parameter set anywhere within its
 * range, laycans drawn or given. A failing property shrinks towards few calls and few settings, and prints the
 * scenario as a file with the `--set` options that repeat it.
 *
 * @example
 * fc.assert(fc.property(scenarios(), (scenario) => closes(runTask({ scenario, modes: ['direct'], seed: 1, replication: 0 }))));
 */
export function scenarios(shape: ScenarioShape = {}): fc.Arbitrary<Scenario> {
  const { fixed = [], ranges = {}, closingDays = 40 } = shape;
  const file = scenarioFiles(shape, closingDays);
  return fc.tuple(file, settings({ ...PASSABLE, ...ranges }, fixed)).map(([text, set]) => readOnce(text, set));
}

const scenariosRead = new Map<string, Scenario>();

/** Properties of one file draw the same scenarios, since they share a seed: each is read once. */
function readOnce(text: string, set: readonly string[]): Scenario {
  const command = `${text}${set.map((setting) => ` --set '${setting}'`).join('')}`;
  let scenario = scenariosRead.get(command);
  if (scenario === undefined) {
    const read = scenarioOrThrow(applyOverrides(scenarioOrThrow(parseScenario(text, 'random.yaml')), set));
    scenario = printable(read, command);
    scenariosRead.set(command, scenario);
  }
  return scenario;
}

/** Some parameters of the catalogue, each set within its range, as `key=value`. The clock is the file's. */
export function settings(ranges: Ranges = {}, fixed: readonly ParameterKey[] = []): fc.Arbitrary<string[]> {
  const free = PARAMETER_KEYS.filter((key) => describeParameter(key).kind !== 'clock' && !fixed.includes(key));
  const texts = Object.fromEntries(free.map((key) => [key, settingOf(key, ranges[key])]));
  return fc
    .record(texts, { requiredKeys: [] })
    .map((set) => Object.entries(set).map(([key, value]) => `${key}=${value}`));
}

/** One parameter's value as it is written after `--set key=`. */
export function settingOf(key: ParameterKey, range?: readonly [low: number, high: number]): fc.Arbitrary<string> {
  const parameter = describeParameter(key);
  switch (parameter.type) {
    case 'choice':
      return fc.constantFrom(...parameter.choices);
    case 'choices':
      return fc.subarray([...parameter.choices]).map((words) => `[${words.join(', ')}]`);
    case 'switch':
      return fc.boolean().map(String);
    case 'hours':
      return fc
        .subarray(
          Array.from({ length: 24 }, (_, hour) => hour),
          { maxLength: key === 'road.curfewHours' ? MOST_CURFEW : 24 },
        )
        .map((hours) => `[${hours.join(', ')}]`);
    case 'months':
      return fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 12, maxLength: 12 }).map(String);
    case 'dates':
      return fc.subarray([...parameter.value]).map(String);
    default:
      return numbers(parameter, range ?? parameter.range).map(String);
  }
}

function numbers({ whole }: NumberParameter, [low, high]: readonly [number, number]): fc.Arbitrary<number> {
  if (whole) return fc.integer({ min: low, max: high });
  return fc.integer({ min: 0, max: STEPS }).map((step) => low + ((high - low) * step) / STEPS);
}

/** Scenario files with nothing but calls and clock. */
function scenarioFiles(shape: ScenarioShape, closingDays: number): fc.Arbitrary<string> {
  const { calls = [1, 4], tonnes = [2000, 12_000], periodDays = [3, 14] } = shape;
  const kilograms = fc.integer({ min: tonnes[0] * 1000, max: tonnes[1] * 1000 });
  const within = fc.integer({ min: 0, max: 999 });
  return fc
    .record({
      cargoes: fc.array(fc.tuple(kilograms, within), { minLength: calls[0], maxLength: calls[1] }),
      days: fc.integer({ min: periodDays[0], max: periodDays[1] }),
      laycansGiven: fc.boolean(),
    })
    .map(({ cargoes, days, laycansGiven }) => {
      const lines = cargoes.map(([kg, place]) => {
        const laycan = laycansGiven ? `, laycan: ${instant(Math.floor((place * days * 24) / 1000))}` : '';
        return `  - { tonnes: ${kg / 1000} t${laycan} }`;
      });
      return scenarioFile(lines, days, closingDays);
    });
}

function scenarioFile(cargoes: readonly string[], periodDays: number, closingDays: number): string {
  return `schema: zhizhuang/scenario@1
name: random
title: { zh: 随机, en: Random }
question: { zh: 性质是否成立？, en: Does the property hold? }
period: { start: 2024-01-01, end: ${instant((periodDays - 1) * 24).slice(0, 10)} }
cargoes:
${cargoes.join('\n')}
parameters:
  calls:
    clockOpening: { value: ${OPENING_DAYS} d, standing: assumed }
    clockClosing: { value: ${closingDays} d, standing: assumed }
`;
}

/** The instant so many hours after the first of January, within the month. */
function instant(hours: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `2024-01-${two(1 + Math.floor(hours / 24))}T${two(hours % 24)}:00`;
}

/** The scenario with more settings, `key=value`. */
export function withSettings(scenario: Scenario, settings: readonly string[]): Scenario {
  return printable(
    scenarioOrThrow(applyOverrides(scenario, settings)),
    `${fc.stringify(scenario)} then ${settings.join(' ')}`,
  );
}

function scenarioOrThrow(read: ReadResult): Scenario {
  if (read.ok) return read.scenario;
  throw new Error(read.problems.map((problem) => formatProblem(problem, 'en')).join('\n'));
}

/** The scenario with a way of printing itself that a person can repeat. */
function printable(scenario: Scenario, command: string): Scenario {
  const copy = { ...scenario };
  Object.defineProperty(copy, fc.toStringMethod, { value: () => command, enumerable: false });
  return Object.freeze(copy);
}
