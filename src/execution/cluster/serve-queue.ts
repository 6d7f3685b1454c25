import type { Job } from 'bullmq';
import type { Redis } from 'ioredis';
import { parseScenario } from '../../scenario/index.ts';
import type { TaskOutcome } from '../../study/index.ts';
import { startPool } from '../pool.ts';
import type { TaskBatch } from '../task-batch.ts';
import { connectionOptions } from './connect.ts';
import type { PieceDone } from './coordinator.ts';
import { packed } from './packed-outcomes.ts';
import { readPiece } from './piece.ts';
import { digestOf, PREFIX, type QueueName, scenarioKey } from './queue-name.ts';
import { type RedisAddress, shownAddress } from './redis-address.ts';
import { ClusterError } from './redis-error.ts';
import type { WorkerNote } from './worker.ts';

/** A queue that pieces are taken of. */
export interface ServedQueue {
  /** Finishes what is in hand, and takes no more. */
  close(): Promise<void>;
}

/** A piece whose worker says nothing for so long is given to another, which is looked for every so often, ms. */
const [LOCK_MS, STALLED_MS] = [8000, 4000];
/** How often a piece may lose its worker: beyond that, the piece itself may be what kills them. */
const MOST_STALLS = 10;

/**
 * Takes pieces of a queue, and runs each on a thread.
 *
 * @returns null if the study has ended meanwhile
 * @throws ClusterError if its scenario is none
 */
export async function serveQueue(
  queue: string,
  name: QueueName,
  redis: Redis,
  address: RedisAddress,
  threads: number,
  onNote: (note: WorkerNote) => void,
): Promise<ServedQueue | null> {
  const text = await redis.get(scenarioKey(queue));
  if (text === null) return null;
  const scenario = readSent(text, name, address);
  const { UnrecoverableError, Worker } = await import('bullmq');
  const pool = await startPool(threads, 'task-worker');
  const work = async ({ data }: Job): Promise<PieceDone> => {
    const piece = readPiece(data);
    if (piece === null) throw new UnrecoverableError('what was handed in are no tasks');
    const from = performance.now();
    const batch: TaskBatch = { scenario, kept: 0, rows: piece.rows };
    const rows = (await pool.run(batch)) as TaskOutcome[][];
    const ms = performance.now() - from;
    onNote({ is: 'done', queue, tasks: rows.reduce((sum, row) => sum + row.length, 0), ms });
    return { ms, outcomes: packed(rows) };
  };
  const worker = new Worker(queue, work, {
    connection: connectionOptions(address),
    prefix: PREFIX,
    skipVersionCheck: true,
    concurrency: threads,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_MS,
    maxStalledCount: MOST_STALLS,
    drainDelay: 2,
  });
  worker.on('failed', (_job, { message }) => onNote({ is: 'refused', queue, why: 'payload', detail: message }));
  // A lost connection is told elsewhere; a lock that was lost means that another has the piece, and either will do.
  worker.on('error', () => {});
  return {
    async close() {
      await worker.close();
      await pool.destroy();
    },
  };
}

/** The scenario as it was sent, read and checked as any file is, and held to the name of its queue. */
function readSent(text: string, { digest }: QueueName, address: RedisAddress) {
  const read = digestOf(text) === digest ? parseScenario(text, 'sent') : null;
  if (!read?.ok) throw new ClusterError('failed', shownAddress(address), 'what was sent is no scenario');
  return read.scenario;
}
