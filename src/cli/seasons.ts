import type { StudyOptions } from '../execution/index.ts';
import type { CallRows } from '../report/index.ts';
import { firstCalls, type Mode } from '../study/index.ts';
import type { Asked, Options } from './command.ts';
import type { Words } from './command-line.ts';
import type { CliMessages } from './messages.ts';
import { type PrecisionRequest, precisionOptions, readPrecisionOptions, repetition } from './precision.ts';
import { flagged, readSimulating, simulatingOptions } from './read-options.ts';
import type { UsageErrors } from './usage-errors.ts';
import { shardOption, whereOptions } from './where.ts';

/** How `compare` and `run` simulate a season, and what they tell of it beside the measures. */
export interface Seasons extends Pick<StudyOptions, 'seed' | 'replications'> {
  readonly threads: number;
  readonly precision: PrecisionRequest | undefined;
  /** Tell where the hours go, cause by cause. */
  readonly hours: boolean;
  /** Tell the calls of the first replication. */
  readonly calls: boolean;
}

const REPLICATIONS = 30;

/** The options of both. */
export function seasonOptions(messages: CliMessages): Options {
  const { describe } = messages;
  return {
    ...simulatingOptions(messages, String(REPLICATIONS)),
    ...whereOptions(messages),
    ...shardOption(messages),
    ...precisionOptions(messages),
    hours: { flag: true, describe: describe.hours },
    calls: { flag: true, describe: describe.calls },
  };
}

/** Reads them. @param sides what precision may be asked of, base first; none where that is wrong itself */
export function readSeasons(words: Words, sides: readonly string[], errors: UsageErrors): Seasons {
  const { seed, replications: given, threads } = readSimulating(words, errors);
  const replications = given ?? REPLICATIONS;
  noteShardGoesOn(['precision', 'variance', 'laytime'], words, errors);
  return {
    seed,
    replications,
    threads,
    precision: readPrecisionOptions(words, sides, replications, errors),
    hours: flagged('hours', words),
    calls: flagged('calls', words),
  };
}

/** What goes by what it has found can't be run in parts. */
function noteShardGoesOn(names: readonly string[], { options }: Words, errors: UsageErrors): void {
  if (options.has('shard') && names.some((name) => options.has(name))) {
    errors.add('--shard', errors.messages.where.wrong.shardGoesOn);
  }
}

/** The words that ask for the seasons again: their number or precision, and what is told of them. */
export function seasonsAgain(seasons: Seasons): readonly string[] {
  const { seed, replications, precision } = seasons;
  return ['--seed', String(seed), ...repetition(replications, precision), ...detailsOf(seasons)];
}

/** The words that ask for what is told beside the measures. */
export function detailsOf({ hours, calls }: Seasons): readonly string[] {
  return [...(hours ? ['--hours'] : []), ...(calls ? ['--calls'] : [])];
}

/** The calls of the first replication, if they are asked for. */
export function callRowsOf(
  { calls, seed }: Seasons,
  { scenario }: Asked,
  modes: readonly Mode[],
): CallRows | undefined {
  if (!calls) return undefined;
  const rows = firstCalls(scenario, modes, seed);
  return Object.fromEntries(modes.map((mode, i) => [mode, rows[i] ?? []]));
}
