import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const library = fileURLToPath(new URL('../../src/index.ts', import.meta.url));
const guide = readFileSync(new URL('../../docs/guides/coming-from-simpy.md', import.meta.url), 'utf8');
const blocks = [...guide.matchAll(/^## (.*)\n(?:(?!## ).*\n)*?```ts\n([\s\S]*?)```$/gm)].map(
  ([, heading, code]) => [heading!, code!] as const,
);
const folder = mkdtempSync(join(tmpdir(), 'zhizhuang-guide-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a block says: the value of each line `expression; // value`, and the value written behind it. */
interface Claims {
  readonly actual: readonly unknown[];
  readonly expected: readonly unknown[];
}

/** Claims are checked where they stand, since what they speak of changes; so a copy is taken there. */
function program(code: string): string {
  const body = code
    .replace("'zhizhuang'", JSON.stringify(library))
    .replace(/^(\S.*); \/\/ (.*)$/gm, 'actual.push(structuredClone($1)); expected.push($2);');
  return `export const actual: unknown[] = [];\nexport const expected: unknown[] = [];\n${body}`;
}

test('every code block of the guide stands under a heading of its own and imports the library', () => {
  expect(blocks).toHaveLength(guide.split('```ts').length - 1);
  expect(blocks.filter(([, code]) => !code.includes("from 'zhizhuang'"))).toEqual([]);
});

test.each(blocks)('%s', async (heading, code) => {
  const path = join(folder, `${blocks.findIndex(([other]) => other === heading)}.ts`);
  writeFileSync(path, program(code));
  const { actual, expected }: Claims = await import(path);
  expect(expected.length).toBeGreaterThan(0);
  expect(actual).toEqual(expected);
});
