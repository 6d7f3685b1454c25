import { describe, expect, test } from 'vitest';
import { type SensitivityJson, sensitivityText } from '../../src/report/index.ts';
import type { TornadoBar } from '../../src/study/index.ts';
import { COMMANDS, PROGRAM, smallScenario } from './small-study.ts';

const summary = (mean: number, half: number) => ({ mean, sd: half, low: mean - half, high: mean + half });

function bar(name: string, swing: number, half: number): TornadoBar {
  const value = name === 'dummy' ? null : 1;
  const end = (output: number) => ({ value, output: summary(output, 1), failure: null });
  return { name, low: end(5), high: end(5 + swing), swing: summary(swing, half) };
}

function tornado(bars: readonly TornadoBar[], dummy: TornadoBar): SensitivityJson {
  const scenario = smallScenario();
  return {
    schema: 'zhizhuang/sensitivity@1',
    program: PROGRAM,
    scenario: { name: scenario.name, hash: scenario.hash, overrides: [] },
    seed: 1,
    replications: 10,
    confidence: 0.95,
    calls: { count: 3, tonnes: 11_000 },
    measure: { name: 'saving.perTonne', unit: 'yuan/t' },
    factors: [],
    evaluations: 1234,
    method: 'tornado',
    tornado: { base: summary(5, 1), baseFailure: null, bars, dummy },
  };
}

const page = (json: SensitivityJson, language: 'en' | 'zh' = 'en') =>
  sensitivityText(json, smallScenario(), language, COMMANDS);

describe('a tornado as a page', () => {
  const bars = [bar('fleet.size', -4, 1), bar('road.distance', 1, 2), bar('gate.lanes', 0.1, 0.05)];
  const json = tornado(bars, bar('dummy', 0.25, 0.5));

  test('marks swings that are resolved, and draws bars to length', () => {
    const lineOf = (name: string) =>
      page(json)
        .split('\n')
        .find((line) => line.startsWith(name)) ?? '';
    expect(lineOf('fleet.size')).toMatch(/-4\.00\* {2}\[-5\.00, -3\.00\] {2}={10}$/);
    expect(lineOf('road.distance')).toMatch(/\+1\.00 {4}\[-1\.00, 3\.00\] {2}={3}$/);
    expect(lineOf('gate.lanes')).toMatch(/\+0\.10\* /);
    expect(lineOf('dummy: luck')).toContain('redrawn');
  });

  test("takes the farther end of the dummy's interval for what luck can do", () => {
    const text = page(json).replace(/\s+/g, ' ');
    expect(text).toContain('makes bars of up to 0.75 yuan/t at 95%: 1 of 3 parameters do less.');
    expect(page(json, 'zh').replace(/\n/g, '')).toContain(
      '至多 0.75 元/吨 的变动（95%）：3 个参数中有 1 个的影响小于此。',
    );
  });

  test('lists the longest bars and says how many it leaves out', () => {
    const many = Array.from({ length: 33 }, (_, i) => bar(`fleet.size${i}`, 40 - i, 1));
    const text = page(tornado(many, bar('dummy', 0, 1)));
    expect(text).toContain('3 smaller ones are left out here; --csv and --json have all.');
    expect(text).not.toContain('fleet.size30');
    expect(text).toContain('fleet.size29');
  });
});
