import type { FieldName, LogKind, QuantityId, Reservation, RowFault } from '../history/index.ts';
import type { Language } from '../scenario/index.ts';
import type { FitVerdict, LawName } from '../stats/index.ts';
import { importInEnglish } from './import-words.en.ts';
import { importInChinese } from './import-words.zh.ts';

/** What a report of an import says in one language. */
export interface ImportWords {
  readonly list: (items: readonly string[]) => string;
  readonly inBrackets: (what: string, inner: string) => string;
  readonly verdict: (law: string, verdict: string) => string;
  readonly kinds: Readonly<Record<LogKind, string>>;
  readonly separators: Readonly<Record<string, string>>;
  readonly file: (name: string, kind: string, rows: string, line: string, how: string) => string;
  readonly read: (columns: string) => string;
  /** A column read as a field; one that was named is marked. */
  readonly column: (header: string, field: FieldName, named: boolean) => string;
  readonly unread: (headers: string) => string;
  readonly allKept: string;
  readonly leftOut: (count: string, reasons: string) => string;
  readonly badRow: (line: string, field: string | null, reason: string, found: string) => string;
  readonly more: (count: string) => string;
  readonly faults: Readonly<Record<RowFault, string>>;
  readonly toTheMinute: string;
  readonly headings: Readonly<Record<'quantities' | 'hours' | 'parameters' | 'tariff' | 'fit', string>>;
  readonly columns: Readonly<
    Record<'count' | 'mean' | 'sd' | 'unit' | 'law' | 'now' | 'measured' | 'interval' | 'from', string>
  >;
  readonly quantities: Readonly<Record<QuantityId, string>>;
  readonly laws: Readonly<Record<LawName, string>>;
  readonly verdicts: Readonly<Record<FitVerdict, string>>;
  readonly fitNote: string;
  readonly hour: string;
  readonly came: string;
  readonly drive: string;
  readonly reservations: Readonly<Record<Reservation, string>>;
  readonly byCatalogue: string;
  readonly byScenario: (name: string) => string;
  readonly intervalNote: string;
  readonly nothing: string;
  readonly left: Readonly<Record<'unknown' | 'unit' | 'twice', (item: string, hint: string | null) => string>>;
  readonly written: (path: string, keys: string) => string;
  readonly next: (path: string) => string;
  readonly notWritten: string;
  readonly fit: {
    readonly law: string;
    readonly parameters: string;
    readonly ks: string;
    readonly ad: string;
    readonly p: string;
    readonly verdict: string;
    readonly note: (count: string, used: string) => string;
    readonly qq: (law: string, unit: string) => string;
  };
  /** What a scenario says of where a value comes from. */
  readonly source: (files: string) => string;
  readonly rowsOf: (file: string, rows: string) => string;
  readonly note: (count: string, before: string, law: string | null) => string;
}

/** Both languages. */
export const IMPORT_WORDS: Readonly<Record<Language, ImportWords>> = { en: importInEnglish, zh: importInChinese };
