import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallText } from '../report/small-study.ts';
import { inProcess, ONE_THREAD, ownFolder } from './command.ts';

const folder = ownFolder();
const small = folder.file('small.yaml', smallText());
const there = folder.file('there.html', 'mine');
const args = ['--replications', '2', '--store', 'none', ...ONE_THREAD];

test('report and compare --report write the same page, which says how to make it again', async () => {
  const [one, other] = [join(folder.path, 'one.html'), join(folder.path, 'other.html')];
  const { status, stdout } = await inProcess(['report', small, '--file', one, ...args]);
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^Report: \S+one\.html\n$/u)]);
  const compared = await inProcess(['compare', small, '--report', other, '--json', ...args]);
  expect([compared.status, compared.stderr.length]).toEqual([0, 1]);
  const page = readFileSync(one, 'utf8');
  expect(readFileSync(other, 'utf8')).toBe(page);
  expect(page).toContain(`npx zhizhuang report ${small} --seed 1 --replications 2<`);
  const [, data = ''] = /id="data">(.*?)<\/script>/u.exec(page) ?? [];
  expect(JSON.parse(data).compare).toEqual(JSON.parse(compared.stdout));
});

test('writes a STRESS-DES report, which says how to make it again', async () => {
  const file = join(folder.path, 'stress.md');
  const { status, stdout } = await inProcess(['report', small, '--as', 'stress-des', '--file', file, ...args]);
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^STRESS-DES report: .*\b11 places/su)]);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(`\`npx zhizhuang report ${small} --as stress-des --seed 1 --replications 2\``);
  const again = await inProcess(['report', small, '--as', 'stress-des', '--file', file, '--force', '--json', ...args]);
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(JSON.parse(again.stdout)).toMatchObject({ schema: 'zhizhuang/stress-des@1', compare: { replications: 2 } });
});

describe('refuses before anything is simulated', () => {
  test.each([
    [
      'a file that is there',
      ['report', small, '--file', there],
      /^--file:1:1: .*found a file that is there already; --force/,
    ],
    ['a folder', ['report', small, '--file', folder.path], /^--file:1:1: .*found a folder/],
    [
      'a folder that is not there',
      ['compare', small, '--report', '/no/such/r.html'],
      /^--report:1:1: .*does not exist/,
    ],
    [
      'a folder that is not there, of variants',
      ['compare', small, '--report', '/no/such/r.html', '--variant', 'few:fleet.size=20'],
      /^--report:1:1: .*does not exist/,
    ],
    ['a kind it does not know', ['report', small, '--as', 'stress'], /^--as:1:1: expected one of html, stress-des/],
    ['no name', ['report', small, '--file='], /^--file:1:1: /],
  ])('%s', async (_, line, complaint) => {
    const { status, stdout, stderr } = await inProcess(line);
    expect([status, stdout, stderr.length]).toEqual([2, '', 1]);
    expect(stderr[0]).toMatch(complaint);
    expect(readFileSync(there, 'utf8')).toBe('mine');
  });

  test('all at once, and writes nothing', async () => {
    const out = join(folder.path, 'never.html');
    const { status, stderr } = await inProcess([
      'report',
      small,
      '--file',
      out,
      '--replications',
      '0',
      '--set',
      'fleet.sise=3',
    ]);
    expect([status, stderr.length]).toEqual([2, 2]);
    expect(existsSync(out)).toBe(false);
  });
});
