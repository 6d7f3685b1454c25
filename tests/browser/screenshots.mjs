/**
 * Makes the pictures of the documentation: `npm run build && node tests/browser/screenshots.mjs`. The report is that of
 * the published season; its first page at 1280 × 1440 is `docs/images/report.png`. The page is that of the one ship, with
 * its player half-way, at 1280 × 900: `docs/images/page.png`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const images = join(root, 'docs/images');
const folder = mkdtempSync(join(tmpdir(), 'zhizhuang-'));
mkdirSync(images, { recursive: true });
const browser = await startChromium();
try {
  await report();
  await page();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

async function report() {
  const file = join(folder, 'report.html');
  const args = ['dist/cli/main.js', 'report', 'scenarios/bayuquan-2024.yaml', '--lang', 'en', '--file', file];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`report ended with status ${status}`);
  const page = await browser.newPage({ viewport: { width: 1280, height: 1440 } });
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({ path: join(images, 'report.png') });
}

async function page() {
  const shown = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  await shown.goto(pathToFileURL(join(root, 'dist/page/index.html')).href);
  await shown.locator('.share .json:not([disabled])').waitFor({ timeout: 120_000 });
  await shown.locator('.player canvas').first().waitFor({ timeout: 120_000 });
  // The middle of the loading, by day.
  await shown.evaluate(`{
    const slider = document.getElementById('player-moment');
    slider.valueAsNumber = Number(slider.min) + 0.62 * (slider.max - slider.min);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }`);
  await shown.screenshot({ path: join(images, 'page.png') });
}
