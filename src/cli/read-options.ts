import { availableParallelism } from 'node:os';
import { nearest } from '../scenario/nearest.ts';
import type { Options } from './command.ts';
import type { Words } from './command-line.ts';
import type { CliMessages } from './messages.ts';
import { shown, type UsageErrors } from './usage-errors.ts';

export const MOST_REPLICATIONS = 100_000;
const MOST_THREADS = 64;
/** Threads taken unless asked for, at most. */
const MOST_THREADS_UNASKED = 8;

/** How something is simulated. */
export interface Simulating {
  readonly seed: number;
  /** Null: not said. */
  readonly replications: number | null;
  readonly threads: number;
}

/** The options of every command that simulates. @param replications how many there are unless said, as the help shows it */
export function simulatingOptions({ describe }: CliMessages, replications: string): Options {
  return {
    seed: { describe: describe.seed, otherwise: '1' },
    replications: { describe: describe.replications, otherwise: replications },
    threads: { describe: describe.threads },
  };
}

/** Reads those options. */
export function readSimulating(words: Words, errors: UsageErrors): Simulating {
  return {
    seed: readWhole('seed', words, 1, [0, Number.MAX_SAFE_INTEGER], errors),
    replications: words.options.has('replications')
      ? readWhole('replications', words, 1, [1, MOST_REPLICATIONS], errors)
      : null,
    threads: readThreads(words, errors),
  };
}

/** Worker threads: as many as the machine can run side by side, within reason, unless said. */
export function readThreads(words: Words, errors: UsageErrors): number {
  const own = Math.min(availableParallelism(), MOST_THREADS_UNASKED);
  return readWhole('threads', words, own, [1, MOST_THREADS], errors);
}

/** Whether an option without a value is given. */
export function flagged(name: string, { options }: Words): boolean {
  return options.get(name)?.includes('true') ?? false;
}

/** The text of an option that may be given once; undefined if it is not given or was noted. */
export function readOnce(name: string, { options }: Words, errors: UsageErrors): string | undefined {
  const given = options.get(name) ?? [];
  if (given.length <= 1) return given[0];
  errors.add(`--${name}`, errors.messages.wrong.repeated(given.length), null, 2);
  return undefined;
}

/** A whole number between two others; the default if it is not given or was noted. */
export function readWhole(
  name: string,
  words: Words,
  otherwise: number,
  [least, most]: readonly [number, number],
  errors: UsageErrors,
): number {
  const text = readOnce(name, words, errors);
  if (text === undefined) return otherwise;
  const value = /^\d{1,16}$/u.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  errors.add(`--${name}`, errors.messages.wrong.whole(least, most, shown(text)));
  return otherwise;
}

/** One of a few words; undefined if it is not given or was noted. */
export function readChoice<T extends string>(
  name: string,
  words: Words,
  choices: readonly T[],
  errors: UsageErrors,
): T | undefined {
  const text = readOnce(name, words, errors);
  const choice = choices.find((one) => one === text);
  if (text !== undefined && choice === undefined) {
    errors.add(`--${name}`, errors.messages.wrong.oneOf(choices, shown(text)), nearest(text, choices));
  }
  return choice;
}
