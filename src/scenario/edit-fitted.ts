import { isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { Parameter } from './catalogue/parameter.ts';
import { describe, type ParameterKey } from './catalogue.ts';
import { parseScenario } from './read.ts';
import type { Scenario, ScenarioParameter } from './scenario.ts';

/** A parameter that was fitted, and how. */
export interface FittedValue {
  readonly key: ParameterKey;
  /** In the catalogue's unit. */
  readonly value: number;
  /** Before any fitting, in the catalogue's unit. */
  readonly prior: number;
  /** Ids of facts with commas between. */
  readonly fittedTo: string;
  readonly fittedBy: string;
}

type Node = NonNullable<Pair<Scalar, { range?: [number, number, number] | null }>['value']>;
type Entries = YAMLMap<Scalar, Node | null>;

/**
 * A scenario file's text with some parameters fitted. Only what has to change does: value, standing, prior and what is
 * said of the fit; comments, units elsewhere, order and spacing stay as they are. The new text is read again and held
 * against what was meant.
 *
 * @returns null if the file is laid out in a way that cannot be edited so
 * @throws Error if the text is no valid scenario to begin with
 */
export function editFitted(text: string, fitted: readonly FittedValue[]): string | null {
  const before = scenarioOf(text);
  if (before === null) throw new Error('the scenario to be edited cannot be read');
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const edited = fitted.reduce((body, one) => editOne(body, one), text.slice(mark.length));
  const after = scenarioOf(edited);
  return after !== null && isAsMeant(before, after, fitted) ? mark + edited : null;
}

function scenarioOf(text: string): Scenario | null {
  const read = parseScenario(text, '');
  return read.ok ? read.scenario : null;
}

/** Whether the fitted parameters say what they should, and everything else what it did. */
function isAsMeant(before: Scenario, after: Scenario, fitted: readonly FittedValue[]): boolean {
  const parameters: Record<ParameterKey, ScenarioParameter> = { ...before.parameters };
  for (const { key, ...said } of fitted) {
    const now = after.parameters[key];
    const { value, prior, fittedTo, fittedBy } = now;
    if (now.standing !== 'fitted' || JSON.stringify({ value, prior, fittedTo, fittedBy }) !== JSON.stringify(said)) {
      return false;
    }
    parameters[key] = now;
  }
  const withoutHash = (scenario: Scenario) => JSON.stringify({ ...scenario, hash: '' });
  return withoutHash({ ...before, parameters }) === withoutHash(after);
}

function editOne(text: string, fitted: FittedValue): string {
  const [group = '', name = ''] = fitted.key.split('.');
  const said = fieldsOf(fitted);
  const whole = `{ ${Object.entries(said)
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
  return refitted(text, parameter as Entries, said);
}

/** A parameter's fields put in place of what was said, or after the standing where nothing was. */
function refitted(text: string, map: Entries, said: Readonly<Record<string, string>>): string {
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

function startOf({ range }: Node): number {
  return range?.[0] ?? 0;
}

/** What a fitted parameter's fields are, as they are written. */
function fieldsOf({ key, value, prior, fittedTo, fittedBy }: FittedValue): Record<string, string> {
  const known = describe(key) as Parameter;
  const unit = 'unit' in known && known.unit !== '1' && !('hourOfDay' in known) ? ` ${known.unit}` : '';
  return {
    value: `${value}${unit}`,
    standing: 'fitted',
    prior: `${prior}${unit}`,
    fittedTo: /^[\w./-]+$/u.test(fittedTo) ? fittedTo : JSON.stringify(fittedTo),
    fittedBy: JSON.stringify(fittedBy),
  };
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
