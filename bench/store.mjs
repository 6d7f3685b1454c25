/**
 * What the store of results takes: rows of measures a second, a study that skips 100,000 finished tasks, a grouped quantile
 * over five million rows. Run by hand: `npm run -s build && node bench/store.mjs [TASKS]`. No two outcomes are the same:
 * what comes again would be packed to nothing.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerSql, openStore } from '../dist/execution/index.js';
import { runProbes } from '../dist/execution/run-probes.js';
import { taskKey } from '../dist/execution/store/task-key.js';
import { withStore } from '../dist/execution/store/with-store.js';
import { outputNamed, prepare } from '../dist/study/index.js';
import { scenario } from './program.mjs';

const TASKS = Number(process.argv[2] ?? 200_000);
const SKIPPED = Math.min(TASKS, 100_000);
const [BATCH, WHOLE] = [2000, 10_000];
const VERSION = 'bench';

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
  resultVersion: VERSION,
  provenance: {},
};
const task = (/** @type {number} */ at) => ({
  settings: [],
  mode: /** @type {const} */ ('direct'),
  seed: 1,
  replication: at,
});
const key = (/** @type {number} */ at) => taskKey(scenario.hash, task(at), VERSION);

/** Plain data with every number a little off. @template T @param {T} value @returns {T} */
function varied(value) {
  if (typeof value === 'number') return /** @type {T} */ (value * (1 + Math.random() / 1000));
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return /** @type {T} */ (value.map(varied));
  // A copy is as quick to read as what a season or another thread makes; what is built from entries is not.
  const copy = { ...value };
  for (const name of Object.keys(copy)) {
    const at = /** @type {keyof typeof copy} */ (name);
    copy[at] = varied(copy[at]);
  }
  return copy;
}

/** Wall-clock and CPU seconds: other processes disturb the first, DuckDB's own threads count in the second. @param {() => Promise<unknown>} work */
async function seconds(work) {
  const [from, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - from) / 1000, cpu: (user + system) / 1e6 };
}

/** A study of probes that has them all done. */
async function skip() {
  const store = await openStore(path, study);
  const none = () => {
    throw new Error('a task that is kept was not found');
  };
  const outputs = [/** @type {any} */ (outputNamed('direct:cost.perTonne'))];
  const probes = Array.from({ length: SKIPPED }, (_, replication) => [{ settings: [], replication }]);
  const probed = await runProbes(withStore(scenario, store, VERSION, none), probes, { seed: 1, outputs });
  await store.close();
  if (probed.length !== SKIPPED) throw new Error('not all were found');
}

try {
  const store = await openStore(path, study);
  const kept = { wall: 0, cpu: 0 };
  const since = async (/** @type {() => Promise<unknown>} */ work) => {
    const { wall, cpu } = await seconds(work);
    kept.wall += wall;
    kept.cpu += cpu;
  };
  for (let at = 0; at < TASKS; at += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, i) => ({
      key: key(at + i),
      scenarioHash: scenario.hash,
      task: task(at + i),
      outcome: { ok: /** @type {const} */ (true), outcome: varied(outcome) },
    }));
    await since(() => store.keep(batch));
  }
  const whole = await seconds(async () => {
    const found = await store.find(Array.from({ length: WHOLE }, (_, i) => key(i)));
    for (let at = 0; at < WHOLE; at++) JSON.stringify(found.outcome(at));
  });
  // Its last checkpoint belongs to it.
  await since(() => store.close());
  const skipped = await seconds(skip);
  const rows = TASKS * measures;
  const quantiles = 'SELECT measure, quantile_cont(value, 0.9) FROM measure GROUP BY measure';
  await answerSql(path, quantiles);
  const query = await seconds(() => answerSql(path, quantiles));
  const told = (/** @type {{wall: number, cpu: number}} */ { wall, cpu }) =>
    `${wall.toFixed(2)} s, CPU ${cpu.toFixed(2)} s`;
  console.log(
    `kept ${TASKS} tasks in ${told(kept)}: ${Math.round(rows / kept.wall)} measure rows a second, ${Math.round(rows / kept.cpu)} of CPU (bound 200,000)`,
  );
  console.log(`a study skipped ${SKIPPED} finished tasks in ${told(skipped)} (bound 2 s)`);
  console.log(`read ${WHOLE} whole ones and wrote them as JSON in ${told(whole)}`);
  console.log(`grouped quantile over ${rows} rows in ${told(query)} (bound 1 s over 5 million)`);
  console.log(
    `${(statSync(path).size / 1e6).toFixed(0)} MB, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB of memory`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
