import { describe, expect, test } from 'vitest';
import { applyOverrides, checkSettings, formatProblem, type Scenario, withPriors } from '../../src/scenario/index.ts';
import { scenarioOf, shippedText, small } from './example.ts';

const base = scenarioOf(small());

function set(...settings: string[]): Scenario {
  const read = applyOverrides(base, settings);
  if (!read.ok) throw new Error(read.problems.map((problem) => formatProblem(problem, 'en')).join('\n'));
  return read.scenario;
}

function errors(...settings: string[]): string[] {
  const read = applyOverrides(base, settings);
  return read.ok ? [] : read.problems.map((problem) => formatProblem(problem, 'en'));
}

describe('a setting', () => {
  test('replaces a value, with or without a unit, and is remembered as given', () => {
    const scenario = set('fleet.size=30', 'haulage.truckPrice = 10 yuan/t', 'works.loadingTime=420 s');
    expect(scenario.parameters['fleet.size']).toMatchObject({ value: 30, standing: 'assumed' });
    expect(scenario.parameters['haulage.truckPrice'].value).toBe(10);
    expect(scenario.parameters['works.loadingTime']).toEqual(base.parameters['works.loadingTime']);
    expect(scenario.overrides).toEqual(['fleet.size=30', 'haulage.truckPrice=10 yuan/t', 'works.loadingTime=420 s']);
    expect(base.parameters['fleet.size'].value).toBe(40);
  });

  test('reaches words, switches and lists', () => {
    const scenario = set(
      'dispatch.policy=headway',
      'contract.weatherWorkingDays=false',
      'shifts.startHours=[7, 15, 23]',
      'handling.covers=secondHaul,reclaim,stacking',
      'road.peakHours=',
    );
    expect(scenario.parameters['dispatch.policy'].value).toBe('headway');
    expect(scenario.parameters['contract.weatherWorkingDays'].value).toBe(false);
    expect(scenario.parameters['shifts.startHours'].value).toEqual([7, 15, 23]);
    expect(scenario.parameters['handling.covers'].value).toEqual(['stacking', 'reclaim', 'secondHaul']);
    expect(scenario.parameters['road.peakHours'].value).toEqual([]);
  });

  test('changes the hash, and back', () => {
    expect(set('fleet.size=30').hash).not.toBe(base.hash);
    const back = applyOverrides(set('fleet.size=30'), ['fleet.size=40']);
    expect(back.ok && back.scenario.hash).toBe(base.hash);
  });

  test('of a fitted parameter is fitted no more', () => {
    const fitted = scenarioOf(fittedText());
    const read = applyOverrides(fitted, ['handling.secondHaulPrice=6']);
    expect(read.ok && read.scenario.parameters['handling.secondHaulPrice']).toMatchObject({
      value: 6,
      standing: 'assumed',
      prior: null,
      fittedTo: null,
    });
  });

  test.each([
    ['fleet.sise=3', '--set:1:1: fleet.sise: expected a known key, found "fleet.sise"; did you mean fleet.size?'],
    ['__proto__.x=1', '--set:1:1: __proto__.x: expected a known key, found "__proto__.x"'],
    [
      'constructor.prototype.x=1',
      '--set:1:1: constructor.prototype.x: expected a known key, found "constructor.prototype.x"',
    ],
    ['fleet=3', '--set:1:1: fleet: expected a known key, found "fleet"'],
    ['fleet.size', '--set:1:1: expected path=value, found "fleet.size"'],
    ['=3', '--set:1:1: expected path=value, found "=3"'],
    ['', '--set:1:1: expected path=value, found nothing'],
    [
      'fleet.size=',
      '--set:1:12: fleet.size: expected a whole number in trucks at least 1 and at most 10000 (plausible 20 to 80), found nothing',
    ],
    ['fleet.size=3 t', '--set:1:12: fleet.size: expected a unit like trucks (number of things), found "3 t" (mass)'],
    [
      'yard.stagingLead=99',
      '--set:1:18: parameters.yard.stagingLead: expected at most calls.clockOpening, 16 d, found 99 d',
    ],
  ])('%s is refused', (setting, message) => {
    expect(errors(setting)).toEqual([message]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('of a key that another one sets already is refused, and names both', () => {
    expect(errors('fleet.size=30', 'road.distance=4', 'fleet.size = 40')).toEqual([
      '--set:3:1: fleet.size: expected each key once, found "fleet.size=30" and "fleet.size=40"',
    ]);
    expect(errors('fleet.size=30', 'fleet.size=x')).toHaveLength(2);
  });

  test('is looked at without a scenario too', () => {
    const problems = checkSettings(['fleet.sise=3', 'x', 'fleet.size=0', 'fleet.size=3', 'yard.stagingLead=99']);
    expect(problems.map(({ line, expected }) => [line, expected.is])).toEqual([
      [1, 'knownKey'],
      [2, 'setting'],
      [3, 'number'],
      [4, 'keyOnce'],
    ]);
  });

  test('that is wrong is told with all the others, by its place in the list', () => {
    expect(errors('fleet.size=30', 'fleet.sise=3', 'x').map((line) => line.split(':')[1])).toEqual(['2', '3']);
  });
});

function fittedText(): string {
  return shippedText('bayuquan-2024').replace(
    /secondHaulPrice:\n {6}value: .*\n {6}range: .*\n {6}standing: .*\n(?: {6}(?:prior|fittedTo|source): .*\n)*/u,
    `secondHaulPrice:\n      value: 4.2 yuan/t\n      range: [3, 8]\n      standing: fitted\n      prior: 5000 yuan/kt\n      fittedTo: saving.perTonne\n`,
  );
}

describe('a fitted parameter', () => {
  test('carries its prior and what it was fitted to', () => {
    expect(scenarioOf(fittedText()).parameters['handling.secondHaulPrice']).toMatchObject({
      value: 4.2,
      standing: 'fitted',
      prior: 5,
      fittedTo: 'saving.perTonne',
    });
  });

  test('goes back to its prior, and the scenario to the hash it had before the fit', () => {
    const fitted = scenarioOf(fittedText());
    const unfitted = withPriors(fitted);
    expect(unfitted.parameters['handling.secondHaulPrice']).toMatchObject({ value: 5, prior: null, fittedTo: null });
    expect(unfitted.parameters['handling.secondHaulPrice'].standing).toBe('recalled');
    expect(unfitted.hash).not.toBe(fitted.hash);
    expect(withPriors(unfitted)).toEqual(unfitted);
  });
});
