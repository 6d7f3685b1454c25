import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

const require = createRequire(import.meta.url);

/** Starts Debian's chromium; as root it runs without its sandbox. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** What went wrong on a page, and what it asked the network for. */
export interface Watched {
  readonly page: Page;
  /** Console errors and warnings, and errors that nobody caught. */
  readonly faults: string[];
  /** Addresses that were asked for, but those of the page itself. */
  readonly requests: string[];
}

/** Opens a page in a window of its own, and listens. */
export async function openPage(
  browser: Browser,
  address: string,
  { width = 1280, height = 720, locale = 'en-US' } = {},
): Promise<Watched> {
  const page = await browser.newPage({ viewport: { width, height }, locale, acceptDownloads: true });
  const watched: Watched = { page, faults: [], requests: [] };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) watched.faults.push(message.text());
  });
  page.on('pageerror', (error) => watched.faults.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('blob:') && url.split('#')[0] !== address.split('#')[0]) watched.requests.push(url);
  });
  await page.goto(address);
  return watched;
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
