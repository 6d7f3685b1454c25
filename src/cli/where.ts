import { type RedisAddress, readRedisAddress, type Shard } from '../execution/index.ts';
import type { Environment, Options } from './command.ts';
import type { Words } from './command-line.ts';
import type { CliMessages } from './messages.ts';
import { readOutFolder } from './out-folder.ts';
import { PROGRESS_KINDS, type ProgressKind } from './progress.ts';
import { readChoice, readOnce } from './read-options.ts';
import { NONE, type StorePlace, storePlace } from './store.ts';
import { shown, type UsageErrors } from './usage-errors.ts';

/** Where a study runs, what it tells meanwhile, and where what comes of it is kept. */
export interface Where {
  readonly store: StorePlace | null;
  /** The cluster's Redis, if it is not to run here. */
  readonly redis: RedisAddress | null;
  readonly shard: Shard | null;
  /** Undefined: as it suits whoever looks. */
  readonly progress: ProgressKind | undefined;
  /** A folder for the answer and the record of the run. */
  readonly out: string | null;
}

/** Parts that a study may be run in. */
const MOST_SHARDS = 10_000;

/** The options of every command that looks up, keeps and can run elsewhere what it simulates. */
export function whereOptions({ store, where, list }: CliMessages): Options {
  return {
    store: { describe: store.option, otherwise: store.otherwise },
    redis: { describe: where.describe.redis },
    progress: { describe: `${where.describe.progress}${list(PROGRESS_KINDS)}`, words: PROGRESS_KINDS },
    out: { describe: where.describe.out },
  };
}

/** The option of those studies whose tasks are known beforehand. */
export function shardOption({ where }: CliMessages): Options {
  return { shard: { describe: where.describe.shard } };
}

/** Reads those options. */
export function readWhere(words: Words, env: Environment, errors: UsageErrors): Where {
  const { wrong } = errors.messages.where;
  const store = storePlace(words, env);
  const shard = readShard(words, errors);
  const redis = readRedis(words, env, errors);
  if (shard !== null && store?.asked !== true) errors.add('--shard', wrong.shardStore);
  return {
    store,
    redis,
    shard,
    progress: readChoice('progress', words, PROGRESS_KINDS, errors),
    out: readOutFolder(words, errors),
  };
}

/** Where Redis answers: as `--redis` says, else `ZHIZHUANG_REDIS`; null where that is not said or `none`. */
export function readRedis(words: Words, env: Environment, errors: UsageErrors): RedisAddress | null {
  const typed = readOnce('redis', words, errors);
  const text = typed ?? env.ZHIZHUANG_REDIS ?? '';
  if (text === NONE || (text === '' && typed === undefined)) return null;
  const isSecret = typed === undefined;
  const read = readRedisAddress(text, env, isSecret);
  if (typeof read !== 'string') return read;
  const { wrong } = errors.messages.where;
  // What may be a password is not shown.
  const found = isSecret || text.includes('@') ? null : shown(text);
  errors.add(isSecret ? 'ZHIZHUANG_REDIS' : '--redis', read === 'secret' ? wrong.secret : wrong.redis(found));
  return null;
}

function readShard(words: Words, errors: UsageErrors): Shard | null {
  const text = readOnce('shard', words, errors);
  if (text === undefined) return null;
  const [, part = '', of = ''] = /^(\d{1,5})\/(\d{1,5})$/u.exec(text) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (shard.part >= 1 && shard.part <= shard.of && shard.of <= MOST_SHARDS) return shard;
  errors.add('--shard', errors.messages.where.wrong.shard(MOST_SHARDS, shown(text)));
  return null;
}
