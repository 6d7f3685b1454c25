import { expect, test } from 'vitest';
import { errorsOf, shippedText, small } from './example.ts';
import { damageIsTold, typosAreTold } from './typo-properties.ts';

typosAreTold({ season: 8, others: 150 });
damageIsTold(60);

/** A shipped file with one line changed, told in English. */
function slipped(from: string, to: string): string[] {
  const text = shippedText('05-small-fleet');
  expect(text).toContain(from);
  return errorsOf(text.replace(from, to));
}

test.each([
  ['a group moved to the left', '  fleet:\n', 'fleet:\n', /:29:1: .*begin in one column, found "fleet:"/u],
  ['a first line moved to the right', '      value: 12', '       value: 12', /:32:8: .*begin in one column/u],
  [
    'a quotation mark left open',
    '"A small fleet: twelve trucks for five ships in a month"',
    '"A small',
    /:12:\d+: .*clos(?:ed|ing)/iu,
  ],
  ['a bracket left open', 'range: [8, 40]', 'range: [8, 40', /:33:7: expected the bracket to be closed/u],
  ['a remark without its mark', '# 未列者', '未列者', /^:27:1: /u],
  ['a key without its colon', '  zh: 车队不足', '  zh 车队不足', /:11:\d+: /u],
])('%s is told at its line', (_, from, to, line) => {
  expect(slipped(from, to).some((error) => line.test(error.replace(/^test\.yaml/u, '')))).toBe(true);
});

test('what a group of lines lacks is told at its key', () => {
  expect(errorsOf(small().replace('{ zh: 小, en: Small }', '\n  zh: 小'))).toEqual([
    'test.yaml:3:1: title.en: expected this key to be given, found nothing',
  ]);
});
