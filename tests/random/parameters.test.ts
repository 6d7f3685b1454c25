import { describe, expect, test } from 'vitest';
import {
  constant,
  type Distribution,
  discrete,
  empirical,
  erlang,
  exponential,
  gamma,
  lognormal,
  triangular,
  truncatedNormal,
  uniform,
  weibull,
} from '../../src/random/index.ts';

describe('a parameter out of range is refused by name:', () => {
  const refusals: readonly (readonly [make: () => Distribution, message: string])[] = [
    [() => constant(NaN), 'constant: value must be a finite number, but is NaN.'],
    [() => uniform(-Infinity, 1), 'uniform: low must be a finite number, but is -Infinity.'],
    [() => uniform(0, NaN), 'uniform: high must be a finite number, but is NaN.'],
    [() => uniform(2, 1), 'uniform: high must be at least low (2), but is 1.'],
    [() => uniform(-1e308, 1e308), 'uniform: high - low must be a finite number, but is Infinity.'],
    [() => triangular(NaN, 1, 2), 'triangular: low must be a finite number, but is NaN.'],
    [() => triangular(0, NaN, 2), 'triangular: mode must be a finite number, but is NaN.'],
    [() => triangular(0, 1, NaN), 'triangular: high must be a finite number, but is NaN.'],
    [() => triangular(2, 1, 3), 'triangular: mode must be at least low (2), but is 1.'],
    [() => triangular(0, 3, 2), 'triangular: high must be at least mode (3), but is 2.'],
    [() => triangular(-1e308, 0, 1e308), 'triangular: high - low must be a finite number, but is Infinity.'],
    [() => exponential(0), 'exponential: mean must be a finite number above 0, but is 0.'],
    [() => exponential(Infinity), 'exponential: mean must be a finite number above 0, but is Infinity.'],
    [() => truncatedNormal(NaN, 1, 0, 1), 'truncatedNormal: mean must be a finite number, but is NaN.'],
    [() => truncatedNormal(0, -1, 0, 1), 'truncatedNormal: sd must be a finite number from 0, but is -1.'],
    [() => truncatedNormal(0, Infinity, 0, 1), 'truncatedNormal: sd must be a finite number from 0, but is Infinity.'],
    [() => truncatedNormal(0, 1, NaN, 1), 'truncatedNormal: low must be a number or -Infinity, but is NaN.'],
    [
      () => truncatedNormal(0, 1, Infinity, Infinity),
      'truncatedNormal: low must be a number or -Infinity, but is Infinity.',
    ],
    [() => truncatedNormal(0, 1, 0, NaN), 'truncatedNormal: high must be a number or Infinity, but is NaN.'],
    [
      () => truncatedNormal(0, 1, -Infinity, -Infinity),
      'truncatedNormal: high must be a number or Infinity, but is -Infinity.',
    ],
    [() => truncatedNormal(0, 1, 1, 0), 'truncatedNormal: high must be at least low (1), but is 0.'],
    [
      () => truncatedNormal(3, 0, 0, 1),
      'truncatedNormal: mean must be from low (0) to high (1) when sd is 0, but is 3.',
    ],
    [
      () => truncatedNormal(0, 1, 50, 60),
      'truncatedNormal: low and high must be bounds that hold a share of the normal law (mean 0, sd 1), but is 50 and 60.',
    ],
    [() => lognormal(0, 1), 'lognormal: mean must be a finite number above 0, but is 0.'],
    [() => lognormal(1, -0.1), 'lognormal: cv must be a number from 0 to 1000, but is -0.1.'],
    [() => lognormal(1, NaN), 'lognormal: cv must be a number from 0 to 1000, but is NaN.'],
    [() => gamma(0, 1), 'gamma: shape must be a number from 0.01 to 500, but is 0.'],
    [() => gamma(501, 1), 'gamma: shape must be a number from 0.01 to 500, but is 501.'],
    [() => gamma(1, 0), 'gamma: scale must be a finite number above 0, but is 0.'],
    [() => erlang(0, 1), 'erlang: k must be a whole number from 1 to 500, but is 0.'],
    [() => erlang(2.5, 1), 'erlang: k must be a whole number from 1 to 500, but is 2.5.'],
    [() => erlang(501, 1), 'erlang: k must be a whole number from 1 to 500, but is 501.'],
    [() => erlang(2, -1), 'erlang: mean must be a finite number above 0, but is -1.'],
    [() => weibull(0.01, 1), 'weibull: shape must be a number from 0.05 to 1000, but is 0.01.'],
    [() => weibull(1, 0), 'weibull: scale must be a finite number above 0, but is 0.'],
    [() => empirical([]), 'empirical: values must be a list with at least one number, but is empty.'],
    [() => empirical([1, NaN]), 'empirical: values[1] must be a finite number, but is NaN.'],
    [() => discrete([], []), 'discrete: values must be a list with at least one number, but is empty.'],
    [() => discrete([Infinity], [1]), 'discrete: values[0] must be a finite number, but is Infinity.'],
    [() => discrete([1, 2], [1]), 'discrete: weights must be as many as there are values, but is 1 for 2 values.'],
    [() => discrete([1], [-1]), 'discrete: weights[0] must be a finite number from 0, but is -1.'],
    [() => discrete([1, 2], [1, NaN]), 'discrete: weights[1] must be a finite number from 0, but is NaN.'],
    [() => discrete([1, 2], [0, 0]), 'discrete: weights must be above 0 at least once, but is all 0.'],
    [
      () => discrete([1, 2], [1e308, 1e308]),
      'discrete: weights must be few and small enough to add up, but is too large.',
    ],
  ];
  test.each(refusals.map(([make, message]) => ({ make, message })))('$message', ({ make, message }) => {
    expect(make).toThrow(new RangeError(message));
  });
});

describe('a law without spread is its one value:', () => {
  test.each([
    ['constant', constant(7)],
    ['uniform', uniform(7, 7)],
    ['triangular', triangular(7, 7, 7)],
    ['truncated normal between equal bounds', truncatedNormal(0, 1, 7, 7)],
    ['truncated normal without deviation', truncatedNormal(7, 0, 0, 10)],
    ['lognormal', lognormal(7, 0)],
    ['empirical', empirical([7])],
    ['discrete', discrete([7], [0.3])],
  ])('%s', (_, law) => {
    expect(law.mean).toBe(7);
    expect([2 ** -53, 0.5, 1 - 2 ** -53].map((u) => law.quantile(u))).toEqual([7, 7, 7]);
  });
});
