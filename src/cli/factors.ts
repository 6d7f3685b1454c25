import { formatProblem, type Language, nearest } from '../scenario/index.ts';
import {
  type Factor,
  type FactorFault,
  OUTPUT_NAMES,
  type Output,
  outputNamed,
  type ReadFactors,
} from '../study/index.ts';
import type { Words } from './command-line.ts';
import { flagged } from './read-options.ts';
import { shown, type UsageErrors } from './usage-errors.ts';

/** Points, trajectories, rows or resamples that may be asked for. */
export const MOST_SAMPLES = 100_000;

/** The measure that a study looks at unless it is told another. */
export const DEFAULT_MEASURE = 'saving.perTonne';

/** The output of a name; null if there is none, which is noted. @param option the option that names it, without dashes */
export function readOutput(option: string, name: string, errors: UsageErrors): Output | null {
  const output = outputNamed(name);
  if (output !== null) return output;
  // A measure of both modes needs its side said; one is offered.
  const withSide = `direct:${name}`;
  const hint = OUTPUT_NAMES.includes(withSide) ? withSide : nearest(name, OUTPUT_NAMES);
  errors.add(`--${option}`, errors.messages.design.wrong.measure(shown(name)), hint);
  return null;
}

/** Whether a CSV table is asked for; with `--json` that is an error. */
export function readCsv(words: Words, errors: UsageErrors): boolean {
  const csv = flagged('csv', words);
  if (csv && flagged('json', words)) errors.add('--csv', errors.messages.design.wrong.csvAndJson);
  return csv;
}

/**
 * Notes an option that means nothing beside what else is asked for.
 *
 * @param option without dashes
 * @param other the option it belongs to, with dashes
 * @param values those of the other that it belongs to; none if it is a flag
 */
export function noteMisplaced(
  option: string,
  words: Words,
  other: string,
  values: readonly string[],
  errors: UsageErrors,
): void {
  if (!words.options.has(option)) return;
  errors.add(`--${option}`, errors.messages.design.wrong.notOf(`--${option}`, other, values));
}

/**
 * Notes what could not be read, and gives what could.
 *
 * @param option the option that names the factors, with dashes
 * @param occurrenceOf which of several of the same option the n-th text stands in; unless given, in the n-th
 */
export function noteFaults(
  option: string,
  { factors, faults }: ReadFactors,
  language: Language,
  errors: UsageErrors,
  occurrenceOf = (text: number) => text,
): readonly Factor[] {
  for (const { text, fault } of faults) {
    if (fault.is !== 'problem') errors.add(option, faultWords(fault, errors), null, occurrenceOf(text));
    else errors.lines.push(formatProblem({ ...fault.problem, line: occurrenceOf(text) }, language));
  }
  return factors;
}

function faultWords(fault: Exclude<FactorFault, { is: 'problem' }>, errors: UsageErrors): string {
  const { wrong } = errors.messages.design;
  const key = shown(fault.key) ?? '';
  switch (fault.is) {
    case 'emptyRange':
      return wrong.emptyRange(key, fault.low, fault.high);
    case 'notARange':
    case 'levels':
      return wrong[fault.is](key, shown(fault.found) ?? '');
    default:
      return wrong[fault.is](key);
  }
}

export function limitFactors(count: number, most: number, errors: UsageErrors): void {
  if (count > most) errors.add('--vary', errors.messages.design.wrong.tooManyFactors(most, count));
}

/** Points times replications that a design may come to, and its settings in all, so that none exhausts memory. */
const [MOST_EVALUATIONS, MOST_SETTINGS] = [200_000, 8_000_000];

/**
 * Notes a design too large for memory. A point's settings are kept once, whatever its replications; each output of a
 * replication is a figure.
 *
 * @param option the option that makes it so large, with dashes
 */
export function limitSize(
  evaluations: number,
  { factors, outputs, replications }: Readonly<Record<'factors' | 'outputs' | 'replications', number>>,
  errors: UsageErrors,
  option = '--vary',
): void {
  const points = Math.floor(MOST_SETTINGS / Math.max(1, factors));
  const most = Math.min(Math.floor(MOST_EVALUATIONS / Math.max(1, outputs)), points * replications);
  // Where something else is wrong, how many points it would make is no news.
  if (errors.lines.length > 0 || evaluations <= most) return;
  errors.add(option, errors.messages.design.wrong.tooMany(most, evaluations));
}
