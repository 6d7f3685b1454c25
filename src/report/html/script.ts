/**
 * What the page does: it changes its language in place, and copies a table as tab-separated text. A text that a
 * spreadsheet would run as a formula is copied with an apostrophe before it. Nothing is remembered or fetched.
 */
export const SCRIPT = `'use strict';
const root = document.documentElement;
for (const button of document.querySelectorAll('button.switch')) {
  button.addEventListener('click', () => {
    root.lang = button.value;
    document.title = button.dataset.title;
    document.querySelector('[data-lang="' + button.value + '"] button.switch').focus();
  });
}
const plain = (cell) => {
  const text = cell.innerText.replace(/\\s+/g, ' ').trim().replace(/\\u2212/g, '-').replace(/^\\u2013$/, '');
  return /^[=+\\-@]/.test(text) && !/^[+-]?[\\d.,]+%?$/.test(text) ? "'" + text : text;
};
const tsvOf = (table) => [...table.rows].map((row) => [...row.cells].map(plain).join('\\t')).join('\\n') + '\\n';
const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
};
for (const button of document.querySelectorAll('button.copy')) {
  button.addEventListener('click', async () => {
    const said = button.textContent;
    await copy(tsvOf(button.parentElement.querySelector('table')));
    button.textContent = button.closest('[data-copied]').dataset.copied;
    setTimeout(() => { button.textContent = said; }, 1500);
  });
}
addEventListener('beforeprint', () => {
  for (const sheet of document.querySelectorAll('details.sheet')) sheet.open = true;
});
`;
