import { expect, test } from 'vitest';
import * as random from '../../src/random/index.ts';
import { docExamples, filesWithExamples } from './doc-examples.ts';

const examples = docExamples('random', random);

test('every file with an example is found', () => {
  const found = new Set(examples.map(({ title }) => title.split(':')[0]));
  expect(found.size).toBeGreaterThan(10);
  expect([...found].toSorted()).toEqual(filesWithExamples('random'));
});

test.each(examples.map(({ title, run }) => [title, run] as const))('%s', (_, run) => {
  const { actual, expected } = run();
  expect(actual).toEqual(expected);
});
