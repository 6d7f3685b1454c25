import { readFileSync } from 'node:fs';
import { type Program, unfinishedText } from '../report/index.ts';
import type { Language } from '../scenario/index.ts';
import type { UnfinishedSeason } from '../study/index.ts';
import { type Asked, answer } from './answer.ts';
import { takeApart } from './command-line.ts';
import { type Design, planDesign } from './design-plan.ts';
import { readDesign } from './design-request.ts';
import { languageOf } from './language.ts';
import { load } from './load.ts';
import { type CliMessages, messagesOf } from './messages.ts';
import { Progress, type Terminal } from './progress.ts';
import { checkLaytime, readRequest } from './request.ts';
import { UsageErrors } from './usage-errors.ts';

/** Where the program writes, and what it knows of its surroundings. */
export interface Surroundings {
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Exit statuses; 3 and 130 stand in the design. */
const DONE = 0;
const OWN_FAULT = 1;
const BAD_INPUT = 2;

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
  const words = await takeApart(args, program.version, width, messages, language === 'zh' ? 'zh_CN' : 'en');
  if (words.output !== '') {
    stdout.write(`${words.output}\n`);
    return DONE;
  }
  const errors = new UsageErrors(messages);
  const request = readRequest(words, args, errors);
  const wanted = request === null ? null : readDesign(request, words, errors);
  const loaded = request === null ? null : load(request, language, errors);
  let design: Design | null = null;
  if (request !== null && loaded !== null && wanted !== null) {
    design = planDesign(wanted, loaded.scenario, request.seed, language, errors);
  }
  if (request !== null && loaded !== null) checkLaytime(request, loaded.scenario.cargoes.length, errors);
  if (request === null || loaded === null || errors.lines.length > 0) {
    stderr.write(`${errors.lines.join('\n')}\n`);
    return BAD_INPUT;
  }
  if (!request.quiet) for (const warning of loaded.warnings) stderr.write(`${warning}\n`);
  return print({ request, scenario: loaded.scenario, program, language, design }, around);
}

/** Answers with progress shown, and prints the answer; a season that cannot be served is a bad input. */
async function print(asked: Omit<Asked, 'onProgress'>, { stdout, stderr }: Surroundings): Promise<number> {
  const { request, scenario, language, design } = asked;
  const count = design?.evaluations ?? request.replications;
  const shown = stderr.isTTY === true && !request.quiet;
  const clock = () => performance.now();
  const progress = shown ? new Progress(stderr, count, messagesOf(language), clock) : null;
  try {
    const text = await answer({ ...asked, onProgress: (done) => progress?.update(done) });
    progress?.clear();
    stdout.write(text);
    return DONE;
  } catch (error) {
    progress?.clear();
    if (!isUnfinished(error)) throw error;
    stderr.write(`${unfinishedText(error.season, scenario, language)}\n`);
    return BAD_INPUT;
  }
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
  return OWN_FAULT;
}

function programOf(): Program {
  const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Program;
  return { name, version };
}
