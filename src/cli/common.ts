import { nearest } from '../scenario/nearest.ts';
import type { Command, Options, ScenarioCommand } from './command.ts';
import { everywhere, type Words } from './command-line.ts';
import { COMMANDS } from './commands/index.ts';
import { flagged, readChoice } from './read-options.ts';
import { shown, type UsageErrors } from './usage-errors.ts';

/** What is asked of every command. */
export interface Common {
  readonly settings: readonly string[];
  readonly json: boolean;
  readonly quiet: boolean;
}

/** Notes that there is no command of the name that was given. */
export function noteCommand({ positionals: [word = ''] }: Words, errors: UsageErrors): void {
  const names = COMMANDS.map(({ name }) => name);
  const { noCommand, oneOf } = errors.messages.wrong;
  if (word === '') errors.add('zhizhuang', noCommand);
  else errors.add('zhizhuang', oneOf(names, shown(word)), nearest(word, names));
}

/**
 * Reads what is asked of every command; everything wrong with it is noted, and so are options that the command does
 * not know.
 */
export function readCommon(command: Command, words: Words, args: readonly string[], errors: UsageErrors): Common {
  const known = optionsOf(command, errors);
  noteUnknownOptions(words.options, Object.keys(known), errors);
  noteFlagsWithValue(known, args, errors);
  readChoice('lang', words, ['zh', 'en'], errors);
  const settings = words.options.get('set') ?? [];
  return { settings, json: flagged('json', words), quiet: flagged('quiet', words) };
}

function noteUnknownOptions(options: Words['options'], known: readonly string[], errors: UsageErrors): void {
  for (const name of unknownOptions(options, known)) {
    const dashed = name.length === 1 ? `-${name}` : `--${name}`;
    const hint = nearest(name, known);
    errors.add(dashed, errors.messages.wrong.option(shown(dashed) ?? ''), hint === null ? null : `--${hint}`);
  }
}

function unknownOptions(options: Words['options'], known: readonly string[]): string[] {
  return [...options.keys()].filter((name) => !known.includes(name));
}

function noteFlagsWithValue(known: Options, args: readonly string[], errors: UsageErrors): void {
  for (const [flag, option] of Object.entries(known)) {
    const given = option.flag ? args.find((arg) => arg.startsWith(`--${flag}=`)) : undefined;
    if (given === undefined) continue;
    errors.add(`--${flag}`, errors.messages.wrong.flagValue(shown(given.slice(flag.length + 3))));
  }
}

/** The scenario's path as given; an unknown option may have taken it for its value, then it is not missed. */
export function readScenarioPath(command: ScenarioCommand, words: Words, errors: UsageErrors): string {
  const { shipped = '' } = command;
  const [, scenario = shipped, ...more] = words.positionals;
  const { wrong } = errors.messages;
  const unknown = unknownOptions(words.options, Object.keys(optionsOf(command, errors)));
  if (scenario === '' && unknown.length === 0) errors.add('SCENARIO', wrong.scenario(null));
  for (const word of more) errors.add('SCENARIO', wrong.scenario(shown(word)), null, 2);
  return scenario;
}

function optionsOf(command: Command, { messages }: UsageErrors): Options {
  const { set, ...common } = everywhere(messages);
  // Without a scenario there is nothing to set anything over.
  const settable = 'read' in command && set !== undefined ? { set } : {};
  return { ...command.options(messages), ...settable, ...common };
}
