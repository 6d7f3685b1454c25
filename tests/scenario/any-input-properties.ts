import { fc, test as property } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { formatProblem, parseScenario, readScenario } from '../../src/scenario/index.ts';
import { errorsOf, shippedText } from './example.ts';

/** Milliseconds for sixty readings of a whole season on a busy machine. */
const PATIENCE = 60_000;

/** Whatever is read is read or refused: so many whole files with a slip in each, so many short texts of any characters. */
export function anyInput({ files, texts }: { readonly files: number; readonly texts: number }): void {
  describe('any one slip in the shipped season', () => {
    const lines = shippedText('bayuquan-2024').split('\n');
    const keyed = lines.flatMap((line, i) => (/^ *[A-Za-z]+:/u.test(line) ? [i] : []));

    property.prop([fc.constantFrom(...keyed), fc.constantFrom('x', 'Zz', '_')], { seed: 1, numRuns: files })(
      'of a key is told at its line',
      (index, suffix) => {
        const slip = lines.map((line, i) => (i === index ? line.replace(':', `${suffix}:`) : line)).join('\n');
        const errors = errorsOf(slip);
        expect(
          errors.some((error) => error.startsWith(`test.yaml:${index + 1}:`) && error.includes('a known key')),
        ).toBe(true);
      },
      PATIENCE,
    );

    const valued = lines.flatMap((line, i) => (/^ {6}value: [0-9]/u.test(line) ? [i] : []));

    property.prop(
      [fc.constantFrom(...valued), fc.constantFrom('.inf', 'lots', '-1e300', '3 parsec', '[]', '{}', '~')],
      {
        seed: 1,
        numRuns: files,
      },
    )(
      'of a value is told at its line',
      (index, value) => {
        const slip = lines.map((line, i) => (i === index ? `      value: ${value}` : line)).join('\n');
        expect(errorsOf(slip).some((error) => error.startsWith(`test.yaml:${index + 1}:`))).toBe(true);
      },
      PATIENCE,
    );
  });

  property.prop([fc.string({ unit: 'binary', maxLength: 300 })], { seed: 1, numRuns: texts })(
    'no text crashes the reader',
    (text) => {
      expect(parseScenario(text, 'x').ok).toBe(false);
    },
  );

  property.prop([fc.uint8Array({ maxLength: 300 })], { seed: 1, numRuns: Math.ceil(texts / 2) })(
    'no bytes crash the reader',
    (bytes) => {
      expect(readScenario(bytes, 'x').ok).toBe(false);
    },
  );

  property.prop([fc.integer({ min: 0, max: 20_000 }), fc.string({ unit: 'binary', minLength: 1, maxLength: 3 })], {
    seed: 1,
    numRuns: files,
  })(
    'a shipped file with something stuck into it is read or refused, never crashes',
    (at, stuck) => {
      const text = shippedText('bayuquan-72kt');
      const read = parseScenario(text.slice(0, at) + stuck + text.slice(at), 'x');
      if (!read.ok) for (const problem of read.problems) expect(formatProblem(problem, 'zh')).not.toMatch(/\p{Cc}/u);
    },
    PATIENCE,
  );
}
