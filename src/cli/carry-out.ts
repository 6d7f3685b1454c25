import type {
  ClusterError,
  ClusterNote,
  QueryError,
  ResultsStore,
  ShardDone,
  StoreError,
  UnknownStudyError,
} from '../execution/index.ts';
import type { Language, Scenario } from '../scenario/index.ts';
import type { UnfinishedSeason } from '../study/index.ts';
import { type Answering, type Asked, type AskedPlain, type Job, STATUS } from './command.ts';
import type { Words } from './command-line.ts';
import type { Interrupts } from './interrupts.ts';
import { type CliMessages, messagesOf } from './messages.ts';
import { type OutFile, writeOutFiles } from './out-files.ts';
import { Progress, type Terminal } from './progress.ts';
import type { RunRecord } from './run-record.ts';
import { unwritableLine } from './unwritable.ts';
import type { Where } from './where.ts';

/** Where the program writes, and what it knows of its surroundings. */
export interface Surroundings {
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  /** Whoever may answer questions; nobody if it is left out or no terminal. */
  readonly stdin?: Answering;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly interrupts?: Interrupts;
}

/** A study that may run anywhere. */
export interface Placed {
  readonly where: Where;
  readonly store: ResultsStore | null;
  readonly study: string;
  /** How the answer came to be. */
  readonly record: () => RunRecord;
  readonly words: Words;
}

/** Runs a job with progress shown, and prints its answer; a season that cannot be served is a bad input. */
export async function carryOut(
  job: Job,
  { scenario, language }: AskedPlain & Partial<Pick<Asked, 'scenario'>>,
  { stdout, stderr, interrupts }: Surroundings,
  quiet: boolean,
  placed?: Placed,
): Promise<number> {
  const messages = messagesOf(language);
  const kind = placed?.where.progress ?? (stderr.isTTY === true && !quiet && job.drains !== true ? 'line' : 'none');
  const progress = new Progress(stderr, kind, job.count, messages, () => performance.now());
  const line = (text: string) => {
    progress.clear();
    stderr.write(`${text}\n`);
  };
  const note = (text: string) => {
    if (!quiet) line(text);
  };
  const stop = new AbortController();
  if (interrupts !== undefined) interrupts.onFirst = () => stop.abort();
  const { redis, shard } = placed?.where ?? {};
  const cluster = redis && { address: redis, study: placed?.study ?? '', onNote: tellCluster(note, messages) };
  try {
    const running = job.run({
      onProgress: (...told) => progress.update(...told),
      store: placed?.store ?? undefined,
      cluster: cluster ?? undefined,
      shard: shard ?? undefined,
      signal: stop.signal,
      note,
    });
    const {
      text,
      status = STATUS.done,
      notes = [],
      files = [],
    } = await (job.drains === true ? running : endedInTime(running, stop.signal));
    progress.end();
    stdout.write(text);
    for (const one of notes) stderr.write(`${one}\n`);
    return written([...files, ...(await recorded(placed, text, status))], stderr, language) ? status : STATUS.ownFault;
  } catch (error) {
    progress.end();
    if (isNamed<ShardDone>(error, 'ShardDone') && placed !== undefined && shard != null) {
      const { part, of } = shard;
      const said = messages.where.shardDone(part, of, error.tasks, error.all, placed.where.store?.path ?? '');
      stdout.write(`${said}\n`);
      return STATUS.done;
    }
    if (isNamed(error, INTERRUPTED)) {
      const { done, count } = progress.state;
      line(messages.where.interrupted(Math.floor(done), count, placed?.where.store?.path ?? null));
      return STATUS.interrupted;
    }
    const said = await explained(error, scenario, language);
    if (said === null) throw error;
    line(said);
    return STATUS.badInput;
  } finally {
    if (interrupts !== undefined) interrupts.onFirst = null;
  }
}

/** What an interrupted study throws, wherever it runs. */
const INTERRUPTED = 'InterruptedError';
/** How long what was interrupted may take to keep what is finished, ms. */
const GRACE_MS = 5000;

/** What comes of some work; once it is interrupted, it has little time to end. */
async function endedInTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    const wait = () => setTimeout(() => reject(interruption()), GRACE_MS).unref();
    signal.addEventListener('abort', wait, { once: true });
  });
  return Promise.race([work, late]);
}

function interruption(): Error {
  return Object.assign(new Error('interrupted'), { name: INTERRUPTED });
}

function tellCluster(note: (line: string) => void, messages: CliMessages) {
  return (told: ClusterNote) => note(messages.where.note(told));
}

/** The files of `--out`. */
async function recorded(placed: Placed | undefined, text: string, status: number): Promise<OutFile[]> {
  if (placed === undefined || placed.where.out === null) return [];
  const { where, record, words } = placed;
  const { outFiles } = await import('./out-folder.ts');
  return outFiles(where.out as string, text, words, { ...record(), finished: new Date().toISOString(), status });
}

function written(files: readonly OutFile[], stderr: Terminal, language: Language): boolean {
  return writeOutFiles(files, (error) => stderr.write(unwritableLine(error, language)));
}

/** The sentence that says what a user can do something about; null: it is the program's own fault. */
async function explained(error: unknown, scenario: Scenario | undefined, language: Language): Promise<string | null> {
  if (isNamed<StoreError>(error, 'StoreError')) return storeLine(error, language);
  const { results, where } = messagesOf(language);
  if (isNamed<ClusterError>(error, 'ClusterError')) return where.cluster(error.fault, error.address, error.detail);
  if (isNamed<QueryError>(error, 'QueryError')) return results.refused(error.message);
  if (isNamed<UnknownStudyError>(error, 'UnknownStudyError'))
    return `results:1:1: ${results.wrong.study(String(error.study))}`;
  if (scenario === undefined || !isUnfinished(error)) return null;
  const { unfinishedText } = await import('../report/index.ts');
  return unfinishedText(error.season, scenario, language);
}

/** By its name, so that a command that runs nothing elsewhere loads none of what throws it. */
function isNamed<E extends Error>(error: unknown, name: string): error is E {
  return error instanceof Error && error.name === name;
}

/** The line that says why a store can't be used. */
export function storeLine({ fault, path, detail }: StoreError, language: Language): string {
  return messagesOf(language).store.unusable(fault, path, detail);
}

/** By its name: an error that came from another thread has lost its class. */
function isUnfinished(error: unknown): error is Error & { readonly season: UnfinishedSeason } {
  return isNamed(error, 'UnfinishedSeasonError') && 'season' in error;
}
