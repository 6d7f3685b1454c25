import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { inProcess, ownFolder } from '../cli/command.ts';
import { describeNeeding } from '../needs.ts';
import { smallText } from '../report/small-study.ts';
import { accessibilityFaults, dropFile, inChromium, keepPicture } from './browser.ts';

const BUILT = new URL('../../dist/page/index.html', import.meta.url).href;
const SHIPPED = fileURLToPath(new URL('../../scenarios/bayuquan-72kt.yaml', import.meta.url));
const PATIENCE = { timeout: 60_000 };

// A busy machine takes its time; nothing here asks how long. Only tests named below this are given it.
vi.setConfig({ testTimeout: 120_000 });

const folder = ownFolder();
const small = folder.file('small.yaml', smallText());

const sentence = (page: Page): Locator => page.locator('.answer .sentence');
const control = (page: Page, key: string): Locator => page.locator(`.control[data-key="${key}"]`);

/** Waits until all seasons asked for are simulated. */
async function whole(page: Page): Promise<void> {
  await page.locator('.share .json:not([disabled])').waitFor(PATIENCE);
}

/** The text of the file that a button gives. */
async function downloaded(page: Page, name: string): Promise<{ readonly file: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`.share .${name}`).click()]);
  return { file: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** What `compare --json` prints. */
async function printed(args: readonly string[]): Promise<string> {
  return (await inProcess(['compare', ...args, '--threads', '1', '--store', 'none', '--json'])).stdout;
}

/** Sets a field's text as somebody who types does. */
async function type(page: Page, key: string, text: string): Promise<void> {
  const field = control(page, key).locator('input[type=text]');
  await field.fill(text);
  await field.press('Tab');
}

describeNeeding('chromium', 'the page', () => {
  const openPage = inChromium();

  /** Opens the page for one test; nothing may go wrong on it, and nothing be asked of any network. */
  async function open<T>(hash: string, use: (page: Page) => Promise<T>, window = {}): Promise<T> {
    const { page, faults, requests } = await openPage(BUILT + hash, window);
    try {
      const result = await use(page);
      expect(faults).toEqual([]);
      expect(requests).toEqual([]);
      return result;
    } finally {
      await page.close();
    }
  }

  test('opens from disk and answers for the first scenario', () =>
    open('', async (page) => {
      await expect.poll(() => sentence(page).textContent(), PATIENCE).toMatch(/^Direct loading saves the shipper \d/);
      expect(await page.locator('.distribution circle').count()).toBeGreaterThan(1);
      expect(await page.locator('#scenario option').count()).toBe(11);
    }));

  test("gives the command line's bytes, with what is set and of hybrid loading", () =>
    open('#scenario=bayuquan-72kt.yaml&n=3&seed=7&set=fleet.size%3D30', async (page) => {
      const set = ['--seed', '7', '--replications', '3', '--set', 'fleet.size=30'];
      await whole(page);
      expect((await downloaded(page, 'json')).text).toBe(await printed([SHIPPED, ...set]));
      await page.locator('#rival-hybrid').check();
      await whole(page);
      expect(await sentence(page).textContent()).toMatch(/^Hybrid loading/);
      expect((await downloaded(page, 'json')).text).toBe(await printed([SHIPPED, ...set, '--modes', 'staged,hybrid']));
    }));

  test('takes every kind of change, and takes it back', () =>
    open('#n=2', async (page) => {
      await whole(page);
      const slider = control(page, 'fleet.size').locator('input[type=range]');
      await slider.focus();
      await slider.press('ArrowRight');
      await page.locator('.control.changed[data-key="fleet.size"]').waitFor();
      expect(await control(page, 'fleet.size').locator('input[type=text]').inputValue()).toBe('41');
      await slider.press('PageDown');
      await type(page, 'haulage.truckPrice', '0.01 million yuan/t');
      await expect
        .poll(() => control(page, 'haulage.truckPrice').locator('.wrong').textContent())
        .toMatch(/^haulage\.truckPrice: expected /);
      await type(page, 'haulage.truckPrice', '8 yuan/t');
      await control(page, 'dispatch.policy').locator('select').selectOption('look-ahead');
      await page.locator('.what-if input[type=search]').fill('rest driving');
      await control(page, 'fleet.restRule').locator('input[type=checkbox]').check();
      await page.locator('.what-if input[type=search]').fill('高峰时段');
      await type(page, 'road.peakHours', '7, 8');
      await page.locator('.what-if input[type=search]').fill('');
      await whole(page);
      await page.locator('.share .command').click();
      const command = await page.locator('.share textarea').inputValue();
      expect(command).toBe(
        'npx zhizhuang compare scenarios/bayuquan-72kt.yaml --seed 1 --replications 2 --set fleet.size=31 ' +
          "--set 'haulage.truckPrice=8 yuan/t' --set dispatch.policy=look-ahead --set fleet.restRule=true --set 'road.peakHours=7, 8'",
      );
      const { file, text } = await downloaded(page, 'file');
      expect(file).toBe('bayuquan-72kt.yaml');
      expect(text).toContain('{ value: 8 yuan/t, standing: assumed }');
      // The file without settings is the scenario with them: the same hash.
      const set = [
        'fleet.size=31',
        'haulage.truckPrice=8 yuan/t',
        'dispatch.policy=look-ahead',
        'fleet.restRule=true',
        'road.peakHours=7,8',
      ];
      const one = ['--replications', '1'];
      const asked = JSON.parse(await printed([SHIPPED, ...one, ...set.flatMap((text) => ['--set', text])]));
      const written = JSON.parse(await printed([folder.file('edited.yaml', text), ...one]));
      expect([written.scenario.hash, written.measures]).toEqual([asked.scenario.hash, asked.measures]);
      await control(page, 'fleet.size').locator('.reset').click();
      expect(await control(page, 'fleet.size').locator('input[type=text]').inputValue()).toBe('40');
      await page.getByRole('button', { name: 'Back to the file', exact: true }).click();
      expect(await page.locator('.control.changed').count()).toBe(0);
    }));

  test('says why settings cannot stand together, or a season cannot be served', () =>
    open('#n=2&set=fleet.stagingTrucks%3D100&set=yard.capacity%3D10000', async (page) => {
      await expect.poll(() => page.locator('.refused').textContent(), PATIENCE).toContain('yard.capacity');
      await page.getByRole('button', { name: 'Back to the file', exact: true }).click();
      await whole(page);
      expect(await page.locator('.refused').count()).toBe(0);
    }));

  test("a link brings everything back, one's own scenario too", async () => {
    const link = await open('', async (page) => {
      await dropFile(page, 'mine.yaml', smallText());
      await expect.poll(() => page.locator('h1').textContent()).toContain('small');
      await type(page, 'fleet.size', '25');
      await page.locator('.simulation input').first().fill('9');
      await page.locator('.simulation input').first().press('Tab');
      await page.locator('.share .link').click();
      await expect
        .poll(() => page.locator('.share textarea').inputValue())
        .toMatch(/#scenario=mine\.yaml&set=fleet\.size%3D25&seed=9/);
      return page.locator('.share textarea').inputValue();
    });
    await open(new URL(link).hash, async (page) => {
      expect(await control(page, 'fleet.size').locator('input[type=text]').inputValue()).toBe('25');
      expect(await page.locator('.simulation input').first().inputValue()).toBe('9');
      expect(await page.locator('#scenario option:checked').textContent()).toBe('your file: mine.yaml');
      await whole(page);
      const set = ['--seed', '9', '--set', 'fleet.size=25'];
      expect((await downloaded(page, 'json')).text).toBe(await printed([small, ...set]));
    });
  });

  test('tells what is wrong with a file as the command line does, and keeps what was open', () =>
    open('#n=2', async (page) => {
      const bad = smallText().replace('schema:', 'schemer:');
      await page.locator('#file').setInputFiles(folder.file('bad.yaml', bad));
      const told = await page.locator('.errors li').allTextContents();
      const { stderr } = await inProcess(['validate', folder.file('bad.yaml', bad)]);
      expect(told.length).toBeGreaterThan(0);
      expect(told).toEqual(stderr.map((line) => line.replace(`${folder.path}/`, '')));
      expect(await page.locator('h1').textContent()).toContain('bayuquan-72kt');
      await page.locator('.errors button').click();
      await dropFile(page, 'large.yaml', '#'.repeat(1_000_001));
      await expect.poll(() => page.locator('.errors').textContent()).toContain('at most 1000000 bytes');
    }));

  test('a hostile scenario stays text', () =>
    open('#n=2', async (page) => {
      const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>';
      const text = smallText()
        .replace(/zh: [^,]+,/gu, `zh: "${evil}",`)
        .replace(/en: [^}]+\}/gu, `en: "${evil}" }`);
      expect(text).toContain(evil);
      await dropFile(page, `${evil}.yaml`, text);
      await expect.poll(() => page.locator('h1').textContent(), PATIENCE).toContain(evil);
      await whole(page);
      expect(await page.locator('img, #page script').count()).toBe(0);
      await dropFile(page, `${evil}.yaml`, 'schema: <b>nothing</b>');
      await expect.poll(() => page.locator('.errors').textContent()).toContain('<b>nothing</b>');
      expect(await page.locator('.errors b').count()).toBe(1);
    }));

  test('speaks Chinese, and English when asked, the answer and the place kept', () =>
    open(
      '#n=2',
      async (page) => {
        await whole(page);
        expect(await sentence(page).textContent()).toContain('抵港直装');
        expect(await page.evaluate('document.documentElement.lang')).toBe('zh-CN');
        const closed = page.locator('.details details:not([open]) > summary');
        for (let left = await closed.count(); left > 0; left--) await closed.first().click();
        const own =
          /YAML|JSON|CO2e|--set|npx zhizhuang .*|bayuquan-72kt|English|zhizhuang 0|--\S+|USD|Bft|Shift|Home|End/g;
        const shown = (await page.locator('#page').innerText()).replaceAll(own, '').replaceAll(/[0-9a-f]{16}/g, '');
        expect(shown.match(/[A-Za-z]{2,}/gu)).toBeNull();
        await page.locator('#speak-en').press('Enter');
        await expect.poll(() => sentence(page).textContent()).toMatch(/irect loading/);
        expect(await page.evaluate('document.activeElement.id')).toBe('speak-en');
        expect(await page.evaluate('document.documentElement.lang')).toBe('en');
      },
      { locale: 'zh-CN' },
    ));

  test.each([
    [1280, 720],
    [390, 844],
  ])('has no serious fault for those who see or move less, and fits %i × %i', (width, height) =>
    open(
      '#n=2',
      async (page) => {
        await whole(page);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        for (const language of ['zh', 'en']) {
          await page.locator(`#speak-${language}`).click();
          await keepPicture(page, `page-${width}-${language}`, true);
          expect(await accessibilityFaults(page)).toEqual([]);
        }
      },
      { width, height },
    ),
  );
});
