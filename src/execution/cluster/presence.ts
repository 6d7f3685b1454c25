import type { Redis } from 'ioredis';
import { PREFIX } from './queue-name.ts';

/** Who works, as workers say it themselves. */
export interface WorkerCard {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly threads: number;
  readonly program: string;
  readonly resultVersion: string;
}

/** How often one says that one is still there, and how long that holds, ms. */
export const SAID_EVERY_MS = 1000;
const HOLDS_MS = 10_000;

/** Queues that studies wait on, and workers, by when they were last heard of. */
const [QUEUES, WORKERS] = [`${PREFIX}:queues`, `${PREFIX}:workers`];

/** Redis' own clock, ms: machines' clocks differ. */
async function now(redis: Redis): Promise<number> {
  const [seconds, microseconds] = await redis.time();
  return 1000 * Number(seconds) + Math.floor(Number(microseconds) / 1000);
}

async function say(redis: Redis, key: string, member: string): Promise<void> {
  const at = await now(redis);
  await redis
    .multi()
    .zadd(key, at, member)
    .zremrangebyscore(key, 0, at - HOLDS_MS)
    .exec();
}

async function heard(redis: Redis, key: string): Promise<string[]> {
  return redis.zrangebyscore(key, (await now(redis)) - HOLDS_MS, '+inf');
}

/** Says that a study waits on a queue. */
export function sayQueue(redis: Redis, queue: string): Promise<void> {
  return say(redis, QUEUES, queue);
}

export async function forgetQueue(redis: Redis, queue: string): Promise<void> {
  await redis.zrem(QUEUES, queue);
}

/** Queues that somebody waits on. */
export function waitedOn(redis: Redis): Promise<string[]> {
  return heard(redis, QUEUES);
}

/** Says that a worker is there. */
export function sayWorker(redis: Redis, card: WorkerCard): Promise<void> {
  return say(redis, WORKERS, JSON.stringify(card));
}

export async function forgetWorker(redis: Redis, card: WorkerCard): Promise<void> {
  await redis.zrem(WORKERS, JSON.stringify(card));
}

/** The workers that are there; what is no card is passed over. */
export async function workersThere(redis: Redis): Promise<WorkerCard[]> {
  return (await heard(redis, WORKERS)).flatMap((text) => readCard(text) ?? []);
}

function readCard(text: string): WorkerCard | null {
  try {
    const card = JSON.parse(text) as WorkerCard;
    const isCard =
      [card.id, card.host, card.program, card.resultVersion].every((one) => typeof one === 'string') &&
      [card.pid, card.threads].every((one) => Number.isSafeInteger(one) && one > 0 && one < 2 ** 31);
    return isCard ? card : null;
  } catch {
    return null;
  }
}
