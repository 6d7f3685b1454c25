import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RandomStreams } from '../../src/random/index.ts';
import { conditionalMean, regressionBasis } from '../../src/stats/index.ts';

const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);
const ofNumbers = (values: readonly number[]) => regressionBasis({ kind: 'number', values });

describe('the mean of y given x', () => {
  test('is the polynomial it is, up to the third power', () => {
    const coefficient = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(coefficient, coefficient, coefficient, coefficient, (a, b, c, d) => {
        const x = numbers(12);
        const y = x.map((v) => a + b * v + c * v * v + d * v * v * v);
        const { fitted } = conditionalMean(ofNumbers(x), y);
        for (const [i, value] of y.entries()) expect(Math.abs(fitted[i]! - value)).toBeLessThan(1e-6);
      }),
    );
  });

  test('in cells is the mean of each', () => {
    const values = [0, 1, 2, 0, 1, 2, 0, 1, 2];
    const y = [1, 5, 9, 2, 6, 10, 3, 7, 11];
    const { fitted } = conditionalMean(regressionBasis({ kind: 'cell', values }), y);
    for (const [i, mean] of [2, 6, 10].entries()) expect(fitted[i]).toBeCloseTo(mean, 12);
  });

  test('is flat, and explains nothing, where x does not vary or y does not follow it', () => {
    const { fitted, explained } = conditionalMean(ofNumbers([3, 3, 3, 3]), [1, 2, 3, 6]);
    expect([...fitted]).toEqual([3, 3, 3, 3]);
    expect(explained).toBe(0);
    const stream = new RandomStreams(1, 0).stream('y');
    const luck = numbers(400).map(() => stream.next());
    expect(conditionalMean(ofNumbers(numbers(400)), luck).explained).toBeLessThan(0.05);
  });

  test('takes a row that counts twice for two rows', () => {
    const rows = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 3 })),
      {
        minLength: 8,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(rows, (triples) => {
        const times = Uint32Array.from(triples, ([, , count]) => count);
        const x = triples.map(([value]) => value);
        const cells = regressionBasis({ kind: 'cell', values: x }, times);
        const weighted = conditionalMean(
          cells,
          triples.map(([, value]) => value),
        );
        // A fit is the flat mean or each cell's, of as many rows as there are copies.
        const meanOf = (of: typeof triples) => {
          const count = of.reduce((sum, [, , copies]) => sum + copies, 0);
          return of.reduce((sum, [, value, copies]) => sum + value * copies, 0) / count;
        };
        for (const [i, [cell, , count]] of triples.entries()) {
          if (count === 0) continue;
          const all = meanOf(triples);
          const own = meanOf(triples.filter(([other]) => other === cell));
          const found = weighted.fitted[i]!;
          expect(Math.min(Math.abs(found - all), Math.abs(found - own))).toBeLessThan(1e-9);
        }
      }),
    );
  });

  test('is refused for what is not finite or not paired', () => {
    expect(() => ofNumbers([1, Number.NaN])).toThrow(RangeError);
    expect(() => conditionalMean(ofNumbers([1, 2]), [1])).toThrow(RangeError);
    expect(() => conditionalMean(ofNumbers([1, 2]), [1, Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });
});
