import type { Cell } from './csv.ts';

/**
 * Rows as an Excel workbook of one sheet, the first row its head. A text is written as a text, whatever it looks like:
 * none is run as a formula.
 *
 * @param widths of the columns, characters
 */
export async function xlsx(
  sheet: string,
  [head = [], ...rows]: readonly (readonly Cell[])[],
  widths: readonly number[],
): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const cells = [
    head.map((value) => ({ value: String(value), fontWeight: 'bold' as const, wrap: true })),
    ...rows.map((row) => row.map((value) => ({ value: value as string | number }))),
  ];
  const columns = widths.map((width) => ({ width }));
  return writeExcelFile(cells, { sheet, columns, stickyRowsCount: 1 }).toBuffer();
}
