import { setTimeout as pause } from 'node:timers/promises';
import type { Job, Queue, QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Rows, Take } from '../executor.ts';
import { resultVersion } from '../store/result-version.ts';
import { connect, connectionOptions } from './connect.ts';
import { RowCutter } from './cut-rows.ts';
import { Inbox } from './inbox.ts';
import type { ClusterNote } from './on-cluster.ts';
import { type PackedOutcomes, unpacked } from './packed-outcomes.ts';
import { type Piece, pieceId } from './piece.ts';
import { forgetQueue, SAID_EVERY_MS, sayQueue, workersThere } from './presence.ts';
import { PREFIX, scenarioKey } from './queue-name.ts';
import { type RedisAddress, shownAddress } from './redis-address.ts';
import { ClusterError } from './redis-error.ts';

/** What a worker gives back of a piece. */
export interface PieceDone {
  /** What it took one thread, ms. */
  readonly ms: number;
  readonly outcomes: PackedOutcomes;
}

/** Without Redis, and without any worker that can do the work, it is given up after so long, ms. */
const [LOST_MS, NO_WORKERS_MS] = [60_000, 600_000];
/** Without a worker, it is said after so long, ms. */
const SAID_AFTER_MS = 3000;
/** Pieces handed in for each thread of a worker: one to work on, one that lies ready. */
const AHEAD = 2;
/** How long leaving may take, ms. */
const LEAVE_MS = 3000;
/** Events that Redis keeps, each with what came of a piece; what is missed is looked up. */
const EVENTS_KEPT = 100;

/** A piece that was handed in: the places of its rows, more than once if rows are the same. */
interface Handed {
  readonly piece: Piece;
  readonly places: number[][];
}

type Heard =
  | { readonly is: 'done'; readonly id: string; readonly value: unknown }
  | { readonly is: 'failed'; readonly id: string; readonly reason: string }
  | { readonly is: 'room' }
  | { readonly is: 'broken'; readonly error: ClusterError };

/** Hands a study's tasks to workers, piece by piece, and takes what comes of them. */
export class Coordinator {
  readonly #redis: Redis;
  readonly #queue: Queue<Piece>;
  readonly #events: QueueEvents;
  readonly #text: string;
  readonly #address: RedisAddress;
  readonly #note: (note: ClusterNote) => void;
  readonly #inbox = new Inbox<Heard>();
  readonly #handed = new Map<string, Handed>();
  readonly #watch: NodeJS.Timeout;
  /** Rejected when the cluster is given up. */
  readonly #broken: Promise<never>;
  #giveUp: (error: ClusterError) => void = () => {};
  /** Threads of the workers that are there. */
  #threads = 1;
  #lostSince: number | null = null;
  #aloneSince: number | null = performance.now();
  #noted: ClusterNote['is'] | null = null;
  #tending = false;
  #closed = false;

  private constructor(
    parts: { redis: Redis; queue: Queue<Piece>; events: QueueEvents },
    text: string,
    address: RedisAddress,
    note: (note: ClusterNote) => void,
  ) {
    this.#redis = parts.redis;
    this.#queue = parts.queue;
    this.#events = parts.events;
    this.#text = text;
    this.#address = address;
    this.#note = note;
    this.#broken = new Promise((_resolve, reject) => {
      this.#giveUp = reject;
    });
    this.#broken.catch(() => {});
    this.#listen();
    this.#watch = setInterval(() => this.#look(), SAID_EVERY_MS);
  }

  /** @throws ClusterError if Redis can't be used */
  static async open(
    address: RedisAddress,
    name: string,
    text: string,
    note: (note: ClusterNote) => void,
  ): Promise<Coordinator> {
    const redis = await connect(address);
    const { Queue, QueueEvents } = await import('bullmq');
    let isOver = () => false;
    const connection = connectionOptions(address, () => isOver());
    const options = { connection, prefix: PREFIX, skipVersionCheck: true };
    const queue = new Queue<Piece>(name, { ...options, streams: { events: { maxLen: EVENTS_KEPT } } });
    const events = new QueueEvents(name, options);
    const coordinator = new Coordinator({ redis, queue, events }, text, address, note);
    isOver = () => coordinator.#closed;
    await coordinator.#tend();
    await events.waitUntilReady();
    return coordinator;
  }

  /** Runs rows of tasks, no more ahead than workers have threads for. */
  async run(rows: Rows, take: Take): Promise<void> {
    const cutter = new RowCutter(rows);
    let left = rows.length;
    let isAll = false;
    while (left > 0) {
      while (!isAll && this.#handed.size < AHEAD * this.#threads) {
        const places = cutter.next(this.#threads);
        isAll = places.length === 0;
        if (!isAll) await this.#handIn(places, rows);
      }
      const heard = await this.#inbox.next();
      if (heard.is === 'broken') throw heard.error;
      const handed = 'id' in heard ? this.#handed.get(heard.id) : undefined;
      // What is not waited for was delivered twice, or is another's.
      if (handed === undefined || !('id' in heard)) continue;
      if (heard.is === 'failed') throw this.#error('failed', heard.reason);
      const { ms, outcomes } = this.#read(heard.value, handed.piece);
      this.#handed.delete(heard.id);
      cutter.took(outcomes.length, ms);
      for (const places of handed.places) {
        for (const [i, place] of places.entries()) await take(place, outcomes[i] ?? []);
        left -= places.length;
      }
      await this.#queue.remove(heard.id).catch(() => {});
    }
  }

  /** Takes back what was handed in and is not begun, and leaves. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#watch);
    await Promise.race([this.#leave().catch(() => {}), pause(LEAVE_MS, null, { ref: false })]);
    this.#redis.disconnect();
    await Promise.race([
      Promise.allSettled([this.#queue.close(), this.#events.close()]),
      pause(LEAVE_MS, null, { ref: false }),
    ]);
  }

  async #leave(): Promise<void> {
    for (const id of this.#handed.keys()) await this.#queue.remove(id).catch(() => {});
    if ((await this.#queue.getJobCountByTypes('wait', 'active', 'delayed')) > 0) return;
    await forgetQueue(this.#redis, this.#queue.name);
    await this.#queue.obliterate();
    await this.#redis.del(scenarioKey(this.#queue.name));
  }

  async #handIn(places: number[], rows: Rows): Promise<void> {
    const piece = { rows: places.map((place) => rows[place] ?? []) };
    const id = pieceId(piece);
    const same = this.#handed.get(id);
    if (same !== undefined) {
      same.places.push(places);
      return;
    }
    this.#handed.set(id, { piece, places: [places] });
    // While Redis does not answer this waits, and that is watched.
    await Promise.race([this.#add(id, piece), this.#broken]);
  }

  /** Handed in twice, a piece is in the queue once. */
  async #add(id: string, piece: Piece): Promise<void> {
    await this.#queue.add('piece', piece, {
      jobId: id,
      attempts: 3,
      backoff: { type: 'fixed', delay: 1000 },
      removeOnComplete: { age: 3600, count: 1000 },
      removeOnFail: true,
    });
  }

  #listen(): void {
    this.#events.on('completed', ({ jobId, returnvalue }) =>
      this.#inbox.put({ is: 'done', id: jobId, value: returnvalue }),
    );
    this.#events.on('failed', ({ jobId, failedReason }) =>
      this.#inbox.put({ is: 'failed', id: jobId, reason: failedReason }),
    );
    // A lost connection is told by the watch; without listeners it would be printed.
    this.#queue.on('error', () => {});
    this.#events.on('error', () => {});
    this.#redis.on('close', () => {
      this.#lostSince ??= performance.now();
    });
    this.#redis.on('ready', () => {
      this.#lostSince = null;
    });
  }

  /** Looked at every second, whether Redis answers or not. */
  #look(): void {
    const now = performance.now();
    if (this.#lostSince !== null) {
      this.#say({ is: 'lost' });
      if (now - this.#lostSince > LOST_MS) this.#end(this.#error('lost', `${LOST_MS / 1000} s`));
      return;
    }
    if (this.#noted === 'lost') this.#say({ is: 'back' });
    if (this.#aloneSince !== null && now - this.#aloneSince > NO_WORKERS_MS) {
      this.#end(this.#error('noWorkers', `${NO_WORKERS_MS / 60_000} min`));
    }
    if (this.#tending) return;
    this.#tending = true;
    this.#tend()
      .catch(() => {})
      .finally(() => {
        this.#tending = false;
      });
  }

  /** Says that the study is there, whatever Redis has lost; sees who works; looks up what was not heard of. */
  async #tend(): Promise<void> {
    const queue = this.#queue.name;
    await sayQueue(this.#redis, queue);
    await this.#redis.set(scenarioKey(queue), this.#text, 'EX', 3600);
    const workers = await workersThere(this.#redis);
    const own = workers.filter((card) => card.resultVersion === resultVersion());
    this.#threads = Math.max(
      1,
      own.reduce((sum, { threads }) => sum + threads, 0),
    );
    if (own.length === 0) this.#aloneSince ??= performance.now();
    else {
      this.#aloneSince = null;
      this.#noted = null;
    }
    const alone = this.#aloneSince === null ? 0 : performance.now() - this.#aloneSince;
    if (alone > SAID_AFTER_MS) {
      if (workers.length === 0) this.#say({ is: 'noWorkers' });
      else this.#say({ is: 'otherVersion', workers, resultVersion: resultVersion() });
    }
    for (const [id, { piece }] of this.#handed) await this.#lookUp(id, piece);
    this.#inbox.put({ is: 'room' });
  }

  /** Events can be missed, and Redis can lose a piece when it is started anew. */
  async #lookUp(id: string, piece: Piece): Promise<void> {
    const job = (await this.#queue.getJob(id)) as Job<Piece> | undefined;
    if (!this.#handed.has(id)) return;
    if (job === undefined) await this.#add(id, piece);
    else if (job.finishedOn !== undefined && (await job.isCompleted())) {
      this.#inbox.put({ is: 'done', id, value: job.returnvalue });
    }
  }

  #read(value: unknown, { rows }: Piece) {
    const { ms, outcomes } = (typeof value === 'object' && value !== null ? value : {}) as Partial<PieceDone>;
    const counts = rows.map((row) => row.length);
    const found = unpacked(outcomes, counts);
    if (found === null || typeof ms !== 'number') throw this.#error('failed', 'what came back are no outcomes');
    return { ms, outcomes: found };
  }

  /** Each once, until something else is to be said. */
  #say(note: ClusterNote): void {
    if (this.#noted === note.is) return;
    this.#noted = note.is;
    this.#note(note);
  }

  #end(error: ClusterError): void {
    this.#inbox.put({ is: 'broken', error });
    this.#giveUp(error);
  }

  #error(fault: ClusterError['fault'], detail: string): ClusterError {
    return new ClusterError(fault, shownAddress(this.#address), detail);
  }
}
