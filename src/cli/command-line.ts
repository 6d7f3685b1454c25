import parse from 'yargs-parser';
import type { Command, Options } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import type { CliMessages } from './messages.ts';

/** The options of every command. */
export function everywhere({ describe, list }: CliMessages): Options {
  return {
    set: { describe: describe.set },
    lang: { describe: `${describe.lang}${list(['zh', 'en'])}`, words: ['zh', 'en'] },
    json: { flag: true, describe: describe.json },
    quiet: { flag: true, describe: describe.quiet },
    help: { flag: true, describe: describe.help },
    version: { flag: true, describe: describe.version },
  };
}

/** A command line taken apart: texts as they were given, several where an option was repeated. */
export interface Words {
  readonly positionals: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Numbers stay texts (they would become NaN where they do not parse); dots and repetition mean nothing of their own. */
const PARSING = {
  'boolean-negation': false,
  'camel-case-expansion': false,
  'dot-notation': false,
  'duplicate-arguments-array': true,
  'greedy-arrays': false,
  'parse-numbers': false,
  'parse-positional-numbers': false,
  'populate--': true,
} as const;

/** The command that a command line means, loaded; null if there is none of that name. */
export async function commandIn(args: readonly string[], messages: CliMessages): Promise<Command | null> {
  const [first] = parsed(args, everywhere(messages))._;
  return (await COMMANDS.find(({ name }) => name === first)?.load()) ?? null;
}

/**
 * Takes a command line apart. Nothing is judged here: whoever reads the words tells all that is wrong at once.
 *
 * @param command what it means, by `commandIn`: whether an option takes the word after it is the command's to say
 */
export function takeApart(args: readonly string[], command: Command | null, messages: CliMessages): Words {
  const taken = parsed(args, { ...command?.options(messages), ...everywhere(messages) });
  const { _: words, '--': verbatim = [], ...rest } = taken;
  const options = new Map(Object.entries(rest).map(([name, value]) => [name, texts(value)]));
  // As a last word it means the same.
  if (words.at(-1) === 'help') options.set('help', ['true']);
  for (const arg of args) {
    const name = inherited(arg);
    if (name !== null) options.set(name, []);
  }
  return { positionals: commandFirst([...words, ...verbatim].map(String), command), options };
}

/** Words that are no options, the command's name before what else stood before it. */
function commandFirst(words: readonly string[], command: Command | null): string[] {
  const at = command === null ? -1 : words.indexOf(command.name);
  return at < 0 ? [...words] : [...words.slice(at, at + 1), ...words.slice(0, at), ...words.slice(at + 1)];
}

function parsed(args: readonly string[], options: Options) {
  const named = Object.entries(options);
  const boolean = named.flatMap(([name, { flag }]) => (flag ? [name] : []));
  const string = named.flatMap(([name, { flag }]) => (flag ? [] : [name]));
  const safe = args.filter((arg) => inherited(arg) === null);
  return parse(safe, { boolean, string, configuration: PARSING });
}

/** The option's name, if it is one that every object has, such as `--constructor`: the parser stumbles over those. */
function inherited(arg: string): string | null {
  const name = /^--([^=]+)/u.exec(arg)?.[1];
  return name !== undefined && name in Object.prototype ? name : null;
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined).map(String);
}
