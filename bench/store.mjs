/**
 * What the store of results takes: rows of measures a second, skipping 100,000 finished tasks, a grouped quantile over
 * five million rows. Run by hand: `npm run -s build && node bench/store.mjs`.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerSql, openStore } from '../dist/execution/index.js';
import { prepare } from '../dist/study/index.js';
import { scenario } from './program.mjs';

const [TASKS, SKIPPED] = [200_000, 100_000];
const [BATCH, LOOKED_UP] = [2000, 10_000];

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

/** Wall-clock and CPU seconds: other processes disturb the first, DuckDB's own threads count in the second. @param {() => Promise<unknown>} work */
async function seconds(work) {
  const [from, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - from) / 1000, cpu: (user + system) / 1e6 };
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
  // What a study of probes looks at.
  let sum = 0;
  const skipped = await seconds(async () => {
    for (let at = 0; at < SKIPPED; at += LOOKED_UP) {
      const found = await store.find(Array.from({ length: LOOKED_UP }, (_, i) => key(at + i)));
      for (const one of found.values()) if (one.ok) sum += one.outcome.measures['cost.perTonne'] ?? 0;
    }
  });
  const expected = SKIPPED * (outcome.measures['cost.perTonne'] ?? 0);
  if (Math.abs(sum / expected - 1) > 1e-9) throw new Error('what was found is not what was kept');
  const whole = await seconds(async () => {
    const found = await store.find(Array.from({ length: LOOKED_UP }, (_, i) => key(i)));
    for (const one of found.values()) JSON.stringify(one);
  });
  await store.close();
  const rows = TASKS * measures;
  const quantiles = 'SELECT measure, quantile_cont(value, 0.9) FROM measure GROUP BY measure';
  await answerSql(path, quantiles);
  const query = await seconds(() => answerSql(path, quantiles));
  const told = (/** @type {{wall: number, cpu: number}} */ { wall, cpu }) =>
    `${wall.toFixed(2)} s, CPU ${cpu.toFixed(2)} s`;
  console.log(
    `kept ${TASKS} tasks in ${told(kept)}: ${Math.round(rows / kept.wall)} measure rows a second, ${Math.round(rows / kept.cpu)} of CPU (bound 200,000)`,
  );
  console.log(`skipped ${SKIPPED} finished tasks in ${told(skipped)} (bound 2 s)`);
  console.log(`read ${LOOKED_UP} whole ones and wrote them as JSON in ${told(whole)}`);
  console.log(`grouped quantile over ${rows} rows in ${told(query)} (bound 1 s over 5 million)`);
  console.log(
    `${(statSync(path).size / 1e6).toFixed(0)} MB, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB of memory`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
