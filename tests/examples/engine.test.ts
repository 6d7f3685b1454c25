import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../docs/examples/engine/', import.meta.url);
const files = readdirSync(folder);
const examples = files.filter((file) => file.endsWith('.ts')).map((file) => file.replace(/\.ts$/, ''));

test('every example of the engine has its expected output beside it', () => {
  expect(examples).toHaveLength(9);
  expect(files.filter((file) => file.endsWith('.expected.txt'))).toEqual(
    examples.map((example) => `${example}.expected.txt`),
  );
});

test.each(examples)('%s prints what is written beside it', async (example) => {
  const exported: Record<string, () => string[]> = await import(new URL(`${example}.ts`, folder).pathname);
  const run = exported[example.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())]!;
  expect(run()).toEqual(
    readFileSync(new URL(`${example}.expected.txt`, folder), 'utf8')
      .trimEnd()
      .split('\n'),
  );
});
