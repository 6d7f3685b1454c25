/** Work of `execution.mjs` in a process of its own: `pairs HALF` runs as many pairs as each line says; `million STUDY`. */
import { createInterface } from 'node:readline';
import { runProbes } from '../dist/execution/run-probes.js';
import { takeReplications } from '../dist/execution/run-replications.js';
import { AT_A_TIME } from '../dist/execution/run-study.js';
import { flatten, unflattener } from '../dist/execution/store/flat-outcome.js';
import { COMPARED, compareFold, outputNamed, taskRunner } from '../dist/study/index.js';
import { peakMegabytes } from './measure.mjs';
import { scenario } from './program.mjs';

/** Of two tasks each. */
const COMPARISONS = 500_000;
const [, , work, which = ''] = process.argv;
if (work === 'pairs') await pairs(Number(which));
else await million(which);

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

/** A million tasks of a study, each with measures of its own that were made up. @param {string} study */
async function million(study) {
  const run = taskRunner(scenario);
  const known = COMPARED.map((mode) => {
    const { shape, numbers } = flatten(
      /** @type {any} */ (run({ settings: [], mode, seed: 1, replication: 0 })).outcome,
    );
    return { putTogether: unflattener(shape), numbers };
  });
  const madeUp = (/** @type {any} */ { mode }) => {
    const { putTogether, numbers } = /** @type {any} */ (known[mode === 'staged' ? 0 : 1]);
    // As what comes from another thread, it shares nothing.
    return { ok: true, outcome: putTogether(numbers) };
  };
  const executor = {
    /** @param {any} rows @param {any} take */
    async run(rows, take) {
      for (const [at, row] of rows.entries()) await take(at, row.map(madeUp));
    },
    close: async () => {},
  };
  if (study === 'sweep') await sweep(executor);
  else await comparison(executor);
  console.log(peakMegabytes().toFixed(0));
}

/** @param {any} executor */
async function sweep(executor) {
  const outputs = [/** @type {any} */ (outputNamed('saving.perTonne'))];
  const settings = Array.from({ length: 5000 }, (_, at) => [`road.distance=${5 + at / 1000}`]);
  const rows = Array.from({ length: 100 }, (_, replication) => settings.map((set) => ({ settings: set, replication })));
  await runProbes(executor, rows, { seed: 1, outputs });
}

/** @param {any} executor */
async function comparison(executor) {
  const fold = compareFold(scenario, { seed: 1 });
  const replications = { modes: COMPARED, seed: 1, first: 0, count: COMPARISONS, atATime: AT_A_TIME };
  await takeReplications(executor, scenario, replications, (outcome) => fold.add(outcome));
  if (fold.answer().replications !== COMPARISONS) throw new Error('not all were compared');
}
