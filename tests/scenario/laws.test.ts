import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  applyOverrides,
  CATALOGUE,
  distributionOf,
  formatProblem,
  type Law,
  lawInWords,
  lawNotation,
  mayVary,
  PARAMETER_KEYS,
  parseScenario,
  toPortInputs,
} from '../../src/scenario/index.ts';
import { errorsOf, scenarioOf, small } from './example.ts';

const withLoading = (value: string) => small(`  works:\n    loadingTime: ${value}`);
const loadingOf = (text: string) => scenarioOf(text).parameters['works.loadingTime'];
const quantiles = (text: string) => {
  const { loadingHours } = toPortInputs(scenarioOf(text)).works;
  return [loadingHours.mean, loadingHours.quantile(0.1), loadingHours.quantile(0.9)];
};

describe('a time that varies may have a law of its own', () => {
  test.each([
    ['{ lognormal: { mean: 7 min, cv: 0.3 } }', 7],
    ['{ lognormal: { mean: 420 s, cv: 30 % } }', 7],
    ['{ gamma: { mean: 6 分钟, cv: 0.5 } }', 6],
    ['{ erlang: { mean: 8, order: 4 } }', 8],
    ['{ exponential: { mean: 0.1 h } }', 6],
    ['{ weibull: { shape: 1, scale: 5 min } }', 5],
    ['{ triangular: { low: 4 min, mode: 5 min, high: 9 min } }', 6],
    ['{ uniform: { low: 4 min, high: 9 min } }', 6.5],
    ['{ constant: 7 min }', 7],
    ['{ empirical: [6 min, 7 min, 11 min] }', 8],
    ['{ normal: { mean: 60 min, sd: 1 s } }', 60],
  ])('%s: its mean is the value, in the unit of the catalogue', (written, mean) => {
    const { value, law, standing } = loadingOf(withLoading(written));
    expect(value).toBeCloseTo(mean, 9);
    expect([law?.name, standing]).toEqual([/\w+/u.exec(written)?.[0], 'assumed']);
  });

  test('also under value, with range, standing and source', () => {
    const written = '{ value: { uniform: { low: 4, high: 9 } }, range: [5, 8], standing: sourced, source: log }';
    expect(loadingOf(withLoading(written))).toMatchObject({
      value: 6.5,
      law: { name: 'uniform', low: 4, high: 9 },
      range: [5, 8],
      standing: 'sourced',
    });
  });

  test('and is drawn by it, in hours', () => {
    const [mean, low, high] = quantiles(withLoading('{ uniform: { low: 6 min, high: 12 min } }'));
    expect(mean).toBe(0.15);
    expect(low).toBeCloseTo(0.11, 12);
    expect(high).toBeCloseTo(0.19, 12);
  });

  test('the lognormal law of the usual spread is what it has without one', () => {
    const { value } = CATALOGUE['service.timeCv'];
    const own = quantiles(withLoading(`{ lognormal: { mean: 9 min, cv: ${value} } }`));
    for (const [i, usual] of quantiles(withLoading('9 min')).entries()) expect(own[i]).toBeCloseTo(usual, 12);
  });
});

describe('what is set over a law', () => {
  const scenario = scenarioOf(withLoading('{ uniform: { low: 4 min, high: 10 min } }'));
  const set = (setting: string) => {
    const read = applyOverrides(scenario, [setting]);
    if (!read.ok) throw new Error(read.problems.map((problem) => formatProblem(problem, 'en')).join('\n'));
    return read.scenario;
  };

  test('another mean stretches it', () => {
    const stretched = set('works.loadingTime=14 min');
    expect(stretched.parameters['works.loadingTime']).toMatchObject({ value: 14, law: { low: 4, high: 10 } });
    expect(toPortInputs(stretched).works.loadingHours.quantile(0.5)).toBeCloseTo(14 / 60, 12);
    expect(toPortInputs(stretched).works.loadingHours.quantile(1e-9)).toBeCloseTo(8 / 60, 6);
  });

  test('is written as the law and what it is stretched to, and read the same to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (mean) => {
        const stretched = set(`works.loadingTime=${mean}`).parameters['works.loadingTime'];
        const written = lawNotation(stretched.law as Law, 'min', stretched.value as number);
        const read = scenarioOf(withLoading(written)).parameters['works.loadingTime'];
        expect([read.value, read.law]).toEqual([stretched.value, stretched.law]);
      }),
      { numRuns: 30 },
    );
    expect(lawNotation({ name: 'uniform', low: 4, high: 10 }, 'min', 7)).not.toContain('stretchedTo');
  });

  test('may be a law with what it is stretched to', () => {
    const law = 'triangular: {low: 4 min, mode: 5 min, high: 9 min}, stretchedTo: 0.2 h';
    expect(set(`works.loadingTime=${law}`).parameters['works.loadingTime']).toMatchObject({
      value: 12,
      law: { name: 'triangular', low: 4, mode: 5, high: 9 },
    });
  });

  test.each(['lognormal: {mean: 7 min, cv: 0.3}', '{ lognormal: { mean: 420 s, cv: 30 % } }'])(
    'another law, %s, replaces it',
    (law) => {
      expect(set(`works.loadingTime=${law}`).parameters['works.loadingTime']).toMatchObject({
        value: 7,
        law: { name: 'lognormal', mean: 7, cv: 0.3 },
      });
    },
  );

  test('is wrong at its place', () => {
    const read = applyOverrides(scenario, ['works.loadingTime=lognormal: {mean: 7 km, cv: 0.3}']);
    expect(read.ok ? [] : read.problems.map((problem) => formatProblem(problem, 'en'))).toEqual([
      '--set:1:19: works.loadingTime.lognormal.mean: expected a unit like min/truck (time), found "7 km" (length)',
    ]);
  });
});

describe('a law that is none is told at its place:', () => {
  test.each([
    [
      '{ lognromal: { mean: 7 min, cv: 0.3 } }',
      ':10:20: parameters.works.loadingTime.lognromal: expected a known key, found "lognromal"; did you mean lognormal?',
    ],
    [
      '{ lognormal: { mean: 7 min } }',
      ':10:31: parameters.works.loadingTime.lognormal.cv: expected this key to be given, found nothing',
    ],
    [
      '{ lognormal: { mean: 7 min, sd: 2 min, cv: 0.3 } }',
      ':10:46: parameters.works.loadingTime.lognormal.sd: expected a known key, found "sd"',
    ],
    [
      '{ lognormal: { mean: 7 t, cv: 0.3 } }',
      ':10:39: parameters.works.loadingTime.lognormal.mean: expected a unit like min/truck (time), found "7 t" (mass)',
    ],
    [
      '{ erlang: { mean: 7 min, order: 2.5 } }',
      ':10:50: parameters.works.loadingTime.erlang.order: expected a whole number at least 1 and at most 500, found "2.5"',
    ],
    [
      '{ triangular: { low: 9 min, mode: 7 min, high: 8 min } }',
      ':10:32: parameters.works.loadingTime.triangular: expected low before high, found "9, 7, 8"',
    ],
    [
      '{ lognormal: { mean: 7 min, cv: 0.3 }, strechedTo: 9 min }',
      ':10:57: parameters.works.loadingTime.strechedTo: expected a known key, found "strechedTo"; did you mean stretchedTo?',
    ],
    [
      '{ lognormal: { mean: 7 min, cv: 0.3 }, stretchedTo: 9 t }',
      ':10:70: parameters.works.loadingTime.stretchedTo: expected a unit like min/truck (time), found "9 t" (mass)',
    ],
    [
      '{ stretchedTo: 9 min }',
      ':10:18: parameters.works.loadingTime: expected one law, such as lognormal: { mean: 7 min, cv: 0.3 }, found a group of keys',
    ],
    [
      '{ empirical: [] }',
      ':10:31: parameters.works.loadingTime.empirical: expected at most 10000 observations and at least one, found 0',
    ],
    [
      '{ exponential: { mean: 0 } }',
      ':10:33: parameters.works.loadingTime.exponential: expected a number in min/truck above 0 and at most 1440 (plausible 4 to 12), found 0 min/truck',
    ],
    [
      '{ constant: 7 min, uniform: { low: 1, high: 2 } }',
      ':10:37: parameters.works.loadingTime: expected one law, such as lognormal: { mean: 7 min, cv: 0.3 }, found a group of keys',
    ],
  ])('%s', (written, message) => {
    expect(errorsOf(withLoading(written))).toEqual([`test.yaml${message}`]);
  });

  test('or of what does not vary', () => {
    expect(errorsOf(small('  road:\n    distance: { constant: 8 km }'))).toEqual([
      'test.yaml:10:15: parameters.road.distance: expected one value: this is no time that varies by a law, found a group of keys',
    ]);
  });
});

describe('the hash', () => {
  const hash = (written: string) => scenarioOf(withLoading(written)).hash;

  test('is that of the meaning, not of how a law is written', () => {
    expect(hash('{ lognormal: { mean: 420 s, cv: 30 % } }')).toBe(
      hash('{ value: { lognormal: { cv: 0.3, mean: 7 } } }'),
    );
  });

  test('is another for another law of the same mean', () => {
    const laws = [
      '7 min',
      '{ constant: 7 min }',
      '{ gamma: { mean: 7, cv: 0.3 } }',
      '{ lognormal: { mean: 7, cv: 0.3 } }',
    ];
    expect(new Set(laws.map(hash)).size).toBe(4);
  });
});

const time = fc.double({ min: 0.1, max: 300, noNaN: true });
const anyLaw: fc.Arbitrary<Law> = fc.oneof(
  fc.record({ name: fc.constant('lognormal' as const), mean: time, cv: fc.double({ min: 0, max: 3, noNaN: true }) }),
  fc.record({ name: fc.constant('gamma' as const), mean: time, cv: fc.double({ min: 0.05, max: 3, noNaN: true }) }),
  fc.record({ name: fc.constant('erlang' as const), mean: time, order: fc.integer({ min: 1, max: 500 }) }),
  fc.record({ name: fc.constant('exponential' as const), mean: time }),
  fc.record({
    name: fc.constant('weibull' as const),
    shape: fc.double({ min: 0.5, max: 9, noNaN: true }),
    scale: time,
  }),
  fc.record({ name: fc.constant('normal' as const), mean: time, sd: time }),
  fc.record({ name: fc.constant('empirical' as const), values: fc.array(time, { minLength: 1, maxLength: 9 }) }),
  fc
    .tuple(time, time, time)
    .map((times) => times.sort((a, b) => a - b) as [number, number, number])
    .map(([low, mode, high]): Law => ({ name: 'triangular', low, mode, high })),
);

property.prop([anyLaw], { seed: 1 })('a law that the program writes is read back to the bit, with its mean', (law) => {
  const read = parseScenario(withLoading(lawNotation(law, 'min')), 'test.yaml');
  const { mean } = distributionOf(law);
  expect(read.ok && read.scenario.parameters['works.loadingTime']).toMatchObject({ law, value: mean });
});

test('every time of a service, a repair, a stay or a spell may have one, and nothing else', () => {
  const may = PARAMETER_KEYS.filter(mayVary);
  expect(may).toContain('works.loadingTime');
  expect(may).toHaveLength(36);
  for (const key of may) expect(CATALOGUE[key].unit, key).toMatch(/^(s|min|h)(\/truck)?$/u);
});

test('is told in words', () => {
  expect(lawInWords({ name: 'lognormal', mean: 7, cv: 1 / 3 }, 'min', 'en')).toBe('lognormal: mean 7 min, cv 0.333333');
  expect(lawInWords({ name: 'lognormal', mean: 7, cv: 0.3 }, 'min/truck', 'zh')).toBe(
    '对数正态分布：均值 7 分钟/车、变异系数 0.3',
  );
  expect(lawInWords({ name: 'empirical', values: [1, 2] }, 'h', 'zh')).toBe('经验分布（2 个观测值）');
});
