import { checkTogether } from './checks.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { asGroup, asText, type Fields, found, readFields } from './fields.ts';
import { deepFreeze } from './freeze.ts';
import { hashOf } from './hash.ts';
import type { Position, Problem } from './problem.ts';
import { ProblemList, textFound } from './problem-list.ts';
import { checkTotals, readCargoes, readPeriod } from './read-cargoes.ts';
import { defaultParameters, readParameters } from './read-parameters.ts';
import { readPublished } from './read-published.ts';
import type { Bilingual, Scenario } from './scenario.ts';
import { parseTree, type Tree } from './yaml-tree.ts';

/** The first line of every scenario file. */
export const SCENARIO_SCHEMA = 'zhizhuang/scenario@1';

/** Bytes a scenario file may have. */
export const MOST_BYTES = 1_000_000;

const START: Position = { line: 1, column: 1 };

/** A checked scenario with what is doubtful about it, or everything that is wrong. */
export type ReadResult =
  | { readonly ok: true; readonly scenario: Scenario; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a scenario from a file's bytes.
 *
 * @param bytes what the file holds
 * @param fileName how problems name the file
 */
export function readScenario(bytes: Uint8Array, fileName: string): ReadResult {
  const problems = new ProblemList(fileName);
  if (bytes.length > MOST_BYTES) {
    const size = { is: 'quantity', value: bytes.length, unit: '1' } as const;
    problems.error(START, '', { is: 'limit', of: 'bytes', most: MOST_BYTES }, size);
    return { ok: false, problems: problems.errors };
  }
  const text = decodeUtf8(bytes);
  if (text !== null) return parseScenario(text, fileName);
  problems.error(START, '', { is: 'unicodeText' }, { is: 'binary' });
  return { ok: false, problems: problems.errors };
}

/**
 * Reads a scenario from a file's text: all problems at once, each with its place.
 *
 * @example parseScenario('schema: zhizhuang/scenario@1\n…', 'a.yaml')
 */
export function parseScenario(text: string, fileName: string): ReadResult {
  const problems = new ProblemList(fileName);
  const scenario = scenarioFrom(text, problems);
  if (scenario === null || problems.hasErrors) return { ok: false, problems: problems.errors };
  return { ok: true, scenario, warnings: problems.all };
}

function scenarioFrom(text: string, problems: ProblemList): Scenario | null {
  if (text.length > MOST_BYTES) {
    problems.error(
      START,
      '',
      { is: 'limit', of: 'bytes', most: MOST_BYTES },
      { is: 'quantity', value: text.length, unit: '1' },
    );
    return null;
  }
  if (text.includes('\0')) {
    problems.error(START, '', { is: 'unicodeText' }, { is: 'binary' });
    return null;
  }
  const tree = parseTree(text, problems);
  if (tree === null) return null;
  if (tree.is === 'text' && tree.text.trim() === '') {
    problems.error(START, '', { is: 'something' }, { is: 'nothing' });
    return null;
  }
  const root = asGroup(tree, '', problems);
  return root === null ? null : fromFields(readFields(root, '', FIELDS, REQUIRED, problems), problems);
}

const REQUIRED = ['schema', 'name', 'title', 'question', 'period', 'cargoes'] as const;
const FIELDS = [...REQUIRED, 'totals', 'published', 'parameters'] as const;

function fromFields(fields: Fields<(typeof FIELDS)[number]>, problems: ProblemList): Scenario | null {
  readSchema(fields.schema, problems);
  const name = readName(fields.name, problems);
  const title = readBilingual(fields.title, 'title', problems);
  const question = readBilingual(fields.question, 'question', problems);
  const period = fields.period === undefined ? null : readPeriod(fields.period, problems);
  const cargoes = fields.cargoes === undefined ? [] : readCargoes(fields.cargoes, period, problems);
  if (fields.totals !== undefined) checkTotals(fields.totals, cargoes, problems);
  const published = fields.published === undefined ? [] : readPublished(fields.published, problems);
  const ids = published.map((fact) => fact.id);
  const read = fields.parameters === undefined ? new Map() : readParameters(fields.parameters, ids, problems);
  const given = [...read].map(([key, { parameter }]) => [key, parameter] as const);
  const parameters: Scenario['parameters'] = { ...defaultParameters(), ...Object.fromEntries(given) };
  if (period === null || problems.hasErrors) return null;
  checkTogether({ period, cargoes, parameters }, (key) => read.get(key)?.at ?? null, problems);
  return sealed({ name, title, question, period, cargoes, published, parameters, overrides: [] });
}

/** The scenario with its hash, frozen. */
export function sealed(draft: Omit<Scenario, 'hash'>): Scenario {
  return deepFreeze({ ...draft, hash: hashOf(draft) });
}

function readSchema(tree: Tree | undefined, problems: ProblemList): void {
  if (tree === undefined || (tree.is === 'text' && tree.text === SCENARIO_SCHEMA)) return;
  problems.error(tree.at, 'schema', { is: 'exactly', text: SCENARIO_SCHEMA }, found(tree));
}

/** Whether a text may name a scenario: letters, digits and hyphens. */
export function isScenarioName(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}-]{0,79}$/u.test(text);
}

function readName(tree: Tree | undefined, problems: ProblemList): string {
  const name = tree === undefined ? null : asText(tree, 'name', problems);
  if (tree === undefined || name === null) return '';
  if (!isScenarioName(name)) problems.error(tree.at, 'name', { is: 'name' }, textFound(name));
  return name;
}

function readBilingual(tree: Tree | undefined, path: string, problems: ProblemList): Bilingual {
  const group = tree === undefined ? null : asGroup(tree, path, problems);
  if (group === null) return { zh: '', en: '' };
  const { zh, en } = readFields(group, path, ['zh', 'en'], ['zh', 'en'], problems);
  return {
    zh: (zh === undefined ? null : asText(zh, `${path}.zh`, problems)) ?? '',
    en: (en === undefined ? null : asText(en, `${path}.en`, problems)) ?? '',
  };
}
