import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { ROOT } from './run-shown.ts';
import { shownIn } from './shown.ts';

const index = readFileSync(join(ROOT, 'docs/README.md'), 'utf8');

test.each(COMMANDS.map(({ name }) => name))('%s has a page, with what it prints', (name) => {
  const [, page = ''] = new RegExp(`^- \\[\`${name}\`\\]\\((reference/[^)]*)\\)`, 'mu').exec(index) ?? [];
  const shown = shownIn(readFileSync(join(ROOT, 'docs', page), 'utf8'));
  const own = shown.filter(({ command, lines }) => `${command} `.startsWith(`${name} `) && lines.length > 0);
  expect(own.length).toBeGreaterThan(0);
});
