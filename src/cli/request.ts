import { nearest } from '../scenario/index.ts';
import { COMPARED, MODES, type Mode } from '../study/index.ts';
import { COMMANDS, type Command, FLAGS, OPTIONS, type Words } from './command-line.ts';
import { shown, type UsageErrors } from './usage-errors.ts';

/** What the user asks for. */
export interface Request {
  readonly command: Command;
  /** Path as given. */
  readonly scenario: string;
  readonly settings: readonly string[];
  readonly seed: number;
  readonly replications: number;
  /** Null: as many as the machine runs well. */
  readonly threads: number | null;
  /** The modes to compare, or the one to run. */
  readonly modes: readonly Mode[];
  /** The call whose laytime sheet is asked for, from 1; null: none. */
  readonly laytime: number | null;
  /** Tell where the hours go, cause by cause. */
  readonly hours: boolean;
  /** Tell the calls of the first replication. */
  readonly calls: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

const MOST_MODES = 8;
const MOST_REPLICATIONS = 100_000;
const MOST_THREADS = 64;
/** Calls that any scenario may have; how many this one has is known when it is read. */
const MOST_CALLS = 100_000;

/**
 * Reads what the words of a command line ask for; everything wrong with them is noted.
 *
 * @returns null if there is no command that is known; else a request, which is not to be run if errors were noted
 */
export function readRequest(words: Words, args: readonly string[], errors: UsageErrors): Request | null {
  const command = readCommand(words, errors);
  if (command === null) return null;
  const { options } = words;
  const unknown = noteUnknownOptions(options, OPTIONS[command], errors);
  for (const flag of FLAGS) noteFlagWithValue(flag, args, errors);
  const scenario = readScenarioPath(words, unknown, errors);
  const seed = readWhole('seed', words, 1, [0, Number.MAX_SAFE_INTEGER], errors);
  const replications = readWhole('replications', words, 30, [1, MOST_REPLICATIONS], errors);
  const threads = options.has('threads') ? readWhole('threads', words, 1, [1, MOST_THREADS], errors) : null;
  const modes = readModes(command, words, errors);
  const laytime = options.has('laytime') ? readWhole('laytime', words, 1, [1, MOST_CALLS], errors) : null;
  readChoice('lang', words, ['zh', 'en'], errors);
  const flag = (name: string) => options.get(name)?.includes('true') ?? false;
  const settings = options.get('set') ?? [];
  return {
    command,
    scenario,
    settings,
    seed,
    replications,
    threads,
    modes,
    laytime,
    hours: flag('hours'),
    calls: flag('calls'),
    json: flag('json'),
    quiet: flag('quiet'),
  };
}

/** Notes a call whose laytime is asked for but that the scenario does not have. */
export function checkLaytime({ laytime }: Request, calls: number, errors: UsageErrors): void {
  if (laytime === null || laytime <= calls) return;
  errors.add('--laytime', errors.messages.wrong.whole(1, calls, String(laytime)));
}

function readCommand({ positionals: [word = ''] }: Words, errors: UsageErrors): Command | null {
  const command = COMMANDS.find((one) => one === word);
  if (command !== undefined) return command;
  errors.add('zhizhuang', errors.messages.wrong.oneOf(COMMANDS, shown(word)), nearest(word, COMMANDS));
  return null;
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

function noteFlagWithValue(flag: string, args: readonly string[], errors: UsageErrors): void {
  const given = args.find((arg) => arg.startsWith(`--${flag}=`));
  if (given === undefined) return;
  errors.add(`--${flag}`, errors.messages.wrong.flagValue(shown(given.slice(flag.length + 3))));
}

/** An unknown option may have taken the path for its value; then it is not missed. */
function readScenarioPath({ positionals }: Words, unknown: readonly string[], errors: UsageErrors): string {
  const [, scenario = '', ...more] = positionals;
  const { wrong } = errors.messages;
  if (scenario === '' && unknown.length === 0) errors.add('SCENARIO', wrong.scenario(null));
  for (const word of more) errors.add('SCENARIO', wrong.scenario(shown(word)), null, 2);
  return scenario;
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

function readModes(command: Command, words: Words, errors: UsageErrors): readonly Mode[] {
  if (command !== 'compare' && command !== 'run') return [];
  if (command === 'compare') return readComparedModes(words, errors);
  if (!words.options.has('mode')) {
    errors.add('--mode', errors.messages.wrong.oneOf(MODES, null));
  }
  const mode = readChoice('mode', words, MODES, errors);
  return mode === undefined ? [] : [mode];
}

function readComparedModes(words: Words, errors: UsageErrors): readonly Mode[] {
  const text = readOnce('modes', words, errors) ?? COMPARED.join(',');
  const names = text.split(',').map((name) => name.trim());
  const modes = names.flatMap((name) => MODES.find((one) => one === name) ?? []);
  if (modes.length === names.length && modes.length >= 2 && modes.length <= MOST_MODES) return modes;
  const slip = names.find((name) => !MODES.some((one) => one === name));
  const hint = slip === undefined ? null : nearest(slip, MODES);
  errors.add('--modes', errors.messages.wrong.modes(MODES, MOST_MODES, shown(text)), hint);
  return [];
}
