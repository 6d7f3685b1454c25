import { convert, isUnit, nearest, type PublishedFact, parseQuantity, type Scenario } from '../scenario/index.ts';
import { factOf } from './compare.ts';
import { OUTPUT_NAMES, type Output, outputName, outputNamed, outputUnit } from './output.ts';

/** What a fit aims at: a mean between two values, both included. */
export interface Target {
  readonly output: Output;
  /** In the output's unit, low below high. */
  readonly low: number;
  readonly high: number;
  /** The scenario's published fact that it is, or overlaps with: what is fitted to one confirms it no more. */
  readonly fact: string | null;
}

/** Why a text names no target. */
export type TargetFault =
  | { readonly is: 'form'; readonly found: string }
  | { readonly is: 'measure'; readonly found: string; readonly hint: string | null }
  | { readonly is: 'unit'; readonly measure: string; readonly unit: string; readonly found: string }
  /** No room between its ends: a simulated mean never hits a single value. */
  | { readonly is: 'emptyBand'; readonly measure: string; readonly low: number; readonly high: number }
  | { readonly is: 'twice'; readonly measure: string };

/** Targets read, and which texts (from 1) could not be. */
export interface ReadTargets {
  readonly targets: readonly Target[];
  readonly faults: readonly { readonly text: number; readonly fault: TargetFault }[];
}

/**
 * Reads targets: `saving.perTonne=2.99..3.13`, `direct:vessel.portHours=48±2`, with `+-` for ± where that is easier to
 * type; a unit may follow.
 */
export function readTargets(scenario: Pick<Scenario, 'published'>, texts: readonly string[]): ReadTargets {
  const targets: Target[] = [];
  const faults: ReadTargets['faults'][number][] = [];
  for (const [at, text] of texts.entries()) {
    const read = readTarget(scenario, text.trim());
    const twice = 'output' in read && targets.some(({ output }) => outputName(output) === outputName(read.output));
    if ('is' in read) faults.push({ text: at + 1, fault: read });
    else if (twice) faults.push({ text: at + 1, fault: { is: 'twice', measure: outputName(read.output) } });
    else targets.push(read);
  }
  return { targets, faults };
}

/**
 * The published facts that a scenario allows to be fitted to (reading `fitted`), each fact once: the saving in all and
 * per tonne are one.
 */
export function ownTargets({ published }: Pick<Scenario, 'published'>): Target[] {
  const allowed = published.filter(({ reading, low, high }) => reading === 'fitted' && low !== null && high !== null);
  const once = allowed.filter(({ id }) => factOf(id) === id || !allowed.some((other) => other.id === factOf(id)));
  return once.flatMap((fact) => targetOf(fact) ?? []);
}

function targetOf({ id, low, high, unit }: PublishedFact): Target | null {
  const output = outputNamed(id) ?? outputNamed(`direct:${id}`);
  if (output === null) return null;
  const ends = [low, high].map((end) => convert(end as number, unit, outputUnit(output)));
  const [from, to] = ends;
  return from?.ok && to?.ok && from.value < to.value ? { output, low: from.value, high: to.value, fact: id } : null;
}

function readTarget(scenario: Pick<Scenario, 'published'>, text: string): Target | TargetFault {
  const equals = text.indexOf('=');
  const name = text.slice(0, Math.max(0, equals)).trim();
  const ends = endsOf(text.slice(equals + 1).trim());
  if (equals < 1 || ends === null) return { is: 'form', found: text };
  const output = outputNamed(name);
  if (output === null) {
    const hint = OUTPUT_NAMES.includes(`direct:${name}`) ? `direct:${name}` : nearest(name, OUTPUT_NAMES);
    return { is: 'measure', found: name, hint };
  }
  const unit = outputUnit(output);
  const converted = ends.values.map((value) => convert(value, ends.unit ?? unit, unit));
  const [low, high] = converted.map((one) => (one.ok ? one.value : Number.NaN)) as [number, number];
  if (Number.isNaN(low) || Number.isNaN(high)) return { is: 'unit', measure: name, unit, found: ends.unit ?? '' };
  if (!(low < high)) return { is: 'emptyBand', measure: name, low, high };
  return { output, low, high, fact: factFor(scenario, output) };
}

/** A published fact of the same measure, whatever its figures. */
function factFor({ published }: Pick<Scenario, 'published'>, { id, side }: Output): string | null {
  const comparable = side === 'saving' || side === 'direct';
  return comparable && published.some((fact) => fact.id === id) ? id : null;
}

/** The ends of `2.99..3.13`, `3.06±0.07` or `3.06+-0.07`, with the unit that stands behind, if one does. */
function endsOf(text: string): { values: [number, number]; unit: string | null } | null {
  const [, first = '', mark = '', second = ''] = /^(.+?)\s*(\.\.|±|\+\/?-)\s*(.+)$/u.exec(text) ?? [];
  const [one, other] = [parseQuantity(first), parseQuantity(second)];
  if (one === null || other === null || (one.unit !== null && one.unit !== other.unit)) return null;
  if (other.unit !== null && !isUnit(other.unit)) return null;
  const values: [number, number] =
    mark === '..' ? [one.value, other.value] : [one.value - other.value, one.value + other.value];
  return { values, unit: other.unit };
}
