import { readFileSync } from 'node:fs';
import type { QueryError, ResultsStore, StoreError } from '../execution/index.ts';
import type { Program } from '../report/index.ts';
import type { Language } from '../scenario/index.ts';
import type { UnfinishedSeason } from '../study/index.ts';
import { type Asked, type AskedPlain, type Job, type PlainCommand, type ScenarioCommand, STATUS } from './command.ts';
import { commandsIn, takeApart, type Words } from './command-line.ts';
import { readCommand, readCommon, readScenarioPath } from './common.ts';
import { languageOf } from './language.ts';
import { type CliMessages, messagesOf } from './messages.ts';
import { writeOutFiles } from './out-files.ts';
import { Progress, type Terminal } from './progress.ts';
import { unwritableLine } from './unwritable.ts';
import { UsageErrors } from './usage-errors.ts';

/** Where the program writes, and what it knows of its surroundings. */
export interface Surroundings {
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
}

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
  const width = Math.min(HELP_WIDTH, stdout.columns ?? HELP_WIDTH);
  const commands = await commandsIn(args);
  const words = await takeApart(args, commands, program.version, width, messages, language === 'zh' ? 'zh_CN' : 'en');
  if (words.output !== '') {
    stdout.write(`${words.output}\n`);
    return STATUS.done;
  }
  const errors = new UsageErrors(messages);
  const command = readCommand(words, commands, errors);
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
  const { load } = await import('./load.ts');
  const loaded = load(common, language, errors);
  if (loaded === null) return null;
  const asked: Asked = { ...common, ...told, scenario: loaded.scenario };
  const job = planner(asked, errors);
  if (errors.lines.length > 0) return null;
  const { quiet } = common;
  if (!quiet) for (const warning of loaded.warnings) stderr.write(`${warning}\n`);
  const note = (error: StoreError) => {
    if (!quiet) stderr.write(`${unusable(error, language)}; ${errors.messages.store.without}\n`);
  };
  const keeps = 'store' in command.options(errors.messages);
  const store = keeps ? await storeFor(asked, command, words, args, env, note) : null;
  try {
    return await carryOut(job, asked, around, store, quiet);
  } finally {
    await store?.close();
  }
}

/** The store that a study's outcomes are kept in; null if it wants none. @param note told why it can't be used */
async function storeFor(
  asked: Asked,
  command: ScenarioCommand,
  words: Words,
  args: readonly string[],
  env: Surroundings['env'],
  note: (error: StoreError) => void,
): Promise<ResultsStore | null> {
  const { storePlace, studyRow, studyStore } = await import('./store.ts');
  const place = storePlace(words, env);
  const seed = Number(words.options.get('seed')?.[0] ?? 1);
  return place && studyStore(place, () => studyRow(asked, command.name, seed, args), note);
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
  const job = command.readPlain(words, { ...asked, env: around.env }, errors);
  return errors.lines.length > 0 ? null : carryOut(job, asked, around, null, quiet);
}

/** Runs a job with progress shown, and prints its answer; a season that cannot be served is a bad input. */
async function carryOut(
  job: Job,
  { scenario, language }: AskedPlain & Partial<Pick<Asked, 'scenario'>>,
  { stdout, stderr }: Surroundings,
  store: ResultsStore | null,
  quiet: boolean,
): Promise<number> {
  const shown = stderr.isTTY === true && !quiet;
  const clock = () => performance.now();
  const progress = shown ? new Progress(stderr, job.count, messagesOf(language), clock) : null;
  try {
    const {
      text,
      status,
      notes = [],
      files = [],
    } = await job.run({
      onProgress: (done, count) => progress?.update(done, count),
      store: store ?? undefined,
    });
    progress?.clear();
    stdout.write(text);
    for (const note of notes) stderr.write(`${note}\n`);
    return writeOutFiles(files, (error) => stderr.write(unwritableLine(error, language)))
      ? (status ?? STATUS.done)
      : STATUS.ownFault;
  } catch (error) {
    progress?.clear();
    if (isNamed<StoreError>(error, 'StoreError')) {
      stderr.write(`${unusable(error, language)}\n`);
      return STATUS.badInput;
    }
    if (isNamed<QueryError>(error, 'QueryError')) {
      stderr.write(`${messagesOf(language).results.refused(error.message)}\n`);
      return STATUS.badInput;
    }
    if (scenario === undefined || !isUnfinished(error)) throw error;
    const { unfinishedText } = await import('../report/index.ts');
    stderr.write(`${unfinishedText(error.season, scenario, language)}\n`);
    return STATUS.badInput;
  }
}

/** The line that says why a store can't be used. */
function unusable({ fault, path, detail }: StoreError, language: Language): string {
  return messagesOf(language).store.unusable(fault, path, detail);
}

/** By its name, so that a command that has no store loads none. */
function isNamed<E extends Error>(error: unknown, name: string): error is E {
  return error instanceof Error && error.name === name;
}

/** By its name: an error that came from another thread has lost its class. */
function isUnfinished(error: unknown): error is Error & { readonly season: UnfinishedSeason } {
  return error instanceof Error && error.name === 'UnfinishedSeasonError' && 'season' in error;
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
