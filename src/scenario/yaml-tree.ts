import {
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLParseError,
} from 'yaml';
import type { Position } from './problem.ts';
import { type ProblemList, textFound } from './problem-list.ts';
import { saidFrom, slipsIn } from './syntax-slips.ts';

/** A YAML file as groups, lists and texts with their places; what a text means is decided by who reads it. */
export type Tree = GroupTree | ListTree | TextTree;

export interface GroupTree {
  readonly is: 'group';
  readonly at: Position;
  readonly entries: ReadonlyMap<string, { readonly at: Position; readonly tree: Tree }>;
}

export interface ListTree {
  readonly is: 'list';
  readonly at: Position;
  readonly items: readonly Tree[];
}

export interface TextTree {
  readonly is: 'text';
  readonly at: Position;
  readonly text: string;
}

const START: Position = { line: 1, column: 1 };

/** Levels of nesting a file may have; a scenario has four. */
const MOST_LEVELS = 20;

/** Lexical parts a file may have; a shipped scenario has some thousands, and the parser takes a while for each. */
const MOST_PARTS = 100_000;

/** Syntax errors shown; after the first few, a malformed file only echoes them. */
const MOST_SYNTAX_ERRORS = 20;

/**
 * Parses a YAML 1.2 text in the failsafe schema: no numbers, dates, tags, merge keys, anchors or aliases, so that
 * nothing expands and nothing is guessed. Depth is checked before the parser recurses.
 *
 * @returns null if the text has problems, which are then noted
 */
export function parseTree(text: string, problems: ProblemList): Tree | null {
  const excess = excessOf(text);
  if (excess !== null) {
    const most = excess === 'depth' ? MOST_LEVELS : MOST_PARTS;
    problems.error(START, '', { is: 'limit', of: excess, most }, { is: 'deep' });
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter: lines,
  });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    noteSyntax(text, document.errors, place, problems);
    return null;
  }
  return new TreeBuilder(problems, place).build(document.contents, '');
}

/** Errors without those that only repeat that whatever follows is unexpected. */
function withoutEchoes(errors: readonly YAMLParseError[]): YAMLParseError[] {
  return errors.filter(({ code }, i) => code !== 'UNEXPECTED_TOKEN' || errors[i - 1]?.code !== code);
}

/** What the parser says of lines that are out of line. */
const OF_INDENT: ReadonlySet<ErrorCode> = new Set(['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY']);

/** Notes what the parser tripped over, where something is said, and the lines that may be why. */
function noteSyntax(
  text: string,
  errors: readonly YAMLParseError[],
  place: (offset: number) => Position,
  problems: ProblemList,
): void {
  const tripped: number[] = [];
  const told = new Set<number>();
  for (const error of withoutEchoes(errors).slice(0, MOST_SYNTAX_ERRORS)) {
    const message = error.message.length > 120 ? `${error.message.slice(0, 120)}…` : error.message;
    const at = place(error.pos[0]);
    const line = saidFrom(text, at.line);
    problems.error(
      line === at.line ? at : { line, column: 1 },
      '',
      { is: 'yaml' },
      { is: 'yamlError', code: error.code, message },
    );
    told.add(line);
    if (OF_INDENT.has(error.code)) tripped.push(line);
  }
  for (const { line, column, is, text: found } of slipsIn(text, tripped)) {
    if (!told.has(line)) problems.error({ line, column }, '', { is }, textFound(found));
  }
}

class TreeBuilder {
  readonly #problems: ProblemList;
  readonly #place: (offset: number) => Position;

  constructor(problems: ProblemList, place: (offset: number) => Position) {
    this.#problems = problems;
    this.#place = place;
  }

  build(node: ParsedNode | null, path: string): Tree {
    const at = node === null ? START : this.#place(node.range[0]);
    if (isAlias(node)) {
      this.#problems.error(at, path, { is: 'noAlias' }, textFound(`*${node.source}`));
      return { is: 'text', at, text: '' };
    }
    if (node?.tag !== undefined) this.#problems.error(at, path, { is: 'noTag' }, textFound(node.tag));
    if (node?.anchor !== undefined) this.#problems.error(at, path, { is: 'noAlias' }, textFound(`&${node.anchor}`));
    if (isMap(node)) return this.#group(node.items as readonly Pair[], at, path);
    if (isSeq(node)) {
      const items = node.items.map((item, i) => this.build(item as ParsedNode | null, `${path}[${i + 1}]`));
      return { is: 'list', at, items };
    }
    return { is: 'text', at, text: isScalar(node) ? String(node.value ?? '') : '' };
  }

  #group(pairs: readonly Pair[], at: Position, path: string): GroupTree {
    const entries = new Map<string, { at: Position; tree: Tree }>();
    for (const { key, value } of pairs) {
      const name = isScalar(key) ? String(key.value ?? '') : '';
      const keyAt = this.#place(key.range[0]);
      const full = path === '' ? name : `${path}.${name}`;
      const built = value === null ? { is: 'text' as const, at: keyAt, text: '' } : this.build(value, full);
      // What a group of lines lacks is told at its key, not at the first of its lines.
      const tree = built.is === 'group' && built.at.line > keyAt.line ? { ...built, at: keyAt } : built;
      if (entries.has(name)) this.#problems.error(keyAt, full, { is: 'keyOnce' }, textFound(name));
      else entries.set(name, { at: keyAt, tree });
    }
    return { is: 'group', at, entries };
  }
}

interface Pair {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

/** Spaces of indentation a line may have: four a level. */
const MOST_INDENT = 4 * MOST_LEVELS;

/** Whether the text has too many parts, or nests deeper than any scenario by brackets, indicators or indentation. */
function excessOf(text: string): 'depth' | 'parts' | null {
  let parts = 0;
  let brackets = 0;
  let indicators = 0;
  let lineBegins = true;
  let scalarFollows = false;
  for (const token of new Lexer().lex(text)) {
    parts += 1;
    if (parts > MOST_PARTS) return 'parts';
    const isScalarText = scalarFollows;
    scalarFollows = token === SCALAR_FOLLOWS;
    if (isScalarText || scalarFollows) continue;
    if (token === '[' || token === '{') brackets += 1;
    else if (token === ']' || token === '}') brackets -= 1;
    else if (brackets === 0 && (token === '-' || token === '?' || token === ':')) indicators += 1;
    if (token.endsWith('\n')) indicators = 0;
    if (brackets > MOST_LEVELS || indicators > MOST_LEVELS) return 'depth';
    if (lineBegins && token.length > MOST_INDENT && token.trim() === '') return 'depth';
    lineBegins = token.endsWith('\n');
  }
  return null;
}

/** The lexer's sign that its next token is the text of a scalar. */
const SCALAR_FOLLOWS = '\u001f';
