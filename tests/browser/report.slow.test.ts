import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { reportHtml } from '../../src/report/index.ts';
import { ownFolder } from '../cli/command.ts';
import { describeNeeding } from '../needs.ts';
import { smallReport, smallReportJson } from '../report/html/small-report.ts';
import { COMMANDS, smallScenario } from '../report/small-study.ts';
import { accessibilityFaults, inChromium, keepPicture } from './browser.ts';

describeNeeding('chromium', 'a report in a browser', () => {
  const folder = ownFolder();
  const open = inChromium();
  const file = async (name: string, page: string | Promise<string>) =>
    pathToFileURL(folder.file(name, await page)).href;

  test('opens from disk with no error and no request', async () => {
    const { page, faults, requests } = await open(await file('r.html', smallReport()));
    expect(await page.title()).toBe('Small season – Direct loading against port staging');
    expect(await page.locator('main:visible').count()).toBe(1);
    expect([faults, requests]).toEqual([[], []]);
  });

  test('changes its language in place, and remembers nothing', async () => {
    const path = await file('r.html', smallReport('zh'));
    const { page, faults, requests } = await open(path);
    expect(await page.locator('h2:visible').first().innerText()).toBe('结论');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('h2:visible').first().innerText()).toBe('Verdict');
    expect(await page.title()).toContain('Small season');
    expect(await page.locator(':focus').innerText()).toBe('中文');
    await page.keyboard.press('Enter');
    expect(await page.locator('h1:visible').innerText()).toBe('小样');
    await page.getByRole('button', { name: 'English' }).click();
    await page.reload();
    expect(await page.locator('h1:visible').innerText()).toBe('小样');
    expect([faults, requests]).toEqual([[], []]);
  });

  test('copies a table for a spreadsheet, no formula in it', async () => {
    const plain = smallScenario(true);
    const key = 'fleet.size';
    const parameters = {
      ...plain.parameters,
      [key]: { ...plain.parameters[key], source: '=HYPERLINK("http://x")', note: '' },
    };
    const scenario = { ...plain, parameters };
    const made = reportHtml(await smallReportJson(scenario), scenario, 'en', COMMANDS);
    const { page } = await open(await file('formula.html', made), {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const copied = async (section: string) => {
      await page.locator(`#${section}-en .copy:visible`).first().click();
      return page.evaluate<string>('navigator.clipboard.readText()');
    };
    const published = (await copied('published')).split('\n').map((line) => line.split('\t'));
    expect(published[0]).toEqual(['', 'published', 'simulated', 'unit', 'verdict']);
    expect(published[1]).toEqual(['Calls', '3', '3', 'calls', 'agrees']);
    const measures = await copied('verdict');
    const { compare } = await smallReportJson();
    const saving = compare.measures['saving.perTonne'].difference?.mean ?? 0;
    expect(measures).toContain(`\t${saving > 0 ? '+' : ''}${saving.toFixed(2)}\t`);
    expect(measures).not.toContain('\u2212');
    const cells = (await copied('parameters')).split(/[\t\n]/u);
    expect(cells).toContain(`'=HYPERLINK("http://x")`);
    expect(cells.filter((cell) => /^[=@]/u.test(cell))).toEqual([]);
  });

  test('runs nothing that a name brings with it', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const closing = '</script><script>alert(2)</script>';
    const scenario = { ...smallScenario(true), name: closing, title: { zh: hostile, en: hostile } };
    const made = reportHtml(await smallReportJson(scenario), scenario, 'en', { repeat: closing, validate: hostile });
    const { page, faults, requests } = await open(await file('hostile.html', made));
    expect(await page.locator('h1:visible').innerText()).toBe(hostile);
    expect(await page.locator('img').count()).toBe(0);
    expect([faults, requests]).toEqual([[], []]);
  });

  test.each([
    ['a desk', 1280],
    ['a phone', 390],
  ])(
    'on %s has no serious fault for those who see or move otherwise, and is no wider than the screen',
    async (_, width) => {
      const { page } = await open(await file('r.html', smallReport('zh')), { width });
      for (const language of ['zh', 'en']) {
        await page.evaluate(`document.documentElement.lang = '${language}'`);
        await keepPicture(page, `report-${width}-${language}`, true);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        expect(await accessibilityFaults(page)).toEqual([]);
        // Every chart is seen whole, and its words are nearly as large as they were drawn.
        const charts = await page.evaluate<
          [right: number, scale: number][]
        >(`[...document.querySelectorAll('.chart svg')]
          .map((svg) => [svg.getBoundingClientRect(), svg.viewBox.baseVal.width])
          .filter(([box]) => box.width > 0).map(([box, drawn]) => [box.right, box.width / drawn])`);
        expect(charts.length).toBeGreaterThan(10);
        expect(Math.max(...charts.map(([right]) => right))).toBeLessThanOrEqual(width);
        expect(Math.min(...charts.map(([, scale]) => scale))).toBeGreaterThan(0.9);
      }
    },
    // Axe looks at every cell of a long page.
    120_000,
  );

  test('prints on A4 without its buttons', async () => {
    const { page } = await open(await file('r.html', smallReport('zh')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('button:visible, nav:visible').count()).toBe(0);
    const pdf = (await page.pdf({ path: join(folder.path, 'r.pdf'), preferCSSPageSize: true })).toString('latin1');
    // 210 × 297 mm are 594.96 × 841.92 points as Chromium rounds them.
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/u);
    const pages = pdf.match(/\/Type \/Page\b/gu)?.length ?? 0;
    expect(pages).toBeGreaterThan(10);
    expect(pages).toBeLessThan(45);
  });
});
