import cos from '@stdlib/math-base-special-cos';
import tychei from 'seedrandom/lib/tychei.js';
import {
  type Distribution,
  erlang,
  exponential,
  gamma,
  lognormal,
  normalQuantile,
  RandomStreams,
  triangular,
  uniform,
  weibull,
} from '../../random/index.ts';
import {
  morrisOfWholeGrid,
  pairedDifference,
  saltelliRow,
  sobolIndices,
  sobolSequence,
  tQuantile,
  welch,
} from '../../stats/index.ts';
import type { Check } from './check.ts';
import { exact, remembered, rounded, simulated, worst } from './findings.ts';

/** Laws with a mean that is known without them. */
const LAWS: readonly (readonly [id: string, law: Distribution, mean: number])[] = [
  ['uniform', uniform(1, 3), 2],
  ['triangular', triangular(0, 1, 5), 2],
  ['exponential', exponential(2), 2],
  ['erlang', erlang(3, 2), 2],
  ['gamma', gamma(2, 1), 2],
  ['lognormal', lognormal(2, 0.5), 2],
  // The square root of pi.
  ['weibull', weibull(2, 2), 1.7724538509055159],
];
const DRAWS = 2000;

/** Random numbers and the laws drawn from them. */
export const RANDOM_CHECKS: readonly Check[] = [
  {
    id: 'random.tychei',
    area: 'random',
    expected: 0.6550944428890944,
    source: 'seedrandom 3.0.5',
    because: 'exact',
    find: () => exact(tychei('hello')()),
  },
  ...LAWS.map(
    ([id, law, expected]): Check => ({
      id: `random.${id}`,
      area: 'random',
      expected,
      source: 'closed form',
      because: 'chance',
      find: () =>
        simulated((replication) => {
          const stream = new RandomStreams(id, replication).stream('draw');
          const draws = Array.from({ length: DRAWS }, () => law.quantile(stream.next()));
          return draws.reduce((sum, value) => sum + value, 0) / DRAWS;
        }),
    }),
  ),
];

/** A sample of ten pairs, and what a reference implementation finds of it. */
const X = [30.1, 28.4, 33, 29.9, 31.7, 27.5, 32.2, 30.8, 29.1, 31.3];
const Y = [24, 23.1, 26.6, 24.7, 25.9, 22, 27, 25.1, 23.9, 25.2];

const T_QUANTILES = [
  [2, 4.302652729749462],
  [9, 2.262157162798205],
  [29, 2.045229642132703],
  [99, 1.9842169515864174],
] as const;

function statistic(id: string, expected: number, source: string, find: () => number): Check {
  return {
    id: `statistics.${id}`,
    area: 'statistics',
    expected,
    source,
    because: 'rounding',
    find: () => rounded(find(), 1e-10 * Math.abs(expected)),
  };
}

/** Quantiles, intervals and paired differences. */
export const STATISTICS_CHECKS: readonly Check[] = [
  ...T_QUANTILES.map(([df, expected]) => statistic(`t${df}`, expected, 'Student 1908', () => tQuantile(0.975, df))),
  statistic('normal', 1.959963984540054, 'Abramowitz, Stegun 1964, 26.2', () => normalQuantile(0.975)),
  statistic('paired.mean', 5.65, 'Student 1908', () => pairedDifference(X, Y, 0.95).mean ?? Number.NaN),
  statistic('paired.low', 5.335008209525803, 'Student 1908', () => pairedDifference(X, Y, 0.95).low ?? Number.NaN),
  statistic('paired.high', 5.964991790474198, 'Student 1908', () => pairedDifference(X, Y, 0.95).high ?? Number.NaN),
  statistic('welch.df', 17.78270383614035, 'Welch 1947', () => welch(X, Y, 0.95).df ?? Number.NaN),
];

/** Ishigami's function with a = 7, b = 0.1, of coordinates from 0 to 1 that stand for −π to π. */
function ishigami(point: readonly number[]): number {
  const [x = 0, y = 0, z = 0] = point.map((u) => -Math.PI + 2 * Math.PI * u);
  const sin = (angle: number) => cos(angle - Math.PI / 2);
  return sin(x) + 7 * sin(y) * sin(y) + 0.1 * z * z * z * z * sin(x);
}

const ROWS = 1024;
const EACH = [[0], [1], [2]];

const ishigamiIndices = remembered(() => {
  const sequence = sobolSequence(6);
  const design = Array.from({ length: ROWS }, (_, k) => saltelliRow(sequence.point(k), EACH));
  return sobolIndices({
    a: design.map(({ a }) => ishigami(a)),
    b: design.map(({ b }) => ishigami(b)),
    ab: EACH.map((_, g) => design.map(({ ab }) => ishigami(ab[g] ?? []))),
    ba: EACH.map((_, g) => design.map(({ ba }) => ishigami(ba[g] ?? []))),
  });
});

const effects = remembered(() => morrisOfWholeGrid(ishigami, 3, 4));

const FIRST = [0.3329551054, 0.4413139385, 0.0185784379];
const TOTAL = [0.5581790457, 0.443284584, 0.2421493734];
const MU_STAR = [7.704054, 7.875, 6.248796];
const SIGMA = [6.248796, 7.875, 8.837132];
const SALTELLI = 'Saltelli et al. 2010, Ishigami, Homma 1990';
const POINT_1000 = [0.21972656, 0.09667969, 0.51855469, 0.67675781, 0.28027344, 0.90722656];

/** Designs of experiment, and what they find of a function known in closed form. */
export const SENSITIVITY_CHECKS: readonly Check[] = [
  {
    id: 'sensitivity.sobolSequence',
    area: 'sensitivity',
    expected: 0,
    source: 'Joe, Kuo 2008',
    because: 'rounding',
    find: () => rounded(worst(sobolSequence(6).point(1000), POINT_1000), 1e-8),
  },
  ...EACH.flatMap((_, g): Check[] => [
    {
      id: `sensitivity.first${g + 1}`,
      area: 'sensitivity',
      expected: FIRST[g] ?? Number.NaN,
      source: SALTELLI,
      because: 'rounding',
      find: () => rounded(ishigamiIndices().first[g]?.value ?? Number.NaN, 1e-9),
    },
    {
      id: `sensitivity.total${g + 1}`,
      area: 'sensitivity',
      expected: TOTAL[g] ?? Number.NaN,
      source: SALTELLI,
      because: 'rounding',
      find: () => rounded(ishigamiIndices().total[g]?.value ?? Number.NaN, 1e-9),
    },
    {
      id: `sensitivity.muStar${g + 1}`,
      area: 'sensitivity',
      expected: MU_STAR[g] ?? Number.NaN,
      source: 'Morris 1991, Campolongo et al. 2007',
      because: 'rounding',
      find: () => rounded(effects()[g]?.muStar ?? Number.NaN, 5e-7),
    },
    {
      id: `sensitivity.sigma${g + 1}`,
      area: 'sensitivity',
      expected: SIGMA[g] ?? Number.NaN,
      source: 'Morris 1991',
      because: 'rounding',
      find: () => rounded(effects()[g]?.sigma ?? Number.NaN, 5e-7),
    },
  ]),
];
