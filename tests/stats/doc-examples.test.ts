import { expect, test } from 'vitest';
import { RandomStreams } from '../../src/random/index.ts';
import * as stats from '../../src/stats/index.ts';
import { docExamples, filesWithExamples } from '../random/doc-examples.ts';

const examples = docExamples('stats', { ...stats, RandomStreams });

test('every file with an example is found', () => {
  const found = new Set(examples.map(({ title }) => title.split(':')[0]));
  expect(found.size).toBeGreaterThan(20);
  expect([...found].toSorted()).toEqual(filesWithExamples('stats'));
});

test.each(examples.map(({ title, run }) => [title, run] as const))('%s', (_, run) => {
  const { actual, expected } = run();
  expect(actual).toEqual(expected);
});
