/**
 * Bundles what is started again and again, the command line and the threads, with the packages they use: finding and
 * reading a file for each module took most of a start.
 */
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const src = fileURLToPath(new URL('.', import.meta.url));
const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** Packages that find files of their own by where they stand. */
const APART = [/^@duckdb\//, /^piscina$/, /^bullmq$/, /^ioredis$/];

/**
 * A file of ours finds others by where it would stand were it compiled by itself.
 *
 * @param {string} layer whose folder the bundle goes to
 */
function inPlace(layer) {
  return {
    name: 'in-place',
    transform: {
      filter: { code: 'import.meta.url' },
      /** @param {string} code @param {string} id */
      handler(code, id) {
        if (!id.startsWith(src)) return null;
        const place = relative(join(src, layer), id).replace(/\.ts$/, '.js');
        return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`);
      },
    },
  };
}

/**
 * The licences of the packages in a bundle ask to go with every copy.
 *
 * @param {string} name the bundle's first file
 */
const licences = (name) => ({
  name: 'licences',
  /** @param {unknown} _ @param {Record<string, any>} bundle */
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((part) => Object.keys(part.modules ?? {}));
    const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(id)?.[0] ?? []);
    /** @type {Map<string, string[]>} names of packages by their terms */
    const byTerms = new Map();
    for (const folder of [...new Set(folders)].sort()) {
      const terms = termsOf(folder);
      byTerms.set(terms, [...(byTerms.get(terms) ?? []), nameOf(folder)]);
    }
    const source = [...byTerms].map(([terms, names]) => `${names.join('\n')}\n\n${terms}\n`).join('\n\n');
    // @ts-expect-error: Rolldown gives the plugin's context as `this`
    this.emitFile({ type: 'asset', fileName: `${name}.LICENSES.txt`, source });
  },
});

/** @param {string} folder of a package */
function nameOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name} ${version}, ${license}`;
}

/** @param {string} folder of a package */
function termsOf(folder) {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (file) => file.isFile() && /^(?:licen[cs]e|notice)/i.test(file.name),
  );
  return files.map(({ name }) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}

/**
 * Bundles a file with all that it loads into its layer's folder of dist/.
 *
 * @param {string} layer
 * @param {string} name the file's
 * @param {boolean} cleanDir whether nothing else is in that folder
 */
async function bundle(layer, name, cleanDir) {
  const input = join(src, layer, `${name}.ts`);
  const made = await rolldown({
    input,
    external: APART,
    platform: 'node',
    plugins: [inPlace(layer), licences(name)],
    // What makes the help measures columns as we do (src/report/layout.ts).
    resolve: { alias: { 'string-width': 'fast-string-width' } },
    // Nothing is loaded but what is used: no file but the first does anything before it is asked.
    treeshake: { moduleSideEffects: (id) => id === input },
  });
  const dir = join(dist, layer);
  await made.write({ dir, cleanDir, chunkFileNames: '[name].js', comments: false });
}

/** The command line, a file for each command and one for what several share; and where threads start. */
export async function bundleAll() {
  await bundle('execution', 'task-worker', false);
  await bundle('cli', 'main', true);
  chmodSync(join(dist, 'cli/main.js'), 0o755);
}
