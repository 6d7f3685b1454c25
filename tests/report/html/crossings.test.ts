import { expect, test } from 'vitest';
import { crossings } from '../../../src/report/html/studies/sweep.ts';

test.each([
  ['from loss to gain', [-7.8, -1.2, 2.1, 4.2], [1]],
  ['there and back', [1, -1, 0, 3, -2], [0, 1, 3]],
  ['nowhere', [3, 2, 0.1], []],
  ['over a gap nothing is known', [-1, null, 1], []],
  ['one point', [-1], []],
])('a saving breaks even: %s', (_, figures, places) => {
  expect(crossings(figures)).toEqual(places);
});
