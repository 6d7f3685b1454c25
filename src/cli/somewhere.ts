import type { StoreError } from '../execution/index.ts';
import { carryOut, type Surroundings, storeLine } from './carry-out.ts';
import type { Asked, Job } from './command.ts';
import type { Words } from './command-line.ts';
import { messagesOf } from './messages.ts';
import { readThreads } from './read-options.ts';
import { beginRecord, type RunRecord } from './run-record.ts';
import { studyRow, studyStore } from './store.ts';
import { UsageErrors } from './usage-errors.ts';
import type { Where } from './where.ts';

export { readWhere } from './where.ts';

/** Runs a study where it is to run, and keeps a record of it. */
export async function carryOutSomewhere(
  job: Job,
  study: string,
  asked: Asked,
  where: Where,
  words: Words,
  args: readonly string[],
  around: Surroundings,
  quiet: boolean,
): Promise<number> {
  const { stderr } = around;
  const { language } = asked;
  const messages = messagesOf(language);
  const seed = Number(words.options.get('seed')?.[0] ?? 1);
  const threads = readThreads(words, new UsageErrors(messages));
  const started = new Date();
  let made: RunRecord | null = null;
  // Made when it is first asked for: it takes a process, and the program's whole code is read for it.
  const record = () => (made ??= beginRecord(asked, study, seed, threads, where, args, started));
  const note = (error: StoreError) => {
    if (!quiet) stderr.write(`${storeLine(error, language)}; ${messages.store.without}\n`);
  };
  const store = where.store && studyStore(where.store, () => studyRow(record()), note);
  try {
    return await carryOut(job, asked, around, quiet, { where, store, study, record, words });
  } finally {
    await store?.close();
  }
}
