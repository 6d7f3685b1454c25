import { asGroup, asList, asText, found, readFields } from './fields.ts';
import { type ProblemList, textFound } from './problem-list.ts';
import { noteUnit } from './read-value.ts';
import { type PublishedFact, READINGS } from './scenario.ts';
import { isUnit, parseQuantity, type Written } from './units.ts';
import type { Tree } from './yaml-tree.ts';

const FIELDS = ['id', 'low', 'high', 'reading', 'source', 'note'] as const;

/** Reads the facts to compare the simulation with. */
export function readPublished(tree: Tree, problems: ProblemList): readonly PublishedFact[] {
  const facts: PublishedFact[] = [];
  for (const [i, item] of (asList(tree, 'published', problems)?.items ?? []).entries()) {
    const path = `published[${i + 1}]`;
    const fact = readFact(item, path, problems);
    if (fact === null) continue;
    if (facts.some(({ id }) => id === fact.id))
      problems.error(item.at, `${path}.id`, { is: 'keyOnce' }, textFound(fact.id));
    else facts.push(fact);
  }
  return facts;
}

function readFact(tree: Tree, path: string, problems: ProblemList): PublishedFact | null {
  const group = asGroup(tree, path, problems);
  if (group === null) return null;
  const fields = readFields(group, path, FIELDS, ['id', 'reading', 'source'], problems);
  const id = fields.id === undefined ? null : asText(fields.id, `${path}.id`, problems);
  if (id !== null && !/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+){0,3}$/u.test(id)) {
    problems.error(fields.id?.at ?? tree.at, `${path}.id`, { is: 'identifier' }, textFound(id));
  }
  const text = fields.reading?.is === 'text' ? fields.reading.text.trim() : '';
  const reading = READINGS.find((one) => one === text);
  if (fields.reading !== undefined && reading === undefined) {
    problems.unknown(
      fields.reading.at,
      `${path}.reading`,
      { is: 'words', words: READINGS, several: false },
      text,
      READINGS,
    );
  }
  const source = fields.source === undefined ? null : asText(fields.source, `${path}.source`, problems);
  const note = fields.note === undefined ? '' : (asText(fields.note, `${path}.note`, problems) ?? '');
  const bounds = readBounds(tree, fields.low, fields.high, path, problems);
  if (id === null || reading === undefined || source === null || bounds === null) return null;
  return { id, ...bounds, reading, source, note };
}

function readBounds(
  at: Tree,
  lowTree: Tree | undefined,
  highTree: Tree | undefined,
  path: string,
  problems: ProblemList,
): Pick<PublishedFact, 'low' | 'high' | 'unit'> | null {
  const low = lowTree === undefined ? null : readBound(lowTree, `${path}.low`, problems);
  const high = highTree === undefined ? null : readBound(highTree, `${path}.high`, problems);
  const unit = low?.unit ?? high?.unit ?? '1';
  const sameUnit = low === null || high === null || (low.unit ?? '1') === (high.unit ?? '1');
  if ((lowTree === undefined && highTree === undefined) || !sameUnit) {
    problems.error(
      at.at,
      path,
      { is: 'lowOrHigh' },
      sameUnit ? { is: 'nothing' } : textFound(`${low?.unit}, ${high?.unit}`),
    );
    return null;
  }
  if (low !== null && high !== null && low.value > high.value) {
    problems.error(lowTree?.at ?? at.at, path, { is: 'ordered' }, textFound(`[${low.value}, ${high.value}]`));
  }
  return { low: low?.value ?? null, high: high?.value ?? null, unit };
}

function readBound(tree: Tree, path: string, problems: ProblemList): Written | null {
  const written = tree.is === 'text' ? parseQuantity(tree.text) : null;
  if (written === null) problems.error(tree.at, path, { is: 'lowOrHigh' }, found(tree));
  else if (written.unit !== null && !isUnit(written.unit)) {
    noteUnit(tree, path, { is: 'lowOrHigh' }, written.unit, problems);
    return null;
  }
  return written;
}
