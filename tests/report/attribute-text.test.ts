import { describe, expect, test } from 'vitest';
import { type AttributeJson, attributeCsv, attributeText } from '../../src/report/index.ts';
import type { Split } from '../../src/study/index.ts';
import { COMMANDS, PROGRAM, smallScenario } from './small-study.ts';

const scenario = smallScenario();
const summary = (mean: number, half = 0.5) => ({ mean, sd: half, low: mean - half, high: mean + half });
const split = (saved: number, byMechanism: readonly number[], rest = 0): Split => {
  return { saving: summary(saved), byMechanism, rest };
};

/** Three items of 1.004 each come to 3.012: 3.01, though each alone would be shown as 1.00. */
function study(more: Partial<AttributeJson> = {}): AttributeJson {
  const item = split(1.004, [0.004, 0, 1]);
  return {
    schema: 'zhizhuang/attribute@1',
    program: PROGRAM,
    scenario: { name: scenario.name, hash: scenario.hash, overrides: [] },
    seed: 1,
    replications: 4,
    confidence: 0.95,
    calls: { count: 3, tonnes: 11_000 },
    mode: 'direct',
    measure: { name: 'saving.perTonne', unit: 'yuan/t' },
    saving: summary(3.012),
    mechanisms: [
      { name: 'ahead', part: summary(0.012, 0.001) },
      { name: 'sorting', part: summary(0) },
      { name: 'straight', part: summary(3) },
    ],
    rest: summary(0, 0),
    off: [],
    coalitions: [
      { on: [], saving: summary(0, 0) },
      { on: ['ahead', 'sorting', 'straight'], saving: summary(3.012) },
    ],
    items: [
      { item: 'haul', ...item },
      { item: 'secondHaul', ...item },
      { item: 'cargoLoss', ...item },
      { item: 'carbon', ...split(0.0001, [0, 0, 0.0001]) },
    ],
    hours: {
      ship: {
        per: 'call',
        whole: split(-2, [0, 0, -2]),
        causes: [
          { cause: 'noBerth', ...split(-3, [0, 0, -3]) },
          { cause: 'customs', ...split(1, [0, 0, 1]) },
        ],
      },
      cranes: null,
      trucks: null,
      shuttles: null,
      cargo: null,
    },
    ...more,
  };
}

const page = (json: AttributeJson, language: 'en' | 'zh' = 'en') => attributeText(json, scenario, language, COMMANDS);
/** The first figure of each line of a table, by its heading. */
function figuresUnder(heading: string, text: string): number[] {
  const table = text.slice(text.indexOf(heading)).split('\n\n')[0]!;
  return [...table.matchAll(/^(?:\S+ )+ +([+-]?\d+\.\d+)\*? +\[/gm)].map(([, figure]) => Number(figure));
}

describe('where a saving comes from, as a page', () => {
  test.each(['What it comes from: items', 'What it comes from: mechanisms', 'Hours saved: ship'])(
    '%s: figures add up as they are shown',
    (heading) => {
      const figures = figuresUnder(heading, page(study()));
      expect(figures.length).toBeGreaterThanOrEqual(3);
      const sum = figures.slice(0, -1).reduce((total, figure) => total + figure, 0);
      expect(sum).toBeCloseTo(figures.at(-1)!, 9);
    },
  );

  test('leaves out what is nothing, and marks what is resolved', () => {
    const text = page(study());
    expect(text).not.toContain('carbon');
    expect(text).toMatch(/Declare ahead +\+0\.01\* /);
    expect(text).toMatch(/Sort by instruction +0\.00 /);
  });

  test('draws a waterfall: a loss, then what makes up for some of it', () => {
    const lines = page(study()).split('\n');
    expect(lines.find((line) => line.startsWith('no berth'))).toMatch(/ {2}-{18}$/);
    expect(lines.find((line) => line.startsWith('customs'))).toMatch(/ {2}\+{6}$/);
    expect(lines.find((line) => line.startsWith('= whole'))).toMatch(/ {8}={12}$/);
  });

  test('tells of a rest, and of mechanisms that are off', () => {
    const flat = (text: string) => text.replace(/\s+/g, ' ');
    expect(flat(page(study()))).toContain('direct is staging itself');
    const other = study({ rest: summary(0.5), off: ['ahead'] });
    expect(flat(page(other))).toContain('not quite staging: the rest is told apart');
    expect(flat(page(other))).toContain('nothing is split to: Declare ahead.');
    expect(page(other, 'zh')).toContain('情景中已关闭、不参与分摊：提前申报。');
  });

  test('has something to say where every mechanism is off', () => {
    const none = study({
      mechanisms: [],
      items: [],
      saving: summary(0, 0),
      coalitions: [{ on: [], saving: summary(0, 0) }],
    });
    expect(page(none)).toContain('there is nothing to split');
    expect(page(none)).not.toMatch(/NaN|undefined/);
  });
});

test('its CSV has a column for each mechanism and a row for each part, unrounded', () => {
  const lines = attributeCsv(study()).slice(1).split('\r\n').slice(0, -1);
  expect(lines[0]).toBe('of,name,unit,saved,low,high,ahead,sorting,straight,rest');
  expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([10]));
  expect(lines).toContain('item,haul,yuan/t,1.004,0.504,1.504,0.004,0,1,0');
  expect(lines).toContain('hours of ship,noBerth,h/call,-3,-3.5,-2.5,0,0,-3,0');
});
