import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { applyOverrides, PARAMETER_KEYS } from '../../src/scenario/index.ts';
import { scenarioOf, shippedText, small } from './example.ts';

const text = small('  fleet:\n    size: 30 trucks\n    payload: 31 t\n  road:\n    distance: 9 km');
const { hash } = scenarioOf(text);

test('the hash is sixteen hexadecimal digits and the same every time', () => {
  expect(hash).toMatch(/^[0-9a-f]{16}$/u);
  expect(scenarioOf(text).hash).toBe(hash);
});

test.each([
  ['comments', `# hello\n${text.replace('km', 'km # far')}`],
  ['the order of keys', small('  road:\n    distance: 9 km\n  fleet:\n    payload: 31 t\n    size: 30 trucks')],
  ['units as written', text.replace('9 km', '9000 m').replace('31 t', '31000 kg').replace('30 trucks', '30')],
  ['what is known about a value', text.replace('9 km', '{ value: 9 km, range: [1, 20], note: so it is }')],
  ['the name, the title and the question', text.replace('name: small', 'name: other').replace('Small', 'Other')],
  ['a default written out', text.replace('    size:', '    hiredTrucks: 0\n    size:')],
  ['how calls of one size are listed', text.replace('20000 t, calls: 2 }', '20000 t }\n  - { tonnes: 20 kt }')],
  ['published facts', `${text}published:\n  - { id: calls, low: 2, reading: interval, source: x }\n`],
])('%s do not change it', (_, other) => {
  expect(scenarioOf(other).hash).toBe(hash);
});

test.each([
  ['a value', text.replace('9 km', '9.1 km')],
  ['the period', text.replace('2024-01-31', '2024-01-30')],
  ['a cargo', text.replace('20000 t', '20001 t')],
  ['the number of calls', text.replace('calls: 2', 'calls: 3')],
  [
    'a laycan',
    text.replace('calls: 2 }', 'laycan: 2024-01-03T00:00 }\n  - { tonnes: 20000 t, laycan: 2024-01-04T00:00 }'),
  ],
])('%s changes it', (_, other) => {
  expect(scenarioOf(other).hash).not.toBe(hash);
});

const season = scenarioOf(shippedText('bayuquan-2024'));
const numeric = PARAMETER_KEYS.filter((key) => {
  const { value, range } = season.parameters[key];
  return typeof value === 'number' && range !== null && range[0] !== range[1];
});

property.prop([fc.constantFrom(...numeric)], { seed: 1 })('the ends of any range give different hashes', (key) => {
  const hashes = (season.parameters[key].range ?? []).map((value) => {
    const read = applyOverrides(season, [`${key}=${value}`]);
    return read.ok ? read.scenario.hash : `${key} cannot be ${value}`;
  });
  expect(hashes).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/u), expect.stringMatching(/^[0-9a-f]{16}$/u)]);
  expect(new Set(hashes).size).toBe(2);
});
