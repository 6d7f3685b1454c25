import type { ModeOutcome, TaskOutcome } from '../../study/index.ts';
import { flatten, unflattener } from '../store/flat-outcome.ts';

/**
 * Outcomes of rows of tasks as plain JSON that keeps every bit: names and words once a shape, numbers as base64 of
 * doubles (JSON's own numbers lose the sign of 0).
 */
export interface PackedOutcomes {
  readonly shapes: readonly string[];
  /** By row and task: the place of its shape and its numbers, or its failure. */
  readonly rows: readonly (readonly PackedOutcome[])[];
}

/** An outcome: the place of its shape and its numbers; or a failure as it is. */
export type PackedOutcome = readonly [shape: number, numbers: string] | { readonly failure: unknown };

export function packed(rows: readonly (readonly TaskOutcome[])[]): PackedOutcomes {
  const shapes = new Map<string, number>();
  const pack = (found: TaskOutcome): PackedOutcome => {
    if (!found.ok) return { failure: found.failure };
    const { shape, numbers } = flatten(found.outcome);
    if (!shapes.has(shape)) shapes.set(shape, shapes.size);
    const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    return [shapes.get(shape) as number, bytes.toString('base64')];
  };
  const packedRows = rows.map((row) => row.map(pack));
  return { shapes: [...shapes.keys()], rows: packedRows };
}

/**
 * Outcomes as they were packed, checked: what comes over a network may be anything.
 *
 * @param counts tasks of each row
 * @returns null if it is not what {@link packed} makes of so many tasks
 */
export function unpacked(value: unknown, counts: readonly number[]): TaskOutcome[][] | null {
  const { shapes, rows } = (value ?? {}) as Partial<PackedOutcomes>;
  if (!Array.isArray(shapes) || !Array.isArray(rows) || rows.length !== counts.length) return null;
  const known = shapes.map(readShape);
  const outcomes = rows.map((row, at) => {
    if (!Array.isArray(row) || row.length !== counts[at]) return null;
    const found = row.map((one: PackedOutcome) => unpack(one, known));
    return found.every((one) => one !== null) ? found : null;
  });
  return outcomes.every((row) => row !== null) ? outcomes : null;
}

/** A shape, and how many numbers it takes. */
interface Shape {
  readonly holes: number;
  readonly fill: (numbers: Float64Array) => ModeOutcome;
}

function unpack(one: PackedOutcome, shapes: readonly (Shape | null)[]): TaskOutcome | null {
  if (!Array.isArray(one)) {
    const { failure } = (one ?? {}) as { failure?: { why?: unknown } };
    return failure?.why === 'refused' || failure?.why === 'unfinished' ? ({ ok: false, failure } as TaskOutcome) : null;
  }
  const [at, text] = one as readonly [number, unknown];
  const shape = shapes[at];
  if (shape == null || typeof text !== 'string') return null;
  // A copy begins where numbers may begin.
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return bytes.length === 8 * shape.holes ? { ok: true, outcome: shape.fill(new Float64Array(bytes.buffer)) } : null;
}

/** What an outcome holds: without these no study can be folded. */
const PARTS = ['measures', 'ledger', 'carbon', 'mass', 'calls', 'hours'] as const satisfies (keyof ModeOutcome)[];

function readShape(text: unknown): Shape | null {
  if (typeof text !== 'string' || text.includes('"__proto__"')) return null;
  try {
    const value: unknown = JSON.parse(text);
    const isWhole = typeof value === 'object' && value !== null && PARTS.every((part) => Object.hasOwn(value, part));
    return isWhole ? { holes: holesOf(value), fill: unflattener(text) } : null;
  } catch {
    return null;
  }
}

/** Every null stands for a number. */
function holesOf(value: unknown): number {
  if (value === null) return 1;
  return typeof value === 'object' ? Object.values(value).reduce((sum: number, part) => sum + holesOf(part), 0) : 0;
}
