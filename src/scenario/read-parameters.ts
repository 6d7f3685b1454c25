import {
  type NumberParameter,
  type Parameter,
  type ParameterValue,
  STANDINGS,
  type Standing,
} from './catalogue/parameter.ts';
import { CATALOGUE, describe, isParameterKey, PARAMETER_KEYS, type ParameterKey } from './catalogue.ts';
import { asGroup, asText, type Fields, found, joined, noteUnknown, readFields } from './fields.ts';
import type { Law } from './law.ts';
import { nearest } from './nearest.ts';
import type { Position } from './problem.ts';
import type { ProblemList } from './problem-list.ts';
import { isLaw, readLaw } from './read-law.ts';
import { readNumber, readValue, warnIfImplausible } from './read-value.ts';
import { fittedFacts, type ScenarioParameter } from './scenario.ts';
import { mayVary } from './varying.ts';
import type { Tree } from './yaml-tree.ts';

/** What the file says of each parameter, and where; defaults are not filled in. */
export type ReadParameters = ReadonlyMap<
  ParameterKey,
  { readonly at: Position; readonly parameter: ScenarioParameter }
>;

/** Reads the group `parameters`: two levels, the group and the name, each leaf a value or a group about it. */
export function readParameters(tree: Tree, publishedIds: readonly string[], problems: ProblemList): ReadParameters {
  const read = new Map<ParameterKey, { at: Position; parameter: ScenarioParameter }>();
  const groups = asGroup(tree, 'parameters', problems)?.entries ?? new Map();
  for (const [group, { at, tree: members }] of groups as ReadonlyMap<string, { at: Position; tree: Tree }>) {
    if (!GROUPS.includes(group)) {
      noteUnknown(at, joined('parameters', group), group, GROUPS, problems);
      continue;
    }
    for (const [name, entry] of asGroup(members, joined('parameters', group), problems)?.entries ?? []) {
      const key = `${group}.${name}`;
      const path = `parameters.${key}`;
      if (!isParameterKey(key)) noteUnknownParameter(entry.at, path, key, problems);
      else {
        const parameter = readParameter(entry.tree, path, key, publishedIds, problems);
        if (parameter !== null) read.set(key, { at: entry.tree.at, parameter });
      }
    }
  }
  return read;
}

/** The first parts of all keys. */
export const GROUPS: readonly string[] = [...new Set(PARAMETER_KEYS.map((key) => key.split('.')[0] ?? ''))];

/** Notes an unknown parameter: the hint prefers the same name in another group, then the nearest key. */
export function noteUnknownParameter(at: Position, path: string, key: string, problems: ProblemList): void {
  const name = key.split('.')[1] ?? key;
  const elsewhere = PARAMETER_KEYS.filter((known) => known.endsWith(`.${name}`));
  noteUnknown(at, path, key, PARAMETER_KEYS, problems, elsewhere[0]);
}

/** The catalogue's default as a scenario's parameter. */
export function defaultParameter(key: ParameterKey): ScenarioParameter {
  const known: Parameter = describe(key);
  const { value, standing, source, note } = known;
  const [unit, range] = 'unit' in known ? [known.unit, known.range] : [null, null];
  return { value, law: null, unit, range, standing, source, note, prior: null, fittedTo: null, fittedBy: null };
}

/** Every parameter as the catalogue has it. */
export function defaultParameters(): Readonly<Record<ParameterKey, ScenarioParameter>> {
  return Object.fromEntries(PARAMETER_KEYS.map((key) => [key, defaultParameter(key)])) as Record<
    ParameterKey,
    ScenarioParameter
  >;
}

const NUMBER_FIELDS = ['value', 'range', 'standing', 'source', 'note', 'prior', 'fittedTo', 'fittedBy'] as const;
const OTHER_FIELDS = ['value', 'standing', 'source', 'note', 'prior', 'fittedTo', 'fittedBy'] as const;
type ParameterField = (typeof NUMBER_FIELDS)[number];

function readParameter(
  tree: Tree,
  path: string,
  key: ParameterKey,
  publishedIds: readonly string[],
  problems: ProblemList,
): ScenarioParameter | null {
  const known = CATALOGUE[key] as Parameter;
  if (tree.is !== 'group' || isLaw(tree)) {
    const read = readValueOrLaw(tree, path, key, problems);
    if (read === null) return null;
    const parameter = withRead(defaultParameter(key), read);
    warnIfImplausible(tree.at, path, read.value, known, parameter.range, problems);
    return parameter;
  }
  const names = 'range' in known ? NUMBER_FIELDS : OTHER_FIELDS;
  const fields: Fields<ParameterField> = readFields(tree, path, names, ['value'], problems);
  const read = fields.value === undefined ? null : readValueOrLaw(fields.value, `${path}.value`, key, problems);
  const range = readRange(fields.range, `${path}.range`, known, problems);
  const said = readProvenance(fields, tree, path, known, publishedIds, problems);
  if (read === null || fields.value === undefined) return null;
  warnIfImplausible(fields.value.at, path, read.value, known, range, problems);
  return { ...withRead(defaultParameter(key), read), range, ...said };
}

/** A value with the law it is the mean of, if one was written. */
export interface ReadValue {
  readonly value: ParameterValue;
  readonly law: Law | null;
}

/** Reads a parameter's value, or the law of a time that varies, whose mean is then its value. */
export function readValueOrLaw(tree: Tree, path: string, key: ParameterKey, problems: ProblemList): ReadValue | null {
  const known = describe(key);
  if (isLaw(tree)) {
    if (!mayVary(key)) {
      problems.error(tree.at, path, { is: 'noLaw' }, { is: 'group' });
      return null;
    }
    const read = readLaw(tree, path, known as NumberParameter, problems);
    return read === null ? null : { value: read.mean, law: read.law };
  }
  const value = readValue(tree, path, known, problems);
  return value === null ? null : { value, law: null };
}

/** A parameter with what was read for it: a law replaces the one it had, a value alone stretches it. */
export function withRead(parameter: ScenarioParameter, { value, law }: ReadValue): ScenarioParameter {
  const changed = withValue(parameter, value);
  return law === null ? changed : { ...changed, ...UNKNOWN, law };
}

/** A parameter with another value: what is known about the old one does not carry over to it. */
export function withValue(parameter: ScenarioParameter, value: ParameterValue): ScenarioParameter {
  if (sameValue(parameter.value, value)) return parameter;
  return { ...parameter, value, ...UNKNOWN };
}

/** What is known of a value that nothing is said of. */
const UNKNOWN = { standing: 'assumed', source: '', note: '', prior: null, fittedTo: null, fittedBy: null } as const;

function sameValue(a: ParameterValue, b: ParameterValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function readRange(
  tree: Tree | undefined,
  path: string,
  known: Parameter,
  problems: ProblemList,
): readonly [number, number] | null {
  if (!('range' in known)) return null;
  if (tree === undefined) return known.range;
  const [first, second, ...more] = tree.is === 'list' ? tree.items : [];
  if (first === undefined || second === undefined || more.length > 0) {
    problems.error(tree.at, path, { is: 'pair' }, found(tree));
    return known.range;
  }
  const low = readNumber(first, path, known, problems);
  const high = readNumber(second, path, known, problems);
  if (low === null || high === null) return known.range;
  if (low <= high) return [low, high];
  problems.error(tree.at, path, { is: 'ordered' }, { is: 'text', text: `[${low}, ${high}]` });
  return known.range;
}

type Provenance = Partial<Pick<ScenarioParameter, 'standing' | 'source' | 'note' | 'prior' | 'fittedTo' | 'fittedBy'>>;

function readProvenance(
  fields: Fields<ParameterField>,
  tree: Tree,
  path: string,
  known: Parameter,
  publishedIds: readonly string[],
  problems: ProblemList,
): Provenance {
  const source = fields.source?.is === 'text' ? fields.source.text.trim() : '';
  for (const name of ['source', 'note'] as const) {
    const field = fields[name];
    if (field !== undefined && field.is !== 'text')
      problems.error(field.at, `${path}.${name}`, { is: 'text' }, found(field));
  }
  const note = fields.note?.is === 'text' ? fields.note.text.trim() : '';
  const standing = readStanding(fields.standing, `${path}.standing`, problems);
  const needsSource = standing === 'given' || standing === 'sourced' || standing === 'measured';
  if (needsSource && source === '') problems.error(tree.at, `${path}.source`, { is: 'source' }, { is: 'nothing' });
  const fitted = readFitted(fields, standing, tree, path, known, publishedIds, problems);
  return {
    ...(standing === null ? {} : { standing }),
    ...(fields.source === undefined && standing === null ? {} : { source }),
    ...(fields.note === undefined && standing === null ? {} : { note }),
    ...fitted,
  };
}

function readStanding(tree: Tree | undefined, path: string, problems: ProblemList): Standing | null {
  if (tree === undefined) return null;
  const text = tree.is === 'text' ? tree.text.trim() : '';
  const standing = STANDINGS.find((one) => one === text);
  if (standing !== undefined) return standing;
  problems.unknown(tree.at, path, { is: 'words', words: STANDINGS, several: false }, text, STANDINGS);
  return null;
}

/** A fact of another scenario that the value was fitted to: its name, then the fact; `target/…`: of none at all. */
const ELSEWHERE = /^[a-z0-9][a-z0-9-]*\/(?:[a-z]+:)?[a-zA-Z0-9.]+$/u;

function readFitted(
  fields: Fields<ParameterField>,
  standing: Standing | null,
  tree: Tree,
  path: string,
  known: Parameter,
  publishedIds: readonly string[],
  problems: ProblemList,
): Pick<Provenance, 'prior' | 'fittedTo' | 'fittedBy'> {
  const { prior, fittedTo, fittedBy } = fields;
  const complete = prior !== undefined && fittedTo !== undefined;
  const any = prior !== undefined || fittedTo !== undefined || fittedBy !== undefined;
  if (standing === 'fitted' ? !complete : any) {
    problems.error(
      tree.at,
      path,
      { is: 'fittedStanding' },
      standing === null ? { is: 'nothing' } : { is: 'text', text: standing },
    );
  }
  if (!complete) return {};
  const ids = asText(fittedTo, `${path}.fittedTo`, problems);
  for (const id of fittedFacts({ fittedTo: ids })) {
    if (publishedIds.includes(id) || ELSEWHERE.test(id)) continue;
    const found = { is: 'unpublished', text: id, none: publishedIds.length === 0 } as const;
    problems.error(fittedTo.at, `${path}.fittedTo`, { is: 'publishedId' }, found, nearest(id, publishedIds));
  }
  const by = fittedBy === undefined ? null : asText(fittedBy, `${path}.fittedBy`, problems);
  return { prior: readValue(prior, `${path}.prior`, known, problems), fittedTo: ids, fittedBy: by };
}
