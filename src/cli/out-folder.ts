import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Words } from './command-line.ts';
import { type OutFile, placeFault } from './out-files.ts';
import { flagged, readOnce } from './read-options.ts';
import type { RunRecord } from './run-record.ts';
import type { UsageErrors } from './usage-errors.ts';

/**
 * The folder that `--out` names for the answer and the record of the run; null if it is not given or was noted. It is
 * looked at before anything is simulated, and made where there is none.
 */
export function readOutFolder(words: Words, errors: UsageErrors): string | null {
  const path = readOnce('out', words, errors);
  if (path === undefined) return null;
  const there = statSync(path, { throwIfNoEntry: false });
  if (path === '' || (there !== undefined && !there.isDirectory())) {
    errors.add('--out', errors.messages.where.wrong.out(path));
    return null;
  }
  const fault = placeFault(there === undefined ? dirname(path) : path);
  if (fault === null) return path;
  errors.add('--out', errors.messages.wrong.outFile(path, fault));
  return null;
}

/** The files of such a folder, which is made: the answer as it was printed, and beside it how it came to be. */
export function outFiles(folder: string, text: string, words: Words, record: RunRecord): OutFile[] {
  mkdirSync(folder, { recursive: true });
  const ending = flagged('csv', words) ? 'csv' : flagged('json', words) ? 'json' : 'txt';
  return [
    { path: join(folder, `${record.study}.${ending}`), content: text },
    { path: join(folder, 'run.json'), content: `${JSON.stringify(record, null, 2)}\n` },
  ];
}
