import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markdownUnder, ROOT } from './run-shown.ts';

const INDEX = 'docs/README.md';
const under = markdownUnder('docs');
const pages = ['README.md', 'README.zh.md', ...under];

describe('links', () => {
  test.each(pages)('of %s lead somewhere', (page) => {
    expect(linksOf(page).filter((link) => !leadsSomewhere(link))).toEqual([]);
  });

  test('a dead link and a dead heading would be found', () => {
    expect(leadsSomewhere({ path: 'docs/no-such-page.md', heading: null })).toBe(false);
    expect(leadsSomewhere({ path: INDEX, heading: 'no-such-heading' })).toBe(false);
    expect(leadsSomewhere({ path: INDEX, heading: 'reference-what-each-thing-is' })).toBe(true);
  });

  test('the index has every page once; what lies beside an example is told by its guide', () => {
    const linked = linksOf(INDEX).map(({ path }) => path);
    // The first hour, in both languages, is named at the top too.
    const twice = linked.filter((path, at) => linked.indexOf(path) !== at);
    expect(twice.sort()).toEqual(['docs/tutorial/first-hour.md', 'docs/tutorial/first-hour.zh.md']);
    const shelved = under.filter((page) => page !== INDEX && !page.startsWith('docs/examples/'));
    expect([...new Set(linked)].sort()).toEqual(shelved.sort());
  });

  test('every page is reached from the index', () => {
    const reached = new Set([INDEX]);
    for (const page of reached) {
      for (const { path } of linksOf(page)) if (path.endsWith('.md') && under.includes(path)) reached.add(path);
    }
    expect(under.filter((page) => !reached.has(page))).toEqual([]);
  });
});

interface Link {
  /** From the root. */
  readonly path: string;
  readonly heading: string | null;
}

/** Links to files: outside blocks and code, and not to the web. */
function linksOf(page: string): Link[] {
  const text = proseOf(page).replaceAll(/`[^`\n]*`/gu, 'code');
  return [...text.matchAll(/\]\(([^)\s]+)\)/gu)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/u.test(target)) return [];
    const [path = '', heading = null] = target.split('#');
    return [{ path: path === '' ? page : normalize(join(dirname(page), path)), heading }];
  });
}

function leadsSomewhere({ path, heading }: Link): boolean {
  if (path.startsWith('..') || !existsSync(join(ROOT, path))) return false;
  if (heading === null) return true;
  return statSync(join(ROOT, path)).isFile() && headingsOf(path).includes(heading);
}

/** A page's headings as they are linked to: in small letters, without punctuation, with hyphens for spaces. */
function headingsOf(page: string): string[] {
  return [...proseOf(page).matchAll(/^#+ (.+)$/gmu)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function proseOf(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8').replaceAll(/^```.*?^```$/gmsu, '');
}
