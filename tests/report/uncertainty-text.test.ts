import { describe, expect, test } from 'vitest';
import { type UncertaintyJson, uncertaintyCsv, uncertaintyText } from '../../src/report/index.ts';
import type { UncertainParameter } from '../../src/study/index.ts';
import { COMMANDS, PROGRAM, smallScenario } from './small-study.ts';

const scenario = smallScenario();

function parameter(key: UncertainParameter['factor']['key'], isPolicy = false): UncertainParameter {
  const factor = { kind: 'range', key, low: 1, high: 3, whole: false, levels: null } as const;
  return { factor, law: 'triangular', mode: 2, standing: 'assumed', isPolicy };
}

const worth = (key: string, evppi: number, explained: number, sure: boolean) => {
  return { key, evppi, se: 0.05, bias: 0.01, explained, moves: sure, worthMore: sure };
};

function study(more: Partial<UncertaintyJson> = {}): UncertaintyJson {
  return {
    schema: 'zhizhuang/uncertainty@1',
    program: PROGRAM,
    scenario: { name: scenario.name, hash: scenario.hash, overrides: [] },
    seed: 1,
    replications: 2,
    confidence: 0.95,
    calls: { count: 3, tonnes: 11_000 },
    measure: { name: 'saving.perTonne', unit: 'yuan/t' },
    design: 'lhs',
    parameters: [parameter('road.distance'), parameter('fleet.hiredTrucks', true)],
    fittedHeld: [],
    points: 10,
    used: 9,
    failures: {
      refused: 1,
      unfinished: 0,
      first: { why: 'refused', problems: [] },
      refusedBy: [{ key: 'parameters.road.distance', points: 1 }],
    },
    base: { mean: 3, sd: 1, low: 2.5, high: 3.5 },
    baseFailure: null,
    mean: { mean: 1, sd: 2, low: 0.6, high: 1.4, se: 0.2, luckSe: 0.1 },
    split: { parametersSd: 1.9, luckSd: 0.5, parametersShare: { value: 0.935, low: 0.9, high: 0.95 } },
    seasons: {
      quantiles: [-2, 0, 1, 2, 4],
      loses: { share: 0.25, low: 0.1, high: 0.5 },
      histogram: [
        { low: -2, high: 0, count: 4 },
        { low: 0, high: 2, count: 8 },
        { low: 2, high: 4, count: 6 },
      ],
    },
    expected: { quantiles: [-1.5, 0.1, 1, 1.9, 3.5], loses: { share: 0.2, low: 0.05, high: 0.55 } },
    knowing: {
      choice: 'direct',
      all: { evpi: 0.3, se: 0.1, lower: 0.25, upper: 0.35 },
      parameters: [worth('road.distance', 0.2, 0.6, true), worth('fleet.hiredTrucks', 0, 0.01, false)],
      dummy: { count: 200, evppi: 0.01, floor: 0.04, explainedFloor: 0.1 },
    },
    ...more,
  };
}

const page = (json: UncertaintyJson, language: 'en' | 'zh' = 'en') =>
  uncertaintyText(json, scenario, language, COMMANDS);
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('uncertainty as a page', () => {
  test('tells base, mean and the chance of a loss with their intervals', () => {
    const text = page(study());
    expect(text).toMatch(/as the scenario stands +3\.00 +\[2\.50, 3\.50\]/);
    expect(text).toMatch(/mean over the ranges +1\.00 +\[0\.60, 1\.40\]/);
    expect(text).toMatch(/direct loses: in a season +25\.0% +\[10\.0%, 50\.0%\]/);
    expect(flat(text)).toContain(
      'The mean is computed to ±0.40 yuan/t; the luck of the seasons alone makes ±0.20 yuan/t',
    );
  });

  test('draws the seasons as bars to length', () => {
    const bars = page(study())
      .match(/ =+$/gm)!
      .map((bar) => bar.trim().length);
    expect(bars).toEqual([20, 40, 30]);
  });

  test('marks what is above the noise floor, and what somebody decides', () => {
    const text = page(study());
    expect(text).toMatch(/road\.distance +0\.200\* +0\.050 +2,200 yuan +60\.0%\*/);
    expect(text).toMatch(/fleet\.hiredTrucks † +0\.000 +0\.050 +0 yuan +1\.0%/);
    expect(flat(text)).toContain('Most worth finding out: road.distance, 0.200 yuan/t, 2,200 yuan a season.');
  });

  test('does not send anybody to find out what they decide themselves', () => {
    const parameters = [worth('fleet.hiredTrucks', 0.2, 0.6, true)];
    const text = flat(page(study({ knowing: { ...study().knowing!, parameters } })));
    expect(text).toContain('No single fact is seen to be worth finding out');
    expect(text).toContain('narrow the spread most if it were known: fleet.hiredTrucks † (60.0%).');
  });

  test('says so where nothing is worth finding out, or nothing can be told from a dummy', () => {
    const knowing = study().knowing!;
    const idle = [{ ...worth('road.distance', 0, 0.6, true), worthMore: false }];
    expect(flat(page(study({ knowing: { ...knowing, parameters: idle } })))).toContain(
      'No single fact is seen to be worth finding out',
    );
    const lost = [worth('road.distance', 0.02, 0.05, false)];
    expect(flat(page(study({ knowing: { ...knowing, parameters: lost } })))).toContain(
      'No parameter can be told from a dummy',
    );
  });

  test('counts points without a saving, and says why', () => {
    const text = flat(page(study()));
    expect(text).toContain('Points without a value: 1;');
    expect(text).toContain('Refused because of: road.distance (1).');
  });

  test('has no English word in Chinese but names that have none', () => {
    const { fittedHeld: _, ...json } = study();
    const text = page({ ...json, fittedHeld: [] }, 'zh').split('结果溯源')[0]!;
    expect(text).not.toMatch(/\b(worth|season|direct|points|mean)\b/);
    expect(text).toContain('最值得查实：');
  });

  test('with one season a point says what cannot be told', () => {
    const all = { evpi: null, se: null, lower: null, upper: 0.35 };
    const json = study({ replications: 1, split: null, expected: null, knowing: { ...study().knowing!, all } });
    expect(flat(page(json))).toContain('With one season a point, luck cannot be told from ignorance');
    expect(flat(page(json))).toContain('would be worth at most 0.350 yuan/t, 3,850 yuan a season');
  });
});

test('its CSV has a row for each statistic, all of one width', () => {
  const lines = uncertaintyCsv(study()).slice(1).split('\r\n').slice(0, -1);
  expect(lines[0]).toBe('measure,of,name,statistic,unit,value,low,high');
  expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([8]));
  expect(lines).toContain('saving.perTonne,knowing,road.distance,evppi,yuan/t,0.2,,');
  expect(lines).toContain('saving.perTonne,season,,loses,1,0.25,0.1,0.5');
});
