import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareModes, compareScenario } from '../../src/execution/index.ts';
import { verifyCsv, verifyJson, verifyText } from '../../src/report/index.ts';
import { widthOf } from '../../src/report/layout.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { verification } from '../../src/study/index.ts';
import { CHECKS } from '../../src/study/verify/verification.ts';

const read = readScenario(readFileSync('scenarios/bayuquan-72kt.yaml'), 'bayuquan-72kt.yaml');
if (!read.ok) throw new Error('the shipped scenario cannot be read');
const { scenario } = read;
const options = { seed: 1, replications: 2 };
const comparison = await compareScenario(scenario, options);
const self = await compareModes(scenario, ['direct', 'direct'], options);

const verdicts = (found: typeof comparison) =>
  verification(scenario, found, self, []).checks.map(({ id, agrees }) => [id, agrees]);

describe('what must hold of any season', () => {
  test('holds of the shipped ship', () => {
    expect(verdicts(comparison)).toEqual([
      ['model.massStaged', true],
      ['model.massDirect', true],
      ['model.ledger', true],
      ['model.self', true],
    ]);
  });

  test('a tonne off the books, or a line off the ledger, is told', () => {
    const { massBalance, ledger } = comparison;
    const lost = { ...massBalance, direct: { ...massBalance.direct, residual: 0.001 } };
    const broken = { ...comparison, massBalance: lost, ledger: ledger.slice(1) };
    expect(verdicts(broken)).toEqual([
      ['model.massStaged', true],
      ['model.massDirect', false],
      ['model.ledger', false],
      ['model.self', true],
    ]);
  });
});

test('of other ports: what was published, its source, and the simulated figure of the right side', () => {
  const [first, dwell] = verification(scenario, comparison, self, []).elsewhere;
  const { measures } = comparison;
  expect(first?.simulated.mean).toBe(measures['truck.firstToLoadingHours'].direct?.mean);
  expect(dwell?.simulated.mean).toBe(measures['cargo.portDwellHours'].difference?.mean);
  expect([first, dwell].map((one) => one?.source === '')).toEqual([false, false]);
});

test('every check has its words in both languages, and the page says what differs', () => {
  const broken = { ...comparison, ledger: [] };
  const json = verifyJson(verification(scenario, broken, self, []), { name: 'zhizhuang', version: '0' });
  const commands = { repeat: 'again', validate: 'look' };
  const pages = (['en', 'zh'] as const).map((language) => verifyText(json, scenario, language, commands));
  expect(pages[0]).toContain('1 of 4 checks DIFFER');
  expect(pages[1]).toContain('4 项中有 1 项不符');
  const named = { ...json, checks: CHECKS.map((check) => ({ ...check, found: 0, tolerance: 1, agrees: true })) };
  for (const language of ['en', 'zh'] as const) {
    const page = verifyText(named, scenario, language, commands);
    expect(CHECKS.filter(({ id }) => page.includes(id)).map(({ id }) => id)).toEqual([]);
    expect(page.split('\n').filter((line) => widthOf(line) > 100 && line.includes('['))).toEqual([]);
    if (language === 'en') continue;
    // Names and years read the same in Chinese; anything else is translated.
    const sources = page.split('\n').filter((line) => /^出处：|^ {2}\S/u.test(line));
    expect(sources.join('\n')).not.toMatch(
      /closed form|equations|of mass|double entry|common random|et al|containers|press,/u,
    );
  }
  expect(verifyCsv(json).split('\r\n')[3]).toMatch(/^model\.ledger,model,.*,rounding,differs,double entry$/);
});
