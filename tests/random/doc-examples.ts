import { readdirSync, readFileSync } from 'node:fs';

/** One line of an `@example` block, `expression; // expected`, with the lines that stand before it. */
export interface DocExample {
  readonly title: string;
  readonly run: () => { readonly actual: unknown; readonly expected: unknown };
}

/**
 * The claims in the doc blocks of a layer, ready to run.
 *
 * @param folder the layer's folder below src/
 * @param exported what its index.ts exports, which the examples may use
 */
export function docExamples(folder: string, exported: Readonly<Record<string, unknown>>): DocExample[] {
  const url = new URL(`../../src/${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => blocksIn(readFileSync(new URL(file, url), 'utf8')).flatMap((lines) => claims(file, lines)))
    .map(({ title, code }) => ({
      title,
      run: () => new Function(...Object.keys(exported), code)(...Object.values(exported)),
    }));
}

/** The files of a layer that hold an `@example` somewhere, by name, sorted: counted apart from what is run. */
export function filesWithExamples(folder: string): string[] {
  const url = new URL(`../../src/${folder}/`, import.meta.url);
  const files = readdirSync(url).filter((file) => file.endsWith('.ts'));
  return files.filter((file) => readFileSync(new URL(file, url), 'utf8').includes('@example')).toSorted();
}

function blocksIn(source: string): string[][] {
  return [...source.matchAll(/ \* @example\n((?: *\* (?!@).*\n)+)/g)].map(([, block]) =>
    block!
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/^ *\* /, '')),
  );
}

function claims(file: string, lines: readonly string[]): { title: string; code: string }[] {
  return lines.flatMap((line, i) => {
    const [, actual, expected] = /^(.*); \/\/ (.*)$/.exec(line) ?? [];
    if (actual === undefined) return [];
    const before = lines.slice(0, i).join('\n');
    return { title: `${file}: ${line}`, code: `${before}\nreturn { actual: ${actual}, expected: (${expected}) };` };
  });
}
