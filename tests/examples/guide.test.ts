import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { ProgramFolder } from './claims.ts';

const library = fileURLToPath(new URL('../../src/index.ts', import.meta.url));
const guide = readFileSync(new URL('../../docs/guides/coming-from-simpy.md', import.meta.url), 'utf8');
const blocks = [...guide.matchAll(/^## (.*)\n(?:(?!## ).*\n)*?```ts\n([\s\S]*?)```$/gm)].map(
  ([, heading, code]) => [heading!, code!] as const,
);
const programs = new ProgramFolder();
afterAll(() => programs.remove());

test('every code block of the guide stands under a heading of its own and imports the library', () => {
  expect(blocks).toHaveLength(guide.split('```ts').length - 1);
  expect(blocks.filter(([, code]) => !code.includes("from 'zhizhuang'"))).toEqual([]);
});

test.each(blocks)('%s', async (_, code) => {
  await programs.check(code.replace("'zhizhuang'", JSON.stringify(library)));
});
