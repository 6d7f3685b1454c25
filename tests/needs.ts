import { describe, test } from 'vitest';
import { installLine, isPresent, type SystemPart, systemParts } from './system-parts.mjs';

/** What to do with tests that need a part: run them; skip them and say why; in CI, fail and say why. */
export type Verdict = { readonly act: 'run' } | { readonly act: 'skip' | 'fail'; readonly why: string };

export function verdictOn(name: string, part: SystemPart | undefined, inCI: boolean): Verdict {
  if (part === undefined) throw new Error(`"${name}" is not listed in tests/system-parts.mjs`);
  if (isPresent(part)) return { act: 'run' };
  return { act: inCI ? 'fail' : 'skip', why: `needs ${name}: ${installLine(part)}` };
}

/**
 * `describe` for tests that need a part of the operating system, by its name in `systemParts`. Where it is absent
 * the tests are skipped with the line that would install it in their title; with CI=true its absence is a failure.
 */
export function describeNeeding(name: string, title: string, body: () => void): void {
  const verdict = verdictOn(name, systemParts[name], process.env.CI === 'true');
  if (verdict.act === 'run') describe(title, body);
  else if (verdict.act === 'skip') describe.skip(`${title} (${verdict.why})`, body);
  else
    test(title, () => {
      throw new Error(verdict.why);
    });
}
