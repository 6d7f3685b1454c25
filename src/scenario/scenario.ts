import type { Mode } from '../port/index.ts';
import type { ParameterValue, Standing } from './catalogue/parameter.ts';
import { CATALOGUE, type NumberKey, type ParameterKey } from './catalogue.ts';
import type { Law } from './law.ts';
import { convert } from './units.ts';

/** A text in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** One ship's cargo. */
export interface Cargo {
  readonly tonnes: number;
  /** Laycan given, as `2024-03-05T08:00` at UTC+8; null: drawn. Either all cargoes have one or none. */
  readonly laycan: string | null;
  /** How it goes whenever the season is not staged; null: as the season does. */
  readonly mode: Mode | null;
}

/**
 * How a published fact is held against the simulation: `interval` compares, `fitted` says that a parameter was
 * fitted to it, `upperBound` reads it as a newspaper's "only", `noVerdict` prints it beside and judges nothing.
 */
export type Reading = 'interval' | 'fitted' | 'upperBound' | 'noVerdict';

/** Every reading a file may name. */
export const READINGS: readonly Reading[] = ['interval', 'fitted', 'upperBound', 'noVerdict'];

/** A fact to compare the simulation with. */
export interface PublishedFact {
  /** Identifier of what is measured, such as `saving.perTonne`. */
  readonly id: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly reading: Reading;
  readonly source: string;
  readonly note: string;
}

/** A parameter's value in a scenario, with how well it is known. */
export interface ScenarioParameter {
  readonly value: ParameterValue;
  /**
   * The law of a time that varies, if the scenario gives one; where the value is no longer its mean, it is stretched.
   * Null: the usual one of its kind.
   */
  readonly law: Law | null;
  /** The catalogue's unit, in which value, range and prior stand; null for words, switches and lists. */
  readonly unit: string | null;
  readonly range: readonly [low: number, high: number] | null;
  readonly standing: Standing;
  readonly source: string;
  readonly note: string;
  /** The value before fitting, if the standing is `fitted`. */
  readonly prior: ParameterValue | null;
  /** The published facts it was fitted to, with commas between, if the standing is `fitted`; see `fittedFacts`. */
  readonly fittedTo: string | null;
  /** How it was fitted, if a program did and said so. */
  readonly fittedBy: string | null;
}

/** A checked scenario: plain data, frozen to its leaves, every parameter present in the catalogue's unit. */
export interface Scenario {
  readonly name: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  /** Calendar days at UTC+8, both included. */
  readonly period: { readonly start: string; readonly end: string };
  /** One entry per call. */
  readonly cargoes: readonly Cargo[];
  readonly published: readonly PublishedFact[];
  readonly parameters: Readonly<Record<ParameterKey, ScenarioParameter>>;
  /** What was set over the file, as given, such as `fleet.size=30`. */
  readonly overrides: readonly string[];
  /** Sixteen hexadecimal digits over what determines the numbers; titles, notes, ranges and the name do not. */
  readonly hash: string;
}

/** The ids of the facts that a parameter was fitted to. */
export function fittedFacts({ fittedTo }: Pick<ScenarioParameter, 'fittedTo'>): string[] {
  return fittedTo === null ? [] : fittedTo.split(',').map((id) => id.trim());
}

/**
 * A numeric parameter's value, in the catalogue's unit.
 *
 * @example numberOf(scenario, 'fleet.size') // 40
 */
export function numberOf(scenario: Pick<Scenario, 'parameters'>, key: NumberKey): number {
  return scenario.parameters[key].value as number;
}

/**
 * A numeric parameter's value in the unit asked for.
 *
 * @throws Error if the unit is of another dimension than the catalogue's: a fault of the program, not of the file
 * @example numberIn(scenario, 'works.loadingTime', 'h') // 0.11666666666666667
 */
export function numberIn(scenario: Pick<Scenario, 'parameters'>, key: NumberKey, unit: string): number {
  const converted = convert(numberOf(scenario, key), CATALOGUE[key].unit, unit);
  if (!converted.ok) throw new Error(`${key} is in ${CATALOGUE[key].unit}, which is no ${unit}`);
  return converted.value;
}

/** Whether a switch is on. */
export function switchOf(scenario: Pick<Scenario, 'parameters'>, key: ParameterKey): boolean {
  return scenario.parameters[key].value === true;
}

/** The word chosen for a parameter; the catalogue allows only words that whoever asks knows. */
export function wordOf<Word extends string>(scenario: Pick<Scenario, 'parameters'>, key: ParameterKey): Word {
  return scenario.parameters[key].value as Word;
}

/** The words, hours, days or months of a parameter that is a list. */
export function listOf<T extends string | number>(
  scenario: Pick<Scenario, 'parameters'>,
  key: ParameterKey,
): readonly T[] {
  return scenario.parameters[key].value as readonly T[];
}
