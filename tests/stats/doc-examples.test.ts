import { expect, test } from 'vitest';
import { RandomStreams } from '../../src/random/index.ts';
import * as stats from '../../src/stats/index.ts';
import { docExamples } from '../random/doc-examples.ts';

const examples = docExamples('stats', { ...stats, RandomStreams });

test('every doc block with an example is found', () => {
  expect(new Set(examples.map(({ title }) => title.split(':')[0])).size).toBe(27);
});

test.each(examples.map(({ title, run }) => [title, run] as const))('%s', (_, run) => {
  const { actual, expected } = run();
  expect(actual).toEqual(expected);
});
