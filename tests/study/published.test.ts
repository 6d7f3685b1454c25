import { describe, expect, test } from 'vitest';
import type { PublishedFact } from '../../src/scenario/index.ts';
import { comparePublished, type Verdict } from '../../src/study/published.ts';

const FACT: PublishedFact = {
  id: 'saving.perTonne',
  low: 2.99,
  high: 3.13,
  unit: 'yuan/t',
  reading: 'interval',
  source: 'a newspaper',
  note: '',
};

function verdictOn(
  low: number,
  mean: number,
  high: number,
  fact: Partial<PublishedFact> = {},
  fitted = false,
): Verdict {
  return comparePublished({ ...FACT, ...fact }, { mean, sd: 1, low, high }, fitted).verdict;
}

describe('the verdict on a published fact', () => {
  test.each<[number, number, number, Verdict]>([
    [2.9, 3, 3.1, 'agrees'],
    [3.05, 3.06, 3.07, 'agrees'],
    [2.5, 3, 3.5, 'notComparable'],
    [2.8, 2.9, 3, 'notComparable'],
    [3.1, 3.2, 3.3, 'notComparable'],
    [2, 2.5, 2.98, 'below'],
    [3.14, 3.5, 4, 'above'],
  ])('an interval from %d over %d to %d %s', (low, mean, high, verdict) => {
    expect(verdictOn(low, mean, high)).toBe(verdict);
  });

  test('an upper bound is kept or broken by the whole interval', () => {
    expect(verdictOn(2, 2.5, 3, { reading: 'upperBound', high: 3 })).toBe('agrees');
    expect(verdictOn(2, 2.9, 4, { reading: 'upperBound', high: 3 })).toBe('notComparable');
    expect(verdictOn(3.01, 3.5, 4, { reading: 'upperBound', high: 3 })).toBe('above');
    expect(verdictOn(0, 0.1, 0.2, { reading: 'upperBound', low: null, high: 3 })).toBe('agrees');
  });

  test('what was fitted to a fact is not confirmed by it', () => {
    expect(verdictOn(2.5, 3, 3.5, {}, true)).toBe('fitted');
    expect(verdictOn(9, 9, 9, {}, true)).toBe('fitted');
  });

  test('where no verdict is asked for, or nothing was simulated, there is none', () => {
    expect(verdictOn(2.5, 3, 3.5, { reading: 'noVerdict' })).toBe('notComparable');
    expect(comparePublished(FACT, null, false)).toMatchObject({
      verdict: 'notComparable',
      simulated: { mean: null, low: null, high: null },
    });
  });

  test('one replication, which has no interval, confirms and denies nothing', () => {
    const one = { mean: 3, sd: null, low: null, high: null };
    expect(comparePublished(FACT, one, false).verdict).toBe('notComparable');
    expect(comparePublished(FACT, { ...one, mean: 4 }, false).verdict).toBe('notComparable');
  });
});
