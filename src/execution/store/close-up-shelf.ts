import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { CloseUp } from '../../study/index.ts';
import { flatten, unflattener } from './flat-outcome.ts';

/**
 * Close-ups by the keys of their tasks, as far as they are known.
 *
 * @param keys at least one, and few
 */
export async function findCloseUps(
  connection: DuckDBConnection,
  keys: readonly string[],
): Promise<Map<string, CloseUp>> {
  const places = keys.map((_, at) => `$${at + 1}`).join();
  const sql = `SELECT key, bytes FROM close_up JOIN task USING (task) WHERE key IN (${places})`;
  const read = await connection.runAndReadAll(sql, [...keys]);
  return new Map(read.getRowsJS().map(([key, bytes]) => [String(key), unpackedCloseUp(bytes as Uint8Array)]));
}

/** Keeps close-ups of tasks that are kept: all or none. @param closeUps at least one, and few */
export async function keepCloseUps(
  connection: DuckDBConnection,
  closeUps: ReadonlyMap<string, CloseUp>,
): Promise<void> {
  const { blobValue } = await import('@duckdb/node-api');
  const rows = Array.from(closeUps, (_, at) => `($${2 * at + 1}, $${2 * at + 2})`).join();
  const sql = `INSERT INTO close_up SELECT task, bytes FROM (VALUES ${rows}) fresh (key, bytes) JOIN task USING (key)`;
  const values = [...closeUps].flatMap(([key, closeUp]) => [key, blobValue(packedCloseUp(closeUp))]);
  await connection.run(sql, values);
}

/** Before the numbers: how many they are. */
const HEAD = Float64Array.BYTES_PER_ELEMENT;

/** A close-up as few bytes, from which it comes back to the last bit: how many numbers, the numbers, their shape; deflated. */
export function packedCloseUp(closeUp: CloseUp): Uint8Array {
  const { shape, numbers } = flatten(closeUp);
  const head = Float64Array.of(numbers.length);
  return deflateRawSync(Buffer.concat([head, numbers].map(bytesOf).concat(Buffer.from(shape))));
}

/** The close-up that was packed. */
export function unpackedCloseUp(packed: Uint8Array): CloseUp {
  // A copy begins where numbers may begin.
  const bytes = Uint8Array.from(inflateRawSync(packed));
  const [count = 0] = new Float64Array(bytes.buffer, 0, 1);
  const numbers = new Float64Array(bytes.buffer, HEAD, count);
  return unflattener<CloseUp>(new TextDecoder().decode(bytes.subarray(HEAD * (1 + count))))(numbers);
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
