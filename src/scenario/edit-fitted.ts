import type { ParameterKey } from './catalogue.ts';
import { editParameters, type ParameterEdit } from './edit-parameter.ts';
import { writtenValue } from './edit-text.ts';
import { parseScenario } from './read.ts';

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

/**
 * A scenario file's text with some parameters fitted: value, standing, prior and what is said of the fit; see
 * {@link editParameters}.
 *
 * @returns null if the file is laid out in a way that cannot be edited so
 * @throws Error if the text is no valid scenario to begin with
 */
export function editFitted(text: string, fitted: readonly FittedValue[]): string | null {
  const read = parseScenario(text, '');
  const edits = fitted.map(
    ({ key, ...said }): ParameterEdit => ({
      key,
      fields: {
        value: writtenValue(key, said.value, read.ok ? read.scenario.parameters[key].law : null),
        standing: 'fitted',
        prior: writtenValue(key, said.prior),
        fittedTo: /^[\w./-]+$/u.test(said.fittedTo) ? said.fittedTo : JSON.stringify(said.fittedTo),
        fittedBy: JSON.stringify(said.fittedBy),
      },
      gone: [],
      isAsMeant: ({ law, standing, value, prior, fittedTo, fittedBy }, before) =>
        standing === 'fitted' &&
        JSON.stringify({ value, prior, fittedTo, fittedBy }) === JSON.stringify(said) &&
        JSON.stringify(law) === JSON.stringify(before.law),
    }),
  );
  return editParameters(text, edits);
}
