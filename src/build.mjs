/**
 * Builds what is bundled, each unless it is newer than everything it is made of:
 * `npm run build` is run before every test and every start, and is to cost nothing then.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const house = fileURLToPath(new URL('../', import.meta.url));
const madeOf = ['src', 'scenarios', 'package.json', 'package-lock.json'];

/** @param {string} path @returns {number} when a file, or the latest of a folder, was changed */
function changed(path) {
  const here = statSync(path);
  if (!here.isDirectory()) return here.mtimeMs;
  return Math.max(here.mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))));
}

const sources = Math.max(...madeOf.map((name) => changed(join(house, name))));

/** @param {string} built a file in dist/ */
function isStale(built) {
  const path = join(house, 'dist', built);
  return !existsSync(path) || statSync(path).mtimeMs <= sources;
}

if (isStale('cli/main.js')) {
  const { bundleAll } = await import('./bundle.mjs');
  await bundleAll();
}
if (isStale('page/index.html')) {
  const { build } = await import('vite');
  await build({ configLoader: 'native', configFile: fileURLToPath(new URL('page/vite.config.mjs', import.meta.url)) });
}
