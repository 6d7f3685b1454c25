import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discrete, empirical } from '../../src/random/index.ts';

const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 });

test('an empirical law gives every observation its equal turn', () => {
  fc.assert(
    fc.property(values, (observed) => {
      const law = empirical(observed);
      const turns = observed.map((_, i) => law.quantile((i + 0.5) / observed.length));
      expect(turns).toEqual([...observed].sort((a, b) => a - b));
    }),
  );
});

test('a discrete law with equal weights is the empirical one', () => {
  fc.assert(
    fc.property(values, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (observed, u) => {
      // Where u falls on a step, rounding of the cumulative weights may decide otherwise.
      fc.pre(Math.abs(u * observed.length - Math.round(u * observed.length)) > 1e-9);
      const equal = observed.map(() => 0.1);
      expect(discrete(observed, equal).quantile(u)).toBe(empirical(observed).quantile(u));
    }),
  );
});

test('a value of weight 0 never comes', () => {
  const law = discrete([1, 2, 3], [0, 1, 0]);
  for (const u of [2 ** -53, 0.3, 1 - 2 ** -53]) expect(law.quantile(u)).toBe(2);
});

test('weights that sum to less than 1 by rounding leave no gap at the top', () => {
  const tenth = Array.from({ length: 10 }, (_, i) => i);
  expect(
    discrete(
      tenth,
      tenth.map(() => 0.1),
    ).quantile(1 - 2 ** -53),
  ).toBe(9);
});

test('a list changed after the call changes no law', () => {
  const observed = [1, 2, 3];
  const law = empirical(observed);
  observed[0] = 99;
  expect(law.quantile(0.1)).toBe(1);
});
