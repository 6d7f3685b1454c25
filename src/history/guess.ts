import { ENOUGH, type FieldName, fieldsOf, LOG_KINDS, type LogKind, plainHeader } from './fields.ts';

/** Which column of a log is which field. */
export interface Column {
  readonly field: FieldName;
  /** From 0. */
  readonly at: number;
  readonly header: string;
  /** Named by whoever imports, or guessed from its header. */
  readonly by: 'named' | 'guess';
  /** Kilograms that 1 stands for, if the header says a unit of mass; null: told from each figure's size. */
  readonly kilograms: number | null;
}

/** A column that was named: its header, or its number from 1. */
export interface NamedColumn {
  readonly column: string;
  readonly field: string;
}

/** Why a table can't be read as a log. */
export type LayoutFault =
  | { readonly is: 'noKind'; readonly headers: readonly string[] }
  | { readonly is: 'notEnough'; readonly kind: LogKind; readonly headers: readonly string[] }
  | { readonly is: 'noColumn'; readonly column: string; readonly headers: readonly string[] }
  | { readonly is: 'noField'; readonly field: string; readonly fields: readonly string[] }
  | { readonly is: 'fieldTwice'; readonly field: string };

/** What a table is, or why it is none. */
export type Layout =
  | { readonly ok: true; readonly kind: LogKind; readonly columns: readonly Column[] }
  | { readonly ok: false; readonly faults: readonly LayoutFault[] };

/**
 * Says of a row of headers what kind of log stands under it and which column is what.
 *
 * @param kind as told; null: the kind that knows most of the headers
 * @param named columns that are told; they take precedence over what would be guessed
 */
export function layoutOf(headers: readonly string[], kind: LogKind | null, named: readonly NamedColumn[] = []): Layout {
  const kinds = kind === null ? LOG_KINDS : [kind];
  const tried = kinds.map((one) => ({ kind: one, ...columnsOf(headers, one, named) }));
  const enough = tried.filter(({ faults, columns, kind: one }) => faults.length === 0 && isEnough(one, columns));
  const [best] = enough.toSorted((one, other) => other.columns.length - one.columns.length);
  if (best !== undefined) return { ok: true, kind: best.kind, columns: best.columns };
  const known = headers.filter((header) => header.trim() !== '').slice(0, MOST_SHOWN);
  if (kind === null) {
    const common = tried.every(({ faults }) => faults.length > 0) ? (tried[0]?.faults ?? []) : [];
    return { ok: false, faults: common.length > 0 ? common : [{ is: 'noKind', headers: known }] };
  }
  const faults = tried[0]?.faults ?? [];
  return { ok: false, faults: faults.length > 0 ? faults : [{ is: 'notEnough', kind, headers: known }] };
}

/** Columns that are looked at. */
const MOST_COLUMNS = 200;

/** Headers shown where a table can't be read. */
const MOST_SHOWN = 20;

/** How many columns of a row a kind would know: a row of headers knows some, one of figures none. */
export function headersKnown(row: readonly string[], kind: LogKind | null): number {
  const kinds = kind === null ? LOG_KINDS : [kind];
  return Math.max(...kinds.map((one) => columnsOf(row, one, []).columns.length));
}

function isEnough(kind: LogKind, columns: readonly Column[]): boolean {
  return ENOUGH[kind].some((group) => group.every((field) => columns.some((column) => column.field === field)));
}

function columnsOf(headers: readonly string[], kind: LogKind, named: readonly NamedColumn[]) {
  const fields = fieldsOf(kind);
  const faults: LayoutFault[] = [];
  const columns: Column[] = [];
  for (const { column, field } of named) {
    const at = placeOf(column, headers);
    if (!Object.hasOwn(fields, field)) faults.push({ is: 'noField', field, fields: Object.keys(fields) });
    else if (at < 0) faults.push({ is: 'noColumn', column, headers: headers.slice(0, MOST_SHOWN) });
    else if (columns.some((one) => one.field === field || one.at === at)) faults.push({ is: 'fieldTwice', field });
    else columns.push(columnAt(field as FieldName, at, headers, 'named'));
  }
  const taken = columns.map(({ at }) => at);
  const free = headers
    .slice(0, MOST_COLUMNS)
    .flatMap((header, at) => (taken.includes(at) ? [] : [{ at, plain: plainHeader(header) }]));
  const wanted = Object.keys(fields).filter((field) => !columns.some((one) => one.field === field));
  const matches = wanted.flatMap((field) =>
    free.map(({ at, plain }) => ({
      field: field as FieldName,
      at,
      points: likeness(plain, fields[field]?.headers ?? []),
    })),
  );
  // The surest first; the order of fields and columns decides between equals.
  for (const { field, at, points } of matches.toSorted((one, other) => other.points - one.points)) {
    if (points === 0 || columns.some((one) => one.at === at || one.field === field)) continue;
    columns.push(columnAt(field, at, headers, 'guess'));
  }
  return { faults, columns: columns.toSorted((one, other) => one.at - other.at) };
}

function placeOf(column: string, headers: readonly string[]): number {
  const exact = headers.findIndex((header) => header.trim() === column.trim());
  if (exact >= 0) return exact;
  const plain = headers.findIndex((header) => plainHeader(header) === plainHeader(column));
  const number = /^\d{1,4}$/u.test(column) ? Number(column) - 1 : -1;
  return plain >= 0 ? plain : number < headers.length ? number : -1;
}

/** Points for being a header known: the same is surest; a Chinese one may stand within a longer one. */
function likeness(plain: string, known: readonly string[]): number {
  if (plain === '') return 0;
  let best = 0;
  for (const one of known) {
    if (plain === one) best = Math.max(best, 1000 + one.length);
    else if (/[\u3400-\u9fff]/u.test(one) && one.length >= 2 && plain.includes(one))
      best = Math.max(best, one.length * 10);
  }
  return best;
}

function columnAt(field: FieldName, at: number, headers: readonly string[], by: Column['by']): Column {
  const header = headers[at] ?? '';
  return { field, at, header, by, kilograms: kilogramsIn(header) };
}

/** The unit of mass a header names: `毛重(吨)`, `net_kg`. */
function kilogramsIn(header: string): number | null {
  const text = header.normalize('NFKC').toLowerCase();
  if (/万吨/u.test(text)) return 1e7;
  if (/公斤|千克|\bkgs?\b|_kgs?\b/u.test(text)) return 1;
  if (/[(（[]\s*(?:吨|t|mt|tonnes?)\s*[)）\]]|[\s_](?:t|mt)$/u.test(text)) return 1000;
  return null;
}
