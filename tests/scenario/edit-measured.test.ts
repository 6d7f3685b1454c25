import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editMeasured, type SourcedValue } from '../../src/scenario/index.ts';
import { smallText } from '../report/small-study.ts';
import { scenarioOf, shippedText } from './example.ts';

const payload: SourcedValue = {
  key: 'fleet.payload',
  value: 31.42,
  law: null,
  range: [31.38, 31.46],
  standing: 'measured',
  source: '过磅 3月.csv: 1,234 rows',
  note: 'mean of net weights, before 32 t',
};
const price: SourcedValue = {
  key: 'handling.secondHaulPrice',
  value: 4.5,
  law: null,
  range: null,
  standing: 'sourced',
  source: 'tariff.xlsx',
  note: '',
};

describe('a scenario file edited after an import', () => {
  test('says what was measured, and nothing of what was assumed', () => {
    const after = editMeasured(shippedText('bayuquan-2024'), [payload]) as string;
    expect(scenarioOf(after).parameters['fleet.payload']).toMatchObject({
      value: 31.42,
      range: [31.38, 31.46],
      standing: 'measured',
      source: '过磅 3月.csv: 1,234 rows',
      note: 'mean of net weights, before 32 t',
    });
    expect(after).toContain('      value: 31.42 t\n      range: [31.38, 31.46]\n      standing: measured\n');
  });

  test('a fitted value that is known now loses what was said of the fit, and its comment stays', () => {
    const before = shippedText('bayuquan-72kt');
    const after = editMeasured(before, [price]) as string;
    const { value, standing, prior, fittedTo, fittedBy, note } =
      scenarioOf(after).parameters['handling.secondHaulPrice'];
    expect({ value, standing, prior, fittedTo, fittedBy, note }).toEqual({
      value: 4.5,
      standing: 'sourced',
      prior: null,
      fittedTo: null,
      fittedBy: null,
      note: '',
    });
    expect(after).toContain('# 倒运费: In-port haul with loader');
    const lines = before.split('\n').filter((line) => !after.split('\n').includes(line));
    expect(lines.map((line) => line.trim().split(':')[0])).toEqual([
      'value',
      'standing',
      'prior',
      'fittedTo',
      'fittedBy',
      'note',
    ]);
  });

  test('the same again is the same bytes', () => {
    const once = editMeasured(shippedText('bayuquan-2024'), [payload, price]) as string;
    expect(editMeasured(once, [payload, price])).toBe(once);
  });

  const shipped = readdirSync(new URL('../../scenarios/', import.meta.url)).filter((file) => file.endsWith('.yaml'));
  test.each(shipped)('%s takes both', (file) => {
    expect(editMeasured(shippedText(file.replace(/\.yaml$/u, '')), [payload, price])).not.toBeNull();
  });

  test.each([
    [
      'on one line',
      '  handling:\n    secondHaulPrice: { value: 5, standing: fitted, prior: 6, fittedTo: target/none }\n',
    ],
    [
      'in Windows lines',
      '  handling:\r\n    secondHaulPrice:\r\n      value: 5\r\n      standing: assumed\r\n      note: guess\r\n',
    ],
    [
      'last in the file',
      '  handling:\n    secondHaulPrice:\n      value: 5\n      standing: assumed\n      note: guess',
    ],
  ])('%s', (_, group) => {
    const after = editMeasured(smallText().replace(/ {2}handling:\n.*\n/u, group), [price]);
    expect(scenarioOf(after ?? '').parameters['handling.secondHaulPrice']).toMatchObject({
      value: 4.5,
      standing: 'sourced',
      note: '',
    });
  });

  test.each([45, 45.004])('a time takes the law that was fitted to it, whose mean is the value: %s', (value) => {
    const gate: SourcedValue = {
      ...payload,
      key: 'gate.serviceTime',
      value,
      range: null,
      law: { name: 'lognormal', mean: 45, cv: 0.3 },
    };
    const before = smallText().replace(
      / {2}handling:\n.*\n/u,
      '  gate:\n    serviceTime: { gamma: { mean: 30 s/truck, cv: 1 } }\n',
    );
    for (const text of [before, shippedText('bayuquan-2024')]) {
      const after = editMeasured(text, [gate]) as string;
      expect(after).toContain('value: { lognormal: { mean: 45 s/truck, cv: 0.3 } }');
      expect(scenarioOf(after).parameters['gate.serviceTime']).toMatchObject({ value: 45, law: gate.law });
    }
  });
});
