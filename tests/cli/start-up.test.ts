import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../../dist/cli/', import.meta.url));
const src = fileURLToPath(new URL('../../src/', import.meta.url));
const STATIC = /^(?:import|export)\s(?!type\b)[^;]*?from '([^']+)';|^import '([^']+)';/gmu;

/** Every file and package that is loaded with a file of `src/` before it runs; dynamic imports are not. */
function loadedWith(file: string): string[] {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    if (!existsSync(join(src, path))) return;
    for (const [, from, bare] of readFileSync(join(src, path), 'utf8').matchAll(STATIC)) {
      const specifier = from ?? bare ?? '';
      visit(specifier.startsWith('.') ? relative(src, join(src, dirname(path), specifier)) : specifier);
    }
  };
  visit(file);
  return [...seen];
}

test('the version and a slip load no more than the words of the command line', () => {
  const loaded = loadedWith('cli/program.ts');
  expect(loaded).toEqual(expect.arrayContaining(['yargs-parser', 'cli/commands/index.ts']));
  const heavy = loaded.filter((one) =>
    /^(?:engine|port|stats|study|execution|settlement|random)\/|^[@y]|^cli\/commands\/./u.test(one),
  );
  expect(heavy).toEqual(['yargs-parser', 'cli/commands/index.ts']);
  expect(loaded.filter((one) => one.endsWith('index.ts'))).toEqual(['cli/commands/index.ts']);
});

test('validate loads the model, its own studies and its page, and nothing that simulates many seasons', () => {
  const loaded = loadedWith('cli/commands/validate.ts');
  expect(loaded).toEqual(expect.arrayContaining(['scenario/index.ts', 'port/index.ts', 'study/preview.ts']));
  expect(loaded.filter((one) => one.startsWith('execution/') || one === 'study/index.ts')).toEqual([]);
  for (const heavy of ['ml-matrix', 'piscina', 'csv-stringify/sync', 'report/index.ts', 'stats/index.ts']) {
    expect(loaded).not.toContain(heavy);
  }
});

/** Characters of each file of the bundle that is read before some of them run; none that is imported later. */
function readWith(...files: readonly string[]): Map<string, number> {
  const read = new Map<string, number>();
  const visit = (file: string): void => {
    if (read.has(file)) return;
    const text = readFileSync(join(cli, file), 'utf8');
    read.set(file, text.length);
    for (const [, next = ''] of text.matchAll(/^import [^;]*?"\.\/([^"]+)";/gmu)) visit(next);
  };
  for (const file of files) visit(file);
  return read;
}

test('a start reads few files and little code, and each command its own only', () => {
  const size = (read: Map<string, number>) => [...read.values()].reduce((sum, length) => sum + length, 0);
  const start = readWith('main.js', 'program.js');
  expect(start.size).toBeLessThan(20);
  expect(size(start)).toBeLessThan(160_000);
  const validate = readWith('main.js', 'program.js', 'load.js', 'validate.js');
  expect(validate.size).toBeLessThan(45);
  expect(size(validate)).toBeLessThan(1_000_000);
  expect(readWith('compare.js').size).toBeGreaterThan(validate.size);
});
