import { setImmediate } from 'node:timers/promises';
import type { Scenario } from '../scenario/index.ts';
import { type Output, type Probe, type Probed, prober } from '../study/index.ts';
import type { OnProgress } from './executor.ts';
import { startPool } from './pool.ts';
import type { SessionBatch } from './session-worker.ts';

/** What a session looks at, and where it runs. */
export interface SessionOptions {
  readonly seed: number;
  readonly outputs: readonly Output[];
  /** Worker threads, 1 unless said otherwise: no result depends on them. */
  readonly threads?: number;
  /** Simulations kept in all. */
  readonly seasons: number;
  readonly onProgress?: OnProgress;
}

/** Runs probes again and again, keeping simulations in between: for searches, which ask for points bit by bit. */
export interface ProbeSession {
  /** Rows of probes; the same row is always run in the same place, and finds there what it simulated before. */
  run(rows: readonly (readonly Probe[])[]): Promise<Probed[][]>;
  close(): Promise<void>;
}

/** Opens a session on a scenario. */
export function openSession(scenario: Scenario, options: SessionOptions): ProbeSession {
  return (options.threads ?? 1) > 1 ? onThreads(scenario, options) : here(scenario, options);
}

function here(scenario: Scenario, { seed, outputs, seasons, onProgress }: SessionOptions): ProbeSession {
  const probe = prober(scenario, seed, outputs, seasons);
  let done = 0;
  return {
    async run(rows) {
      const probed: Probed[][] = [];
      for (const row of rows) {
        probed.push(row.map(probe));
        done += row.length;
        onProgress?.(done);
        await setImmediate();
      }
      return probed;
    },
    close: async () => {},
  };
}

/** Each thread is a pool of its own, so that a row can be sent to the one that knows it. */
function onThreads(scenario: Scenario, options: SessionOptions): ProbeSession {
  const { seed, outputs, threads = 1, seasons, onProgress } = options;
  const starting = Array.from({ length: threads }, () => startPool(1, 'session-worker'));
  // Whoever runs or closes is told why a pool did not start; until then nobody is.
  for (const pool of starting) pool.catch(() => {});
  const share = Math.ceil(seasons / threads);
  const opened = { scenario, seed, outputs, seasons: share };
  let done = 0;
  return {
    async run(rows) {
      const probed: Probed[][] = rows.map(() => []);
      const work = starting.map(async (pool, thread) => {
        const own = rows.flatMap((row, at) => (at % threads === thread ? [{ row, at }] : []));
        const batch: SessionBatch = { opened, rows: own.map(({ row }) => row) };
        const answers = (await (await pool).run(batch)) as Probed[][];
        for (const [i, { row, at }] of own.entries()) {
          probed[at] = answers[i] as Probed[];
          done += row.length;
        }
        onProgress?.(done);
      });
      await Promise.all(work);
      return probed;
    },
    async close() {
      for (const pool of starting) await (await pool).destroy();
    },
  };
}
