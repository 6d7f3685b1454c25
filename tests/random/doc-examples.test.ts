import { expect, test } from 'vitest';
import * as random from '../../src/random/index.ts';
import { docExamples } from './doc-examples.ts';

const examples = docExamples('random', random);

test('every doc block with an example is found', () => {
  expect(new Set(examples.map(({ title }) => title.split(':')[0])).size).toBe(14);
});

test.each(examples.map(({ title, run }) => [title, run] as const))('%s', (_, run) => {
  const { actual, expected } = run();
  expect(actual).toEqual(expected);
});
