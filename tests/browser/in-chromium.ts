import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { systemParts } from '../system-parts.mjs';

/** A page that was opened, and what it did that it should not. */
export interface Opened {
  readonly page: Page;
  /** Errors and warnings of its console, exceptions, and requests to anywhere but its own file. */
  readonly troubles: readonly string[];
}

/** How a page is opened. */
export interface Opening {
  readonly width?: number;
  readonly height?: number;
  readonly permissions?: readonly string[];
}

/** Starts Debian's Chromium when it is first asked for; it is closed after the tests of the file. */
export function inChromium(): (path: string, opening?: Opening) => Promise<Opened> {
  let browser: Promise<Browser> | null = null;
  afterAll(async () => (await browser)?.close());
  return async (path, { width = 1280, height = 720, permissions = [] } = {}) => {
    browser ??= chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
    const context = await (await browser).newContext({ viewport: { width, height } });
    await context.grantPermissions([...permissions]);
    const page = await context.newPage();
    const troubles: string[] = [];
    const own = pathToFileURL(path).href;
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) troubles.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== own) troubles.push(`request: ${request.url()}`);
    });
    page.on('dialog', (dialog) => {
      troubles.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(own);
    return { page, troubles };
  };
}

function chromiumPath(): string {
  const { proof = 'chromium' } = systemParts.chromium ?? {};
  return proof.startsWith('/') ? proof : `/usr/bin/${proof}`;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds serious or critical on a page, as lines. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which no policy of the page forbids.
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } };
    return (await axe.run()).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html)
          .slice(0, 3)
          .join(' ')}`,
    );
}

interface AxeViolation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}
