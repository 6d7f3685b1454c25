/**
 * Builds the page as one file that opens from disk: its script, style and scenarios stand in it, and its policy allows
 * nothing else. The script is a plain one, not a module, so that the page can start workers from its own text.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { parse } from 'yaml';

const house = new URL('../../', import.meta.url);
const { name, version } = JSON.parse(readFileSync(new URL('package.json', house), 'utf8'));

/** The shipped scenarios with what a list of them tells, in the order of the ladder. */
function shippedScenarios() {
  const folder = new URL('scenarios/', house);
  const rungOf = (/** @type {string} */ text) => Number(/Rung (\d+) of the ladder/.exec(text)?.[1] ?? 99);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }))
    .sort((one, other) => rungOf(one.text) - rungOf(other.text) || one.file.localeCompare(other.file))
    .map(({ file, text }) => {
      const { title, question } = parse(text, { schema: 'failsafe' });
      return { file, title, question, text };
    });
}

/** Gives the scenarios to whoever imports `virtual:scenarios`. */
const scenarios = {
  name: 'scenarios',
  resolveId: (/** @type {string} */ id) => (id === 'virtual:scenarios' ? `\0${id}` : null),
  load: (/** @type {string} */ id) =>
    id === '\0virtual:scenarios' ? `export const SHIPPED = ${JSON.stringify(shippedScenarios())};` : null,
};

const digest = (/** @type {string} */ text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Puts script and style into the page, and lets the policy name them. */
const oneFile = {
  name: 'one-file',
  enforce: /** @type {const} */ ('post'),
  /** @param {unknown} _ @param {Record<string, any>} bundle */
  generateBundle(_, bundle) {
    const parts = Object.values(bundle);
    const code = parts.find(({ type }) => type === 'chunk').code;
    const style = String(parts.find(({ fileName }) => fileName.endsWith('.css')).source).trim();
    // Of a script's own text only these could end it or hide its end.
    const script = code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
    const policy = [
      "default-src 'none'",
      `script-src ${digest(script)}`,
      `style-src ${digest(style)}`,
      'worker-src blob:',
      'img-src data: blob:',
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; ');
    const html = readFileSync(new URL('index.html', import.meta.url), 'utf8')
      .replace('<!-- policy -->', () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
      .replace('<!-- style -->', () => `<style>${style}</style>`)
      .replace('<!-- script -->', () => `<script>${script}</script>`);
    for (const { fileName } of parts) delete bundle[fileName];
    // @ts-expect-error: Vite gives the plugin's context as `this`
    this.emitFile({ type: 'asset', fileName: 'index.html', source: html });
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  logLevel: 'warn',
  define: { PROGRAM: JSON.stringify({ name, version }) },
  plugins: [scenarios, oneFile],
  build: {
    outDir: fileURLToPath(new URL('dist/page/', house)),
    emptyOutDir: false,
    cssCodeSplit: false,
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: fileURLToPath(new URL('main.ts', import.meta.url)),
      output: { format: 'iife' },
    },
  },
});
