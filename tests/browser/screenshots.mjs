/**
 * Makes the pictures of the documentation: `npm run build && node tests/browser/screenshots.mjs`. The report is that of
 * the published season; its first page at 1280 × 1440 is `docs/images/report.png`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const images = join(root, 'docs/images');
const folder = mkdtempSync(join(tmpdir(), 'zhizhuang-'));
mkdirSync(images, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  await report();
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
