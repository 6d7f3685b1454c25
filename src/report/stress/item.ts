import { visible } from '../../scenario/index.ts';

/** An item of the checklist, answered. */
export interface StressItem {
  /** Its number in the checklist. */
  readonly id: ItemId;
  /** Blocks of Markdown. */
  readonly blocks: readonly string[];
  /** What the program cannot know: what its author still has to say. */
  readonly open: readonly string[];
}

/** The checklist's sections and items by number (Monks and others 2019, STRESS-DES). */
export const CHECKLIST = {
  1: ['1.1', '1.2', '1.3'],
  2: ['2.1', '2.2', '2.3', '2.4', '2.5'],
  3: ['3.1', '3.2', '3.3', '3.4'],
  4: ['4.1', '4.2', '4.3'],
  5: ['5.1', '5.2', '5.3', '5.4'],
  6: ['6.1'],
} as const;

export type SectionId = keyof typeof CHECKLIST;
export type ItemId = (typeof CHECKLIST)[SectionId][number];

/** A text that is not ours, as Markdown that shows it and does nothing else. */
export function plain(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*[\]|]/gu, String.raw`\$&`)
    .replaceAll(/(?<!\w)_|_(?!\w)/gu, String.raw`\_`);
}

/** A name of the program's. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** Cells of Markdown as a table, its head first. @param right columns of figures, set to the right */
export function markdownTable(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(head.map((_, at) => (right.includes(at) ? '--:' : '---'))), ...body.map(line)].join('\n');
}

/** A list of Markdown. */
export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** Lines as they stand, in letters of one width. */
export function verbatim(lines: readonly string[]): string {
  return ['```text', ...lines, '```'].join('\n');
}
