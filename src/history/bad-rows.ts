import type { FieldName } from './fields.ts';

/** What can be wrong with a row. */
export const ROW_FAULTS = [
  'cells',
  'missing',
  'time',
  'dayMonth',
  'noDate',
  'number',
  'outside',
  'order',
  'tooLong',
  'weights',
  'duplicate',
  'unknownItem',
] as const;

/**
 * `cells`: it has no cell where a column is; `missing`: it holds none of what the log is about; `time`: no date or time;
 * `dayMonth`: a date that begins with a day or a month; `noDate`: a time without a date, and no other has one; `number`:
 * none, or a unit that is none; `outside`: a figure no truck, ship or place has; `order`: before what must come before it;
 * `tooLong`: days between the first and the last; `weights`: gross, tare and net don't agree; `duplicate`: the same row
 * again; `unknownItem`: a charge that no parameter is known for.
 */
export type RowFault = (typeof ROW_FAULTS)[number];

/** A row that was left out. */
export interface BadRow {
  /** In the file, from 1. */
  readonly line: number;
  readonly fault: RowFault;
  /** The column it is about; null if it is about the whole row. */
  readonly field: FieldName | null;
  readonly found: string;
}

/** Bad rows remembered one by one; all are counted. */
const MOST_KEPT = 100_000;
/** Characters of a cell that are remembered. */
const MOST_FOUND = 60;

/** Rows that were left out, and why. */
export class BadRows {
  readonly #kept: BadRow[] = [];
  readonly #counts = new Map<RowFault, number>();
  #count = 0;

  note(line: number, fault: RowFault, field: FieldName | null, found: string): void {
    this.#count++;
    this.#counts.set(fault, (this.#counts.get(fault) ?? 0) + 1);
    if (this.#kept.length < MOST_KEPT)
      this.#kept.push({ line, fault, field, found: copyOf(found.slice(0, MOST_FOUND)) });
  }

  get count(): number {
    return this.#count;
  }

  /** How many there are of each fault that there is. */
  get byFault(): Readonly<Partial<Record<RowFault, number>>> {
    return Object.fromEntries(
      ROW_FAULTS.flatMap((fault) => (this.#counts.has(fault) ? [[fault, this.#counts.get(fault)]] : [])),
    );
  }

  /** The first hundred thousand, in the order of the file. */
  get rows(): readonly BadRow[] {
    return this.#kept;
  }
}

/** Characters of their own: a slice would keep the whole piece of the file that it is cut from. */
function copyOf(text: string): string {
  return text.split('').join('');
}
