import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { type Bracket, type RootOptions, rootSearch, zeroOfLine } from '../../src/stats/index.ts';

/** Runs a search on a function. @returns the bracket and how often it asked */
function search(f: (x: number) => number | null, [low, high]: readonly [number, number], options: RootOptions) {
  const bracket = { low, atLow: f(low) ?? 0, high, atHigh: f(high) ?? 0 };
  const steps = rootSearch(bracket, options);
  const asked: number[] = [];
  let step = steps.next();
  while (step.done !== true) {
    asked.push(step.value);
    step = steps.next(f(step.value));
  }
  return { ...step.value, asked };
}

const width = ({ low, high }: Bracket) => high - low;

describe('a root', () => {
  // x³ − x − 2 has its only real root at 1.5213797068…; Lambert's x·eˣ = 1 avoided: no transcendental functions.
  test.each([
    ['of a cubic', (x: number) => x ** 3 - x - 2, [1, 2], 1.5213797068],
    ['of a line', (x: number) => 7 - 2 * x, [0, 100], 3.5],
    ['of a flat power', (x: number) => (x - 1) ** 9, [-1, 10], 1],
    ['of a step', (x: number) => (x < 0.3 ? -1 : 5), [0, 1], 0.3],
  ] as const)('%s is held by its bracket, in hardly more steps than bisection', (_, f, [low, high], root) => {
    const found = search(f, [low, high], { tolerance: 1e-6, whole: false });
    expect(found.low).toBeLessThanOrEqual(root + 1e-10);
    expect(found.high).toBeGreaterThanOrEqual(root - 1e-10);
    expect(width(found)).toBeLessThanOrEqual(1e-6);
    expect(found.asked.length).toBeLessThanOrEqual(Math.ceil(Math.log2((high - low) / 1e-6)) + 2);
  });

  test('of a smooth function takes far fewer steps than bisection', () => {
    const { asked } = search((x) => x ** 3 - x - 2, [1, 2], { tolerance: 1e-9, whole: false });
    expect(asked.length).toBeLessThan(12);
  });

  test('among whole numbers lies between neighbours', () => {
    const found = search((x) => 12.5 - x, [0, 1000], { tolerance: 50, whole: true });
    expect([found.low, found.high]).toEqual([12, 13]);
    expect(found.asked.every(Number.isInteger)).toBe(true);
    expect(zeroOfLine(found)).toBe(12.5);
  });

  test('beyond a point without a value is as near as it had come', () => {
    const found = search((x) => (x > 4 && x < 6 ? null : 5 - x), [0, 10], { tolerance: 0.01, whole: false });
    expect(found.asked).toHaveLength(1);
    expect([found.low, found.high]).toEqual([0, 10]);
  });

  test('is not looked for where the sign does not change', () => {
    const options = { tolerance: 0.1, whole: false };
    expect(() => search((x) => x + 1, [0, 1], options)).toThrow(/must bracket a change of sign/);
    expect(() => search((x) => x, [1, -1], options)).toThrow(RangeError);
    expect(() => search((x) => x - 0.5, [0, 1], { tolerance: 0, whole: false })).toThrow(/tolerance/);
  });
});

propertyTest.prop([fc.array(fc.boolean(), { minLength: 2, maxLength: 400 }), fc.double({ min: 0.1, max: 9 })])(
  'whatever the signs, the bracket keeps one change of sign, and no point is asked twice',
  (signs, scale) => {
    const f = (x: number) => (signs[x] ? scale * (x + 1) : -1);
    const last = signs.length - 1;
    fc.pre(signs[0] !== signs[last]);
    const { low, high, asked } = search(f, [0, last], { tolerance: 1, whole: true });
    expect(high - low).toBe(1);
    expect(signs[low]).not.toBe(signs[high]);
    expect(new Set(asked).size).toBe(asked.length);
  },
);
