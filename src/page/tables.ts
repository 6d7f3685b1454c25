import { h } from './elements.ts';

/**
 * Rows of cells as a table. A row of one cell alone is a heading of those below it; labels that begin with blanks are
 * set in, and sums, which begin with `=`, stand out.
 *
 * @param cells head first
 * @param words columns that hold words, by place; the others hold figures
 */
export function tableOf(cells: readonly (readonly string[])[], words: readonly number[], caption: string): HTMLElement {
  const [head = [], ...rows] = cells;
  const columns = Math.max(...cells.map((row) => row.length));
  const kind = (at: number) => (words.includes(at) ? 'word' : 'number');
  const body = rows.map((row) => {
    const [label = '', ...values] = row;
    if (values.length === 0) {
      return h('tr', { class: 'group' }, h('th', { scope: 'colgroup', colspan: columns }, label));
    }
    const text = label.trim();
    const name = text.startsWith('=') ? 'sum' : label.startsWith(' ') ? 'inner' : undefined;
    const filled = Array.from({ length: columns - 1 }, (_, i) => values[i] ?? '');
    return h(
      'tr',
      { class: name },
      h('th', { scope: 'row' }, text),
      ...filled.map((value, i) => h('td', { class: kind(i + 1) }, value)),
    );
  });
  const heads = head.map((text, at) =>
    text === '' ? h('td', { class: kind(at) }) : h('th', { scope: 'col', class: kind(at) }, text),
  );
  // Wide tables scroll by themselves, by keyboard too.
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    h('table', {}, h('thead', {}, h('tr', {}, ...heads)), h('tbody', {}, ...body)),
  );
}
