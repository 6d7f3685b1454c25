/** Work of `execution.mjs` in a process of its own: `pairs HALF` runs as many pairs as each line says; `million`. */
import { createInterface } from 'node:readline';
import { runProbes } from '../dist/execution/run-probes.js';
import { COMPARED, outputNamed, taskRunner } from '../dist/study/index.js';
import { peakMegabytes } from './measure.mjs';
import { scenario } from './program.mjs';

const [, , work, which = ''] = process.argv;
if (work === 'pairs') await pairs(Number(which));
else await million();

/** @param {number} half */
async function pairs(half) {
  const run = taskRunner(scenario);
  let replication = 1_000_000 * half;
  for await (const line of createInterface({ input: process.stdin })) {
    const count = Number(line);
    // Each its own: what was run last is kept.
    for (let i = 0; i < count; i++, replication++) {
      for (const mode of COMPARED) run({ settings: [], mode, seed: 1, replication });
    }
    process.stdout.write('done\n');
  }
}

/** A million tasks of a sweep, each with measures of its own that were made up. */
async function million() {
  const run = taskRunner(scenario);
  const known = COMPARED.map((mode) => run({ settings: [], mode, seed: 1, replication: 0 }));
  const madeUp = (/** @type {any} */ { mode }) => {
    const { outcome } = /** @type {any} */ (known[mode === 'staged' ? 0 : 1]);
    return { ok: true, outcome: { ...outcome, measures: { ...outcome.measures } } };
  };
  const executor = {
    /** @param {any} rows @param {any} take */
    async run(rows, take) {
      for (const [at, row] of rows.entries()) await take(at, row.map(madeUp));
    },
    close: async () => {},
  };
  const outputs = [/** @type {any} */ (outputNamed('saving.perTonne'))];
  const settings = Array.from({ length: 5000 }, (_, at) => [`road.distance=${5 + at / 1000}`]);
  const rows = Array.from({ length: 100 }, (_, replication) => settings.map((set) => ({ settings: set, replication })));
  await runProbes(executor, rows, { seed: 1, outputs });
  console.log(peakMegabytes().toFixed(0));
}
