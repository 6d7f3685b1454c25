import { describe, expect, test } from 'vitest';
import { runText, validateJson, validateText, variantsText } from '../../src/report/index.ts';
import { PAGE_WIDTH, widthOf } from '../../src/report/layout.ts';
import { applyOverrides, numberOf } from '../../src/scenario/index.ts';
import { MODE_MEASURES, preview } from '../../src/study/index.ts';
import { COMMANDS, PROGRAM, smallRun, smallScenario, smallVariants } from './small-study.ts';

describe('one mode', () => {
  test('has each measure with its unit, its ledger and its mass balance', async () => {
    const json = await smallRun();
    expect(Object.keys(json.measures)).toEqual(Object.keys(MODE_MEASURES));
    expect(json.ledger.every(({ yuanPerTonne }) => Number.isFinite(yuanPerTonne))).toBe(true);
    expect(json.massBalance.residual).toBe(0);
    expect(runText(json, smallScenario(), 'zh', COMMANDS)).toContain('抵港直装');
  });
});

describe('a mode against itself', () => {
  test.each([[['direct', 'direct']], [['staged', 'staged']]] as const)('%o differs by exactly 0', async (modes) => {
    const json = await smallVariants([...modes]);
    expect(json.variants.map(({ name }) => name)).toEqual([modes[0], `${modes[0]}#2`]);
    for (const { measures } of json.differences) {
      for (const { mean, sd } of Object.values(measures)) if (mean !== null) expect([mean, sd]).toEqual([0, 0]);
    }
    expect(variantsText(json, smallScenario(), 'en', COMMANDS)).toContain(
      'every difference from the base is exactly 0',
    );
  });

  test('stands beside a mode that differs', async () => {
    const json = await smallVariants(['direct', 'direct', 'staged']);
    expect(json.base).toBe('direct');
    expect(json.differences.map(({ variant }) => variant)).toEqual(['direct#2', 'staged']);
    expect(json.differences[1]?.measures['cost.perTonne'].mean).toBeLessThan(0);
  });
});

describe('a preview', () => {
  const scenario = smallScenario();
  const json = validateJson(scenario, preview(scenario), PROGRAM);

  test('is arithmetic on the means', () => {
    expect(json.calls).toEqual({ count: 3, tonnes: 11_000, largestTonnes: 5000 });
    expect(json.trips).toBe(94 + 94 + 157);
    const loaders = numberOf(scenario, 'works.loaders');
    expect(json.rates.worksLoaders).toBeCloseTo((loaders * 32 * 60) / 7, 6);
    expect(json.rates.cranes).toBeCloseTo(3 * 280, 6);
    for (const { direct, worksLoaders, fleet, cranes } of [json.rates, json.ratesOverDays]) {
      expect(direct).toBe(Math.min(worksLoaders, fleet, cranes));
    }
  });

  test('has the law of a time that was given one', () => {
    const varied = applyOverrides(scenario, ['works.loadingTime=gamma: {mean: 7 min, cv: 0.5}']);
    if (!varied.ok) throw new Error('not set');
    const { unsourced } = validateJson(varied.scenario, preview(varied.scenario), PROGRAM).parameters;
    const lawOf = (wanted: string) => unsourced.find(({ key }) => key === wanted)?.law;
    expect(lawOf('works.loadingTime')).toEqual({ name: 'gamma', mean: 7, cv: 0.5 });
    expect(lawOf('quay.tipTime') ?? null).toBeNull();
  });

  test('counts every parameter once', () => {
    const { count, standings, unsourced } = json.parameters;
    expect(Object.values(standings).reduce((sum, one) => sum + one)).toBe(count);
    expect(unsourced).toHaveLength(standings.assumed + standings.recalled);
  });

  test.each(['en', 'zh'] as const)('lists each parameter that is assumed or recalled, in %s', (language) => {
    const text = validateText(json, scenario, language);
    for (const { key } of json.parameters.unsourced) expect(text).toContain(key);
    expect(text.split('\n').filter((line) => widthOf(line) > PAGE_WIDTH)).toEqual([]);
    expect(text).toContain(language === 'en' ? '\nParameters assumed or recalled\n' : '\n假定或凭经验的参数\n');
  });

  test('gives values in Chinese words', () => {
    const text = validateText(json, scenario, 'zh');
    for (const row of [
      /海关上班时刻 +0 时 /,
      /交接班时刻 +8、20 时 /,
      /发车策略 +按在途车数（pull） /,
      /包干费涵盖作业 +堆存、装船 /,
      /年利率 +0\.05 每年 /,
      /停泊费 +0\.25 元\/净吨·天 /,
    ]) {
      expect(text).toMatch(row);
    }
    expect(text).toContain('参数依据：报道给出 3，有来源');
  });
});
