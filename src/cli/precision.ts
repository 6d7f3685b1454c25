import { nearest } from '../scenario/index.ts';
import {
  type PrecisionAnswer,
  type PrecisionFault,
  type PrecisionPlan,
  precisionNames,
  readPrecision,
} from '../study/index.ts';
import { type Options, STATUS } from './command.ts';
import type { Words } from './command-line.ts';
import type { CliMessages } from './messages.ts';
import { MOST_REPLICATIONS, readOnce, readWhole } from './read-options.ts';
import { shown, type UsageErrors } from './usage-errors.ts';

/** Replications that a precision may take unless said otherwise. */
const BUDGET = 1000;

/** What asks for a precision instead of a number of replications. */
export interface PrecisionRequest extends PrecisionPlan {
  /** As it was typed. */
  readonly text: string;
}

/** The options that ask for a precision. */
export function precisionOptions({ precision }: CliMessages): Options {
  return {
    precision: { describe: precision.precision },
    budget: { describe: precision.budget, otherwise: String(BUDGET) },
  };
}

/**
 * Reads them.
 *
 * @param sides names of the study's sides, base first; none if they are wrong themselves
 * @param minimum replications that are made in any case
 * @returns undefined where none is asked for
 */
export function readPrecisionOptions(
  words: Words,
  sides: readonly string[],
  minimum: number,
  errors: UsageErrors,
): PrecisionRequest | undefined {
  const { wrong } = errors.messages.precision;
  if (!words.options.has('precision')) {
    if (words.options.has('budget')) errors.add('--budget', wrong.alone);
    return undefined;
  }
  if (minimum < 2) errors.add('--replications', errors.messages.wrong.whole(2, MOST_REPLICATIONS, String(minimum)));
  const text = readOnce('precision', words, errors) ?? '';
  const budget = readWhole('budget', words, Math.max(BUDGET, minimum), [1, MOST_REPLICATIONS], errors);
  if (budget < minimum) errors.add('--budget', wrong.budget(minimum, budget));
  if (sides.length === 0) return undefined;
  const { asks, faults } = readPrecision(text, sides);
  for (const fault of faults) note(fault, sides, errors);
  return { asks, budget, text };
}

function note(fault: PrecisionFault, sides: readonly string[], errors: UsageErrors): void {
  const { wrong } = errors.messages.precision;
  const found = shown(fault.found);
  const hint = fault.is === 'measure' ? nearestMeasure(fault.found, sides) : null;
  const sentence = fault.is === 'unit' ? wrong.unit(fault.unit, found) : wrong[fault.is](found);
  errors.add('--precision', sentence, hint, 1, fault.at);
}

/** A measure of a side, though its side was not said, or the nearest name. */
function nearestMeasure(found: string, sides: readonly string[]): string | null {
  const names = precisionNames(sides);
  const withSide = `${sides.at(-1)}:${found}`;
  return names.includes(withSide) ? withSide : nearest(found, names);
}

/** The words that ask for so many replications, or for the precision, again. */
export function repetition(replications: number, precision: PrecisionRequest | undefined): readonly string[] {
  const least = ['--replications', String(replications)];
  return precision === undefined
    ? least
    : [...least, '--precision', precision.text, '--budget', String(precision.budget)];
}

/** The exit status of a study that was to be so precise. */
export function statusOf(precision: PrecisionAnswer | null) {
  return precision?.reached === false ? STATUS.shortOfPrecision : STATUS.done;
}
