import { describe, expect, test } from 'vitest';
import { choiceInChinese, formatProblem, parseScenario, toPortInputs } from '../../src/scenario/index.ts';
import { scenarioOf, small } from './example.ts';

const inputsOf = (parameters: string) => toPortInputs(scenarioOf(small(parameters)));
const customsOf = (parameters: string) => inputsOf(`  customs:\n${parameters}`).customs;

describe('the credit class', () => {
  test.each([
    ['aeo', 0.0057, '高级认证企业'],
    ['certified', 0.0169, '一般认证企业'],
    ['general', 0.0244, '一般信用企业'],
    ['discredited', 0.8476, '失信企业'],
  ])('%s is inspected at the rate of 2019, whatever probability is given', (creditClass, rate, chinese) => {
    const given = `    creditClass: ${creditClass}\n    inspectionProbability: 0.01`;
    expect(customsOf(given).inspectionProbability).toBe(rate);
    expect(choiceInChinese(creditClass)).toBe(chinese);
  });

  test('left custom takes the probability given', () => {
    expect(customsOf('    inspectionProbability: 0.01').inspectionProbability).toBe(0.01);
  });
});

test('left alone, nothing new happens at gate and customs', () => {
  const { gate, customs } = toPortInputs(scenarioOf(small()));
  expect(gate).toMatchObject({ mannedLanes: 0, mannedServeAll: false, weighbridges: 0, outLanes: 0 });
  expect(customs).toMatchObject({
    inspectionProbability: 0.0169,
    validHours: Number.POSITIVE_INFINITY,
    documentShare: 0,
    machineShare: 0,
    returnedShare: 0,
    sampledShare: 0,
    inspectionPlaces: Number.POSITIVE_INFINITY,
  });
  for (const u of [1e-9, 0.5, 1 - 1e-9]) expect(customs.surveyDeviation.quantile(u)).toBe(0);
});

test('validity is in days, places are counted, the deviation is cut at three standard deviations', () => {
  const customs = customsOf(
    '    declarationValidity: 14 d\n    inspectionPlaces: 20 trucks\n    surveyDeviationSd: 0.4 %',
  );
  expect([customs.validHours, customs.inspectionPlaces]).toEqual([336, 20]);
  expect(customs.surveyDeviation.quantile(1 - 1e-12)).toBeCloseTo(0.012, 6);
  expect(customs.surveyDeviation.quantile(0.5)).toBeCloseTo(0, 12);
});

describe('shares that come to more than 1 together are refused', () => {
  const refusal = (parameters: string, language: 'en' | 'zh' = 'en') => {
    const read = parseScenario(small(`  customs:\n${parameters}`), 'test.yaml');
    return read.ok ? [] : read.problems.map((problem) => formatProblem(problem, language));
  };

  test('of instructions', () => {
    const shares = '    documentShare: 0.7\n    machineShare: 0.4';
    expect(refusal(shares)).toEqual([
      'test.yaml:11:19: parameters.customs.machineShare: expected at most what customs.documentShare leaves of 1, 0.3, found 0.4',
    ]);
    expect(refusal(shares, 'zh')).toEqual([
      'test.yaml:11:19: parameters.customs.machineShare: 应不超过 1 减 customs.documentShare（0.3），实为 0.4',
    ]);
  });

  test('of outcomes, but not where they just make 1', () => {
    expect(refusal('    returnedShare: 0.6\n    sampledShare: 0.5')).toEqual([
      'test.yaml:11:19: parameters.customs.sampledShare: expected at most what customs.returnedShare leaves of 1, 0.4, found 0.5',
    ]);
    expect(refusal('    returnedShare: 0.3\n    sampledShare: 0.7')).toEqual([]);
    expect(refusal('    returnedShare: 0.9\n    sampledShare: 0.1')).toEqual([]);
  });
});

test.each([
  ['gate', 'lanes: 0', 'lanes', 'a whole number in lanes at least 1'],
  ['gate', 'mannedLanes: -1', 'mannedLanes', 'a whole number in lanes at least 0'],
  ['customs', 'returnedShare: 1.5', 'returnedShare', 'a number at least 0'],
  ['customs', 'creditClass: vip', 'creditClass', 'one of custom, aeo, certified, general, discredited'],
  ['customs', 'aheadTime: 96 h', 'aheadTime', 'a number in h at least 0 and at most 72'],
  ['customs', 'declarationValidity: 1.5 d', 'declarationValidity', 'a whole number in d at least 0'],
])('an impossible %s, %s, is refused by name', (group, line, key, expected) => {
  const read = parseScenario(small(`  ${group}:\n    ${line}`), 'test.yaml');
  const [problem] = read.ok ? [] : read.problems.map((one) => formatProblem(one, 'en'));
  expect(problem).toContain(`parameters.${group}.${key}: expected ${expected}`);
});
