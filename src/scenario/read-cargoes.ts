import { MODES } from '../port/index.ts';
import { parseDay, parseInstant } from './calendar.ts';
import { positive, within } from './catalogue/parameter.ts';
import { asGroup, asList, asText, readFields } from './fields.ts';
import type { Position } from './problem.ts';
import { type ProblemList, textFound } from './problem-list.ts';
import { readChoice, readNumber } from './read-value.ts';
import type { Cargo, Scenario } from './scenario.ts';
import type { Tree } from './yaml-tree.ts';

/** Calls a scenario may have. */
const MOST_CALLS = 100_000;

/** Days a period may have. */
const MOST_DAYS = 3660;

/** What the tonnes of a cargo, its calls, and the tonnes of all may be. */
export const CARGO_TONNES = { unit: 't', bounds: within(0.001, 1_000_000), whole: false, range: null };
export const CALL_COUNT = { unit: 'calls', bounds: within(1, MOST_CALLS), whole: true, range: null };
export const TOTAL_TONNES = { unit: 't', bounds: positive(1e12), whole: false, range: null };

type Period = Scenario['period'];

/** Reads the period: two days at UTC+8, the end not before the start. */
export function readPeriod(tree: Tree, problems: ProblemList): Period | null {
  const group = asGroup(tree, 'period', problems);
  if (group === null) return null;
  const fields = readFields(group, 'period', ['start', 'end'], ['start', 'end'], problems);
  const start = readDay(fields.start, 'period.start', problems);
  const end = readDay(fields.end, 'period.end', problems);
  if (start === null || end === null || fields.end === undefined) return null;
  const days = end.day - start.day + 1;
  if (days >= 1 && days <= MOST_DAYS) return { start: start.text, end: end.text };
  if (days < 1) {
    const expected = { is: 'relation', relation: 'atLeast', to: 'periodStart', value: start.text, unit: '1' } as const;
    problems.error(fields.end.at, 'period.end', expected, textFound(end.text));
  } else {
    const expected = { is: 'limit', of: 'days', most: MOST_DAYS } as const;
    problems.error(fields.end.at, 'period.end', expected, { is: 'quantity', value: days, unit: 'd' });
  }
  return null;
}

function readDay(
  tree: Tree | undefined,
  path: string,
  problems: ProblemList,
): { readonly text: string; readonly day: number } | null {
  const text = tree === undefined ? null : asText(tree, path, problems);
  if (tree === undefined || text === null) return null;
  const day = parseDay(text);
  if (day === null) problems.error(tree.at, path, { is: 'date' }, textFound(text));
  return day === null ? null : { text, day };
}

/** Reads the cargoes, one entry per call; laycans are given for all or for none, and lie within the period. */
export function readCargoes(tree: Tree, period: Period | null, problems: ProblemList): readonly Cargo[] {
  const items = asList(tree, 'cargoes', problems)?.items ?? [];
  if (tree.is === 'list' && items.length === 0)
    problems.error(tree.at, 'cargoes', { is: 'oneCargo' }, { is: 'nothing' });
  const cargoes: Cargo[] = [];
  const laycanPlaces: { at: Position; path: string; given: boolean }[] = [];
  for (const [i, item] of items.entries()) {
    const path = `cargoes[${i + 1}]`;
    const read = readCargo(item, path, period, problems);
    if (read === null) continue;
    if (cargoes.length + read.calls > MOST_CALLS) {
      const calls = { is: 'quantity', value: cargoes.length + read.calls, unit: '1' } as const;
      problems.error(item.at, path, { is: 'limit', of: 'calls', most: MOST_CALLS }, calls);
      break;
    }
    for (let call = 0; call < read.calls; call += 1) cargoes.push(read.cargo);
    laycanPlaces.push({ at: item.at, path, given: read.cargo.laycan !== null });
  }
  const odd = laycanPlaces.find(({ given }) => given !== laycanPlaces[0]?.given);
  if (odd !== undefined) {
    problems.error(
      odd.at,
      `${odd.path}.laycan`,
      { is: 'laycanForAllOrNone' },
      odd.given ? textFound('laycan') : { is: 'nothing' },
    );
  }
  return cargoes;
}

function readCargo(
  tree: Tree,
  path: string,
  period: Period | null,
  problems: ProblemList,
): { readonly cargo: Cargo; readonly calls: number } | null {
  const group = asGroup(tree, path, problems);
  if (group === null) return null;
  const fields = readFields(group, path, ['tonnes', 'calls', 'laycan', 'mode'], ['tonnes'], problems);
  const tonnes =
    fields.tonnes === undefined ? null : readNumber(fields.tonnes, `${path}.tonnes`, CARGO_TONNES, problems);
  const calls = fields.calls === undefined ? 1 : readNumber(fields.calls, `${path}.calls`, CALL_COUNT, problems);
  const laycan = fields.laycan === undefined ? null : readLaycan(fields.laycan, `${path}.laycan`, period, problems);
  const mode =
    fields.mode === undefined ? null : (readChoice(fields.mode, `${path}.mode`, MODES, problems) as Cargo['mode']);
  if (fields.calls !== undefined && fields.laycan !== undefined && calls !== 1) {
    problems.error(fields.calls.at, `${path}.calls`, { is: 'oneCallPerLaycan' }, textFound(String(calls)));
  }
  return tonnes === null || calls === null ? null : { cargo: { tonnes, laycan, mode }, calls };
}

function readLaycan(tree: Tree, path: string, period: Period | null, problems: ProblemList): string | null {
  const text = asText(tree, path, problems);
  if (text === null) return null;
  const hour = parseInstant(text);
  if (hour === null) {
    problems.error(tree.at, path, { is: 'instant' }, textFound(text));
    return null;
  }
  const start = parseDay(period?.start ?? '') ?? Number.NEGATIVE_INFINITY;
  const end = parseDay(period?.end ?? '') ?? Number.POSITIVE_INFINITY;
  if (hour < start * 24 || hour >= (end + 1) * 24)
    problems.error(tree.at, path, { is: 'instantInPeriod' }, textFound(text));
  return text;
}

/** Holds the cargoes against the totals the file states, if it does. */
export function checkTotals(tree: Tree, cargoes: readonly Cargo[], problems: ProblemList): void {
  const group = asGroup(tree, 'totals', problems);
  if (group === null) return;
  const fields = readFields(group, 'totals', ['calls', 'tonnes'], [], problems);
  const calls = fields.calls === undefined ? null : readNumber(fields.calls, 'totals.calls', CALL_COUNT, problems);
  const tonnes =
    fields.tonnes === undefined ? null : readNumber(fields.tonnes, 'totals.tonnes', TOTAL_TONNES, problems);
  const sum = cargoes.reduce((total, cargo) => total + cargo.tonnes, 0);
  if (problems.hasErrors) return;
  if (fields.calls !== undefined && calls !== cargoes.length) {
    const found = { is: 'quantity', value: cargoes.length, unit: 'calls' } as const;
    problems.error(fields.calls.at, 'totals.calls', { is: 'stated', value: calls ?? 0, unit: 'calls' }, found);
  }
  if (fields.tonnes !== undefined && tonnes !== sum) {
    const found = { is: 'quantity', value: sum, unit: 't' } as const;
    problems.error(fields.tonnes.at, 'totals.tonnes', { is: 'stated', value: tonnes ?? 0, unit: 't' }, found);
  }
}
