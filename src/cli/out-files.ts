import { accessSync, closeSync, constants, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Words } from './command-line.ts';
import { flagged, readOnce } from './read-options.ts';
import type { UsageErrors } from './usage-errors.ts';

/** A file that an answer writes. */
export interface OutFile {
  readonly path: string;
  /** What is long comes in pieces, made as they are written. */
  readonly content: string | Uint8Array | Iterable<string>;
}

/** Why a file can't be written. */
export type OutFault = 'noFolder' | 'folder' | 'exists' | 'forbidden';

/**
 * The path an option gives for a file to be written; null if it is not given or was noted. It is looked at before
 * anything is simulated; a file that is there already is overwritten by `--force` only.
 *
 * @param otherwise the path where the option is not given
 */
export function readOutFile(name: string, words: Words, errors: UsageErrors, otherwise?: string): string | null {
  const path = readOnce(name, words, errors) ?? (words.options.has(name) ? undefined : otherwise);
  return path === undefined ? null : checkedOutFile(`--${name}`, path, words, errors);
}

/** The same path if it can be written, else null, which is noted. @param where the option that leads to it */
export function checkedOutFile(where: string, path: string, words: Words, errors: UsageErrors): string | null {
  const fault = outFault(path, flagged('force', words));
  if (fault === null) return path;
  errors.add(where, errors.messages.wrong.outFile(path, fault));
  return null;
}

/** Why a file can't be written; null if it can. @param force whether one that is there may be overwritten */
export function outFault(path: string, force: boolean): OutFault | null {
  const there = statSync(path, { throwIfNoEntry: false });
  if (path === '' || there?.isDirectory()) return 'folder';
  if (there !== undefined && !force) return 'exists';
  const folder = dirname(path);
  return placeFault(folder, there === undefined ? folder : path);
}

/** Why nothing can be written into a folder, or over what is there in it; null if it can. */
export function placeFault(folder: string, over: string = folder): 'noFolder' | 'forbidden' | null {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return 'noFolder';
  try {
    accessSync(over, constants.W_OK);
    return null;
  } catch {
    return 'forbidden';
  }
}

/**
 * Writes an answer's files.
 *
 * @param note told of each that can't be written
 * @returns whether all were written
 */
export function writeOutFiles(files: readonly OutFile[], note: (error: NodeJS.ErrnoException) => void): boolean {
  let written = true;
  for (const { path, content } of files) {
    try {
      if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(path, content);
      else writePieces(path, content);
    } catch (error) {
      written = false;
      note(error as NodeJS.ErrnoException);
    }
  }
  return written;
}

/** Characters written at once, at least. */
const TOGETHER = 1 << 16;

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    let text = '';
    for (const piece of pieces) {
      text += piece;
      if (text.length < TOGETHER) continue;
      writeWhole(file, text);
      text = '';
    }
    writeWhole(file, text);
  } finally {
    closeSync(file);
  }
}

/** A device may take less at once than it is given. */
function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
