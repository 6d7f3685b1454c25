import { availableParallelism } from 'node:os';
import { compareModes, compareScenario, runMode, type StudyOptions } from '../execution/index.ts';
import {
  type CallRows,
  type Commands,
  compareJson,
  compareText,
  jsonText,
  laytimeJson,
  laytimeText,
  type Program,
  runJson,
  runText,
  validateJson,
  validateText,
  variantsJson,
  variantsText,
} from '../report/index.ts';
import type { Language, Scenario } from '../scenario/index.ts';
import { COMPARED, firstCalls, laytimeOfCall, type Mode, preview, variantNames } from '../study/index.ts';
import { designAnswer } from './design-answer.ts';
import type { Design } from './design-plan.ts';
import { quoted } from './quoted.ts';
import type { Request } from './request.ts';

/** Threads taken unless asked for, at most. */
const MOST_THREADS = 8;

/** What an answer needs beside the request. */
export interface Asked {
  readonly request: Request;
  readonly scenario: Scenario;
  readonly program: Program;
  readonly language: Language;
  readonly onProgress: (done: number) => void;
  /** Of `sweep` and `sensitivity`. */
  readonly design: Design | null;
}

/** The text that answers a request, as it is printed. */
export function answer(asked: Asked): Promise<string> {
  const { command, modes, laytime } = asked.request;
  if (asked.design !== null) return designAnswer(asked.design, { ...asked, threads: threadsOf(asked.request) });
  if (command === 'validate') return Promise.resolve(validated(asked));
  if (laytime !== null) return Promise.resolve(laytimeSheet(asked, modes[0] as Mode, laytime));
  if (command === 'run') return ran(asked, modes[0] as Mode);
  return modes.join() === COMPARED.join() ? compared(asked) : comparedVariants(asked);
}

async function compared({ request, scenario, program, language, onProgress }: Asked): Promise<string> {
  const comparison = await compareScenario(scenario, optionsOf(request, onProgress));
  const json = compareJson(comparison, program, callRowsOf(request, scenario));
  return request.json ? jsonText(json) : compareText(json, scenario, language, commandsOf(request), request.hours);
}

async function comparedVariants({ request, scenario, program, language, onProgress }: Asked): Promise<string> {
  const comparison = await compareModes(scenario, request.modes, optionsOf(request, onProgress));
  const json = variantsJson(comparison, program, callRowsOf(request, scenario));
  return request.json ? jsonText(json) : variantsText(json, scenario, language, commandsOf(request), request.hours);
}

async function ran({ request, scenario, program, language, onProgress }: Asked, mode: Mode): Promise<string> {
  const result = await runMode(scenario, mode, optionsOf(request, onProgress));
  const json = runJson(result, program, callRowsOf(request, scenario));
  return request.json ? jsonText(json) : runText(json, scenario, language, commandsOf(request), request.hours);
}

/** The calls of the first replication, if they are asked for. */
function callRowsOf({ calls, modes, seed }: Request, scenario: Scenario): CallRows | undefined {
  if (!calls) return undefined;
  const names = variantNames(modes);
  return Object.fromEntries(firstCalls(scenario, modes, seed).map((rows, i) => [names[i], rows]));
}

function laytimeSheet({ request, scenario, program, language }: Asked, mode: Mode, call: number): string {
  const json = laytimeJson(laytimeOfCall(scenario, mode, request.seed, call), program);
  return request.json ? jsonText(json) : laytimeText(json, scenario, language, commandsOf(request));
}

function validated({ request, scenario, program, language }: Asked): string {
  const json = validateJson(scenario, preview(scenario), program);
  return request.json ? jsonText(json) : validateText(json, scenario, language);
}

function optionsOf({ seed, replications, threads }: Request, onProgress: (done: number) => void): StudyOptions {
  return {
    seed,
    replications,
    threads: threadsOf({ threads }),
    onProgress,
  };
}

function threadsOf({ threads }: Pick<Request, 'threads'>): number {
  return threads ?? Math.min(availableParallelism(), MOST_THREADS);
}

/** What a reader would type to get the same report, and to look at the scenario. */
function commandsOf(request: Request): Commands {
  const { command, scenario, settings, modes, seed, replications, laytime, hours, calls } = request;
  const set = settings.flatMap((setting) => ['--set', quoted(setting)]);
  const compared = modes.join() === COMPARED.join() ? [] : ['--modes', modes.join()];
  const which = command === 'run' ? ['--mode', modes.join()] : compared;
  const howMany = laytime === null ? ['--replications', String(replications)] : ['--laytime', String(laytime)];
  const numbers = ['--seed', String(seed), ...howMany];
  const details = [...(hours ? ['--hours'] : []), ...(calls ? ['--calls'] : [])];
  const typed = (name: string, options: readonly string[]) =>
    ['npx zhizhuang', name, quoted(scenario), ...options].join(' ');
  return { repeat: typed(command, [...which, ...numbers, ...set, ...details]), validate: typed('validate', set) };
}
