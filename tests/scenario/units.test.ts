import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  convert,
  describe as describeParameter,
  PARAMETER_KEYS,
  parseDay,
  parseInstant,
  parseQuantity,
  unitInWords,
  weekday,
} from '../../src/scenario/index.ts';
import { editDistance, nearest } from '../../src/scenario/nearest.ts';
import { dimensionInWords } from '../../src/scenario/unit-words.ts';
import { dimensionOf } from '../../src/scenario/units.ts';

test.each([
  ['32 t', 32, 't'],
  ['8km', 8, 'km'],
  ['450 t/h', 450, 't/h'],
  ['0.3 yuan/t/d', 0.3, 'yuan/t/d'],
  ['2 %', 2, '%'],
  ['42 L/100km', 42, 'L/100km'],
  ['0.05 1/yr', 0.05, '1/yr'],
  ['-1.5e3', -1500, null],
  ['72000 吨', 72_000, '吨'],
  ['８　公里／小时', 8, '公里/小时'],
  ['２％', 2, '%'],
  ['0.3 元每吨每天', 0.3, '元每吨每天'],
  ['-0', 0, null],
])('%s is a number with its unit', (text, value, unit) => {
  expect(parseQuantity(text)).toEqual({ value, unit });
});

test.each(['', 'abc', '.nan', '.inf', '-.inf', 'Infinity', 'NaN', '1e999', '--1', 't 32', `1${'0'.repeat(500)}`])(
  '%s is no quantity',
  (text) => expect(parseQuantity(text)).toBeNull(),
);

test.each([
  [450, 't/h', 'kg/h', 450_000],
  [7, 'min', 'h', 7 / 60],
  [420, 's', 'min', 7],
  [2, '%', '1', 0.02],
  [7, '%', '1', 0.07],
  [42, 'L/100km', 'L/km', 0.42],
  [5, '%/yr', '1/yr', 0.05],
  [6, 'd', 'h', 144],
  [1.5, '万吨', 't', 15_000],
  [40, '辆', 'trucks', 40],
  [7, 'min/truck', 'min', 7],
  [2.2, '万元', 'yuan', 22_000],
  [0.3, '元/吨·天', 'yuan/t/d', 0.3],
  [0.3, '元/(吨·天)', 'yuan/t/d', 0.3],
  [0.3, '元/(吨*天)', 'yuan/t/d', 0.3],
  [0.3, '元每吨每天', 'yuan/t/d', 0.3],
  [0.3, 'yuan per tonne per day', 'yuan/t/d', 0.3],
  [450, '吨/小时', 't/h', 450],
  [7, '分钟/车', 'min/truck', 7],
  [42, '升/百公里', 'L/km', 0.42],
  [1.2, '万吨/天', 't/h', 500],
  [2, '周', 'd', 14],
  [10, '海里', 'km', 18.52],
])('%d %s is exactly its value in %s', (value, from, to, result) => {
  expect(convert(value, from, to)).toEqual({ ok: true, value: result });
});

test.each([
  ['t', 'km', 'otherDimension'],
  ['trucks', '1', 'otherDimension'],
  ['yuan', 'USD', 'otherDimension'],
  ['h/t', 't/h', 'otherDimension'],
  ['parsec', 'km', 'unknownUnit'],
  ['__proto__', 't', 'unknownUnit'],
  ['t//h', 't/h', 'unknownUnit'],
  ['T', 't', 'unknownUnit'],
  ['元/(吨/天)', 'yuan/t/d', 'unknownUnit'],
])('%s does not convert to %s', (from, to, why) => {
  expect(convert(1, from, to)).toEqual({ ok: false, why });
});

const UNITS = [
  ['t', 'kg', '万吨'],
  ['s', 'min', 'h', 'd', 'yr'],
  ['t/h', 'kg/s', 't/d', 't/yr'],
  ['yuan/t/d', 'yuan/kg/h', '万元/t/d'],
  ['L/km', 'L/100km', 'L/m'],
];

describe('conversion', () => {
  const pair = fc
    .constantFrom(...UNITS)
    .chain((units) => fc.tuple(fc.constantFrom(...units), fc.constantFrom(...units)));

  property.prop([fc.double({ min: 1e-6, max: 1e9, noNaN: true }), pair], { seed: 1, numRuns: 500 })(
    'there and back is where it began',
    (value, [from, to]) => {
      const there = convert(value, from, to);
      const back = there.ok ? convert(there.value, to, from) : there;
      expect(back.ok && Math.abs(back.value - value) <= 4 * Number.EPSILON * value).toBe(true);
      if (from === to) expect(back).toEqual({ ok: true, value });
    },
  );

  property.prop([fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom('', ' t', ' yuan/t/d')], {
    seed: 1,
  })('a number written by the program is read back to the bit', (value, unit) => {
    expect(parseQuantity(`${value}${unit}`)?.value).toBe(value === 0 ? 0 : value);
  });
});

describe('the calendar', () => {
  test('knows leap years and the length of the published period', () => {
    expect(parseDay('1970-01-01')).toBe(0);
    expect((parseDay('2024-07-31') ?? 0) - (parseDay('2024-01-01') ?? 0) + 1).toBe(213);
    expect(parseDay('2024-02-29')).not.toBeNull();
    for (const text of [
      '2023-02-29',
      '1900-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-04-31',
      '2024-1-1',
      '0001-01-01',
      'today',
    ])
      expect(parseDay(text), text).toBeNull();
  });

  test('knows the day of the week', () => {
    expect(weekday(parseDay('2024-01-01') ?? 0)).toBe(1);
    expect(weekday(parseDay('1969-12-28') ?? 0)).toBe(0);
  });

  test('reads an instant to the hour, and refuses what is none', () => {
    expect(parseInstant('1970-01-02T08:30')).toBe(32.5);
    for (const text of ['2024-03-05', '2024-03-05T24:00', '2024-03-05T08:60', '2024-03-05 08:00', '2024-02-30T08:00'])
      expect(parseInstant(text), text).toBeNull();
  });

  property.prop(
    [fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })],
    {
      seed: 1,
    },
  )('counts days as the machine does', (date) => {
    expect(parseDay(date.toISOString().slice(0, 10))).toBe(Math.floor(date.getTime() / 86_400_000));
  });
});

describe('the nearest word', () => {
  test('is found for a slip and not for another word', () => {
    expect(nearest('fleet.sise', ['fleet.size', 'road.distance'])).toBe('fleet.size');
    expect(nearest('exportoutput', ['exportOutput'])).toBe('exportOutput');
    expect(nearest('bananas', ['fleet.size'])).toBeNull();
  });

  property.prop([fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 })], {
    seed: 1,
  })('is measured by a metric', (a, b, c) => {
    expect(editDistance(a, b)).toBe(editDistance(b, a));
    expect(editDistance(a, b) === 0).toBe(a === b);
    expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
  });
});

describe('what a unit measures', () => {
  test.each([
    ['t/h', 'mass per time', '质量/时间'],
    ['yuan/t/d', 'yuan per mass per time', '人民币金额/质量/时间'],
    ['1/yr', '1 per time', '1/时间'],
    ['%', 'plain number', '纯数'],
    ['trucks', 'number of things', '数量'],
    ['min/truck', 'time', '时间'],
  ])('%s: %s', (unit, en, zh) => {
    expect([dimensionInWords(dimensionOf(unit) ?? {}, 'en'), dimensionInWords(dimensionOf(unit) ?? {}, 'zh')]).toEqual([
      en,
      zh,
    ]);
  });

  test('the unit of every parameter is one, and so is the Chinese that reports write for it', () => {
    for (const key of PARAMETER_KEYS) {
      const known = describeParameter(key);
      if (!('unit' in known)) continue;
      const chinese = unitInWords(known.unit, 'zh');
      if (chinese === '' || chinese.startsWith('每')) continue;
      expect(convert(1, chinese, known.unit), `${key}: ${chinese}`).toEqual({ ok: true, value: 1 });
    }
  });
});
