import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The layers that determine a number. */
const LAYERS = ['engine', 'port', 'random', 'scenario', 'settlement', 'stats', 'study'] as const;

let known: string | null = null;

/**
 * What tells two programs apart that may give different numbers: twelve hexadecimal digits of SHA-256 over the code of
 * the layers that determine them. So no result is ever taken for that of another program, released or not.
 */
export function resultVersion(): string {
  known ??= digestOf(fileURLToPath(new URL('../..', import.meta.url)));
  return known;
}

function digestOf(root: string): string {
  const hash = createHash('sha256');
  for (const layer of LAYERS) {
    const files = readdirSync(`${root}/${layer}`, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /\.[jt]s$/u.test(name) && !name.endsWith('.d.ts')).toSorted()) {
      hash.update(file.replaceAll('\\', '/')).update('\0');
      hash.update(readFileSync(`${root}/${layer}/${file}`)).update('\0');
    }
  }
  return hash.digest('hex').slice(0, 12);
}
