import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type CompareJson,
  compareJson,
  compareText,
  type RunJson,
  runText,
  type VariantsJson,
  variantsText,
} from '../../src/report/index.ts';
import { ACCOUNT_IDS, CRITICAL_RESOURCES, firstCalls, HOUR_CAUSES, type ModeHours } from '../../src/study/index.ts';
import { numbersIn, strayNumbers } from './numbers-in.ts';
import { COMMANDS, PROGRAM, smallComparison, smallRun, smallScenario, smallVariants } from './small-study.ts';

let json: CompareJson;
let run: RunJson;
let variants: VariantsJson;

beforeAll(async () => {
  const scenario = smallScenario();
  const [staged = [], direct = []] = firstCalls(scenario, ['staged', 'direct'], 1);
  const { program, ...comparison } = await smallComparison();
  json = compareJson(comparison, program ?? PROGRAM, { staged, direct });
  run = await smallRun();
  variants = await smallVariants(['direct', 'hybrid', 'staged']);
});

const pageOf = (language: 'en' | 'zh', withHours = true) =>
  compareText(json, smallScenario(), language, COMMANDS, withHours);

/** The lines below a heading, up to the next empty line. */
function below(page: string, heading: string): string[] {
  const lines = page.split('\n');
  const at = lines.indexOf(heading);
  return at < 0 ? [] : lines.slice(at + 1, lines.indexOf('', at));
}

describe.each(['en', 'zh'] as const)('hours and calls in %s', (language) => {
  test('fit a terminal of 100 columns', () => {
    const pages = [
      pageOf(language),
      runText(run, smallScenario(), language, COMMANDS, true),
      variantsText(variants, smallScenario(), language, COMMANDS, true),
    ];
    for (const page of pages) expect(page.split('\n').filter((line) => stringWidth(line) > 100)).toEqual([]);
  });

  test('fit it even if every cause takes hours from everybody', () => {
    const full = filled(json.hours.staged);
    const page = compareText(
      { ...json, hours: { ...json.hours, staged: full, direct: full } },
      smallScenario(),
      language,
      COMMANDS,
      true,
    );
    expect(page.split('\n').filter((line) => stringWidth(line) > 100)).toEqual([]);
  });

  test('say nothing undefined', () => {
    expect(pageOf(language)).not.toMatch(/NaN|undefined|null|Infinity|-0\.0+(?!\d)/u);
  });
});

/** The same with an hour in every cause. */
function filled(hours: ModeHours): ModeHours {
  const summary = { mean: 123.4, sd: 1, low: 122, high: 125 };
  const causes = Object.fromEntries(HOUR_CAUSES.map((cause) => [cause, summary])) as never;
  const account = { per: 'call', whole: { ...summary, mean: 123.4 * HOUR_CAUSES.length }, causes } as const;
  const critical = CRITICAL_RESOURCES.map((resource) => [
    resource,
    { share: { ...summary, mean: 0.0625 }, hours: 123.4 },
  ]);
  return {
    ...hours,
    accounts: Object.fromEntries(ACCOUNT_IDS.map((id) => [id, account])) as never,
    critical: Object.fromEntries(critical) as never,
  };
}

describe('where the hours go', () => {
  test('is told on demand; the critical resources always', () => {
    expect(below(pageOf('en', false), 'Where the hours go (direct)')).toEqual([]);
    expect(below(pageOf('en'), 'Where the hours go (direct)').length).toBeGreaterThan(5);
    expect(below(pageOf('en', false), 'Critical resource, share of calls').length).toBeGreaterThan(2);
    expect(pageOf('zh', false)).toContain('加 --hours 列出各原因所占时间。');
    expect(pageOf('zh')).not.toContain('--hours');
  });

  test('shows hours of the JSON, and shares of the whole that come to 100 %', () => {
    const rows = below(pageOf('en'), 'Where the hours go (direct)');
    const cells = rows.map((row) =>
      [...row.matchAll(/(\d+\.\d+) +(\d+\.\d)(?= |$)/g)].map(([, h, share]) => [h, share]),
    );
    const whole = rows.findIndex((row) => row.startsWith('= whole'));
    expect(cells[whole]?.map(([, share]) => share)).toEqual(['100.0', '100.0', '100.0', '100.0']);
    const known = [...numbersIn(json.hours.direct), 100];
    const shares = Object.values(json.hours.direct.accounts).flatMap((account) =>
      account === null ? [] : Object.values(account.causes).map(({ mean }) => (mean ?? 0) / (account.whole.mean ?? 0)),
    );
    expect(strayNumbers(rows.join('\n'), [...known, ...shares])).toEqual([]);
  });

  test('leaves out causes that take nothing, and an account that a mode has not', () => {
    const rows = below(pageOf('en'), 'Where the hours go (direct)');
    expect(rows[0]).not.toContain('shuttles');
    expect(below(pageOf('en'), 'Where the hours go (staged)')[0]).toContain('shuttles');
    expect(rows.some((row) => row.startsWith('tide'))).toBe(false);
  });

  test('shows the critical resources, the most frequent first', () => {
    const line = below(pageOf('en'), 'Critical resource, share of calls').join(' ');
    const shares = [...(line.split('direct:')[1] ?? '').matchAll(/ (\d+\.\d)% \(/g)].map(([, share]) => Number(share));
    expect(shares.length).toBeGreaterThan(0);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThan(0.05 * shares.length + 1e-9);
  });
});

test('calls have a row each, in both tables, and nothing is told where they were not asked for', () => {
  const lines = pageOf('en', false).split('\n');
  for (const mode of ['staged', 'direct']) {
    const at = lines.indexOf(`Calls of the first replication (${mode})`);
    expect(lines.slice(at + 2, at + 5).every((line) => /^ {2}\d +\d,000 +(\d\d-\d\d \d\d:\d\d *){6}$/.test(line))).toBe(
      true,
    );
    expect(lines.slice(at + 7, at + 10).every((line) => /^ {2}\d +\d+\.\d+ +\d+\.\d\d {2}\w/.test(line))).toBe(true);
  }
  const { callRows, ...without } = json;
  expect(compareText(without, smallScenario(), 'en', COMMANDS)).not.toContain('first replication');
});
