import { nearest } from '../scenario/index.ts';
import type { Command, Options } from './command.ts';
import { everywhere, type Words } from './command-line.ts';
import { COMMANDS } from './commands/index.ts';
import { flagged, readChoice } from './read-options.ts';
import { shown, type UsageErrors } from './usage-errors.ts';

/** What is asked of every command. */
export interface Common {
  /** The scenario's path as given; empty if there is none. */
  readonly path: string;
  readonly settings: readonly string[];
  readonly json: boolean;
  readonly quiet: boolean;
}

/** The command that is asked for; null if there is none of that name, which is noted. */
export function readCommand({ positionals: [word = ''] }: Words, errors: UsageErrors): Command | null {
  const command = COMMANDS.find(({ name }) => name === word);
  if (command !== undefined) return command;
  const names = COMMANDS.map(({ name }) => name);
  errors.add('zhizhuang', errors.messages.wrong.oneOf(names, shown(word)), nearest(word, names));
  return null;
}

/**
 * Reads what is asked of every command; everything wrong with it is noted, and so are options that the command does
 * not know.
 */
export function readCommon(command: Command, words: Words, args: readonly string[], errors: UsageErrors): Common {
  const known = { ...command.options(errors.messages), ...everywhere(errors.messages) };
  const unknown = noteUnknownOptions(words.options, Object.keys(known), errors);
  noteFlagsWithValue(known, args, errors);
  const path = readScenarioPath(words, command, unknown, errors);
  readChoice('lang', words, ['zh', 'en'], errors);
  const settings = words.options.get('set') ?? [];
  return { path, settings, json: flagged('json', words), quiet: flagged('quiet', words) };
}

function noteUnknownOptions(
  options: Words['options'],
  known: readonly string[],
  errors: UsageErrors,
): readonly string[] {
  const unknown = [...options.keys()].filter((name) => !known.includes(name));
  for (const name of unknown) {
    const dashed = name.length === 1 ? `-${name}` : `--${name}`;
    const hint = nearest(name, known);
    errors.add(dashed, errors.messages.wrong.option(shown(dashed) ?? ''), hint === null ? null : `--${hint}`);
  }
  return unknown;
}

function noteFlagsWithValue(known: Options, args: readonly string[], errors: UsageErrors): void {
  for (const [flag, option] of Object.entries(known)) {
    const given = option.flag ? args.find((arg) => arg.startsWith(`--${flag}=`)) : undefined;
    if (given === undefined) continue;
    errors.add(`--${flag}`, errors.messages.wrong.flagValue(shown(given.slice(flag.length + 3))));
  }
}

/** An unknown option may have taken the path for its value; then it is not missed. */
function readScenarioPath(
  { positionals }: Words,
  { shipped = '' }: Command,
  unknown: readonly string[],
  errors: UsageErrors,
): string {
  const [, scenario = shipped, ...more] = positionals;
  const { wrong } = errors.messages;
  if (scenario === '' && unknown.length === 0) errors.add('SCENARIO', wrong.scenario(null));
  for (const word of more) errors.add('SCENARIO', wrong.scenario(shown(word)), null, 2);
  return scenario;
}
