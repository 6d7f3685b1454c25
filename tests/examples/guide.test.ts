import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { ProgramFolder } from './claims.ts';
import { typeErrors } from './type-errors.ts';

const library = fileURLToPath(new URL('../../src/index.ts', import.meta.url));
const guide = readFileSync(new URL('../../docs/guides/coming-from-simpy.md', import.meta.url), 'utf8');
/** The code with the library where it lies. */
const whole = (code: string) => code.replace("'zhizhuang'", JSON.stringify(library));
const blocks = [...guide.matchAll(/^## (.*)\n(?:(?!## ).*\n)*?```ts\n([\s\S]*?)```$/gm)].map(
  ([, heading, code]) => [heading!, code!] as const,
);
const programs = new ProgramFolder();
afterAll(() => programs.remove());

test('every code block of the guide stands under a heading of its own and imports the library', () => {
  expect(blocks).toHaveLength(guide.split('```ts').length - 1);
  expect(blocks.filter(([, code]) => !code.includes("from 'zhizhuang'"))).toEqual([]);
});

test('all of them are in good types', () => {
  expect(typeErrors(new Map(blocks.map(([, code], i) => [`block-${i}`, whole(code)])))).toEqual([]);
});

test.each(blocks)('%s', async (_, code) => {
  await programs.check(whole(code));
});
