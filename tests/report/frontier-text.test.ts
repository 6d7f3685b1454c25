import { describe, expect, test } from 'vitest';
import { type FrontierJson, frontierCsv, frontierText } from '../../src/report/index.ts';
import type { FrontierPoint, Level, Root } from '../../src/study/index.ts';
import { COMMANDS, PROGRAM, smallScenario } from './small-study.ts';

const level = (y: number, mean: number | null, half = 1): Level => ({
  y,
  mean,
  low: mean === null ? null : mean - half,
  high: mean === null ? null : mean + half,
  failure: mean === null ? { why: 'refused', problems: [] } : null,
});

const falls: Root = {
  at: 42,
  between: [41.6, 42.4],
  rises: false,
  interval: { low: 30.25, high: null },
  failure: null,
};
const points: FrontierPoint[] = [
  { x: 20, verdict: 'crosses', sure: false, roots: [falls], levels: [level(10, 32), level(42, 0), level(90, -0.5)] },
  { x: 30, verdict: 'positive', sure: true, roots: [], levels: [level(10, 5), level(90, 5)] },
  { x: 40, verdict: 'failed', sure: false, roots: [], levels: [level(10, null), level(90, null)] },
];

function json(): FrontierJson {
  const scenario = smallScenario();
  return {
    schema: 'zhizhuang/frontier@1',
    program: PROGRAM,
    scenario: { name: scenario.name, hash: scenario.hash, overrides: [] },
    seed: 1,
    replications: 8,
    confidence: 0.95,
    calls: { count: 3, tonnes: 11_000 },
    measure: { name: 'saving.perTonne', unit: 'yuan/t' },
    x: { kind: 'list', key: 'fleet.size', values: [20, 30, 40] },
    y: { kind: 'range', key: 'road.distance', low: 10, high: 90, whole: false, levels: null },
    scan: [10, 90],
    evaluations: 56,
    points,
  };
}

describe('a frontier as a page', () => {
  const text = frontierText(json(), smallScenario(), 'en', COMMANDS);
  const lines = text.split('\n');

  test('draws signs, what is too close to call, and the crossing, from the highest y down', () => {
    const picture = lines
      .filter((line) => /^ *(\d+ km)? \|/.test(line))
      .map((line) => line.split('|')[1]!.replaceAll(' ', ''));
    expect(picture).toHaveLength(16);
    expect(picture.map((line) => line[0]).join('')).toBe('?????????o++++++');
    expect(new Set(picture.map((line) => line.slice(1)))).toEqual(new Set(['+x']));
    expect(lines.find((line) => line.includes('|'))).toContain('90 km');
  });

  test('tells each crossing with its interval, open where the range ends', () => {
    expect(text).toMatch(/20 trucks +42 km +\[30\.3, above 90\] +direct pays; direct loses/);
    expect(text).toMatch(/30 trucks +- +- +direct pays throughout\n/);
    expect(text).toMatch(/40 trucks +- +- +no value\n/);
    expect(text).toContain('Points without a value: 2');
  });

  test('says of another measure which side is higher', () => {
    const other = { ...json(), measure: { name: 'difference:vessel.portHours', unit: 'h' } };
    const page = frontierText(other, smallScenario(), 'en', COMMANDS);
    expect(page).toContain('staged is higher; direct is higher');
    expect(page).not.toContain('pays');
  });

  test('says the same in Chinese', () => {
    const page = frontierText(json(), smallScenario(), 'zh', COMMANDS);
    expect(page).toContain('直装合算；直装不合算');
    expect(page).toContain('高于 90');
    expect(page.split('\n').filter((line) => /pays|loses|interval/.test(line))).toEqual([]);
  });
});

test('a frontier as a table has a row for each crossing and each column without one', () => {
  const rows = frontierCsv(json()).split('\r\n');
  expect(rows.slice(1)).toEqual([
    '20,crosses,false,1,42,41.6,42.4,30.25,,false,',
    '30,positive,true,,,,,,,,',
    '40,failed,false,,,,,,,,refused',
    '',
  ]);
});
