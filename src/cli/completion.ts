import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MODES } from '../port/index.ts';
import { describe, isParameterKey, PARAMETER_KEYS } from '../scenario/index.ts';
import type { Command } from './command.ts';
import { everywhere } from './command-line.ts';
import { COMMANDS } from './commands/index.ts';
import type { CliMessages } from './messages.ts';

/** Options whose value is a parameter, with what is to follow its key. */
const OF_PARAMETERS: Readonly<Record<string, string>> = {
  '--set': '=',
  '--variant': '=',
  '--vary': '',
  '--fit': '',
  '--group': '',
  '--x': '',
  '--y': '',
};

/** Options whose value is a measure. */
const OF_MEASURES: readonly string[] = ['--measure', '--measures', '--precision', '--target', '--until'];

const SHELLS = ['bash', 'zsh'] as const;
export type Shell = (typeof SHELLS)[number];

/** The shells that words can be completed in. */
export const COMPLETED_SHELLS: readonly Shell[] = SHELLS;

const SHIPPED = new URL('../../scenarios/', import.meta.url);

/**
 * What the last of some words may become: commands, options of the command, parameters and their words, measures,
 * scenario files. None where the shell's own files are meant.
 *
 * @param words what stands after the program's name, the last as far as it is typed
 */
export async function completionsOf(words: readonly string[], messages: CliMessages): Promise<string[]> {
  const [typed = ''] = words.slice(-1);
  const before = words.slice(0, -1);
  const command = await COMMANDS.find(({ name }) => before.includes(name))?.load();
  const [option, value] = typed.startsWith('--') && typed.includes('=') ? splitAt(typed) : [before.at(-1) ?? '', typed];
  const isInline = value !== typed;
  const known = command === undefined ? null : await valuesOf(option, value, command, messages);
  if (known !== null)
    return beginningWith(
      known.map((one) => (isInline ? `${option}=${one}` : one)),
      typed,
    );
  if (typed.startsWith('-')) return beginningWith(optionsOf(command, messages), typed);
  if (command === undefined)
    return beginningWith(
      COMMANDS.map(({ name }) => name),
      typed,
    );
  return scenarioFiles(command, before, typed);
}

function splitAt(typed: string): [option: string, value: string] {
  const equals = typed.indexOf('=');
  return [typed.slice(0, equals), typed.slice(equals + 1)];
}

/** What an option's value may be; null if the word before takes none, or nothing is known of its values. */
async function valuesOf(
  option: string,
  typed: string,
  command: Command,
  messages: CliMessages,
): Promise<string[] | null> {
  const taken = Object.entries(allOptions(command, messages)).find(([name]) => `--${name}` === option);
  // A command that takes fewer of them says so itself.
  if (taken?.[1].words !== undefined) return [...taken[1].words];
  if (option in OF_PARAMETERS) return parameterWords(typed, OF_PARAMETERS[option] ?? '');
  if (OF_MEASURES.includes(option)) {
    const { OUTPUT_NAMES } = await import('../study/index.ts');
    const last = typed.slice(0, typed.lastIndexOf(',') + 1);
    return OUTPUT_NAMES.map((name) => `${last}${name}`);
  }
  if (option === '--modes') return listsOf(MODES, typed);
  return taken === undefined || taken[1].flag ? null : [];
}

/** Keys of parameters, each with a mark behind it; behind `key=` the words to choose from. */
function parameterWords(typed: string, mark: string): string[] {
  // --variant begins with a name and a colon, and has several settings.
  const start = Math.max(typed.lastIndexOf(':'), typed.lastIndexOf(',')) + 1;
  const [lead, last] = [typed.slice(0, start), typed.slice(start)];
  const key = last.slice(0, Math.max(0, last.indexOf('=')));
  if (!isParameterKey(key)) return PARAMETER_KEYS.map((one) => `${lead}${one}${mark}`);
  const known = describe(key);
  const words = 'choices' in known ? known.choices : known.type === 'switch' ? ['true', 'false'] : [];
  return words.map((word) => `${lead}${key}=${word}`);
}

/** A list with commas, and each word that may be its next. */
function listsOf(words: readonly string[], typed: string): string[] {
  const lead = typed.slice(0, typed.lastIndexOf(',') + 1);
  return words.filter((word) => !lead.split(',').includes(word)).map((word) => `${lead}${word}`);
}

function allOptions(command: Command, messages: CliMessages) {
  const { set, ...common } = everywhere(messages);
  return { ...command.options(messages), ...('read' in command && set !== undefined ? { set } : {}), ...common };
}

function optionsOf(command: Command | undefined, messages: CliMessages): string[] {
  const names = Object.keys(command === undefined ? everywhere(messages) : allOptions(command, messages));
  return names.filter((name) => command !== undefined || name !== 'set').map((name) => `--${name}`);
}

/** Scenario files and folders that begin so, and the shipped ones; none if a scenario is there already. */
function scenarioFiles(command: Command, before: readonly string[], typed: string): string[] {
  if (!('read' in command) || before.some((word) => word.endsWith('.yaml'))) return [];
  const slash = typed.lastIndexOf('/') + 1;
  const folder = typed.slice(0, slash);
  const own = entriesOf(folder === '' ? '.' : folder).map((name) => `${folder}${name}`);
  const shipped =
    folder === '' ? entriesOf(fileURLToPath(SHIPPED)).map((name) => fileURLToPath(new URL(name, SHIPPED))) : [];
  return beginningWith([...own, ...shipped], typed);
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      if (entry.isDirectory()) return [`${entry.name}/`];
      return /\.ya?ml$/u.test(entry.name) ? [entry.name] : [];
    });
  } catch {
    return [];
  }
}

function beginningWith(words: readonly string[], typed: string): string[] {
  return [...new Set(words)].filter((word) => word.startsWith(typed));
}
