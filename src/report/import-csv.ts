import type { BadRow } from '../history/index.ts';
import type { Language } from '../scenario/index.ts';
import { csv } from './csv.ts';
import { IMPORT_WORDS } from './import-words.ts';

/** Rows that were left out as CSV: file, line, column, why, and what stood there. */
export function badRowsCsv(
  files: readonly { readonly name: string; readonly rows: readonly BadRow[] }[],
  language: Language,
): string {
  const { faults } = IMPORT_WORDS[language];
  const rows = files.flatMap(({ name, rows: bad }) =>
    bad.map(({ line, field, fault, found }) => [name, line, field ?? '', faults[fault], found]),
  );
  return csv([['file', 'line', 'column', 'reason', 'found'], ...rows]);
}
