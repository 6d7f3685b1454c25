import { expect, test } from 'vitest';
import * as engine from '../../src/engine/index.ts';
import { docExamples } from '../random/doc-examples.ts';

const FILES = ['batcher.ts', 'container.ts', 'parallel-lines.ts', 'signal.ts', 'store.ts'];

const examples = docExamples('engine', { ...engine }).filter(({ title }) =>
  FILES.includes(title.split(':')[0] as string),
);

test('each place where processes wait has an example in its doc block', () => {
  expect([...new Set(examples.map(({ title }) => title.split(':')[0]))].toSorted()).toEqual(FILES);
});

test.each(examples.map(({ title, run }) => [title, run] as const))('%s', (_, run) => {
  const { actual, expected } = run();
  expect(actual).toEqual(expected);
});
