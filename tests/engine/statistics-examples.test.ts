import { expect, test } from 'vitest';
import { QuantileSketch } from '../../src/engine/quantile-sketch.ts';
import { Rate } from '../../src/engine/rate.ts';
import { Tally } from '../../src/engine/tally.ts';
import { TimeWeighted } from '../../src/engine/time-weighted.ts';
import { docExamples } from '../random/doc-examples.ts';

const FILES = ['quantile-sketch.ts', 'rate.ts', 'tally.ts', 'time-weighted.ts'];

const examples = docExamples('engine', { QuantileSketch, Rate, Tally, TimeWeighted }).filter(({ title }) =>
  FILES.includes(title.split(':')[0] as string),
);

test('each statistic has an example in its doc block', () => {
  expect([...new Set(examples.map(({ title }) => title.split(':')[0]))].toSorted()).toEqual(FILES);
});

test.each(examples.map(({ title, run }) => [title, run] as const))('%s', (_, run) => {
  const { actual, expected } = run();
  expect(actual).toEqual(expected);
});
