/**
 * What executors cost, on this machine, all ratios within a run: `npm run -s build && node bench/execution.mjs [PART …]`; `--quick`
 * only sees that it runs.
 * Redis is needed for the cluster; two free cores for what compares wall clocks. Parts:
 *
 * - threads: season pairs on two threads over the same on two processes side by side, wall clock, in turn;
 * - overhead: what tasks take on one thread, in pieces of about a second, beyond the same tasks run without any executor;
 * - cluster: two local workers of one thread over two threads, wall clock, once all are warm;
 * - memory: what a sweep and a comparison of a million tasks hold at most, each in a process of its own, seasons made up.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { onCluster, onThreads, readRedisAddress } from '../dist/execution/index.js';
import { taskRunner } from '../dist/study/index.js';
import { median, wallMilliseconds as wall } from './measure.mjs';
import { scenario } from './program.mjs';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 1 : 3;
/** Season pairs of a round. */
const PAIRS = quick ? 2 : 8;
const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const CHILD = fileURLToPath(new URL('execution-child.mjs', import.meta.url));

/** Season pairs run before anything is measured. */
const WARM_UP = quick ? 1 : 6;

/** @typedef {readonly (readonly import('../dist/study/index.js').Task[])[]} Rows */

/** @param {number} first @param {number} count */
const rows = (first, count) =>
  Array.from({ length: count }, (_, i) => {
    const task = { settings: [], seed: 1, replication: first + i };
    return [
      { ...task, mode: /** @type {const} */ ('staged') },
      { ...task, mode: /** @type {const} */ ('direct') },
    ];
  });

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * What of it is copying to a thread and back, reckoned by itself: this hardly depends on what else the machine does.
 *
 * @param {ReturnType<typeof taskRunner>} run
 */
function handedOver(run) {
  const few = rows(0, PAIRS / 2);
  const [start, times] = [cpu(), 20];
  const found = few.map((row) => row.map(run));
  const simulated = cpu() - start;
  structuredClone({ scenario, few, found });
  const from = cpu();
  for (let time = 0; time < times; time++) structuredClone({ scenario, few, found });
  return `copying alone ${((100 * (cpu() - from)) / times / simulated).toFixed(1)} %`;
}

/** @type {Record<string, () => Promise<string>>} */
const PARTS = {
  async threads() {
    const executor = onThreads(scenario, 2);
    const children = [0, 1].map((half) =>
      spawn(process.execPath, [CHILD, 'pairs', String(half)], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    const turn = () =>
      Promise.all(
        children.map((child) => {
          child.stdin.write(`${PAIRS / 2}\n`);
          return once(child.stdout, 'data');
        }),
      );
    await executor.run(rows(0, 6), () => {});
    await turn();
    const ratios = [];
    for (let round = 0; round < ROUNDS; round++) {
      const processes = await wall(turn);
      ratios.push(processes / (await wall(() => executor.run(rows(1000 * (1 + round), PAIRS), () => {}))));
    }
    for (const child of children) child.stdin.end();
    await executor.close();
    return `two threads: ${median(ratios).toFixed(3)} of two processes (at least 0.95), best ${Math.max(...ratios).toFixed(3)}`;
  },

  async overhead() {
    const run = taskRunner(scenario);
    const executor = onThreads(scenario, 1);
    const ways = {
      plain: async (/** @type {Rows} */ some) => {
        for (const row of some) row.map(run);
      },
      thread: (/** @type {Rows} */ some) => executor.run(some, () => {}),
    };
    /** @param {keyof typeof ways} way @param {Rows} some */
    const cost = async (way, some) => {
      const [before, from] = [cpu(), performance.now()];
      await ways[way](some);
      return [cpu() - before, performance.now() - from];
    };
    // Each is compiled as far as it goes before anything is measured.
    for (const way of /** @type {const} */ (['plain', 'thread'])) await ways[way](rows(0, WARM_UP));
    /** @type {number[][]} */
    const shares = [];
    for (let round = 0; round < ROUNDS; round++) {
      const some = rows(1000 * (1 + round), PAIRS);
      // In turn first, for a machine changes its speed within a round.
      const isFirst = round % 2 === 0;
      const early = await cost(isFirst ? 'plain' : 'thread', some);
      const late = await cost(isFirst ? 'thread' : 'plain', some);
      const [plain, thread] = isFirst ? [early, late] : [late, early];
      shares.push(thread.map((spent, at) => 100 * (spent / Number(plain[at]) - 1)));
    }
    await executor.close();
    const share = (/** @type {number} */ at) => median(shares.map((one) => Number(one[at]))).toFixed(1);
    return `overhead of a task on a thread: CPU ${share(0)} %, wall ${share(1)} % (at most 2 %), ${handedOver(run)}`;
  },

  async cluster() {
    const folder = mkdtempSync(join(tmpdir(), 'zhizhuang-bench-'));
    const port = 20_000 + (process.pid % 20_000);
    const quiet = { stdio: /** @type {const} */ ('ignore') };
    const server = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
      quiet,
    );
    const address = readRedisAddress(`redis://127.0.0.1:${port}`, {}, false);
    if (typeof address === 'string') throw new Error(address);
    const probe = new Redis({ port, retryStrategy: () => 100, maxRetriesPerRequest: null });
    probe.on('error', () => {});
    await probe.ping();
    const args = [MAIN, 'worker', '--redis', `redis://127.0.0.1:${port}`, '--threads', '1', '--quiet'];
    const workers = [0, 1].map(() => spawn(process.execPath, args, quiet));
    const [cluster, threads] = [onCluster(scenario, { address, study: 'bench' }), onThreads(scenario, 2)];
    try {
      const many = 2 * PAIRS;
      for (const executor of [cluster, threads]) await executor.run(rows(0, many), () => {});
      const ratios = [];
      for (let round = 0; round < ROUNDS; round++) {
        // Not seen before, so that Redis has none of it.
        const some = rows(1000 * (1 + round), many);
        const onTwo = await wall(() => threads.run(some, () => {}));
        ratios.push(onTwo / (await wall(() => cluster.run(some, () => {}))));
      }
      return `two local workers: ${median(ratios).toFixed(3)} of two threads (at least 0.9), best ${Math.max(...ratios).toFixed(3)}`;
    } finally {
      await Promise.all([cluster.close(), threads.close()]);
      for (const worker of workers) worker.kill('SIGKILL');
      probe.disconnect();
      server.kill();
      await once(server, 'exit');
      rmSync(folder, { recursive: true });
    }
  },

  async memory() {
    const held = (/** @type {string} */ study) =>
      spawnSync(process.execPath, [CHILD, 'million', study], { encoding: 'utf8' }).stdout.trim();
    return `of a million tasks a sweep holds ${held('sweep')} MB, a comparison ${held('compare')} MB (at most 400 MB)`;
  },
};

const asked = process.argv.slice(2).filter((word) => word !== '--quick');
for (const [name, part] of Object.entries(PARTS)) {
  if (asked.length === 0 || asked.includes(name)) console.log(await part());
}
