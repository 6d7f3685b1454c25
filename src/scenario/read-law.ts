import type { NumberParameter } from './catalogue/parameter.ts';
import { asGroup, asList, joined, noteUnknown, readFields } from './fields.ts';
import {
  distributionOf,
  type GroupedLaw,
  LAW_FIELDS,
  LAW_NAMES,
  type Law,
  type LawField,
  type LawName,
  STRETCHED_TO,
} from './law.ts';
import { nearest } from './nearest.ts';
import type { ProblemList } from './problem-list.ts';
import { readNumber } from './read-value.ts';
import type { GroupTree, Tree } from './yaml-tree.ts';

/** Observations an empirical law may have. */
export const MOST_OBSERVATIONS = 10_000;

/** A time's law with the mean that it is to have, in the parameter's unit. */
export interface ReadLaw {
  readonly law: Law;
  readonly mean: number;
}

/** All that may stand in the group of a law. */
const WORDS: readonly string[] = [...LAW_NAMES, STRETCHED_TO];

/** Whether a tree is meant as a law: a group that names one, or has nothing but a slip of such a name. */
export function isLaw(tree: Tree): tree is GroupTree {
  if (tree.is !== 'group') return false;
  const names = [...tree.entries.keys()];
  return names.some((name) => WORDS.includes(name)) || (names.length === 1 && isSlip(names[0] ?? ''));
}

function isSlip(name: string): boolean {
  return nearest(name, LAW_NAMES) !== null;
}

/**
 * Reads the law of a time that varies, such as `{ lognormal: { mean: 7 min, cv: 0.3 } }`, `{ constant: 7 min }` or
 * `{ empirical: [6 min, 7 min, 9 min] }`. Beside it may stand what it is stretched to: `stretchedTo: 9 min`. The mean must be
 * one that the parameter may have.
 *
 * @returns null if it is wrong, which is noted
 */
export function readLaw(tree: GroupTree, path: string, known: NumberParameter, problems: ProblemList): ReadLaw | null {
  const [entry, another] = [...tree.entries].filter(([word]) => word !== STRETCHED_TO);
  if (entry === undefined || (another !== undefined && isLawName(another[0]))) {
    problems.error(another?.[1].at ?? tree.at, path, { is: 'oneLaw' }, { is: 'group' });
    return null;
  }
  const unknown = isLawName(entry[0]) ? another : entry;
  if (unknown !== undefined) {
    noteUnknown(unknown[1].at, joined(path, unknown[0]), unknown[0], WORDS, problems);
    return null;
  }
  const [name, { tree: of }] = entry as [LawName, (typeof entry)[1]];
  const full = joined(path, name);
  const law =
    name === 'constant'
      ? readConstant(of, full, known, problems)
      : name === 'empirical'
        ? readEmpirical(of, full, known, problems)
        : readGrouped(name, of, full, known, problems);
  const to = tree.entries.get(STRETCHED_TO);
  if (to === undefined) return law === null ? null : withMean(law, of, full, known, problems);
  const mean = readNumber(to.tree, joined(path, STRETCHED_TO), known, problems);
  const own =
    law === null ? null : withMean(law, of, full, { ...known, bounds: { min: 0, max: known.bounds.max } }, problems);
  return own === null || mean === null ? null : { law: own.law, mean };
}

function isLawName(word: string): word is LawName {
  return LAW_NAMES.some((law) => law === word);
}

function readConstant(tree: Tree, path: string, known: NumberParameter, problems: ProblemList): Law | null {
  const value = readTime(tree, path, known, problems);
  return value === null ? null : { name: 'constant', value };
}

function readEmpirical(tree: Tree, path: string, known: NumberParameter, problems: ProblemList): Law | null {
  const items = asList(tree, path, problems)?.items;
  if (items === undefined) return null;
  if (items.length === 0 || items.length > MOST_OBSERVATIONS) {
    const most = { is: 'limit', of: 'observations', most: MOST_OBSERVATIONS } as const;
    problems.error(tree.at, path, most, { is: 'quantity', value: items.length, unit: '1' });
    return null;
  }
  const values = items.map((item, i) => readTime(item, `${path}[${i + 1}]`, known, problems));
  return values.includes(null) ? null : { name: 'empirical', values: values as number[] };
}

function readGrouped(
  name: GroupedLaw,
  tree: Tree,
  path: string,
  known: NumberParameter,
  problems: ProblemList,
): Law | null {
  const group = asGroup(tree, path, problems);
  if (group === null) return null;
  const wanted = Object.entries<LawField>(LAW_FIELDS[name]);
  const names = wanted.map(([field]) => field);
  const found = readFields(group, path, names, names, problems);
  const figures = wanted.map(([field, kind]): [string, number | null] => {
    const written = found[field];
    return [field, written === undefined ? null : readField(written, `${path}.${field}`, kind, known, problems)];
  });
  if (figures.some(([, figure]) => figure === null)) return null;
  const law = { name, ...Object.fromEntries(figures) } as Law;
  if (isOrdered(law)) return law;
  problems.error(tree.at, path, { is: 'ordered' }, { is: 'text', text: figures.map(([, one]) => one).join(', ') });
  return null;
}

function readField(
  tree: Tree,
  path: string,
  kind: LawField,
  known: NumberParameter,
  problems: ProblemList,
): number | null {
  if (kind === 'time') return readTime(tree, path, known, problems);
  return readNumber(tree, path, { unit: '1', whole: false, range: null, ...kind }, problems);
}

/** A time of the law: never below 0, at most what the parameter may be. */
function readTime(tree: Tree, path: string, known: NumberParameter, problems: ProblemList): number | null {
  const bounds = { min: 0, max: known.bounds.max };
  return readNumber(tree, path, { unit: known.unit, bounds, whole: false, range: null }, problems);
}

function isOrdered(law: Law): boolean {
  if (law.name === 'uniform') return law.low <= law.high;
  return law.name !== 'triangular' || (law.low <= law.mode && law.mode <= law.high);
}

/** The law with its mean, which the parameter must be able to have, and be above 0: 0 cannot be stretched. */
function withMean(law: Law, tree: Tree, path: string, known: NumberParameter, problems: ProblemList): ReadLaw | null {
  const { unit, bounds, range } = known;
  const mean = meanOf(law);
  if (mean > 0 && mean >= bounds.min && mean <= bounds.max) return { law, mean };
  const { min, max } = bounds;
  const expected = { is: 'number', unit, min, max, aboveMin: min <= 0, whole: false, range } as const;
  problems.error(tree.at, path, expected, { is: 'quantity', value: mean, unit });
  return null;
}

/** The mean; 0 where the law is none because a mean or a scale is 0. */
function meanOf(law: Law): number {
  const size = 'mean' in law ? law.mean : law.name === 'weibull' ? law.scale : 1;
  return size === 0 ? 0 : distributionOf(law).mean;
}
