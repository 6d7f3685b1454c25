import { isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { Parameter } from './catalogue/parameter.ts';
import { describe, type ParameterKey } from './catalogue.ts';
import { parseScenario } from './read.ts';
import type { Scenario, ScenarioParameter } from './scenario.ts';

type Node = NonNullable<Pair<Scalar, { range?: [number, number, number] | null }>['value']>;
type Entries = YAMLMap<Scalar, Node | null>;

/** What a parameter shall say of itself. */
export interface ParameterEdit {
  readonly key: ParameterKey;
  /** Its fields as they are written; `value` and `standing` among them. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fields that hold no longer. */
  readonly gone: readonly string[];
  /** Whether it says now what it should. */
  readonly isAsMeant: (now: ScenarioParameter) => boolean;
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
  const before = scenarioOf(text);
  if (before === null) throw new Error('the scenario to be edited cannot be read');
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const edited = edits.reduce((body, one) => editOne(body, one), text.slice(mark.length));
  const after = scenarioOf(edited);
  return after !== null && isAsMeant(before, after, edits) ? mark + edited : null;
}

/** A number as a parameter's value is written, with its unit. */
export function writtenValue(key: ParameterKey, value: number): string {
  const known = describe(key) as Parameter;
  const unit = 'unit' in known && known.unit !== '1' && !('hourOfDay' in known) ? ` ${known.unit}` : '';
  return `${value}${unit}`;
}

function scenarioOf(text: string): Scenario | null {
  const read = parseScenario(text, '');
  return read.ok ? read.scenario : null;
}

/** Whether the edited parameters say what they should, and everything else what it did. */
function isAsMeant(before: Scenario, after: Scenario, edits: readonly ParameterEdit[]): boolean {
  const parameters: Record<ParameterKey, ScenarioParameter> = { ...before.parameters };
  for (const { key, isAsMeant: meant } of edits) {
    if (!meant(after.parameters[key])) return false;
    parameters[key] = after.parameters[key];
  }
  const withoutHash = (scenario: Scenario) => JSON.stringify({ ...scenario, hash: '' });
  return withoutHash({ ...before, parameters }) === withoutHash(after);
}

function editOne(text: string, { key, fields, gone }: ParameterEdit): string {
  const [group = '', name = ''] = key.split('.');
  const whole = `{ ${Object.entries(fields)
    .map(([field, value]) => `${field}: ${value}`)
    .join(', ')} }`;
  const root = parseDocument(text, { schema: 'failsafe', keepSourceTokens: true }).contents as unknown as Entries;
  const parameters = entryOf(root, 'parameters');
  if (!isMap(parameters)) return added(text, root, `parameters`, `\n  ${group}:\n    ${name}: ${whole}`);
  const members = entryOf(parameters as Entries, group);
  if (!isMap(members)) {
    const nested = isFlow(parameters)
      ? ` { ${name}: ${whole} }`
      : `\n${indentOf(text, parameters as Entries)}  ${name}: ${whole}`;
    return added(text, parameters as Entries, group, nested);
  }
  const parameter = entryOf(members as Entries, name);
  if (parameter === null) return added(text, members as Entries, name, ` ${whole}`);
  if (!isMap(parameter)) return replaced(text, parameter, whole);
  const map = parameter as Entries;
  const loses = gone.filter((field) => entryOf(map, field) !== null);
  if (loses.length === 0) return rewritten(text, map, fields);
  if (isFlow(map)) return replaced(text, parameter, whole);
  // Fields go after the others were written, so that places before stay right: the text is parsed anew.
  return editOne(without(text, map, loses), { key, fields, gone: [], isAsMeant: () => true });
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

function entryOf(map: Entries, key: string): Node | null {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value ?? null;
}

function isFlow(map: unknown): boolean {
  return (map as { flow?: boolean }).flow === true;
}

function replaced(text: string, { range }: Node, by: string): string {
  const [from, to] = range as [number, number, number];
  return text.slice(0, from) + by + text.slice(to);
}

/** Fields put behind a node, each on a line of its own in a block. */
function afterNode(text: string, map: Entries, { range }: Node, fields: readonly string[]): string {
  if (fields.length === 0) return text;
  const end = (range as [number, number, number])[1];
  if (isFlow(map)) return `${text.slice(0, end)}, ${fields.join(', ')}${text.slice(end)}`;
  const indent = indentOf(text, map);
  return lineAfter(text, end, fields.map((field) => indent + field).join('\n'));
}

/** A pair put behind the last of a map. */
function added(text: string, map: Entries, key: string, value: string): string {
  const last = map.items.at(-1);
  const end = last?.value?.range?.[1] ?? last?.key.range?.[1] ?? text.length;
  const trimmed = text.slice(0, end).trimEnd().length;
  if (isFlow(map)) return `${text.slice(0, trimmed)}, ${key}:${value}${text.slice(trimmed)}`;
  return lineAfter(text, trimmed, `${indentOf(text, map)}${key}:${value}`);
}

/** Lines put behind the line that a place is in, ended as the file's lines are. */
function lineAfter(text: string, at: number, lines: string): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const found = text.indexOf('\n', at);
  const end = found < 0 ? text.length : found - (text[found - 1] === '\r' ? 1 : 0);
  return text.slice(0, end) + newline + lines.replaceAll('\n', newline) + text.slice(end);
}

/** The blanks that stand before a block map's keys. */
function indentOf(text: string, map: Entries): string {
  const start = map.items[0]?.key.range?.[0] ?? 0;
  return ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
}
