/** Commands that the pages show with what they print, and how a page is brought up to what is printed now. */

/** A block of a page: a command line after `$ npx zhizhuang`, and the lines under it. */
export interface Shown {
  /** Arguments as a shell reads them, on one line. */
  readonly command: string;
  readonly lines: readonly string[];
  /** Where the lines stand in the page, as offsets into its text. */
  readonly from: number;
  readonly to: number;
}

const BLOCK = /^```(?:text)?\n\$ npx zhizhuang ((?:[^\n]*\\\n)*[^\n]*)\n(.*?)^```$/gmsu;

export function shownIn(page: string): Shown[] {
  return [...page.matchAll(BLOCK)].map((match) => {
    const [block, command = '', output = ''] = match;
    const to = match.index + block.length - '```'.length;
    return {
      command: command.replaceAll(/\s*\\\n\s*/gu, ' '),
      lines: output.split('\n').slice(0, -1),
      from: to - output.length,
      to,
    };
  });
}

/** The page with other lines under each of its commands. */
export function withLines(
  page: string,
  renewed: readonly { readonly shown: Shown; readonly lines: readonly string[] }[],
) {
  return [...renewed]
    .sort((a, b) => b.shown.from - a.shown.from)
    .reduce(
      (text, { shown, lines }) =>
        `${text.slice(0, shown.from)}${lines.map((line) => `${line}\n`).join('')}${text.slice(shown.to)}`,
      page,
    );
}

/**
 * What a block shows of what is printed now. A line of dots stands for what is left out; the parts between are found by
 * the words of their first and last lines, whatever their figures.
 * @throws Error where a part is not found: then a person has to say anew what to show.
 */
export function renewed(lines: readonly string[], printed: readonly string[]): string[] {
  const output = trimmed(printed);
  if (!lines.some(isDots) && sameWords(lines[0], output[0])) return output;
  const result: string[] = [];
  let next = 0;
  for (const part of partsOf(lines)) {
    if (part.every(isDots)) {
      result.push(...part);
      continue;
    }
    const solid = trimmed(part);
    const first = positionOf(solid[0], output, next, next);
    const last = positionOf(solid.at(-1), output, first, first + solid.length - 1);
    const lead = part.indexOf(solid[0] ?? '');
    const rest = part.length - lead - solid.length;
    result.push(...part.slice(0, lead), ...output.slice(first, last + 1), ...part.slice(part.length - rest));
    next = last + 1;
  }
  return result;
}

/** Lines of dots and what stands between them, in order. */
function partsOf(lines: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (const line of lines) {
    const open = parts.at(-1);
    if (open === undefined || isDots(line) || open.some(isDots)) parts.push([line]);
    else open.push(line);
  }
  return parts.filter((part) => part.some((line) => line !== ''));
}

/** The line with these words that is nearest to where it was. */
function positionOf(line: string | undefined, output: readonly string[], least: number, near: number): number {
  const found = output.flatMap((one, at) => (at >= least && sameWords(one, line) ? [at] : []));
  const [nearest] = found.sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
  if (nearest === undefined) throw new Error(`nothing printed is like "${line}"`);
  return nearest;
}

function isDots(line: string): boolean {
  return line === '...' || line === '…';
}

function trimmed(lines: readonly string[]): string[] {
  const solid = lines.map((line) => line !== '');
  return lines.slice(Math.max(0, solid.indexOf(true)), solid.lastIndexOf(true) + 1);
}

function sameWords(a: string | undefined, b: string | undefined): boolean {
  const words = (line = '') => line.replaceAll(/[^\p{L}]/gu, '');
  return words(a) === words(b) && (words(a) !== '' || a === b);
}
