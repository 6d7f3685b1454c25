import type { NumberKey } from './catalogue.ts';
import { editParameters, type ParameterEdit } from './edit-parameter.ts';
import { writtenValue } from './edit-text.ts';
import { distributionOf, type Law } from './law.ts';

/** A parameter that a log measured, or a sheet states. */
export interface SourcedValue {
  readonly key: NumberKey;
  /** In the catalogue's unit; where a law is given, the law's own mean is written. */
  readonly value: number;
  /** How a time varies, in the same unit; null: as its parameter does unless a law is given. */
  readonly law: Law | null;
  /** What is plausible now, in the same unit; null: the range stays as it is. */
  readonly range: readonly [low: number, high: number] | null;
  readonly standing: 'measured' | 'sourced';
  /** Files, rows, and when. */
  readonly source: string;
  readonly note: string;
}

/** What a value that was assumed or fitted said of itself. */
const GONE = ['prior', 'fittedTo', 'fittedBy'];

/**
 * A scenario file's text with some parameters as they were measured: value, range, standing, source and note. What was
 * said of an older value goes; see {@link editParameters}.
 *
 * @returns null if the file is laid out in a way that cannot be edited so
 * @throws Error if the text is no valid scenario to begin with
 */
export function editMeasured(text: string, measured: readonly SourcedValue[]): string | null {
  return editParameters(text, measured.map(editOf));
}

function editOf({ key, value: figure, law, range, standing, source, note }: SourcedValue): ParameterEdit {
  // A law that was fitted has a mean of its own, which a measured one differs from in its last digits.
  const value = law === null ? figure : distributionOf(law).mean;
  return {
    key,
    fields: {
      value: writtenValue(key, value, law),
      ...(range === null ? {} : { range: `[${range.join(', ')}]` }),
      standing,
      source: JSON.stringify(source),
      ...(note === '' ? {} : { note: JSON.stringify(note) }),
    },
    gone: note === '' ? [...GONE, 'note'] : GONE,
    isAsMeant: (now) =>
      now.value === value &&
      JSON.stringify(now.law) === JSON.stringify(law) &&
      now.standing === standing &&
      now.source === source &&
      now.note === note &&
      now.fittedTo === null &&
      (range === null || JSON.stringify(now.range) === JSON.stringify(range)),
  };
}
