import yargs, { type Argv } from 'yargs';
import { wrapped } from '../report/layout.ts';
import type { Command, Option, Options } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import type { CliMessages } from './messages.ts';

/** The options of every command. */
export function everywhere({ describe, list }: CliMessages): Options {
  return {
    set: { describe: describe.set },
    lang: { describe: `${describe.lang}${list(['zh', 'en'])}` },
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
  /** Help or version, if they were asked for. */
  readonly output: string;
}

/** Numbers stay texts (yargs makes NaN of what does not parse), dots and repetition mean nothing of their own. */
const PARSING = {
  'boolean-negation': false,
  'camel-case-expansion': false,
  'dot-notation': false,
  'duplicate-arguments-array': true,
  'greedy-arrays': false,
  'parse-numbers': false,
  'parse-positional-numbers': false,
} as const;

/** Every command that a command line may mean, loaded; its options are needed to take it apart. */
export async function commandsIn(args: readonly string[]): Promise<Command[]> {
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  return Promise.all(COMMANDS.filter(({ name }) => own.includes(name)).map((entry) => entry.load()));
}

/** Takes a command line apart. @param loaded the commands it may mean. Nothing is judged here: whoever reads the words tells all that is wrong at once. */
export async function takeApart(
  args: readonly string[],
  loaded: readonly Command[],
  version: string,
  width: number,
  messages: CliMessages,
  locale: 'en' | 'zh_CN',
): Promise<Words> {
  let output = '';
  const safe = args.filter((arg) => inherited(arg) === null);
  const argv = await parser(loaded, version, width, messages, locale).parseAsync(safe, {}, (_error, _argv, text) => {
    output = text;
  });
  const { _: words, $0: _program, scenario, ...rest } = argv as Record<string, unknown>;
  const [command = '', ...others] = texts(words);
  const positionals = [command, ...(scenario === undefined ? [] : texts(scenario)), ...others];
  const options = new Map(Object.entries(rest).map(([name, value]) => [name, texts(value)]));
  for (const arg of args) {
    const name = inherited(arg);
    if (name !== null) options.set(name, []);
  }
  return { positionals: positionals.filter((word, at) => at > 0 || word !== ''), options, output };
}

/** The option's name, if it is one that every object has, such as `--constructor`: yargs stumbles over those. */
function inherited(arg: string): string | null {
  const name = /^--([^=]+)/u.exec(arg)?.[1];
  return name !== undefined && name in Object.prototype ? name : null;
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined).map(String);
}

function parser(
  loaded: readonly Command[],
  version: string,
  width: number,
  messages: CliMessages,
  locale: 'en' | 'zh_CN',
) {
  const { describe } = messages;
  const scenario = { type: 'string', describe: describe.scenario } as const;
  const { help, version: versionOption, ...common } = everywhere(messages);
  const hidden = Object.keys(everywhere(messages)).filter((name) => name !== 'set');
  const empty = yargs()
    .scriptName('zhizhuang')
    .locale(locale)
    .updateStrings({ ...messages.yargs })
    .usage(`${messages.usage}\n\n${describe.program}`)
    .parserConfiguration(PARSING);
  for (const entry of COMMANDS) {
    const command = loaded.find(({ name }) => name === entry.name);
    const summary = entry.describe(messages);
    const own = command?.options(messages) ?? {};
    const options = forYargs(own, roomBeside([...Object.keys(own), ...Object.keys(everywhere(messages))], width));
    // A command's own options fill its page; those of every command are told in a line.
    const last = [messages.init.example(entry.example), messages.init.also, describe.exit].join('\n');
    const unused = entry.operand === undefined ? ['set'] : [];
    const page = (one: Argv) =>
      [...hidden, ...unused].reduce((shown, name) => shown.hide(name), one.options(options).epilogue(last));
    if (entry.operand !== undefined) {
      empty.command(`${entry.name} ${entry.operand}`, summary, (one) => page(one.positional('scenario', scenario)));
    } else {
      const operands = command !== undefined && 'operands' in command ? command.operands(messages) : '';
      const usage = `$0 ${entry.name} ${operands}\n\n${summary}`;
      empty.command(entry.name, summary, (plain) => page(plain.usage(usage)));
    }
  }
  return empty
    .options(forYargs(common, width))
    .help('help', help?.describe ?? '')
    .version('version', versionOption?.describe ?? '', version)
    .epilogue(describe.exit)
    .wrap(width)
    .fail(() => {});
}

/** Columns that yargs leaves for what options do, beside their names. */
function roomBeside(names: readonly string[], width: number): number {
  const dashes = names.some((name) => name.length === 1) ? '    --' : '--';
  return width - Math.max(...names.map((name) => name.length)) - dashes.length - 4;
}

/** @param room columns; yargs would break a line within a word where Chinese has no blanks */
function forYargs(options: Options, room: number) {
  const one = ({ flag, describe, otherwise }: Option) => ({
    ...(flag ? ({ type: 'boolean' } as const) : ({ type: 'string', requiresArg: false } as const)),
    describe: wrapped(describe, '', room).join('\n'),
    ...(otherwise === undefined ? {} : { defaultDescription: otherwise }),
  });
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, one(option)]));
}
