import { CsvRows, type Log, type LogKind, LogReader, layoutOf, rowsIn } from '../../src/history/index.ts';

/** A log from a text, as a file with it would be read. */
export function logOf(
  text: string,
  { kind = null, zone = 8, name = 'log.csv' }: Partial<{ kind: LogKind | null; zone: number; name: string }> = {},
): Log {
  const rows: { cells: readonly string[]; line: number }[] = [];
  const { separator, end } = rowsIn(text);
  const split = new CsvRows(separator, end, (cells, line) => rows.push({ cells, line }));
  split.write(text);
  split.close();
  const [head, ...others] = rows;
  const layout = layoutOf(head?.cells ?? [], kind);
  if (!layout.ok) throw new Error(JSON.stringify(layout.faults));
  const reader = new LogReader(name, layout.kind, layout.columns, zone);
  for (const { cells, line } of others) reader.row(cells, line);
  return reader.close();
}
