import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { smallText } from '../report/small-study.ts';
import { inProcess, ownFolder } from './command.ts';

const folder = ownFolder();
const small = folder.file('small.yaml', smallText());

describe('page', () => {
  test('writes the page with the scenario and what is set over it', async () => {
    const out = folder.file('page.html', '');
    const args = [
      'page',
      small,
      '--set',
      'fleet.size=30',
      '--seed',
      '4',
      '--replications',
      '7',
      '--out',
      out,
      '--force',
    ];
    const { status, stdout } = await inProcess(args);
    expect(status).toBe(0);
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain('no server and no network');
    const page = readFileSync(out, 'utf8');
    const [, data = ''] = /<script type="application\/json" id="given">([^<]*)</u.exec(page) ?? [];
    expect(JSON.parse(data)).toEqual({
      file: 'small.yaml',
      text: smallText(),
      settings: ['fleet.size=30'],
      seed: 4,
      replications: 7,
      language: 'en',
    });
  });

  test('is one file of at most 1.2 MB that may fetch nothing', async () => {
    const out = folder.file('shipped.html', '');
    const { stdout } = await inProcess(['page', '--out', out, '--force', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'zhizhuang/page@1',
      scenario: { name: 'bayuquan-72kt' },
      file: out,
    });
    const page = readFileSync(out);
    expect(page.length).toBeLessThan(1.2e6);
    const html = page.toString();
    expect(html).toContain(`content="default-src 'none'; script-src 'sha256-`);
    expect(html).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)="(?!data:,)/u);
  });

  test('never writes over a file unasked', async () => {
    const out = folder.file('mine.html', 'mine');
    const { status, stderr } = await inProcess(['page', small, '--out', out]);
    expect(status).toBe(2);
    expect(stderr.join('')).toContain('--force');
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });
});
