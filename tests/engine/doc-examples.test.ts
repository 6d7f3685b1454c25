import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import * as engine from '../../src/engine/index.ts';
import { ProgramFolder } from '../examples/claims.ts';
import { typeErrors } from '../examples/type-errors.ts';
import { documentedExports, examplesIn } from './doc-blocks.ts';

const index = new URL('../../src/engine/index.ts', import.meta.url);
const documented = documentedExports(index);
const examples = [...new Set(documented.map(({ file }) => file))].flatMap((file) => examplesIn(index, file));
const programs = new ProgramFolder();
afterAll(() => programs.remove());

/** Classes and functions whose example has yet to be written; the list may only become shorter. */
const LACKING: readonly string[] = [];

/** Those whose example is but a piece of a program; the list may only become shorter. */
const IN_PIECES: readonly string[] = [];

describe('the engine shows nothing', () => {
  test('without a doc block', () => {
    expect(documented.filter(({ text }) => text === '').map(({ name }) => name)).toEqual([]);
  });

  test('that can be called or made without an example', () => {
    const lacking = documented.filter(
      ({ kind, text }) => (kind === 'class' || kind === 'function') && !text.includes('@example'),
    );
    expect(lacking.map(({ name }) => name)).toEqual(LACKING);
  });

  test('at run time that its doc blocks do not speak of', () => {
    const values = documented.filter(({ kind }) => kind !== 'interface' && kind !== 'type');
    expect(values.map(({ name }) => name).sort()).toEqual(Object.keys(engine).sort());
  });
});

describe('the example of', () => {
  const importOf = (names: readonly string[]) =>
    `import { ${names.join(', ')} } from ${JSON.stringify(fileURLToPath(index))};\n`;
  const prelude = importOf(Object.keys(engine));
  const whole = examples.filter((example) => !IN_PIECES.includes(example.of));

  test('every export is found', () => {
    const shown = documented.filter(({ text }) => text.includes('@example')).map(({ name }) => name);
    expect(shown.filter((name) => !examples.some((example) => example.of === name))).toEqual([]);
  });

  test('every export is in good types', () => {
    const isValue = (name: string) => name in engine;
    const all = importOf(documented.map(({ name }) => (isValue(name) ? name : `type ${name}`)));
    expect(typeErrors(new Map(examples.map(({ of, file, code }) => [`${file}-${of}`, all + code])))).toEqual([]);
  });

  test.each(whole.map(({ of, file, code }) => [of, file, code] as const))(
    '%s (%s) does what it says',
    async (...of) => {
      await programs.check(prelude + of[2]);
    },
  );
});
