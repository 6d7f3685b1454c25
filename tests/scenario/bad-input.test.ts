import { describe, expect, test } from 'vitest';
import { formatProblem, PARAMETER_KEYS, parseScenario } from '../../src/scenario/index.ts';
import { errorsOf, scenarioOf, small } from './example.ts';

describe('each slip is told with its line, its column, its key in full:', () => {
  test.each([
    [
      'an unknown parameter',
      '  fleet:\n    sise: 40',
      ':10:5: parameters.fleet.sise: expected a known key, found "fleet.sise"; did you mean fleet.size?',
    ],
    [
      'a parameter in the wrong group',
      '  fleet:\n    exportOutput: 4',
      ':10:5: parameters.fleet.exportOutput: expected a known key, found "fleet.exportOutput"; did you mean works.exportOutput?',
    ],
    [
      'an unknown group',
      '  fleets:\n    size: 40',
      ':9:3: parameters.fleets: expected a known key, found "fleets"; did you mean fleet?',
    ],
    ['__proto__', '  __proto__:\n    size: 40', ':9:3: parameters.__proto__: expected a known key, found "__proto__"'],
    [
      'constructor',
      '  fleet:\n    constructor: 4',
      ':10:5: parameters.fleet.constructor: expected a known key, found "fleet.constructor"',
    ],
    [
      'a key twice',
      '  fleet:\n    size: 40\n    size: 50',
      ':11:5: parameters.fleet.size: expected each key once, found "size"',
    ],
    [
      'a unit of another dimension',
      '  road:\n    distance: 8 t',
      ':10:15: parameters.road.distance: expected a unit like km (length), found "8 t" (mass)',
    ],
    [
      'an unknown unit',
      '  road:\n    distance: 8 parsec',
      ':10:15: parameters.road.distance: expected a unit like km (length), found "8 parsec", where "parsec" is no unit',
    ],
    [
      'a unit misspelt',
      '  road:\n    distance: 8 metrs',
      ':10:15: parameters.road.distance: expected a unit like km (length), found "8 metrs", where "metrs" is no unit; did you mean metre?',
    ],
    [
      'a thousands separator',
      '  road:\n    distance: 8,000',
      ':10:15: parameters.road.distance: expected a unit like km (length), found "8,000", where ",000" is no unit; did you mean 8000?',
    ],
    [
      'NaN',
      '  road:\n    distance: .nan',
      ':10:15: parameters.road.distance: expected a number in km above 0 and at most 5000 (plausible 3 to 15), found ".nan"',
    ],
    [
      'infinity',
      '  road:\n    distance: 1e999 km',
      ':10:15: parameters.road.distance: expected a number in km above 0 and at most 5000 (plausible 3 to 15), found "1e999 km"',
    ],
    [
      'zero where nothing runs',
      '  road:\n    distance: 0 km',
      ':10:15: parameters.road.distance: expected a number in km above 0 and at most 5000 (plausible 3 to 15), found "0 km"',
    ],
    [
      'half a truck',
      '  fleet:\n    size: 40.5',
      ':10:11: parameters.fleet.size: expected a whole number in trucks at least 1 and at most 10000 (plausible 20 to 80), found "40.5"',
    ],
    [
      'a share above one',
      '  customs:\n    inspectionProbability: 101 %',
      ':10:28: parameters.customs.inspectionProbability: expected a number at least 0 and at most 1 (plausible 0.0046 to 0.0244), found "101 %"',
    ],
    [
      'nothing',
      '  fleet:\n    size:',
      ':10:10: parameters.fleet.size: expected a whole number in trucks at least 1 and at most 10000 (plausible 20 to 80), found nothing',
    ],
    [
      'a list for a number',
      '  fleet:\n    size: [40]',
      ':10:11: parameters.fleet.size: expected a whole number in trucks at least 1 and at most 10000 (plausible 20 to 80), found a list',
    ],
    [
      'a value missing',
      '  fleet:\n    size: { note: x }',
      ':10:11: parameters.fleet.size.value: expected this key to be given, found nothing',
    ],
    [
      'a field misspelt',
      '  fleet:\n    size: { value: 40, standnig: assumed }',
      ':10:24: parameters.fleet.size.standnig: expected a known key, found "standnig"; did you mean standing?',
    ],
    [
      'a range turned round',
      '  fleet:\n    size: { value: 40, range: [80, 20] }',
      ':10:31: parameters.fleet.size.range: expected low before high, found "[80, 20]"',
    ],
    [
      'half a range',
      '  fleet:\n    size: { value: 40, range: [80] }',
      ':10:31: parameters.fleet.size.range: expected a list of two numbers, [low, high], found a list',
    ],
    [
      'an unknown standing',
      '  fleet:\n    size: { value: 40, standing: asumed }',
      ':10:34: parameters.fleet.size.standing: expected one of given, sourced, measured, derived, recalled, assumed, fitted, found "asumed"; did you mean assumed?',
    ],
    [
      'sourced without a source',
      '  fleet:\n    size: { value: 40, standing: sourced }',
      ':10:11: parameters.fleet.size.source: expected a source for a value that is given, sourced or measured, found nothing',
    ],
    [
      'fitted without a prior',
      '  fleet:\n    size: { value: 40, standing: fitted }',
      ':10:11: parameters.fleet.size: expected standing fitted together with prior and fittedTo, found "fitted"',
    ],
    [
      'fitted to nothing published',
      '  fleet:\n    size: { value: 40, standing: fitted, prior: 30, fittedTo: moon }',
      ':10:63: parameters.fleet.size.fittedTo: expected the id of a published fact in this file, or scenario/id for one of another, found "moon", but this file has nothing under published: list the fact there, or take prior and fittedTo out and say standing: assumed',
    ],
    [
      'a wrong choice',
      '  dispatch:\n    policy: pul',
      ':10:13: parameters.dispatch.policy: expected one of all-at-once, headway, pull, appointments, look-ahead, found "pul"; did you mean pull?',
    ],
    [
      'a wrong operation',
      '  handling:\n    covers: [stacking, flying]',
      ':10:24: parameters.handling.covers: expected one of stacking, reclaim, secondHaul, shipLoading, found "flying"',
    ],
    [
      'yes for true',
      '  contract:\n    weatherWorkingDays: yes',
      ':10:25: parameters.contract.weatherWorkingDays: expected true or false, found "yes"',
    ],
    [
      'hours out of order',
      '  shifts:\n    startHours: [20, 8]',
      ':10:17: parameters.shifts.startHours: expected a list of distinct whole hours from 0 to 23, in order, found "[20, 8]"',
    ],
    ['a group for a group of groups', '  fleet: 40', ':9:10: parameters.fleet: expected a group of keys, found "40"'],
  ])('%s', (_, parameters, message) => {
    expect(errorsOf(small(parameters))).toEqual([`test.yaml${message}`]);
  });

  test.each([
    [
      'another schema',
      'zhizhuang/scenario@1',
      'zhizhuang/scenario@2',
      ':1:9: schema: expected zhizhuang/scenario@1, found "zhizhuang/scenario@2"',
    ],
    [
      'a name with a slash',
      'name: small',
      'name: ../x',
      ':2:7: name: expected a name of letters, digits, hyphens, at most 80, found "../x"',
    ],
    [
      'a title in one language',
      '{ zh: 小, en: Small }',
      '{ zh: 小 }',
      ':3:8: title.en: expected this key to be given, found nothing',
    ],
    [
      'no such date',
      '2024-01-31',
      '2024-02-30',
      ':5:35: period.end: expected a date such as 2024-01-31, found "2024-02-30"',
    ],
    [
      'an end before the start',
      'end: 2024-01-31',
      'end: 2023-12-31',
      ':5:35: period.end: expected at least the first day, 2024-01-01, found "2023-12-31"',
    ],
    [
      'a period of a century',
      'end: 2024-01-31',
      'end: 2123-12-31',
      ':5:35: period.end: expected at most 3660 days, found 36524 d',
    ],
    [
      'no cargo',
      'tonnes: 20000 t',
      'tonnes: 0 t',
      ':7:15: cargoes[1].tonnes: expected a number in t at least 0.001 and at most 1000000, found "0 t"',
    ],
    [
      'no calls',
      'calls: 2',
      'calls: 0',
      ':7:31: cargoes[1].calls: expected a whole number in calls at least 1 and at most 100000, found "0"',
    ],
    [
      'too many calls',
      'calls: 2 }',
      'calls: 100000 }\n  - { tonnes: 5 t }',
      ':8:5: cargoes[2]: expected at most 100000 calls, found 100001',
    ],
    [
      'a laycan for many calls',
      'calls: 2',
      'calls: 2, laycan: 2024-01-05T08:00',
      ':7:31: cargoes[1].calls: expected one call where a laycan is given, found "2"',
    ],
    [
      'a laycan outside the period',
      'calls: 2',
      'laycan: 2024-02-05T08:00',
      ':7:32: cargoes[1].laycan: expected a date and time within the period, found "2024-02-05T08:00"',
    ],
    [
      'a laycan for some',
      'calls: 2 }',
      'laycan: 2024-01-05T08:00 }\n  - { tonnes: 5 t }',
      ':8:5: cargoes[2].laycan: expected a laycan for every cargo or for none, found nothing',
    ],
    [
      'no cargoes',
      '  - { tonnes: 20000 t, calls: 2 }',
      '  []',
      ':7:3: cargoes: expected at least one cargo, found nothing',
    ],
    [
      'totals that do not agree',
      'calls: 2 }',
      'calls: 2 }\ntotals: { calls: 2, tonnes: 41000 t }',
      ':8:29: totals.tonnes: expected 41000 t, found 40000 t',
    ],
    [
      'a published fact without bounds',
      'calls: 2 }',
      'calls: 2 }\npublished:\n  - { id: calls, reading: interval, source: x }',
      ':9:5: published[1]: expected low, high or both, in the same unit, found nothing',
    ],
  ])('%s', (_, from, to, message) => {
    expect(errorsOf(small().replace(from, to))).toEqual([`test.yaml${message}`]);
  });
});

describe('what surely cannot run together is refused at the key that was set:', () => {
  test.each([
    [
      'staging begins before the clock',
      '  yard:\n    stagingLead: 20 d',
      ':10:18: parameters.yard.stagingLead: expected at most calls.clockOpening, 16 d, found 20 d',
    ],
    [
      'the yard cannot hold the largest cargo',
      '  yard:\n    capacity: 20000 t',
      ':10:15: parameters.yard.capacity: expected at least the largest cargo with its loss, 20040 t, found 20000 t',
    ],
    [
      'payloads reach zero',
      '  fleet:\n    payloadSd: 12 t',
      ':10:16: parameters.fleet.payloadSd: expected below a third of fleet.payload, 10.667 t, found 12 t',
    ],
    [
      'an office closes before it opens',
      '  customs:\n    officeOpens: 9\n    officeCloses: 8',
      ':11:19: parameters.customs.officeCloses: expected above customs.officeOpens, 9:00, found 8:00',
    ],
    [
      'trucks stop work before they begin',
      '  fleet:\n    workFrom: 9\n    workTo: 9',
      ':11:13: parameters.fleet.workTo: expected above fleet.workFrom, 9:00, found 9:00',
    ],
    [
      'a curfew never lifts',
      `  road:\n    curfewHours: [${Array.from({ length: 24 }, (_, hour) => hour).join(', ')}]`,
      ':10:18: parameters.road.curfewHours: expected at least one hour of the day without a curfew, found 24 h',
    ],
    [
      'production is always under maintenance',
      '  works:\n    maintenanceEvery: 2 d\n    maintenanceTime: 48 h',
      ':11:22: parameters.works.maintenanceTime: expected below works.maintenanceEvery, 48 h, found 48 h',
    ],
    [
      'there is never so much slag in the hours without maintenance',
      '  works:\n    exportOutput: 20\n    openingStock: 0\n    reserve: 0\n    maintenanceEvery: 2 d\n    maintenanceTime: 24 h',
      ':10:19: parameters.works.exportOutput: expected at least 31.153 t/h, so that all cargo, 40000 t, is there before the clock closes, found 20 t/h',
    ],
    [
      'there is never so much slag',
      '  works:\n    exportOutput: 0.1\n    openingStock: 0\n    reserve: 0',
      ':10:19: parameters.works.exportOutput: expected at least 15.577 t/h, so that all cargo, 40000 t, is there before the clock closes, found 0.1 t/h',
    ],
  ])('%s', (_, parameters, message) => {
    expect(errorsOf(small(parameters))).toEqual([`test.yaml${message}`]);
  });
});

test('a value outside its plausible range, and one that is cut to another, are warnings', () => {
  const read = parseScenario(small('  fleet:\n    size: 10 trucks'), 'test.yaml');
  expect(read.ok && read.warnings.map((warning) => formatProblem(warning, 'en'))).toEqual([
    'test.yaml:10:11: warning: parameters.fleet.size: expected a value in its own range, 20 to 80 trucks, found 10 trucks',
    'test.yaml:10:11: warning: parameters.fleet.stagingTrucks: expected at most fleet.size, 10 trucks, found 20 trucks',
  ]);
});

test('all errors are told at once, in the order of the file, in either language', () => {
  const text = small('  fleet:\n    size: many\n    sise: 3\n  road:\n    distance: 8 t').replace(
    '2024-01-31',
    'later',
  );
  expect(errorsOf(text).map((line) => line.split(':').slice(1, 3).join(':'))).toEqual([
    '5:35',
    '10:11',
    '11:5',
    '13:15',
  ]);
  const read = parseScenario(text, 'test.yaml');
  const chinese = read.ok ? [] : read.problems.map((problem) => formatProblem(problem, 'zh'));
  expect(chinese).toHaveLength(4);
  expect(chinese[3]).toBe(
    'test.yaml:13:15: parameters.road.distance: 应以公里（km）或同类单位（长度）计，实为“8 t”（质量）',
  );
  for (const line of chinese) expect(line).toMatch(/^test\.yaml:\d+:\d+: .*(?:应.+实为|未知的键)/u);
});

test('a parameter left out takes the default with its standing; a value alone is assumed unless it is the default', () => {
  const { parameters } = scenarioOf(small('  fleet:\n    size: 30\n    payload: 32000 kg'));
  expect(Object.keys(parameters)).toEqual([...PARAMETER_KEYS]);
  expect(parameters['fleet.size']).toMatchObject({ value: 30, unit: 'trucks', standing: 'assumed', range: [20, 80] });
  expect(parameters['fleet.payload']).toMatchObject({ value: 32, unit: 't', standing: 'derived' });
  expect(parameters['gate.serviceTime']).toMatchObject({ value: 30, standing: 'sourced' });
});
