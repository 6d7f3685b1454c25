/**
 * What the store of results takes: rows of measures a second, a grouped quantile over five million rows, looking up
 * 100,000 finished tasks. Run by hand: `npm run -s build && node bench/store.mjs`.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerSql, openStore } from '../dist/execution/index.js';
import { prepare } from '../dist/study/index.js';
import { scenario } from './program.mjs';

const TASKS = 100_000;
const BATCH = 500;

const [outcome] = prepare(scenario)(['direct'], 1, 0).modes;
if (outcome === undefined) throw new Error('the season has no outcome');
const measures = Object.keys(outcome.measures).length;
const folder = mkdtempSync(join(tmpdir(), 'zhizhuang-store-'));
const path = join(folder, 'bench.duckdb');
const study = {
  command: 'bench',
  scenario: { name: scenario.name, hash: scenario.hash, overrides: [] },
  seed: 1,
  program: 'bench',
  resultVersion: 'bench',
  provenance: {},
};
const key = (/** @type {number} */ at) => at.toString(16).padStart(32, '0');
const task = (/** @type {number} */ at) => ({
  settings: [],
  mode: /** @type {const} */ ('direct'),
  seed: 1,
  replication: at,
});

/** @param {() => Promise<unknown>} work */
async function seconds(work) {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

try {
  const store = await openStore(path, study);
  const kept = await seconds(async () => {
    for (let at = 0; at < TASKS; at += BATCH) {
      const batch = Array.from({ length: BATCH }, (_, i) => ({
        key: key(at + i),
        scenarioHash: scenario.hash,
        task: task(at + i),
        outcome: { ok: /** @type {const} */ (true), outcome },
      }));
      await store.keep(batch);
    }
  });
  const found = await seconds(async () => {
    for (let at = 0; at < TASKS; at += 2000) {
      await store.find(Array.from({ length: 2000 }, (_, i) => key(at + i)));
    }
  });
  await store.close();
  const rows = TASKS * measures;
  const quantiles = 'SELECT measure, quantile_cont(value, 0.9) FROM measure GROUP BY measure';
  await answerSql(path, quantiles);
  const query = await seconds(() => answerSql(path, quantiles));
  console.log(
    `kept ${TASKS} tasks in ${kept.toFixed(1)} s: ${Math.round(rows / kept)} measure rows a second (bound 200,000)`,
  );
  console.log(`looked up, read and put together ${TASKS} tasks in ${found.toFixed(1)} s (bound 2 s to skip them)`);
  console.log(`grouped quantile over ${rows} rows in ${query.toFixed(2)} s (bound 1 s over 5 million)`);
  console.log(
    `${(statSync(path).size / 1e6).toFixed(0)} MB, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB of memory`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
