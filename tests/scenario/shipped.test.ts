import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CATALOGUE, PARAMETER_KEYS, type ParameterKey, parseScenario } from '../../src/scenario/index.ts';
import { scenarioOf, shippedText } from './example.ts';

const names = readdirSync(new URL('../../scenarios/', import.meta.url))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace(/\.yaml$/u, ''));

/** The published consignment and season, and the rungs of the ladder that follow them. */
const ofBayuquan = names.filter((name) => name.startsWith('bayuquan'));
const ladder = names.filter((name) => !ofBayuquan.includes(name));

describe.each(names)('the shipped scenario %s', (name) => {
  const text = shippedText(name);

  test('loads without a warning under the name of its file', () => {
    const read = parseScenario(text, name);
    expect(read).toMatchObject({ ok: true, warnings: [], scenario: { name } });
  });

  test('has every value in its range, and a prior and its published fact for whatever is fitted', () => {
    const { parameters, published } = scenarioOf(text);
    for (const [key, { value, range, standing, prior, fittedTo }] of Object.entries(parameters)) {
      if (range !== null && typeof value === 'number') expect(value >= range[0] && value <= range[1], key).toBe(true);
      expect(standing === 'fitted', key).toBe(prior !== null);
      const facts = [...published.map(({ id }) => id), 'bayuquan-2024/saving.perTonne'];
      if (standing === 'fitted') expect(facts).toContain(fittedTo);
    }
  });
});

/** What a scenario of Bayuquan switches on that the catalogue leaves off, since it stops a plain model from being plain. */
const SWITCHED_ON: Readonly<Record<string, readonly ParameterKey[]>> = {
  'bayuquan-2024': ['weather.model', 'fleet.restRule'],
};

test.each(ofBayuquan)('%s departs from the catalogue only in what is fitted, switched on, or explained', (name) => {
  const { parameters } = scenarioOf(shippedText(name));
  const switchedOn = SWITCHED_ON[name] ?? [];
  for (const key of PARAMETER_KEYS.filter((one) => parameters[one].standing !== 'fitted')) {
    const { value, standing, source, note } = parameters[key];
    const known = CATALOGUE[key];
    if (switchedOn.includes(key)) {
      expect(value, key).not.toBe(known.value);
      expect([source, note], key).not.toContain('');
      continue;
    }
    expect({ key, value, standing, source }).toEqual({
      key,
      value: known.value,
      standing: known.standing,
      source: known.source,
    });
    const sameRange = !('range' in known) || JSON.stringify(parameters[key].range) === JSON.stringify(known.range);
    if (!sameRange) expect(note, key).not.toBe(known.note);
  }
});

test.each(ladder)('%s sets what departs from the catalogue, says why, and sets nothing else', (name) => {
  const text = shippedText(name);
  const { parameters } = scenarioOf(text);
  for (const [key] of writtenIn(text)) {
    const { value, standing, source, note } = parameters[key];
    expect(JSON.stringify(value), key).not.toBe(JSON.stringify(CATALOGUE[key].value));
    expect(note, key).not.toBe('');
    expect(standing === 'assumed' || standing === 'fitted' || source !== '', key).toBe(true);
  }
});

test('the season writes out every parameter of the catalogue, and how well it is known', () => {
  const written = writtenIn(shippedText('bayuquan-2024')).map(([key, entry]) => [key, entry.standing !== undefined]);
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(PARAMETER_KEYS.map((key) => [key, true])));
});

/** The parameters that a file itself writes, with what it says of each. */
function writtenIn(text: string): [ParameterKey, { standing?: string }][] {
  const groups = parse(text).parameters as Record<string, Record<string, { standing?: string }>>;
  return Object.entries(groups).flatMap(([group, members]) =>
    Object.entries(members).map(([name, entry]): [ParameterKey, { standing?: string }] => [
      `${group}.${name}` as ParameterKey,
      entry,
    ]),
  );
}

test('the season has 32 calls and 735,000 t over 213 days', () => {
  const { cargoes } = scenarioOf(shippedText('bayuquan-2024'));
  expect(cargoes).toHaveLength(32);
  expect(cargoes.reduce((sum, cargo) => sum + cargo.tonnes, 0)).toBe(735_000);
});

test('the published saving per tonne is the published saving over the published tonnes', () => {
  const { published } = scenarioOf(shippedText('bayuquan-2024'));
  const [total, perTonne] = ['saving.total', 'saving.perTonne'].map((id) => published.find((fact) => fact.id === id));
  expect(Math.round((total?.low ?? 0) / 7350) / 100).toBe(perTonne?.low);
  expect(Math.round((total?.high ?? 0) / 7350) / 100).toBe(perTonne?.high);
});

test('the 3 hours are an upper bound for the first truck and judge nothing for the mean of all', () => {
  const { published } = scenarioOf(shippedText('bayuquan-2024'));
  const readings = Object.fromEntries(published.map(({ id, reading, high }) => [id, [reading, high]]));
  expect(readings['truck.firstToLoadingHours']).toEqual(['upperBound', 3]);
  expect(readings['truck.factoryToLoadingHours']).toEqual(['noVerdict', 3]);
});

// Copied from the project's table of parameters: base, low, high, standing of the base.
const FACTS: readonly [ParameterKey, number, number, number, string][] = [
  ['works.exportOutput', 143.8, 130, 274, 'derived'],
  ['works.warehouseCapacity', 80_000, 40_000, 120_000, 'assumed'],
  ['fleet.size', 40, 20, 80, 'assumed'],
  ['fleet.payload', 32, 28, 34, 'derived'],
  ['road.distance', 8, 3, 15, 'assumed'],
  ['gate.serviceTime', 30, 20, 120, 'sourced'],
  ['customs.inspectionProbability', 0.0169, 0.0046, 0.0244, 'sourced'],
  ['customs.reviewTime', 1.03, 0.1, 2.6, 'sourced'],
  ['quay.craneRate', 280, 150, 455, 'derived'],
  ['quay.hatchChangeShare', 0.1, 0.05, 0.2, 'recalled'],
  ['yard.cycleLoss', 0.002, 0.0001, 0.005, 'recalled'],
  ['weather.stopShare', 0.06, 0.04, 0.127, 'derived'],
  ['handling.secondHaulPrice', 5, 3, 8, 'recalled'],
  ['storage.firstBandPrice', 0.3, 0.1, 0.5, 'sourced'],
  ['contract.demurrageSupramax', 16_000, 9000, 25_000, 'derived'],
  ['cargo.fobPrice', 9, 7, 19, 'sourced'],
  ['carbon.dieselFactor', 3.2, 3.1, 3.3, 'sourced'],
];

test.each(FACTS)('%s is what the table of parameters says', (key, value, low, high, standing) => {
  expect(CATALOGUE[key]).toMatchObject({ value, range: [low, high], standing });
});
