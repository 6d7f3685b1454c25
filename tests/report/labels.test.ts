import { describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/report/messages.ts';
import { CATALOGUE, STANDINGS, unitInWords } from '../../src/scenario/index.ts';
import { EMITTERS, LEDGER_ITEMS } from '../../src/settlement/index.ts';
import {
  ACCOUNT_IDS,
  CRITICAL_RESOURCES,
  HOUR_CAUSES,
  MODE_MEASURES,
  SAVING_MEASURES,
  unitOf,
} from '../../src/study/index.ts';

const measureIds = [...Object.keys(SAVING_MEASURES), ...Object.keys(MODE_MEASURES)];

describe.each(['en', 'zh'] as const)('labels in %s', (language) => {
  const messages = messagesOf(language);

  test('every measure, item, standing, cause of hours and critical resource has one of its own', () => {
    for (const [labels, keys] of [
      [messages.measures, measureIds],
      [messages.items, [...LEDGER_ITEMS]],
      [messages.standings, [...STANDINGS]],
      [messages.hours.causes, [...HOUR_CAUSES]],
      [messages.hours.resources, [...CRITICAL_RESOURCES]],
      [messages.hours.accounts, [...ACCOUNT_IDS]],
    ] as const) {
      expect(Object.keys(labels).sort()).toEqual([...keys].sort());
      expect(new Set(Object.values(labels)).size).toBe(keys.length);
    }
  });

  test('every machine that burns fuel or draws power has one of its own', () => {
    expect(Object.keys(messages.carbon.emitters)).toEqual([...EMITTERS]);
    expect(new Set(Object.values(messages.carbon.emitters)).size).toBe(EMITTERS.length);
  });

  test('every unit of a measure has its scales', () => {
    for (const id of measureIds) expect(Object.keys(messages.scales)).toContain(unitOf(id as never));
    for (const scales of Object.values(messages.scales)) expect(scales.at(-1)?.from).toBe(0);
  });
});

test('no Chinese label has an English word', () => {
  const { measures, items, parties, kinds, modes, verdicts, standings, headings, carbon, hours } = messagesOf('zh');
  const groups = [measures, items, parties, kinds, modes, verdicts, standings, headings];
  const ofHours = [hours.causes, hours.resources, hours.accounts, hours.columns];
  const ofCarbon = [carbon.emitters, carbon.fuels, carbon.fuelUnits];
  const labels = [...groups, ...ofHours, ...ofCarbon].flatMap(Object.values);
  expect(labels.filter((label: string) => /[A-Za-z]/.test(label))).toEqual([]);
});

test('every unit of the catalogue has its Chinese words', () => {
  const units = Object.values(CATALOGUE).flatMap((parameter) => ('unit' in parameter ? [parameter.unit] : []));
  const english = units.map((unit) => unitInWords(unit, 'zh')).filter((text) => /[A-Za-z]/.test(text));
  expect(english).toEqual([]);
});
