import { expect, test } from 'vitest';
import * as engine from '../../src/engine/index.ts';
import { docExamples } from '../random/doc-examples.ts';

const FILES = ['breakdowns.ts', 'capacity-calendar.ts', 'preempted.ts', 'preemptive-resource.ts', 'work.ts'];
const examples = docExamples('engine', engine).filter(({ title }) => FILES.includes(title.split(':')[0]!));

test('each of the files on preemption and capacity has an example in its doc block', () => {
  expect([...new Set(examples.map(({ title }) => title.split(':')[0]))].toSorted()).toEqual(FILES);
});

test.each(examples.map(({ title, run }) => [title, run] as const))('%s', (_, run) => {
  const { actual, expected } = run();
  expect(actual).toEqual(expected);
});
