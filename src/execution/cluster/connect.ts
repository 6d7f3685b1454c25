import { isIP } from 'node:net';
import type { Redis, RedisOptions } from 'ioredis';
import { type RedisAddress, shownAddress } from './redis-address.ts';
import { ClusterError, clusterFault } from './redis-error.ts';

/** How long Redis may take to answer at first, ms. */
const DEADLINE_MS = 5000;
/** Longest pause between two attempts to connect again, ms. */
const PAUSE_MS = 1000;
/** The oldest Redis that the queues run on. */
const LEAST_VERSION = 5;

/** What every lasting connection is made with: it connects again whenever it is lost. @param isOver until this says so */
export function connectionOptions(
  { host, port, db, tls, username, password }: RedisAddress,
  isOver: () => boolean = () => false,
): RedisOptions {
  return {
    host,
    port,
    db,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls ? { tls: isIP(host) === 0 ? { servername: host } : {} } : {}),
    connectTimeout: DEADLINE_MS,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (isOver() ? null : Math.min(100 * times, PAUSE_MS)),
  };
}

/**
 * Connects to Redis once, within a deadline, and sees that it can hold queues.
 *
 * @returns a lasting connection
 * @throws ClusterError
 */
export async function connect(address: RedisAddress): Promise<Redis> {
  // Loaded here, so that who needs no cluster does not wait for it.
  const { Redis } = await import('ioredis');
  const options = connectionOptions(address);
  const probe = new Redis({
    ...options,
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    commandTimeout: DEADLINE_MS,
  });
  let said: Error | null = null;
  probe.on('error', (error: Error) => {
    said ??= error;
  });
  try {
    await within(DEADLINE_MS, probe.connect());
    requireQueues(await within(DEADLINE_MS, probe.info('server')));
  } catch (error) {
    const cause = said ?? (error as Error);
    throw new ClusterError(clusterFault(cause), shownAddress(address), reasonOf(cause));
  } finally {
    probe.disconnect();
  }
  const client = new Redis(options);
  // Told by whoever uses the connection; without a listener it would be printed.
  client.on('error', () => {});
  return client;
}

function requireQueues(info: string): void {
  const version = /redis_version:(\d+)/u.exec(info)?.[1] ?? '0';
  if (Number(version) < LEAST_VERSION) throw new Error(`Redis version ${version}, but ${LEAST_VERSION} is needed`);
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The first line of what was said. */
function reasonOf({ message, code }: NodeJS.ErrnoException): string {
  return (message || code || '').split('\n')[0] ?? '';
}
