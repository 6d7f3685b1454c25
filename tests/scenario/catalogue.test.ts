import { expect, test } from 'vitest';
import { CATALOGUE, convert, describe, isParameterKey, isUnit, PARAMETER_KEYS } from '../../src/scenario/index.ts';

test('every parameter has a group and a name, words in both languages, and a unit that is known', () => {
  for (const key of PARAMETER_KEYS) {
    const parameter = describe(key);
    expect(key).toMatch(/^[a-z]+\.[a-z][A-Za-z0-9]*$/u);
    for (const wording of [parameter.en, parameter.zh])
      expect(
        wording.every((text) => text !== ''),
        key,
      ).toBe(true);
    expect(parameter.zh.join('')).toMatch(/\p{Script=Han}/u);
    if ('unit' in parameter) expect(isUnit(parameter.unit), key).toBe(true);
  }
});

test('every default lies in its range, every range within what the model can run', () => {
  for (const key of PARAMETER_KEYS) {
    const parameter = describe(key);
    if (!('range' in parameter)) continue;
    const { value, bounds } = parameter;
    const [low, high] = parameter.range;
    expect(low <= value && value <= high, key).toBe(true);
    expect(bounds.aboveMin === true ? low > bounds.min : low >= bounds.min, key).toBe(true);
    expect(high <= bounds.max, key).toBe(true);
    if (parameter.whole) expect([value, low, high].every(Number.isInteger), key).toBe(true);
  }
});

test('a default said to be given or sourced names its source; an assumption names none', () => {
  for (const key of PARAMETER_KEYS) {
    const { standing, source } = describe(key);
    if (standing === 'given' || standing === 'sourced') expect(source, key).not.toBe('');
    if (standing === 'assumed') expect(source, key).toBe('');
    expect(standing).not.toBe('fitted');
  }
});

test('prices are exactly what is in yuan or dollars, the exchange rate apart', () => {
  for (const key of PARAMETER_KEYS) {
    const parameter = describe(key);
    const unit = 'unit' in parameter ? parameter.unit : '';
    expect(parameter.kind === 'price', key).toBe(/^(yuan|USD)/u.test(unit) && unit !== 'yuan/USD');
  }
});

test('the catalogue is frozen, and the names of objects are no keys', () => {
  expect(Object.isFrozen(CATALOGUE['fleet.size'])).toBe(true);
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    expect(isParameterKey(name)).toBe(false);
});

test('per-truck times and per-declaration fees convert as times and fees', () => {
  expect(convert(30, 's/truck', 'h')).toEqual({ ok: true, value: 30 / 3600 });
  expect(convert(300, 'yuan/declaration', 'yuan')).toEqual({ ok: true, value: 300 });
});
