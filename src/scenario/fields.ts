import { nearest } from './nearest.ts';
import type { Position } from './problem.ts';
import { type ProblemList, textFound } from './problem-list.ts';
import type { GroupTree, ListTree, Tree } from './yaml-tree.ts';

/** The fields of a group that were found and are known, by name. */
export type Fields<Name extends string> = { readonly [K in Name]?: Tree };

/** Joins a path and a name. */
export function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** The tree as a group, or null with the problem noted. */
export function asGroup(tree: Tree, path: string, problems: ProblemList): GroupTree | null {
  if (tree.is === 'group') return tree;
  problems.error(tree.at, path, { is: 'group' }, found(tree));
  return null;
}

/** The tree as a list, or null with the problem noted. */
export function asList(tree: Tree, path: string, problems: ProblemList): ListTree | null {
  if (tree.is === 'list') return tree;
  problems.error(tree.at, path, { is: 'list' }, found(tree));
  return null;
}

/** The tree as a text that is not blank, or null with the problem noted. */
export function asText(tree: Tree, path: string, problems: ProblemList): string | null {
  if (tree.is === 'text' && tree.text.trim() !== '') return tree.text.trim();
  problems.error(tree.at, path, { is: 'text' }, found(tree));
  return null;
}

/** What a tree is, for a message. */
export function found(tree: Tree): ReturnType<typeof textFound> {
  return tree.is === 'text' ? textFound(tree.text) : { is: tree.is };
}

/**
 * The known fields of a group. Unknown ones are noted with the nearest known one, required ones that are absent
 * at the place of the group.
 */
export function readFields<Name extends string>(
  group: GroupTree,
  path: string,
  known: readonly Name[],
  required: readonly Name[],
  problems: ProblemList,
): Fields<Name> {
  const fields: { [K in Name]?: Tree } = {};
  for (const [name, { at, tree }] of group.entries) {
    const match = known.find((one) => one === name);
    if (match === undefined) noteUnknown(at, joined(path, name), name, known, problems);
    else fields[match] = tree;
  }
  for (const name of required) {
    if (fields[name] === undefined) {
      problems.error(group.at, joined(path, name), { is: 'required' }, { is: 'nothing' });
    }
  }
  return fields;
}

/** Notes an unknown key, with the nearest known one unless a better hint is given. */
export function noteUnknown(
  at: Position,
  path: string,
  name: string,
  known: readonly string[],
  problems: ProblemList,
  better?: string,
): void {
  const hint = better ?? (problems.full ? null : nearest(name, known));
  problems.error(at, path, { is: 'knownKey' }, textFound(name), hint);
}
