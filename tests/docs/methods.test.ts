import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, sourceFiles } from './run-shown.ts';

const PAGE = 'docs/background/methods.md';
const page = readFileSync(join(ROOT, PAGE), 'utf8').replaceAll(/\s+/gu, ' ');
const files = [...page.matchAll(/`(src\/[^`]+)`/gu)].map(([, file = '']) => file);

/** A name and its year, such as `Jansen 1999`. */
const CITED = /(\p{Lu}[\p{L}-]+)(?: et al\.)?,? \(?((?:18|19|20)\d\d)\b/gu;
const sources = sourceFiles().map(({ name, text }) => ({ name, text: text.replaceAll(/\s+(?:\* )?/gu, ' ') }));
const studies = readdirSync(join(ROOT, 'docs/reference/studies')).map((name) =>
  readFileSync(join(ROOT, 'docs/reference/studies', name), 'utf8').replaceAll(/\s+/gu, ' '),
);

describe('the page of methods', () => {
  test('names files that there are', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  test('cites nobody whom the code or a page of studies does not', () => {
    const known = [...sources.map(({ text }) => text), ...studies];
    const cited = [...page.matchAll(CITED)].map(([, name = '', year = '']) => ({ name, year }));
    expect(cited.length).toBeGreaterThan(30);
    expect(cited.filter(({ name, year }) => !known.some((text) => isCited(text, name, year)))).toEqual([]);
    expect(known.some((text) => isCited(text, 'Jansen', '1998'))).toBe(false);
  });

  test('names each file of statistics that has a source', () => {
    const sourced = sources.filter(({ name, text }) => name.startsWith('stats') && text.match(CITED) !== null);
    expect(sourced.length).toBeGreaterThan(20);
    expect(sourced.map(({ name }) => `src/${name}`).filter((file) => !files.includes(file))).toEqual([]);
  });
});

/** The year stands soon after the name, a title or two more authors between. */
function isCited(text: string, name: string, year: string): boolean {
  return new RegExp(`${name}(?!\\p{L}).{0,130}${year}`, 'u').test(text);
}
