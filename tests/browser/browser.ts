import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { startChromium } from './chromium.mjs';

const require = createRequire(import.meta.url);

/** What went wrong on a page, and what it asked the network for. */
export interface Watched {
  readonly page: Page;
  /** Console errors and warnings, errors that nobody caught, and dialogs. */
  readonly faults: readonly string[];
  /** Addresses that were asked for, but those of the page itself and of what it has made. */
  readonly requests: readonly string[];
}

/** How a page is opened. */
export interface Opening {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly permissions?: readonly string[];
}

/**
 * Starts a browser when it is first asked for, and closes it after the tests of the file.
 *
 * @returns what opens the page at an address in a window of its own, and listens
 */
export function inChromium(): (address: string, opening?: Opening) => Promise<Watched> {
  let browser: Promise<Browser> | null = null;
  afterAll(async () => (await browser)?.close());
  return async (address, { width = 1280, height = 720, locale = 'en-US', permissions = [] } = {}) => {
    browser ??= startChromium();
    const page = await (await browser).newPage({ viewport: { width, height }, locale, permissions: [...permissions] });
    const [faults, requests]: [string[], string[]] = [[], []];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('dialog', (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith('blob:') && url.split('#')[0] !== address.split('#')[0]) requests.push(url);
    });
    await page.goto(address);
    return { page, faults, requests };
  };
}

/** Where pictures of what was tested are kept, for a person to look at afterwards; not in git. */
const PICTURES = new URL('../../out/screenshots/', import.meta.url);

/** Keeps a picture of what a page shows. @param full all of it, not just what is on the screen */
export async function keepPicture(page: Page, name: string, full = false): Promise<void> {
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, PICTURES)), fullPage: full });
}

/** Faults against the accessibility guidelines that are serious or worse, as axe-core tells them. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ': ' + nodes.map(({ target, failureSummary }) => target + ' ' + failureSummary).join(' | ')))`);
}

/** Drops a file onto the page as a reader would. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(`(() => {
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
    for (const kind of ['dragover', 'drop']) {
      document.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  })()`);
}
