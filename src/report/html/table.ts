import { NO_FIGURE } from '../figures.ts';
import { type Content, html, type Markup } from './markup.ts';

/** A figure and where it stands in the report's data, as a JSON pointer. */
export interface FigureCell {
  readonly text: string;
  /** The pointers of the figures in the text, with blanks between. */
  readonly of: string;
}

export type TableCell = string | FigureCell | Markup;

/** A row: a head and cells; `group` heads those under it, `sum` stands under them. */
export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly is?: 'group' | 'sum' | 'sub';
}

/** A table with its first column as heads of rows. */
export interface Table {
  /** What it is about, for who can't see where it stands. */
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly TableRow[];
  /** Columns that hold words; all others are figures and stand to the right. */
  readonly words?: readonly number[];
  /** Heads above several columns: what they say, over how many; an empty one heads nothing. */
  readonly groups?: readonly { readonly text: string; readonly columns: number; readonly mode?: 'staged' | 'direct' }[];
  /** Columns of the modes, which have a swatch. */
  readonly modes?: Readonly<Record<number, 'staged' | 'direct'>>;
}

/** A table that can be copied and, where it is too wide, moved. @param copy what the button says */
export function tableMarkup({ label, head, rows, words = [], modes = {}, groups = [] }: Table, copy: string): Markup {
  const kind = (column: number) => (column === 0 || words.includes(column) ? null : html` class="n"`);
  const heads = head.map((text, at) => {
    return html`<th scope="col"${kind(at)}>${swatch(modes[at])}${text}</th>`;
  });
  const above =
    groups.length > 0 &&
    html`<tr class="groups">${groups.map(({ text, columns, mode }) => {
      if (text === '') return html`<td colspan="${columns}"></td>`;
      return html`<th scope="colgroup" colspan="${columns}">${swatch(mode)}${text}</th>`;
    })}</tr>`;
  const bodies = rows.map(({ cells, is }) => {
    if (is === 'group') {
      return html`<tr class="group"><th colspan="${head.length}" scope="colgroup">${cells.map(contentOf)}</th></tr>`;
    }
    const [first = '', ...rest] = cells;
    return html`<tr${is === undefined ? null : html` class="${is}"`}><th scope="row">${contentOf(first)}</th>${rest.map(
      (cell, i) => html`<td${kind(i + 1)}${pointerOf(cell)}>${contentOf(cell)}</td>`,
    )}</tr>
`;
  });
  return html`<div class="table"><button type="button" class="copy">${copy}</button>
<div class="wide" tabindex="0" role="region" aria-label="${label}"><table><caption>${label}</caption><thead>${above}<tr>${heads}</tr></thead><tbody>
${bodies}</tbody></table></div></div>
`;
}

/** The colour of a mode before its name. */
function swatch(mode: 'staged' | 'direct' | undefined): Content {
  return mode === undefined ? null : html`<i class="${mode}"></i>`;
}

function pointerOf(cell: TableCell): Content {
  return typeof cell === 'object' && 'of' in cell ? html` data-of="${cell.of}"` : null;
}

function contentOf(cell: TableCell): Content {
  if (typeof cell === 'string') return typographic(cell);
  return 'of' in cell ? typographic(cell.text) : cell;
}

/** A figure as it is set: a minus instead of a hyphen, a dash for none. */
export function typographic(text: string): string {
  if (text === NO_FIGURE) return '–';
  return text.replace(/(^|[\s[(（])-(?=[\d.])/g, '$1\u2212');
}
