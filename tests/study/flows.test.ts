import { expect, test } from 'vitest';
import { bandsOf, type Course, stepHoursFor, stepMeans } from '../../src/study/flows.ts';

const series = (steps: readonly (readonly [number, number])[]) => ({
  at: Float64Array.from(steps, ([at]) => at),
  value: Int32Array.from(steps, ([, value]) => value),
});

test('a level that changes within a step is shared out by its hours', () => {
  // 0 until 1, 4 until 3, 2 from then on; steps of 2 h: (0 + 4) / 2, (4 + 2) / 2, 2.
  const means = stepMeans(
    series([
      [1, 4],
      [3, 2],
    ]),
    3,
    2,
  );
  expect([...means]).toEqual([2, 3, 2]);
});

test('what is above 0 after the last step is cut, and nothing gives nothing', () => {
  expect([
    ...stepMeans(
      series([
        [0, 1],
        [100, 5],
      ]),
      2,
      1,
    ),
  ]).toEqual([1, 1]);
  expect([...stepMeans(series([]), 2, 1)]).toEqual([0, 0]);
});

test('steps are as short as a chart can show', () => {
  expect([240, 241, 720, 5760].map(stepHoursFor)).toEqual([1, 2, 3, 24]);
});

test('a band has the mean and the middle of replications; what never is has none', () => {
  const none = { worksStock: [0], yardStock: [0], shipsWaiting: [0], loaderLine: [0], quayLine: [0] };
  const course = (level: number): Course => ({ ...none, gateLine: [level] });
  const bands = bandsOf([0, 10, 20, 30, 40].map(course));
  expect(bands.worksStock).toBeNull();
  expect(bands.gateLine?.mean).toEqual([20]);
  expect(bands.gateLine?.low[0]).toBeLessThan(10);
  expect(bands.gateLine?.high[0]).toBeGreaterThan(30);
});
