import { describe, expect, test } from 'vitest';
import { formatProblem, readScenario } from '../../src/scenario/index.ts';
import { errorsOf, small } from './example.ts';

test('the small example is right', () => {
  expect(errorsOf(small())).toEqual([]);
});

describe('a file that is no scenario:', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const first = (content: Uint8Array) => {
    const read = readScenario(content, 'x.yaml');
    return read.ok ? '' : read.problems.map((problem) => formatProblem(problem, 'en')).join('\n');
  };

  test.each([
    ['empty', bytes(''), 'x.yaml:1:1: expected a scenario, found nothing'],
    ['only a comment', bytes('# nothing\n'), 'x.yaml:1:1: expected a scenario, found nothing'],
    [
      'binary',
      new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0xff, 0xfe]),
      'x.yaml:1:1: expected a text file in UTF-8, found binary data',
    ],
    ['with a NUL', bytes('name: a\0b\n'), 'x.yaml:1:1: expected a text file in UTF-8, found binary data'],
    ['too long', new Uint8Array(1_000_001), 'x.yaml:1:1: expected at most 1000000 bytes, found 1000001'],
    ['a list', bytes('- a\n- b\n'), 'x.yaml:1:1: expected a group of keys, found a list'],
    ['a text', bytes('hello'), 'x.yaml:1:1: expected a group of keys, found "hello"'],
  ])('%s', (_, content, message) => {
    expect(first(content)).toBe(message);
  });

  test('malformed YAML is told with its place', () => {
    expect(errorsOf('name: [a, b\nschema: x\n')).toEqual([
      'test.yaml:1:1: expected the bracket to be closed on this line, found "name: [a, b"',
      expect.stringMatching(/^test\.yaml:2:\d+: expected well-formed YAML, found /u),
    ]);
    expect(errorsOf('a: "b\n')).toContainEqual(
      expect.stringMatching(/^test\.yaml:\d+:\d+: expected well-formed YAML/u),
    );
    expect(errorsOf('a: 1\n---\nb: 2\n')[0]).toMatch(/expected well-formed YAML/u);
  });

  test('a byte order mark is no offence', () => {
    expect(readScenario(bytes(`\uFEFF${small()}`), 'x.yaml').ok).toBe(true);
  });
});

describe('YAML made to exhaust or to smuggle:', () => {
  test('aliases are refused, so nothing expands', () => {
    const bomb = `${small()}a: &a [x, x]\nb: &b [*a, *a]\n`;
    expect(errorsOf(bomb)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/:\d+:\d+: b\[1\]: expected no anchors and aliases, found "\*a"$/u),
      ]),
    );
  });

  test('merge keys are plain unknown keys', () => {
    expect(errorsOf(`${small('  fleet:\n    <<: { size: 3 }')}`)).toEqual([
      expect.stringContaining('parameters.fleet.<<: expected a known key'),
    ]);
  });

  test('tags are refused', () => {
    expect(errorsOf(small('  fleet:\n    size: !!int 40'))).toEqual([expect.stringContaining('expected no tags')]);
    expect(errorsOf(small('  fleet:\n    size: !evil 40'))).toEqual([expect.stringContaining('expected no tags')]);
  });

  test.each([
    ['brackets', '['.repeat(400_000)],
    ['braces', '{a: '.repeat(100_000)],
    ['dashes', '- '.repeat(400_000)],
    ['indentation', Array.from({ length: 800 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('deep nesting by %s is refused before it is parsed', (_, text) => {
    expect(errorsOf(text)).toEqual(['test.yaml:1:1: expected at most 20 levels of nesting, found more']);
  });

  test.each([
    ['commas', `[${','.repeat(900_000)}]`],
    ['keys', Array.from({ length: 90_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['quotes', '"'.repeat(900_000)],
  ])('a heap of %s is refused before it is parsed', (_, text) => {
    expect(errorsOf(text)).toEqual(['test.yaml:1:1: expected at most 100000 parts of YAML, found more']);
  });

  test('thousands of errors end in one that says there are more', () => {
    const errors = errorsOf(small(`  fleet:\n${Array.from({ length: 5000 }, (_, i) => `    x${i}: 1`).join('\n')}`));
    expect(errors).toHaveLength(200);
    expect(errors.at(-1)).toMatch(/found more than can be shown/u);
  });

  test('control characters of a file do not reach the terminal', () => {
    const errors = errorsOf(small('  "fl\\e[31meet\\u202e":\n    size: 3'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).not.toMatch(/\p{Cc}|\p{Cf}/u);
    expect(errors[0]).toContain('\\u001b[31m');
  });
});
