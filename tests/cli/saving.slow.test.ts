import { describe, expect, test } from 'vitest';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const good = folder.file('good.yaml', smallText());
const DRAWN = ['uncertainty', good, '--vary', 'handling.secondHaulPrice', '--vary', 'fleet.size', '--samples', '4'];
const SPLIT = ['attribute', good, '--replications', '2'];

async function printed(args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await inProcess([...args, ...ONE_THREAD, '--quiet']);
  expect(stderr).toEqual([]);
  expect(status).toBe(0);
  return stdout;
}

/** Some forty seasons a run; a busy machine takes its time. */
const TIMEOUT_MS = 90_000;

describe.each([
  ['uncertainty', DRAWN],
  ['attribute', SPLIT],
])('%s', (name, args) => {
  test('prints one object and a table', { timeout: TIMEOUT_MS }, async () => {
    const json = await printed([...args, '--json']);
    const head = { schema: `zhizhuang/${name}@1`, seed: 1, replications: 2, confidence: 0.95 };
    expect(JSON.parse(json)).toMatchObject(head);
    const csv = await printed([...args, '--csv']);
    expect(csv.startsWith('\ufeff')).toBe(true);
    const rows = csv.slice(1).split('\r\n').slice(0, -1);
    expect(new Set(rows.map((row) => row.split(',').length)).size).toBe(1);
  });

  test('prints a page that repeats itself', { timeout: TIMEOUT_MS }, async () => {
    const page = await printed([...args, '--lang', 'en']);
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
    const [, repeat = ''] = /^ *repeat: npx zhizhuang (.*)$/m.exec(page) ?? [];
    expect(await printed([...repeat.split(' '), '--lang', 'en'])).toBe(page);
  });
});
