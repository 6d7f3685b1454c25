import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';

/** What a piece of documentation says: the value of each line `expression; // value`, and the value behind it. */
interface Claims {
  readonly actual: readonly unknown[];
  readonly expected: readonly unknown[];
}

/** A folder for programs cut out of documentation, gone at the end. */
export class ProgramFolder {
  readonly #path = mkdtempSync(join(tmpdir(), 'zhizhuang-docs-'));
  #count = 0;

  /**
   * Runs a piece of TypeScript and checks what it claims of itself; it must claim something. Claims are checked where
   * they stand, since what they speak of changes; so a copy is taken there.
   */
  async check(code: string): Promise<void> {
    const body = code.replace(/^(\S.*); \/\/ (.*)$/gm, 'actual.push(structuredClone($1)); expected.push($2);');
    const path = join(this.#path, `${this.#count++}.ts`);
    writeFileSync(path, `export const actual: unknown[] = [];\nexport const expected: unknown[] = [];\n${body}`);
    const { actual, expected }: Claims = await import(path);
    expect(expected.length).toBeGreaterThan(0);
    expect(actual).toEqual(expected);
  }

  remove(): void {
    rmSync(this.#path, { recursive: true });
  }
}
