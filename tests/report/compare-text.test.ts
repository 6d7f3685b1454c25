import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CompareJson, compareText } from '../../src/report/index.ts';
import { partyNets } from '../../src/report/ledger-table.ts';
import { fittedKeys, unsourcedKeys } from '../../src/study/index.ts';
import { numbersIn, strayNumbers } from './numbers-in.ts';
import { COMMANDS, smallComparison, smallScenario } from './small-study.ts';

let plain: CompareJson;
let fitted: CompareJson;

beforeAll(async () => {
  plain = await smallComparison();
  fitted = await smallComparison(true);
});

const pageOf = (language: 'en' | 'zh', isFitted = false) =>
  compareText(isFitted ? fitted : plain, smallScenario(isFitted), language, COMMANDS);

describe.each(['en', 'zh'] as const)('the comparison as text in %s', (language) => {
  test.each([false, true])('shows no number that is not in the JSON (fitted: %s)', (isFitted) => {
    const json = isFitted ? fitted : plain;
    const scenario = smallScenario(isFitted);
    const sides = json.ledger.map(({ staged, direct, difference, ...line }) => {
      return { ...line, amounts: [staged, direct, difference] };
    });
    const nets = partyNets(sides).map(({ amounts }) => amounts);
    const system = [0, 1, 2].map((side) => nets.reduce((sum, amounts) => sum + (amounts[side] ?? 0), 0));
    // The parties' nets are sums of the ledger; the standings are counts over the scenario's parameters.
    const unsourced = unsourcedKeys(scenario);
    const assumed = unsourced.filter((key) => scenario.parameters[key].standing === 'assumed').length;
    const counts = [Object.keys(scenario.parameters).length, unsourced.length, assumed, unsourced.length - assumed];
    const fittedValues = fittedKeys(scenario).flatMap((key) => {
      return [scenario.parameters[key].value as number, scenario.parameters[key].prior as number];
    });
    const text = pageOf(language, isFitted)
      .replaceAll(/\d{4}-\d\d-\d\d/g, '')
      .replaceAll(json.scenario.hash, '')
      .replaceAll(json.program.version, '')
      .replaceAll(/0\.005|CO2e|90th|90%/g, '')
      .replaceAll(/excludes 0|includes 0|above 0|< 0\)/g, '');
    const known = [...numbersIn(json), ...nets.flat(), ...system, ...counts, ...fittedValues];
    expect(strayNumbers(text, known)).toEqual([]);
  });

  test('fits a terminal of 100 columns', () => {
    const wide = pageOf(language, true)
      .split('\n')
      .filter((line) => stringWidth(line) > 100);
    expect(wide).toEqual([]);
  });

  test("sets a table's columns under each other, whatever the script", () => {
    const lines = pageOf(language).split('\n');
    const rows = lines.filter((line) => /^ {2}\S.* {2}-?\d+\.\d\d {2,}-?\d+\.\d\d {2,}[+-]?\d+\.\d\d/.test(line));
    const ends = rows.map((row) => {
      const upToDifference = /^.* [+-]?\d+\.\d\d(?= {2}\D|$)/.exec(row)?.[0] ?? '';
      return stringWidth(upToDifference);
    });
    expect(rows.length).toBeGreaterThan(10);
    // One width for the ledger, one for the parties.
    expect(new Set(ends).size).toBeLessThanOrEqual(2);
  });

  test('uses no colour codes and says nothing undefined', () => {
    expect(pageOf(language)).not.toMatch(/[^\P{Cc}\n]|NaN|undefined|null|Infinity|-0\.0+(?!\d)/u);
  });
});

test('the Chinese page has no English words but identifiers and the command', () => {
  const text = pageOf('zh', true)
    .replaceAll(COMMANDS.repeat, '')
    .replaceAll(COMMANDS.validate, '')
    .replaceAll(plain.scenario.hash, '')
    .replaceAll(fitted.scenario.hash, '')
    .replaceAll('--hours', '')
    .replaceAll(/zhizhuang|handling\.secondHaulPrice|（small）|CO2e/g, '');
  expect(text.match(/[A-Za-z]+/g)).toBeNull();
});

test('the verdict names the fitted saving as fitted and gives the unfitted one beside it', () => {
  const verdict = pageOf('en', true).split('\n\n')[1] ?? '';
  const unfitted = fitted.published.find(({ id }) => id === 'saving.perTonne.unfitted')?.simulated.mean ?? 0;
  expect(verdict.replaceAll('\n', ' ')).toContain('fitted to the published saving, not confirmed by it');
  expect(verdict).toContain(unfitted.toFixed(2));
});

test('a figure below an upper bound is told as not exceeding it', () => {
  const within = plain.published.map((fact) =>
    fact.id === 'truck.firstToLoadingHours' ? { ...fact, verdict: 'agrees' as const } : fact,
  );
  const page = (language: 'en' | 'zh') =>
    compareText({ ...plain, published: within }, smallScenario(), language, COMMANDS);
  expect(page('en')).toMatch(/First truck, works to ship +at most 3\.00 .* not exceeded\n/);
  expect(page('zh')).toMatch(/首车出厂至开始装船 +不超过 3\.00 .* 未超过\n/);
});

test('the published saving stands in both readings', () => {
  expect(pageOf('en')).toMatch(/The same, as port charges +2\.99 to 3\.13 .*the other reading/);
  expect(pageOf('en', true)).toMatch(/Shipper's saving per tonne +2\.99 to 3\.13 .*fitted to, not confirmed/);
  expect(pageOf('en', true)).toMatch(/Shipper's saving in all .*fitted to, not confirmed/);
});

test("the shipper's ledger adds up to the cost per tonne", () => {
  const lines = plain.ledger.map(({ staged, direct, ...line }) => ({ ...line, amounts: [staged, direct] }));
  const shipper = partyNets(lines).find(({ party }) => party === 'shipper')?.amounts ?? [];
  const { staged, direct } = plain.measures['cost.perTonne'];
  expect(shipper[0]).toBeCloseTo(staged?.mean ?? Number.NaN, 9);
  expect(shipper[1]).toBeCloseTo(direct?.mean ?? Number.NaN, 9);
});

test('a title cannot write control characters to the terminal', () => {
  const scenario = { ...smallScenario(), title: { zh: '\u001b[31m', en: 'a\u001b]0;x\u0007b' } };
  expect(compareText(plain, scenario, 'en', COMMANDS)).not.toMatch(/[^\P{Cc}\n]/u);
});
