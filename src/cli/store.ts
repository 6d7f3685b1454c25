import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lazyStore, openStore, type ResultsStore, StoreError, type StudyRow } from '../execution/index.ts';
import type { Environment } from './command.ts';
import type { Words } from './command-line.ts';
import { provenanceOf, type RunRecord } from './run-record.ts';

/** Stands for none at all, of stores and clusters. */
export const NONE = 'none';

/** A file of results, and whether it was asked for. */
export interface StorePlace {
  readonly path: string;
  /** Not asked for: it is done without where it can't be used. */
  readonly asked: boolean;
}

/**
 * Where results are kept: what `--store` says, or `ZHIZHUANG_STORE`, else the user's cache.
 *
 * @returns null where nothing is to be kept
 * @example storePlace(words, { XDG_CACHE_HOME: '/c' }) // { path: '/c/zhizhuang/results.duckdb', asked: false }
 */
export function storePlace({ options }: Words, env: Environment): StorePlace | null {
  const said = options.get('store')?.at(-1) ?? env.ZHIZHUANG_STORE ?? '';
  if (said !== '') return said === NONE ? null : { path: said, asked: true };
  const cache = env.XDG_CACHE_HOME || (env.HOME && join(env.HOME, '.cache'));
  return cache ? { path: join(cache, 'zhizhuang', 'results.duckdb'), asked: false } : null;
}

/**
 * The store of a study, opened when it is first asked.
 *
 * @param study made when it is opened
 * @param note told of one that is done without
 */
export function studyStore(
  { path, asked: isAsked }: StorePlace,
  study: () => StudyRow,
  note: (error: StoreError) => void,
): ResultsStore {
  const open = async () => {
    if (!isAsked) makeFolder(path);
    return openStore(path, study());
  };
  return isAsked ? lazyStore(open) : lazyStore(open, note);
}

/** @throws StoreError if the cache's folder can't be made */
function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new StoreError('unwritable', path, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

/** What a store is told of a study. */
export function studyRow({ study, scenario, seed, program, resultVersion, ...record }: RunRecord): StudyRow {
  return { command: study, scenario, seed, program, resultVersion, provenance: provenanceOf(record) };
}
