import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyOverrides, CATALOGUE, editSettings, PARAMETER_KEYS, type Scenario } from '../../src/scenario/index.ts';
import { scenarioOf, shippedText } from './example.ts';

const files = readdirSync(new URL('../../scenarios/', import.meta.url)).filter((name) => name.endsWith('.yaml'));

function set(text: string, settings: readonly string[]): Scenario {
  const result = applyOverrides(scenarioOf(text), settings);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.scenario;
}

/** The file with a law in it. */
function withLaw(text: string): string {
  return editSettings(text, set(text, ['gate.serviceTime=lognormal: {mean: 45 s/truck, cv: 0.3}'])) as string;
}

describe('a file that says what was set over it', () => {
  const text = shippedText('bayuquan-72kt');

  test('has the settings in it and its comments still', () => {
    const scenario = set(text, [
      'fleet.size=30',
      'handling.secondHaulPrice=5',
      'road.peakHours=7,8',
      'fleet.restRule=true',
    ]);
    const edited = editSettings(text, scenario) as string;
    expect(edited).toContain('size: { value: 30 trucks, standing: assumed }');
    expect(edited).toContain('{ value: 5 yuan/t, standing: assumed }');
    expect(edited).not.toContain('fittedTo');
    expect(edited).toContain('peakHours: { value: [7, 8], standing: assumed }');
    expect(edited).toContain('restRule: { value: true, standing: assumed }');
    expect(edited).toContain('# 一船 72,000 吨');
    expect(scenarioOf(edited)).toEqual({ ...scenario, overrides: [] });
  });

  test('has a law that was set in it', () => {
    const scenario = set(text, ['gate.serviceTime=lognormal: {mean: 45 s/truck, cv: 0.3}']);
    const edited = editSettings(text, scenario) as string;
    expect(edited).toContain('serviceTime: { value: { lognormal: { mean: 45 s/truck, cv: 0.3 } }, standing: assumed }');
    expect(scenarioOf(edited)).toEqual({ ...scenario, overrides: [] });
  });

  test('has a law with the mean that it was stretched to', () => {
    const scenario = set(withLaw(text), ['gate.serviceTime=31 s/truck']);
    const edited = editSettings(withLaw(text), scenario) as string;
    expect(edited).toContain('{ lognormal: { mean: 45 s/truck, cv: 0.3 }, stretchedTo: 31 s/truck }');
    expect(scenarioOf(edited)).toEqual({ ...scenario, overrides: [] });
  });

  test('is the file itself where nothing was set', () => {
    expect(editSettings(text, scenarioOf(text))).toBe(text);
  });

  test('keeps the byte order mark and the ends of its lines', () => {
    const windows = `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const edited = editSettings(windows, set(windows, ['fleet.size=30'])) as string;
    expect(edited.startsWith('\ufeff#')).toBe(true);
    expect(edited.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test.each(files)('%s: any number set within its range comes back', (name) => {
    const own = shippedText(name.replace(/\.yaml$/u, ''));
    const numbers = PARAMETER_KEYS.flatMap((key) => {
      const known = CATALOGUE[key];
      return 'range' in known ? [{ key, low: known.range[0] }] : [];
    });
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...numbers), { maxLength: 4, selector: ({ key }) => key }), (some) => {
        const result = applyOverrides(
          scenarioOf(own),
          some.map(({ key, low }) => `${key}=${low}`),
        );
        fc.pre(result.ok);
        if (!result.ok) return;
        const edited = editSettings(own, result.scenario);
        expect(edited).not.toBeNull();
        expect(scenarioOf(edited as string).hash).toBe(result.scenario.hash);
      }),
      { numRuns: name === 'bayuquan-2024.yaml' ? 4 : 8 },
    );
  });
});
