import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, jsonMarkup, Markup } from '../../../src/report/html/markup.ts';
import { typographic } from '../../../src/report/html/table.ts';

test('what is no markup is escaped, what is stays', () => {
  expect(html`<b title="${'"'}">${['a & b', new Markup('<i>')]}${null}${false}${3}</b>`.text).toBe(
    '<b title="&quot;">a &amp; b<i>3</b>',
  );
});

property.prop([fc.string({ unit: 'binary' })])('no text opens a tag or leaves its quotes', (text) => {
  expect(html`${text}`.text).not.toMatch(/[<>"']/u);
});

property.prop([fc.jsonValue()])('data reads back as it was, and closes no script', (value) => {
  const { text } = jsonMarkup({ value, hostile: '</script><!--\u2028' });
  expect(text).not.toMatch(/[<>\u2028\u2029]/u);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ value, hostile: '</script><!--\u2028' })));
});

test('figures are set with a minus, words with their hyphens', () => {
  expect(typographic('[-0.25, -1] staged-direct 2024-01-02')).toBe('[\u22120.25, \u22121] staged-direct 2024-01-02');
  expect(typographic('-')).toBe('–');
});
