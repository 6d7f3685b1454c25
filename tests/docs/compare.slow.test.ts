/** What docs/reference/studies/compare.md shows is what the program prints. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProcess, ONE_THREAD } from '../cli/command.ts';

const page = readFileSync(new URL('../../docs/reference/studies/compare.md', import.meta.url), 'utf8');
const [, command = '', shown = ''] = /```\n\$ npx zhizhuang ([^\n]+)\n(.*?)```/su.exec(page) ?? [];

test('every line of its example is printed', async () => {
  const args = [...command.split(' '), ...ONE_THREAD, '--lang', 'en', '--quiet'];
  const { status, stdout } = await inProcess(args);
  expect(status).toBe(0);
  const printed = stdout.split('\n');
  const lines = shown
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '...');
  expect(lines.filter((line) => !printed.includes(line))).toEqual([]);
  expect(lines.length).toBeGreaterThan(15);
}, 120_000);
