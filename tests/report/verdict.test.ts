import { beforeAll, describe, expect, test } from 'vitest';
import type { CompareJson } from '../../src/report/index.ts';
import { messagesOf } from '../../src/report/messages.ts';
import { surenessOf, verdictSentence } from '../../src/report/verdict.ts';
import { smallComparison } from './small-study.ts';

let json: CompareJson;
beforeAll(async () => {
  json = await smallComparison();
});

/** The comparison with other intervals of the saving per tonne and the hours in port. */
function withDifferences(saving: readonly number[], hours: readonly number[]): CompareJson {
  const difference = ([mean, low, high]: readonly number[]) => {
    const rest = { sd: 1, relative: null, correlation: null, varianceReduction: null };
    return { mean: mean ?? null, low: low ?? null, high: high ?? null, ...rest };
  };
  const { measures } = json;
  return {
    ...json,
    measures: {
      ...measures,
      'saving.perTonne': { ...measures['saving.perTonne'], difference: difference(saving) },
      'vessel.portHours': { ...measures['vessel.portHours'], difference: difference(hours) },
    },
  };
}

test.each([
  [{ mean: 3, low: 2, high: 4 }, 'gain'],
  [{ mean: -3, low: -4, high: -2 }, 'loss'],
  [{ mean: 1, low: -1, high: 3 }, 'unsure'],
  [{ mean: 1, low: 0, high: 2 }, 'unsure'],
  [{ mean: 0, low: 0, high: 0 }, 'unsure'],
  [{ mean: 3, low: null, high: null }, 'unknown'],
] as const)('%o is %s: sure only where the interval excludes 0', (estimate, sureness) => {
  expect(surenessOf(estimate)).toBe(sureness);
});

describe('the sentence', () => {
  const said = (saving: readonly number[], hours: readonly number[], language: 'en' | 'zh') =>
    verdictSentence(withDifferences(saving, hours), messagesOf(language));

  test('says a sure gain and lost hours', () => {
    const sentence = said([3, 2, 4], [-7, -9, -5], 'en');
    expect(sentence).toMatch(/^Direct loading saves the shipper 3\.00 yuan\/t \(2\.00 to 4\.00\).*excludes 0/);
    expect(sentence).toContain('each ship loses 7.00 h in port (5.00 to 9.00)');
  });

  test('says a sure loss and gained hours', () => {
    const sentence = said([-3, -4, -2], [7, 5, 9], 'en');
    expect(sentence).toMatch(/^Direct loading costs the shipper 3\.00 yuan\/t more \(2\.00 to 4\.00\).*excludes 0/);
    expect(sentence).toContain('each ship saves 7.00 h in port');
  });

  test('tells a loss as paid more, never as a saving below 0', () => {
    expect(said([-3, -4, -2], [7, 5, 9], 'zh')).toMatch(
      /^抵港直装使货主多付 3\.00 元\/吨（2\.00 至 4\.00），合计 [\d.]+ 万元/,
    );
    expect(said([-3, -4, 1], [-7, -9, 1], 'zh')).toMatch(
      /平均多付 3\.00 元\/吨（-1\.00 至 4\.00，负数为节省）.*平均延长 7\.00 小时（-1\.00 至 9\.00，负数为缩短）/,
    );
    expect(said([-3, -4, 1], [-7, -9, 1], 'en')).toMatch(/on average it costs 3\.00 yuan\/t more \(-1\.00 to 4\.00\)/);
    for (const language of ['zh', 'en'] as const) expect(said([-3, -4, -2], [-7, -9, -5], language)).not.toContain('-');
  });

  test('says that nothing is sure', () => {
    expect(said([1, -1, 3], [0, -1, 1], 'en')).toMatch(/^Whether direct loading saves .* is not sure/);
    expect(said([1, -1, 3], [0, -1, 1], 'zh')).toMatch(/没有把握.*区间含零/);
    expect(said([1], [1], 'en')).toMatch(/nothing is sure/);
    expect(said([1], [1], 'zh')).toMatch(/无法判断/);
  });

  test('says what the interval means', () => {
    expect(said([3, 2, 4], [7, 5, 9], 'en')).toMatch(/simulation error only, what unsourced inputs add is not in them/);
    expect(said([3, 2, 4], [7, 5, 9], 'zh')).toMatch(/只含模拟误差，不含无来源参数的不确定性/);
  });
});
