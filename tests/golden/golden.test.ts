import { expect, test } from 'vitest';
import { ALWAYS, goldenNames, holdToGolden, NAMES } from './golden.ts';

holdToGolden(ALWAYS);

test('every golden file has its scenario', () => {
  expect(goldenNames().filter((name) => !NAMES.includes(name))).toEqual([]);
});
