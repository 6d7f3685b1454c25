import { expect, test } from 'vitest';
import { attributionOf, compareScenario } from '../../src/execution/index.ts';
import { stressJson, stressMarkdown } from '../../src/report/index.ts';
import { CHECKLIST, plain } from '../../src/report/stress/item.ts';
import { PARAMETER_KEYS, parseScenario, type Scenario } from '../../src/scenario/index.ts';
import { COMMANDS, PROGRAM, smallScenario, smallText } from './small-study.ts';

const small = smallScenario(true);
const comparison = await compareScenario(small, { seed: 1, replications: 3 });
const plan = { mode: 'direct', measure: 'saving.perTonne', seed: 1, replications: 3 } as const;
const attribution = await attributionOf(small, plan);
const json = stressJson(comparison, attribution, small, PROGRAM);
const reportIn = (language: 'zh' | 'en', scenario: Scenario = small) =>
  stressMarkdown({ ...json, title: scenario.title }, scenario, language, COMMANDS);

const ITEMS: readonly string[] = Object.values(CHECKLIST).flat();
const headings = (text: string) => [...text.matchAll(/^### (\S+) (.+)$/gmu)].map(([, id = '']) => id);
const answersOf = (text: string) => text.split(/^###? .*$/mu).slice(2);
const MARKER = { zh: /^> \*\*由作者填写\*\*：/gmu, en: /^> \*\*To be filled in by the author\*\*: /gmu };

test('the checklist has its twenty items, in six sections', () => {
  expect(ITEMS).toHaveLength(20);
  expect(Object.keys(CHECKLIST)).toEqual(['1', '2', '3', '4', '5', '6']);
});

test.each(['zh', 'en'] as const)(
  'in %s every item is answered in order, and what is left to the author is counted',
  (language) => {
    const { text, open } = reportIn(language);
    expect(headings(text)).toEqual(ITEMS);
    const answers = answersOf(text).filter((answer) => answer.trim() !== '');
    expect(answers).toHaveLength(ITEMS.length);
    expect(answers.filter((answer) => answer.replaceAll(/^>.*$/gmu, '').trim().length < 10)).toEqual([]);
    expect(text.match(MARKER[language])?.length).toBe(open);
    expect(text).not.toMatch(/undefined|NaN|\[object/u);
  },
);

test('both languages leave the same places to the author', () => {
  const places = (language: 'zh' | 'en') =>
    answersOf(reportIn(language).text).map((answer) => answer.match(MARKER[language])?.length ?? 0);
  expect(places('zh')).toEqual(places('en'));
});

test('the Chinese one says nothing of its own in English', () => {
  const { text } = reportIn('zh');
  // Sources, notes and how a value was fitted are in the language they were written in.
  const given = Object.values(small.parameters).flatMap(({ source, note, fittedBy }) => [source, note, fittedBy ?? '']);
  const longest = given.filter((one) => one !== '').sort((a, b) => b.length - a.length);
  const ours = longest.reduce((rest, one) => rest.replaceAll(plain(one), ''), text.slice(text.indexOf('## 1 ')));
  expect(ours.match(/.*\b(?:the|of|and|are|with|from|to|is|by|in)\b.*/gu) ?? []).toEqual([]);
});

test('every parameter stands in the table of inputs, with its law where it varies', () => {
  const { text } = reportIn('en');
  const inputs = text.slice(text.indexOf('### 3.3'), text.indexOf('### 3.4'));
  const rows = new Map(
    [...inputs.matchAll(/^\| [^|]* \| `([^`]+)` \| ([^|]*) \|/gmu)].map(([, key, value]) => [key, value]),
  );
  expect([...rows.keys()]).toEqual(PARAMETER_KEYS);
  expect(rows.get('works.loadingTime')).toBe('7 min/truck; lognormal, cv `service.timeCv`');
  expect(rows.get('fleet.size')).toBe('40 trucks');
});

test('figures are those of the study', () => {
  const { text } = reportIn('en');
  const { low, high, mean } = comparison.measures['saving.perTonne'].difference ?? {};
  expect(text).toContain(
    `| Shipper's saving per tonne \`saving.perTonne\` | cost.perTonne of staged less that of direct | - | - | ${mean?.toFixed(2)} | [${low?.toFixed(2)}, ${high?.toFixed(2)}] | yuan/t |`,
  );
  expect(text).toContain('(8 combinations)');
  expect(text).toContain('`handling.secondHaulPrice`: from 5 yuan/t to 4.5 yuan/t, fitted to `saving.perTonne`');
  // 16 + 31 + 60 days.
  expect(text).toContain('2,568 h of simulated time');
});

test('what a scenario says stays text', () => {
  const nasty = smallText(true).replace('en: Small season', 'en: "a | b <script>x</script> *c* `d`"');
  const read = parseScenario(nasty, 'nasty.yaml');
  if (!read.ok) throw new Error('not read');
  const { text } = reportIn('en', read.scenario);
  expect(text.split('\n')[0]).toBe('# STRESS-DES report: a \\| b &lt;script>x&lt;/script> \\*c\\* \\`d\\`');
  expect(plain('snake_case _x_ [a](b)')).toBe('snake_case \\_x\\_ \\[a\\](b)');
});
