import { isScalar } from 'yaml';
import type { ParameterKey } from './catalogue.ts';
import {
  afterNode,
  checkedEdit,
  type Entries,
  editedBy,
  entryOf,
  isFlow,
  type Node,
  replaced,
  withParameter,
} from './edit-text.ts';
import type { Scenario, ScenarioParameter } from './scenario.ts';

/** What a parameter shall say of itself. */
export interface ParameterEdit {
  readonly key: ParameterKey;
  /** Its fields as they are written; `value` and `standing` among them. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fields that hold no longer. */
  readonly gone: readonly string[];
  /** Whether it says now what it should. */
  readonly isAsMeant: (now: ScenarioParameter, before: ScenarioParameter) => boolean;
}

/**
 * A scenario file's text with some parameters changed. Only what has to change does: comments, units elsewhere, order and
 * spacing stay as they are; a parameter on one line that has to lose a field is written anew. The new text is read again
 * and held against what was meant.
 *
 * @returns null if the file is laid out in a way that cannot be edited so
 * @throws Error if the text is no valid scenario to begin with
 */
export function editParameters(text: string, edits: readonly ParameterEdit[]): string | null {
  return checkedEdit(
    text,
    () => editedBy(text, edits, editOne),
    (before, after) => isAsMeant(before, after, edits),
  );
}

/** Whether the edited parameters say what they should, and everything else what it did. */
function isAsMeant(before: Scenario, after: Scenario, edits: readonly ParameterEdit[]): boolean {
  const parameters: Record<ParameterKey, ScenarioParameter> = { ...before.parameters };
  for (const { key, isAsMeant: meant } of edits) {
    if (!meant(after.parameters[key], before.parameters[key])) return false;
    parameters[key] = after.parameters[key];
  }
  const withoutHash = (scenario: Scenario) => JSON.stringify({ ...scenario, hash: '' });
  return withoutHash({ ...before, parameters }) === withoutHash(after);
}

function editOne(text: string, { key, fields, gone }: ParameterEdit): string {
  return withParameter(text, key, fields, (body, map) => {
    // A law alone.
    if (entryOf(map, 'value') === null) return withParameter(body, key, fields);
    const loses = gone.filter((field) => entryOf(map, field) !== null);
    if (loses.length === 0) return rewritten(body, map, fields);
    if (isFlow(map)) return withParameter(body, key, fields);
    // Fields go before the others are written, and the text is parsed anew, so that places stay right.
    return editOne(without(body, map, loses), { key, fields, gone: [], isAsMeant: () => true });
  });
}

/** A parameter's fields put in place of what was said, or after the standing where nothing was. */
function rewritten(text: string, map: Entries, said: Readonly<Record<string, string>>): string {
  const anchor = (entryOf(map, 'standing') ?? entryOf(map, 'value')) as Node;
  let edited = text;
  const missing: string[] = [];
  const there = Object.entries(said).flatMap(([field, value]) => {
    const node = entryOf(map, field);
    if (node === null) missing.push(`${field}: ${value}`);
    return node === null ? [] : [{ node, value }];
  });
  // From the end on, so that places before stay right; what is missing goes in at the anchor's turn.
  for (const { node, value } of there.toSorted((one, other) => startOf(other.node) - startOf(one.node))) {
    if (node === anchor) edited = afterNode(edited, map, anchor, missing);
    edited = replaced(edited, node, value);
  }
  return edited;
}

/** The text without the lines of some fields of a block, their comments at the lines' ends included. */
function without(text: string, map: Entries, fields: readonly string[]): string {
  const pairs = map.items.filter(({ key }) => isScalar(key) && fields.includes(String(key.value)));
  return pairs.toReversed().reduce((edited, { key, value }) => {
    const from = edited.lastIndexOf('\n', key.range?.[0] ?? 0) + 1;
    const end = edited.indexOf('\n', (value?.range?.[1] ?? key.range?.[1] ?? 0) - 1);
    return edited.slice(0, from) + (end < 0 ? '' : edited.slice(end + 1));
  }, text);
}

function startOf({ range }: Node): number {
  return range?.[0] ?? 0;
}
