import { button, h } from './elements.ts';
import type { PageWords } from './words.ts';

/** What the page gives away, made when it is asked for. */
export interface Given {
  command(): string;
  /** The scenario with its settings, as a file; null if it cannot be edited so. */
  file(): { readonly name: string; readonly text: string } | null;
  link(): Promise<string>;
  /** The result as the command line's `--json` prints it; null while it is not whole. */
  result(): { readonly name: string; readonly text: string } | null;
}

/** The buttons that take the answer elsewhere; what was copied can be seen. */
export function shareOf(given: Given, { share }: PageWords): { element: HTMLElement; ready(whole: boolean): void } {
  const told = h('p', { class: 'note', role: 'status' });
  const text = h('textarea', { readonly: true, rows: 2, hidden: true, 'aria-label': share.heading });
  const copy = async (content: string) => {
    text.hidden = false;
    text.value = content;
    told.textContent = (await copied(content, text)) ? share.copied : share.byHand;
  };
  const download = (file: { readonly name: string; readonly text: string } | null) => {
    told.textContent = file === null ? share.noFile : '';
    if (file !== null) save(file);
  };
  const result = button(share.json, () => download(given.result()), { class: 'json', disabled: true });
  const element = h(
    'section',
    { class: 'share', 'aria-labelledby': 'share-heading' },
    h('h2', { id: 'share-heading' }, share.heading),
    h(
      'div',
      { class: 'buttons' },
      button(share.command, () => void copy(given.command()), { class: 'command' }),
      button(share.file, () => download(given.file()), { class: 'file' }),
      button(share.link, async () => copy(await given.link()), { class: 'link' }),
      result,
    ),
    told,
    text,
  );
  return {
    element,
    ready(whole) {
      result.disabled = !whole;
    },
  };
}

/** Puts a text on the clipboard, the old way where the browser keeps the new one for served pages. */
async function copied(content: string, field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    field.select();
    return document.execCommand('copy');
  }
}

/** Gives the reader a file. */
function save({ name, text }: { readonly name: string; readonly text: string }): void {
  const url = URL.createObjectURL(new Blob([text]));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
