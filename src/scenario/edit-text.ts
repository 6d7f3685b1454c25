import { isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { Parameter, ParameterValue } from './catalogue/parameter.ts';
import { describe, type ParameterKey } from './catalogue.ts';
import { type Law, lawNotation } from './law.ts';
import { parseScenario } from './read.ts';
import type { Scenario } from './scenario.ts';

/** A node of a file's tree that knows its place in the text. */
export type Node = NonNullable<Pair<Scalar, { range?: [number, number, number] | null }>['value']>;
/** A map in such a tree. */
export type Entries = YAMLMap<Scalar, Node | null>;

/**
 * A scenario file's text edited, read again and held against what was meant.
 *
 * @returns null if it does not say what was meant
 * @throws Error if the text is no valid scenario to begin with
 */
export function checkedEdit(
  text: string,
  edit: (before: Scenario) => string,
  isAsMeant: (before: Scenario, after: Scenario) => boolean,
): string | null {
  const before = scenarioOf(text);
  if (before === null) throw new Error('the scenario to be edited cannot be read');
  const edited = edit(before);
  const after = scenarioOf(edited);
  return after !== null && isAsMeant(before, after) ? edited : null;
}

function scenarioOf(text: string): Scenario | null {
  const read = parseScenario(text, '');
  return read.ok ? read.scenario : null;
}

/** Edits a text one thing after another; a byte order mark at its beginning stays there. */
export function editedBy<T>(text: string, edits: readonly T[], edit: (body: string, one: T) => string): string {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  return mark + edits.reduce(edit, text.slice(mark.length));
}

/** A parameter's value as it is written: with its unit, as a list, or as the law that has it as its mean. */
export function writtenValue(key: ParameterKey, value: ParameterValue, law: Law | null = null): string {
  const known = describe(key) as Parameter;
  const unit = 'unit' in known && !('hourOfDay' in known) ? known.unit : '1';
  if (law !== null) return lawNotation(law, unit, value as number);
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  return unit === '1' ? String(value) : `${value} ${unit}`;
}

/**
 * A scenario's text with one parameter said anew. Everything else stays as it is: comments, order and spacing.
 *
 * @param fields what the parameter says, as it is written
 * @param over what to do where the parameter has fields already; all of them are replaced unless it is said
 */
export function withParameter(
  text: string,
  key: ParameterKey,
  fields: Readonly<Record<string, string>>,
  over?: (text: string, parameter: Entries) => string,
): string {
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
  return isMap(parameter) && over !== undefined ? over(text, parameter as Entries) : replaced(text, parameter, whole);
}

/** A map's value under a key; null if it has none. */
export function entryOf(map: Entries, key: string): Node | null {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value ?? null;
}

/** Whether a map stands on one line, in braces. */
export function isFlow(map: unknown): boolean {
  return (map as { flow?: boolean }).flow === true;
}

/** Another text in the place of a node; the end of a block's last line stays. */
export function replaced(text: string, { range }: Node, by: string): string {
  const [from, to] = range as [number, number, number];
  return text.slice(0, from) + by + text.slice(from + text.slice(from, to).trimEnd().length);
}

/** Fields put behind a node, each on a line of its own in a block. */
export function afterNode(text: string, map: Entries, { range }: Node, fields: readonly string[]): string {
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
