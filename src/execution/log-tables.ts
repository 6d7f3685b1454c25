import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { CsvRows, type OnRow, rowsIn, type Separator } from '../history/index.ts';
import { type Encoding, NotTextError, TextPieces } from './log-text.ts';

/** What a file turned out to be. */
export interface TableFormat {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: Encoding | null;
  readonly separator: Separator | null;
}

/** Why a file can't be read as a table. */
export type TableFault =
  | 'missing'
  | 'folder'
  | 'special'
  | 'unreadable'
  | 'xls'
  | 'notText'
  | 'notXlsx'
  | 'tooLarge'
  | 'empty';

/** A file that can't be read as a table. */
export class TableError extends Error {
  override readonly name = 'TableError';
  readonly fault: TableFault;

  constructor(fault: TableFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Bytes a text may have, and a workbook packed and unpacked. */
const [MOST_TEXT, MOST_XLSX, MOST_UNPACKED] = [4e9, 3e7, 3e8];
/** Bytes by which the separator is guessed. */
const SAMPLE = 65_536;

/**
 * Reads a file's rows: text with separators, or the first sheet of an Excel workbook, known by its first bytes.
 *
 * @param onRow told of each row
 * @throws TableError if it can't be read
 */
export async function readTable(
  path: string,
  asked: { readonly encoding: Encoding | null; readonly separator: Separator | null },
  onRow: OnRow,
): Promise<TableFormat> {
  const head = headOf(path);
  if (head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0) throw new TableError('xls');
  if (head[0] === 0x50 && head[1] === 0x4b) return readWorkbook(path, onRow);
  const seen = rowsIn(decoded(head, asked.encoding));
  const separator = asked.separator ?? seen.separator;
  const pieces = new TextPieces(asked.encoding);
  const rows = new CsvRows(separator, seen.end, onRow);
  for await (const piece of piecesOf(path)) rows.write(asTable(() => pieces.next(piece)));
  rows.write(asTable(() => pieces.end()));
  rows.close();
  return { format: 'csv', encoding: pieces.encoding, separator };
}

async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw error instanceof TableError ? error : new TableError('unreadable');
  }
}

function headOf(path: string): Uint8Array {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) throw new TableError('folder');
    if (!stats.isFile()) throw new TableError('special');
    if (stats.size === 0) throw new TableError('empty');
    if (stats.size > MOST_TEXT) throw new TableError('tooLarge');
    const file = openSync(path, 'r');
    try {
      const head = new Uint8Array(SAMPLE);
      return head.subarray(0, readSync(file, head, 0, SAMPLE, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof TableError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new TableError(
      ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE'].includes(code ?? '')
        ? 'missing'
        : 'unreadable',
    );
  }
}

function decoded(head: Uint8Array, encoding: Encoding | null): string {
  const pieces = new TextPieces(encoding);
  return asTable(() => pieces.next(head) + pieces.end());
}

function asTable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof NotTextError ? new TableError('notText') : error;
  }
}

async function readWorkbook(path: string, onRow: OnRow): Promise<TableFormat> {
  if (statSync(path).size > MOST_XLSX) throw new TableError('tooLarge');
  const bytes = readFileSync(path);
  const unpacked = unpackedSize(bytes);
  if (unpacked > MOST_UNPACKED) throw new TableError(Number.isFinite(unpacked) ? 'tooLarge' : 'notXlsx');
  const { readSheet } = await import('read-excel-file/node');
  let rows: readonly (readonly unknown[])[];
  try {
    rows = await readSheet(bytes);
  } catch {
    throw new TableError('notXlsx');
  }
  for (const [at, row] of rows.entries()) onRow(row.map(cellText), at + 1);
  return { format: 'xlsx', encoding: null, separator: null };
}

/** Bytes that the parts of a zip file say they unpack to; Infinity if its list of parts is not whole. */
function unpackedSize(bytes: Buffer): number {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 22 > bytes.length) return Number.POSITIVE_INFINITY;
  let at = bytes.readUInt32LE(end + 16);
  let sum = 0;
  for (let part = bytes.readUInt16LE(end + 10); part > 0; part--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return Number.POSITIVE_INFINITY;
    sum += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return sum;
}

/** A cell of a sheet as text; Excel's times of day are times on its day 0 or 1. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell).trim();
  if (Number.isNaN(cell.getTime())) return '';
  const seconds = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString();
  const [date = '', time = ''] = seconds.slice(0, 19).split('T');
  return cell.getUTCFullYear() < 1901 ? time : `${date} ${time}`;
}
