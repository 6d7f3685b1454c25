/** A line that may be why a file is no well-formed YAML; the parser often trips only lines later. */
export interface Slip {
  readonly line: number;
  readonly column: number;
  readonly is: 'aligned' | 'keyAndColon' | 'closedQuote' | 'closedBracket';
  /** The line as it stands, without the blanks around it. */
  readonly text: string;
}

/** A line that says something. */
interface Said {
  readonly line: number;
  readonly indent: number;
  readonly text: string;
}

/** Slips told at most; after the first few they only echo each other. */
const MOST_SLIPS = 5;

/**
 * What looks wrong in a text that is no well-formed YAML: quotes and brackets that a line leaves open, lines with neither
 * key nor dash, and, where the parser found lines out of line, those that it may have measured them by.
 *
 * @param tripped lines at which the parser tripped over an indentation
 */
export function slipsIn(text: string, tripped: readonly number[]): Slip[] {
  const said = linesOf(text);
  const slips = [...said.flatMap(slipOf), ...tripped.flatMap((line) => misaligned(said, line))];
  const first = slips.filter((slip, i) => slips.findIndex(({ line }) => line === slip.line) === i);
  return first.slice(0, MOST_SLIPS);
}

/** The first line at or after one that says something. */
export function saidFrom(text: string, line: number): number {
  return linesOf(text).find((one) => one.line >= line)?.line ?? line;
}

function linesOf(text: string): Said[] {
  return text.split('\n').flatMap((whole, i) => {
    const said = whole.trim();
    if (said === '' || said.startsWith('#')) return [];
    return [{ line: i + 1, indent: whole.length - whole.trimStart().length, text: said }];
  });
}

/** A key with what stands after it, a dash before it or not; no key of a scenario has a blank in it. */
const KEYED = /^(?:- +)*(?:[^\s"'{}[\]#,:]+|"[^"]*"|'[^']*')\s*:(?:\s+(?<value>.*))?$/u;

function slipOf({ line, indent, text }: Said): Slip[] {
  const at = { line, column: indent + 1, text };
  const keyed = KEYED.exec(text);
  const value = (keyed === null ? text.replace(/^(?:-\s+)+/u, '') : (keyed.groups?.value ?? '')).trim();
  if (isOpenQuote(value)) return [{ ...at, is: 'closedQuote' }];
  if (isOpenBracket(value)) return [{ ...at, is: 'closedBracket' }];
  return keyed === null && !text.startsWith('-') ? [{ ...at, is: 'keyAndColon' }] : [];
}

function isOpenQuote(value: string): boolean {
  const quote = value[0];
  if (quote === '"') return !/^"(?:[^"\\]|\\.)*"\s*(?:#.*)?$/u.test(value);
  return quote === "'" && !/^'(?:[^']|'')*'\s*(?:#.*)?$/u.test(value);
}

function isOpenBracket(value: string): boolean {
  if (!value.startsWith('[') && !value.startsWith('{')) return false;
  const bare = value.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/gu, '').replace(/\s#.*$/u, '');
  const count = (brackets: RegExp) => bare.match(brackets)?.length ?? 0;
  return count(/[[{]/gu) !== count(/[\]}]/gu);
}

/**
 * The lines that another may have been measured by: its parent and its parent's first line, of which those with odd
 * blanks come first; the line before it as well, if that one stands alone in its column.
 */
function misaligned(said: readonly Said[], line: number): Slip[] {
  const at = said.findIndex((one) => one.line >= line);
  const odd = said[at];
  if (odd === undefined) return [];
  const parent = said.slice(0, at).findLastIndex(({ indent }) => indent < odd.indent);
  const suspects = [said[at - 1], said[parent], said[parent + 1], odd].filter((one) => one !== undefined);
  const step = Math.min(...said.map(({ indent }) => indent).filter((indent) => indent > 1));
  const uneven = suspects.filter(({ indent }) => indent % step !== 0);
  return (uneven.length > 0 ? uneven : suspects).map((one) => ({
    line: one.line,
    column: one.indent + 1,
    is: 'aligned',
    text: one.text,
  }));
}
