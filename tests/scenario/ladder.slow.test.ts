/**
 * Each rung of the ladder of scenarios (docs/guides/scenarios.md) shows what it is for: against the same scenario with
 * the one thing undone, and by about half of what twenty replications show.
 *
 * Seed and replications are fixed, so nothing here fails by chance; a change of the model or of its draws may move a
 * figure past its bound, and then the guide's figures are due, too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyOverrides, CATALOGUE, PARAMETER_KEYS, type Scenario } from '../../src/scenario/index.ts';
import {
  type AccountId,
  COMPARED,
  compare,
  type DifferenceSummary,
  type HourCause,
  type Mode,
  prepare,
} from '../../src/study/index.ts';
import { scenarioOf, shippedText } from './example.ts';

const SEED = 1;
const REPLICATIONS = 4;

/** From the first rung to the last. */
const LADDER = [
  'bayuquan-72kt',
  'bayuquan-2024',
  '03-storms',
  '04-strict-customs',
  '05-small-fleet',
  '06-distant-works',
  '07-full-yard',
  '08-two-berths',
  '09-winter-ice',
  '10-hybrid',
  '11-direct-loses',
];

/** What a few replications of one mode come to, in the mean. */
interface Shown {
  hours(account: AccountId, cause: HourCause): number;
  /** The shipper's, yuan/t. */
  readonly cost: number;
  readonly portHours: number;
}

function shown(scenario: Scenario, mode: Mode, replications = REPLICATIONS): Shown {
  const run = prepare(scenario);
  const outcomes = Array.from({ length: replications }, (_, k) => run([mode], SEED, k).modes[0]);
  const mean = (of: (outcome: NonNullable<(typeof outcomes)[number]>) => number | null | undefined) =>
    outcomes.reduce((sum, outcome) => sum + ((outcome && of(outcome)) ?? Number.NaN), 0) / replications;
  return {
    hours: (account, cause) => mean(({ hours }) => hours.accounts[account]?.causes[cause]),
    cost: mean(({ measures }) => measures['cost.perTonne']),
    portHours: mean(({ measures }) => measures['vessel.portHours']),
  };
}

function rung(name: string, ...settings: string[]): Scenario {
  const read = applyOverrides(scenarioOf(shippedText(name)), settings);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

function shipHours(scenario: Scenario, mode: Mode, cause: HourCause): number {
  return shown(scenario, mode).hours('ship', cause);
}

describe('the ladder', () => {
  const files = readdirSync(new URL('../../scenarios/', import.meta.url)).filter((file) => file.endsWith('.yaml'));
  const guide = readFileSync(new URL('../../docs/guides/scenarios.md', import.meta.url), 'utf8');

  test('has every scenario that is shipped', () => {
    expect(files.map((file) => file.slice(0, -5)).sort()).toEqual([...LADDER].sort());
  });

  test.each(LADDER)('%s says its rung and what to look for, in both languages, and stands in the guide', (name) => {
    const header = shippedText(name).split('\nschema:')[0];
    const number = LADDER.indexOf(name) + 1;
    expect(Number(/^\d\d/u.exec(name)?.[0] ?? number)).toBe(number);
    expect(header).toContain(`阶梯第 ${number} 级 Rung ${number} `);
    expect(header).toContain('看什么 What to look for');
    expect(guide).toMatch(new RegExp(`\\| ${number} \\| \`${name}\``, 'u'));
  });
});

test('1, one ship: nothing but the cranes holds her up, and the first truck is in time', () => {
  const direct = shown(rung('bayuquan-72kt'), 'direct');
  expect(direct.hours('ship', 'service')).toBeGreaterThan(0.8 * direct.portHours);
  const outcome = prepare(rung('bayuquan-72kt'))(['direct'], SEED, 0).modes[0];
  expect(outcome?.measures['truck.firstToLoadingHours']).toBeLessThan(3);
});

test('2, the season: direct loading runs out of stock, which staging has in the yard', () => {
  const season = rung('bayuquan-2024');
  const [staged, direct] = (['staged', 'direct'] as const).map((mode) =>
    shown(season, mode, 2).hours('ship', 'noCargo'),
  );
  expect(direct).toBeGreaterThan(2 * (staged as number));
});

test('3, storms: weather takes twice what it takes in a mean month, in both modes', () => {
  // Storms are few, so it takes more months to show.
  const weather = (mode: Mode, ...settings: string[]) =>
    shown(rung('03-storms', ...settings), mode, 6).hours('ship', 'weather');
  for (const mode of COMPARED) expect(weather(mode)).toBeGreaterThan(2 * weather(mode, 'weather.model=flat'));
});

test('4, strict customs: ships loaded direct wait for inspections, staged ones and certified shippers do not', () => {
  const strict = rung('04-strict-customs');
  expect(shipHours(strict, 'direct', 'customs')).toBeGreaterThan(3);
  expect(shipHours(strict, 'staged', 'customs')).toBeLessThan(0.5);
  expect(shipHours(rung('04-strict-customs', 'customs.creditClass=certified'), 'direct', 'customs')).toBeLessThan(1);
});

test('5, a small fleet: the cranes wait for trucks, direct only, and not with enough of them', () => {
  expect(shipHours(rung('05-small-fleet'), 'direct', 'noTruck')).toBeGreaterThan(6);
  expect(shipHours(rung('05-small-fleet'), 'staged', 'noTruck')).toBeLessThan(1);
  expect(shipHours(rung('05-small-fleet', 'fleet.size=20'), 'direct', 'noTruck')).toBeLessThan(2);
});

test('6, a distant works: trucks are on the road, and ships loaded direct wait for them', () => {
  const [far, near] = [rung('06-distant-works'), rung('06-distant-works', 'road.distance=15')];
  expect(shown(far, 'direct').hours('trucks', 'moving')).toBeGreaterThan(1.5);
  expect(shipHours(far, 'direct', 'noTruck')).toBeGreaterThan(4);
  expect(shipHours(far, 'staged', 'noTruck')).toBeLessThan(1);
  expect(shipHours(near, 'direct', 'noTruck')).toBeLessThan(2);
});

test('7, a full yard: staged ships wait for room, direct ones do not, nor staged ones in a larger yard', () => {
  const [tight, wide] = [rung('07-full-yard'), rung('07-full-yard', 'yard.capacity=150000')];
  const lost = (scenario: Scenario) => shown(scenario, 'staged').portHours - shown(scenario, 'direct').portHours;
  expect(lost(tight)).toBeGreaterThan(5);
  expect(lost(wide)).toBeLessThan(1);
});

test('8, two berths: ships wait for berth, tide and pilot or tugs, alike in both modes', () => {
  const [shared, alone] = [rung('08-two-berths'), rung('08-two-berths', 'traffic.arrivals=0')];
  for (const mode of COMPARED) {
    const busy = shown(shared, mode);
    expect(busy.hours('ship', 'noBerth')).toBeGreaterThan(5 + 2 * shipHours(alone, mode, 'noBerth'));
    expect(busy.hours('ship', 'tide')).toBeGreaterThan(0);
    expect(busy.hours('ship', 'queue')).toBeGreaterThan(0);
  }
  expect(shipHours(rung('08-two-berths', 'harbour.channelDepth=17.7'), 'direct', 'tide')).toBe(0);
});

test('9, winter ice: closures hold the ships, and direct loading lacks the stock for all that come after', () => {
  const ice = rung('09-winter-ice');
  for (const mode of COMPARED) {
    const open = shipHours(rung('09-winter-ice', 'weather.iceStops='), mode, 'weather');
    expect(shipHours(ice, mode, 'weather')).toBeGreaterThan(2 * open);
  }
  expect(shipHours(ice, 'direct', 'noCargo')).toBeGreaterThan(1 + shipHours(ice, 'staged', 'noCargo'));
});

test('10, hybrid: a part staged ahead gives the ship her hours back, and the shipper most of the saving', () => {
  const scenario = rung('10-hybrid');
  const [staged, direct, hybrid] = (['staged', 'direct', 'hybrid'] as const).map((mode) => shown(scenario, mode));
  expect(direct?.portHours).toBeGreaterThan(15 + (staged?.portHours as number));
  expect(hybrid?.portHours).toBeLessThan(5 + (staged?.portHours as number));
  expect(hybrid?.cost).toBeLessThan((direct?.cost as number) - 0.5);
  expect(direct?.cost).toBeLessThan(staged?.cost as number);
  const helped = shown(rung('10-hybrid', 'fallback.reserve=15000'), 'direct');
  expect(helped.hours('ship', 'noCargo')).toBeLessThan(0.75 * (direct as Shown).hours('ship', 'noCargo'));
  expect(scenario.cargoes.map(({ mode }) => mode)).toEqual([null, 'direct', null, 'direct']);
});

test('11, where direct loading loses: its saving is below 0 with the whole interval, and not from a larger store', () => {
  const scenario = rung('11-direct-loses');
  expect(savingOf(scenario)?.high).toBeLessThan(0);
  for (const key of PARAMETER_KEYS) {
    const { value } = scenario.parameters[key];
    const known = CATALOGUE[key];
    if (typeof value !== 'number' || !('range' in known)) continue;
    expect(value >= known.range[0] && value <= known.range[1], `${key} is plausible`).toBe(true);
  }
  const stocked = rung('11-direct-loses', 'works.warehouseCapacity=80000', 'works.openingStock=80000');
  expect(savingOf(stocked)?.low).toBeGreaterThan(0);
});

function savingOf(scenario: Scenario): DifferenceSummary | null {
  const run = prepare(scenario);
  const outcomes = Array.from({ length: 2 * REPLICATIONS }, (_, k) => run(COMPARED, SEED, k));
  return compare(scenario, outcomes, { seed: SEED }).measures['saving.perTonne'].difference;
}
