import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/scenario/index.ts';
import { ROOT, sourceFiles } from './run-shown.ts';

const page = readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8');
const face = readFileSync(join(ROOT, 'src/index.ts'), 'utf8');

const rows = page.split('\n').flatMap((line) => {
  const [, zh = '', en = '', meaning = '', names = ''] = line.split('|').map((cell) => cell.trim());
  const codes = [...names.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code);
  return codes.length > 0 ? [{ zh, en, meaning, codes }] : [];
});

const sources = sourceFiles()
  .map(({ text }) => text)
  .join('\n');

describe('the glossary', () => {
  test('is one of the whole field', () => expect(rows.length).toBeGreaterThan(80));

  test('names only what the program has', () => {
    expect(rows.flatMap(({ codes }) => codes.filter((code) => !exists(code)))).toEqual([]);
    expect(exists('crane.noSuchMeasure')).toBe(false);
    expect(exists('noSuchName')).toBe(false);
  });

  test('says in Chinese what the program says', () => {
    expect(rows.filter(({ zh }) => !sources.includes(zh)).map(({ zh }) => zh)).toEqual([]);
  });

  test('has each term once, with its meaning', () => {
    const terms = rows.map(({ zh }) => zh);
    expect(terms.filter((zh, at) => terms.indexOf(zh) !== at)).toEqual([]);
    expect(rows.filter(({ en, meaning }) => en === '' || !meaning.endsWith('.'))).toEqual([]);
  });
});

/** A dotted name is a parameter or a measure; any other one is exported, or a word of files and output. */
function exists(code: string): boolean {
  if (code in CATALOGUE) return true;
  return code.includes('.') ? sources.includes(`'${code}'`) : isExported(code) || isWord(code);
}

function isExported(code: string): boolean {
  return new RegExp(`^  (?:type )?${code},$`, 'mu').test(face);
}

/** A key or a quoted word somewhere in the sources: modes, ledger items, parties, standings, choices. */
function isWord(code: string): boolean {
  return sources.includes(`'${code}'`) || new RegExp(`^\\s*(?:readonly )?'?${code}'?\\??: `, 'mu').test(sources);
}
