/** Text that is markup already: nothing in it is escaped again. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in markup: texts and numbers are escaped, lists joined, `null` and `false` leave nothing. */
export type Content = Markup | string | number | null | false | readonly Content[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands between tags or within quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
}

/**
 * Markup with contents in it; whatever is no markup is escaped.
 *
 * @example html`<b>${'a < b'}</b>`.text // '<b>a &lt; b</b>'
 */
export function html(pieces: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(pieces.reduce((text, piece, i) => text + textOf(contents[i - 1] ?? null) + piece));
}

function textOf(content: Content): string {
  if (content instanceof Markup) return content.text;
  if (content === null || content === false) return '';
  return typeof content === 'object' ? content.map(textOf).join('') : escaped(String(content));
}

/**
 * Data as JSON that can stand in a script: no `<` is left that could close it or open a comment, and no line separator
 * that a script may not hold.
 */
export function jsonMarkup(data: object): Markup {
  const text = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return new Markup(text);
}
