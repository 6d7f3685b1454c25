import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Redis } from 'ioredis';
import { orAborted } from '../or-aborted.ts';
import { resultVersion } from '../store/result-version.ts';
import { connect } from './connect.ts';
import { forgetWorker, SAID_EVERY_MS, sayWorker, type WorkerCard, waitedOn } from './presence.ts';
import { readQueueName } from './queue-name.ts';
import { type RedisAddress, shownAddress } from './redis-address.ts';
import { ClusterError } from './redis-error.ts';
import { type ServedQueue, serveQueue } from './serve-queue.ts';

/** What a worker tells of itself. */
export type WorkerNote =
  | { readonly is: 'ready'; readonly card: WorkerCard; readonly address: string }
  | { readonly is: 'serving' | 'left'; readonly queue: string }
  | { readonly is: 'done'; readonly queue: string; readonly tasks: number; readonly ms: number }
  | { readonly is: 'refused'; readonly queue: string; readonly why: 'version' | 'payload'; readonly detail: string }
  | { readonly is: 'draining' | 'lost' | 'back' };

/** A worker at its work. */
export interface WorkerOptions {
  readonly address: RedisAddress;
  readonly threads: number;
  /** Such as `zhizhuang 1.0.0`. */
  readonly program: string;
  readonly onNote?: (note: WorkerNote) => void;
  /** When it is aborted, what is in hand is finished, no more is taken, and the worker leaves. */
  readonly signal: AbortSignal;
}

/**
 * Serves studies that wait on a cluster until it is told to stop: finds their queues, takes pieces of them, runs these on
 * threads of its own and gives back what came out. It keeps nothing, and opens no store.
 *
 * @returns when it has left
 * @throws ClusterError if Redis can't be used at first; later it waits until Redis answers again
 */
export async function runWorker({
  address,
  threads,
  program,
  onNote = () => {},
  signal,
}: WorkerOptions): Promise<void> {
  const redis = await connect(address);
  const card = {
    id: randomUUID(),
    host: hostname(),
    pid: process.pid,
    threads,
    program,
    resultVersion: resultVersion(),
  };
  const served = new Map<string, ServedQueue>();
  tellLost(redis, onNote, signal);
  onNote({ is: 'ready', card, address: shownAddress(address) });
  const refused = new Set<string>();
  try {
    while (!signal.aborted) {
      const look = sayWorker(redis, card).then(() => waitedOn(redis));
      // While Redis does not answer this waits.
      const queues = await orAborted(look, signal);
      if (queues === null) break;
      for (const queue of queues) {
        if (served.has(queue) || refused.has(queue)) continue;
        const started = await start(queue, redis, { address, threads, onNote });
        if (started === null) refused.add(queue);
        else if (started !== 'gone') served.set(queue, started);
      }
      for (const [queue, one] of served) {
        if (queues.includes(queue)) continue;
        served.delete(queue);
        onNote({ is: 'left', queue });
        await one.close();
      }
      await orAborted(new Promise((resolve) => setTimeout(resolve, SAID_EVERY_MS)), signal);
    }
    onNote({ is: 'draining' });
  } finally {
    await Promise.all([...served.values()].map((one) => one.close()));
    if (redis.status === 'ready') await forgetWorker(redis, card).catch(() => {});
    redis.disconnect();
  }
}

/** @returns null if the queue is not for this worker, which was told; `gone` if it ended meanwhile */
async function start(
  queue: string,
  redis: Redis,
  { address, threads, onNote }: Pick<WorkerOptions, 'address' | 'threads'> & { onNote: (note: WorkerNote) => void },
): Promise<ServedQueue | 'gone' | null> {
  const name = readQueueName(queue);
  if (name === null) return null;
  if (name.resultVersion !== resultVersion()) {
    onNote({ is: 'refused', queue, why: 'version', detail: name.resultVersion });
    return null;
  }
  try {
    const served = await serveQueue(queue, name, redis, address, threads, onNote);
    if (served === null) return 'gone';
    onNote({ is: 'serving', queue });
    return served;
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    onNote({ is: 'refused', queue, why: 'payload', detail: error.detail });
    return null;
  }
}

function tellLost(redis: Redis, onNote: (note: WorkerNote) => void, signal: AbortSignal): void {
  let isLost = false;
  redis.on('close', () => {
    if (!isLost && !signal.aborted) onNote({ is: 'lost' });
    isLost = true;
  });
  redis.on('ready', () => {
    if (isLost) onNote({ is: 'back' });
    isLost = false;
  });
}
