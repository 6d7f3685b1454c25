import { createHash } from 'node:crypto';
import { MODES, type Task } from '../../study/index.ts';

/** Rows of tasks that a worker is given together. */
export interface Piece {
  readonly rows: readonly (readonly Task[])[];
}

/** Tasks of a piece at most: what comes back of it is kept by Redis in one value. */
export const MOST_TASKS = 5000;
/** Characters of all settings of a task. */
const MOST_SETTINGS = 100_000;

/** A piece's number: the same for the same tasks, so that what is handed in twice is run once. */
export function pieceId({ rows }: Piece): string {
  return `p${createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 32)}`;
}

/**
 * A piece as it was sent, checked field by field: what comes over a network may be anything. Whether its settings mean
 * something is seen where they are set over the scenario.
 *
 * @returns null if it is no piece
 */
export function readPiece(value: unknown): Piece | null {
  const rows = isRecord(value) ? value.rows : null;
  if (!Array.isArray(rows)) return null;
  const read = rows.map((row) => (Array.isArray(row) ? row.map(readTask) : [null]));
  const tasks = read.reduce((sum, row) => sum + row.length, 0);
  if (tasks === 0 || tasks > MOST_TASKS) return null;
  return read.every((row) => row.every((task) => task !== null)) ? { rows: read as Task[][] } : null;
}

function readTask(value: unknown): Task | null {
  if (!isRecord(value)) return null;
  const { settings, mode, seed, replication, copy, change, ...more } = value;
  const isTask =
    Object.keys(more).length === 0 &&
    isTexts(settings) &&
    MODES.some((one) => one === mode) &&
    (isWhole(seed) || (typeof seed === 'string' && seed.length <= 1000)) &&
    isWhole(replication) &&
    (copy === undefined || isWhole(copy)) &&
    (change === undefined || isChange(change));
  return isTask ? (value as unknown as Task) : null;
}

function isChange(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { antithetic, redrawn, ...more } = value;
  if (Object.keys(more).length > 0 || !(antithetic === undefined || typeof antithetic === 'boolean')) return false;
  if (redrawn === undefined) return true;
  return (
    isRecord(redrawn) && (redrawn.groups === null || isTexts(redrawn.groups)) && isWhole(redrawn.by) && size(redrawn, 2)
  );
}

function size(value: object, keys: number): boolean {
  return Object.keys(value).length === keys;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') && value.join().length <= MOST_SETTINGS;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
