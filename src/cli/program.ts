import { readFileSync } from 'node:fs';
import type { Program } from '../report/index.ts';
import type { Language } from '../scenario/index.ts';
import { carryOut, type Surroundings } from './carry-out.ts';
import { type Asked, type PlainCommand, type ScenarioCommand, STATUS } from './command.ts';
import { commandIn, takeApart, type Words } from './command-line.ts';
import { noteCommand, readCommon, readScenarioPath } from './common.ts';
import { languageOf } from './language.ts';
import { type CliMessages, messagesOf } from './messages.ts';
import { flagged } from './read-options.ts';
import { UsageErrors } from './usage-errors.ts';

export { languageOf } from './language.ts';
export { unwritableLine } from './unwritable.ts';

/** Widest help, columns. */
const HELP_WIDTH = 100;

/**
 * Runs one command line.
 *
 * @param args what stands after the program's name
 * @returns the exit status
 */
export async function runProgram(args: readonly string[], around: Surroundings): Promise<number> {
  const language = languageOf(args, around.env);
  const messages = messagesOf(language);
  const program = programOf();
  try {
    return await obey(args, around, program, language);
  } catch (error) {
    return explain(error, around, program, messages);
  }
}

async function obey(
  args: readonly string[],
  around: Surroundings,
  program: Program,
  language: Language,
): Promise<number> {
  const { stdout, stderr } = around;
  const messages = messagesOf(language);
  const command = await commandIn(args, messages);
  const words = takeApart(args, command, messages);
  if (flagged('help', words)) {
    const width = Math.min(HELP_WIDTH, stdout.columns ?? HELP_WIDTH);
    const { helpText } = await import('./help.ts');
    stdout.write(`${await helpText(command, program.version, width, messages)}\n`);
    return STATUS.done;
  }
  if (flagged('version', words)) {
    stdout.write(`${program.version}\n`);
    return STATUS.done;
  }
  const errors = new UsageErrors(messages);
  if (command === null) noteCommand(words, errors);
  const told = { language, program };
  const obeyed =
    command === null
      ? null
      : 'read' in command
        ? await obeyOnScenario(command, words, args, told, errors, around)
        : await obeyAlone(command, words, args, told, errors, around);
  if (obeyed !== null) return obeyed;
  stderr.write(`${errors.lines.join('\n')}\n`);
  return STATUS.badInput;
}

/** @returns the exit status; null if errors were noted */
async function obeyOnScenario(
  command: ScenarioCommand,
  words: Words,
  args: readonly string[],
  told: Pick<Asked, 'language' | 'program'>,
  errors: UsageErrors,
  around: Surroundings,
): Promise<number | null> {
  const { stderr, env } = around;
  const { language } = told;
  const common = { ...readCommon(command, words, args, errors), path: readScenarioPath(command, words, errors) };
  const planner = command.read(words, errors);
  const known = command.options(errors.messages);
  // All is loaded before the scenario is read: from its warnings on, Ctrl-C finds the study under way.
  const [{ load }, place] = await Promise.all([
    import('./load.ts'),
    'store' in known ? import('./somewhere.ts') : null,
  ]);
  const where = place?.readWhere(words, env, errors) ?? null;
  const loaded = load(common, language, errors);
  if (loaded === null) return null;
  const asked: Asked = { ...common, ...told, scenario: loaded.scenario };
  const job = planner(asked, errors);
  if (errors.lines.length > 0) return null;
  const { quiet } = common;
  if (!quiet) for (const warning of loaded.warnings) stderr.write(`${warning}\n`);
  if (place === null || where === null) return carryOut(job, asked, around, quiet);
  return place.carryOutSomewhere(job, command.name, asked, where, words, args, around, quiet);
}

/** @returns the exit status; null if errors were noted */
async function obeyAlone(
  command: PlainCommand,
  words: Words,
  args: readonly string[],
  told: Pick<Asked, 'language' | 'program'>,
  errors: UsageErrors,
  around: Surroundings,
): Promise<number | null> {
  const { json, quiet } = readCommon(command, words, args, errors);
  const asked = { ...told, json };
  const { env, stdin, stderr } = around;
  const answering = stdin?.isTTY === true && stderr.isTTY === true ? stdin : null;
  const job = command.readPlain(words, { ...asked, env, answering, prompts: stderr }, errors);
  return errors.lines.length > 0 ? null : carryOut(job, asked, around, quiet);
}

/** Anything else that is thrown is the program's own fault. */
function explain(error: unknown, { stderr, env }: Surroundings, program: Program, messages: CliMessages): number {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  stderr.write(`${messages.ownFault(message)}\n${messages.report(program.version)}\n`);
  if (env.DEBUG !== undefined && env.DEBUG !== '') stderr.write(`${stack}\n`);
  return STATUS.ownFault;
}

function programOf(): Program {
  const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Program;
  return { name, version };
}
