import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { MOST_BYTES } from '../scenario/index.ts';
import type { FileFault } from './messages.ts';

/** A file's bytes, or why there are none. */
export type FileRead =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly fault: FileFault };

/**
 * Reads a file of a scenario's size. Larger ones are refused unread, and so is whatever is no plain file: a pipe
 * might never end.
 */
export function readScenarioFile(path: string): FileRead {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
  try {
    return readOpened(file);
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  } finally {
    closeSync(file);
  }
}

/** The text in a file's bytes, its byte order mark with it, so that it can be edited and written again. */
export function textIn(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function readOpened(file: number): FileRead {
  const stats = fstatSync(file);
  if (stats.isDirectory()) return { ok: false, fault: 'folder' };
  if (!stats.isFile()) return { ok: false, fault: 'special' };
  if (stats.size > MOST_BYTES) return { ok: false, fault: 'tooLarge' };
  const bytes = new Uint8Array(MOST_BYTES + 1);
  let length = 0;
  for (let read = -1; read !== 0 && length < bytes.length; length += read) {
    read = readSync(file, bytes, length, bytes.length - length, null);
  }
  return length > MOST_BYTES ? { ok: false, fault: 'tooLarge' } : { ok: true, bytes: bytes.slice(0, length) };
}

function faultOf(error: unknown): FileFault {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EISDIR') return 'folder';
  if (code === 'ENXIO' || code === 'ENODEV') return 'special';
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE'].includes(code ?? '')
    ? 'missing'
    : 'unreadable';
}
