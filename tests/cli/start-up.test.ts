import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

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
