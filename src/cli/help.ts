import yargs, { type Argv } from 'yargs';
import { wrapped } from '../report/layout.ts';
import type { Command, CommandEntry, Option, Options } from './command.ts';
import { everywhere } from './command-line.ts';
import { COMMANDS } from './commands/index.ts';
import type { CliMessages } from './messages.ts';

/**
 * What `--help` prints: a command's page, or the program's.
 *
 * @param command null: the program's page
 * @param width columns
 */
export async function helpText(
  command: Command | null,
  version: string,
  width: number,
  messages: CliMessages,
): Promise<string> {
  let page = '';
  const asked = command === null ? [] : [command.name];
  await pages(command, version, width, messages).parseAsync([...asked, '--help'], {}, (_error, _argv, text) => {
    page = text;
  });
  return page;
}

function pages(command: Command | null, version: string, width: number, messages: CliMessages): Argv {
  const { describe } = messages;
  const { help, version: versionOption, ...common } = everywhere(messages);
  const program = yargs()
    .scriptName('zhizhuang')
    .locale('en')
    .updateStrings({ ...messages.yargs })
    .usage(`${messages.usage}\n\n${describe.program}`);
  for (const entry of COMMANDS)
    addCommand(program, entry, entry.name === command?.name ? command : null, width, messages);
  return program
    .options(forYargs(common, width))
    .help('help', help?.describe ?? '')
    .version('version', versionOption?.describe ?? '', version)
    .epilogue(describe.exit)
    .wrap(width)
    .fail(() => {});
}

/** @param command loaded, if its page is asked for; else its line is enough */
function addCommand(
  program: Argv,
  entry: CommandEntry,
  command: Command | null,
  width: number,
  messages: CliMessages,
): void {
  const { describe, init } = messages;
  const summary = entry.describe(messages);
  const own = command?.options(messages) ?? {};
  const common = Object.keys(everywhere(messages));
  const options = forYargs(own, roomBeside([...Object.keys(own), ...common], width));
  // A command's own options fill its page; those of every command are told in a line.
  const hidden = common.filter((name) => name !== 'set' || entry.operand === undefined);
  const last = [init.example(entry.example), init.also, describe.exit].join('\n');
  const page = (one: Argv) => hidden.reduce((shown, name) => shown.hide(name), one.options(options).epilogue(last));
  if (entry.operand !== undefined) {
    const scenario = { type: 'string', describe: describe.scenario } as const;
    program.command(`${entry.name} ${entry.operand}`, summary, (one) => page(one.positional('scenario', scenario)));
  } else {
    const operands = command !== null && 'operands' in command ? command.operands(messages) : '';
    const usage = `$0 ${entry.name} ${operands}\n\n${summary}`;
    program.command(entry.name, summary, (plain) => page(plain.usage(usage)));
  }
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
