import { describe, expect, test } from 'vitest';
import { type Hand, onWorkers, type PageExecutor } from '../../src/page/executor.ts';
import { runLive } from '../../src/page/live-study.ts';
import { Newest } from '../../src/page/newest.ts';
import { resultText, savingsOf } from '../../src/page/result.ts';
import { type FromWorker, serve, type ToWorker } from '../../src/page/worker.ts';
import { applyOverrides, parseScenario, type Scenario } from '../../src/scenario/index.ts';
import type { Outcome } from '../../src/study/index.ts';
import { inProcess, ownFolder } from '../cli/command.ts';
import { smallText } from '../report/small-study.ts';

const folder = ownFolder();
const small = folder.file('small.yaml', smallText());
const program = { name: 'zhizhuang', version: '0.1.0' };

function scenarioOf(settings: readonly string[] = []): Scenario {
  const read = parseScenario(smallText(), small);
  if (!read.ok) throw new Error('no scenario');
  const set = applyOverrides(read.scenario, settings);
  if (!set.ok) throw new Error('no settings');
  return settings.length === 0 ? read.scenario : set.scenario;
}

/** A worker's side and a page's, in one thread; messages are copied as they are between threads. */
function hand(received: ToWorker[] = []): Hand {
  const scope = { onmessage: null, postMessage: (_: FromWorker) => {} } as Parameters<typeof serve>[0];
  serve(scope);
  const mine: Hand = {
    onmessage: null,
    onerror: null,
    terminate: () => {},
    postMessage(message) {
      received.push(message);
      const copy = structuredClone(message);
      queueMicrotask(() => scope.onmessage?.({ data: copy }));
    },
  };
  scope.postMessage = (answer) => {
    const copy = structuredClone(answer);
    queueMicrotask(() => mine.onmessage?.({ data: copy }));
  };
  return mine;
}

async function study(settings: readonly string[], rival: 'direct' | 'hybrid', workers: number) {
  const executor = onWorkers(() => hand(), workers);
  executor.open(scenarioOf());
  const told: (readonly Outcome[])[] = [];
  const scenario = scenarioOf(settings);
  const asked = { scenario, settings, modes: ['staged', rival] as const, seed: 3, replications: 5 };
  await runLive(
    executor,
    asked,
    (outcomes) => told.push(outcomes),
    new AbortController().signal,
    () => 0,
  );
  return { scenario, told, last: told.at(-1) ?? [] };
}

describe("the page's study", () => {
  test.each([
    ['as the file says', [], 'direct', []],
    ['with settings, some of money alone', ['fleet.size=30', 'haulage.truckPrice=8'], 'direct', []],
    ['of hybrid loading', ['fleet.size=30'], 'hybrid', ['--modes', 'staged,hybrid']],
  ] as const)('gives the same bytes as the command line, %s', async (_, settings, rival, more) => {
    const { scenario, last } = await study(settings, rival, 2);
    const set = settings.flatMap((setting) => ['--set', setting]);
    const { stdout } = await inProcess([
      'compare',
      small,
      '--seed',
      '3',
      '--replications',
      '5',
      '--threads',
      '1',
      '--store',
      'none',
      '--json',
      ...more,
      ...set,
    ]);
    expect(resultText(scenario, last, rival, 3, program)).toBe(stdout);
  });

  test('tells the first replications at once, in order, and all of them last', async () => {
    const { told, last } = await study([], 'direct', 3);
    expect(told.map((outcomes) => outcomes.length)).toEqual(expect.arrayContaining([1, 2, 5]));
    for (const outcomes of told) expect(outcomes).toEqual(last.slice(0, outcomes.length));
    expect(savingsOf(last)).toHaveLength(5);
  });

  test('tells the first interval at once, though replications come in another order', async () => {
    const { last } = await study([], 'direct', 1);
    const executor: PageExecutor = {
      open: () => {},
      async run(rows, take) {
        for (const row of [0, 2, 1, 4, 3]) {
          const sides = last[row]?.modes ?? [];
          await take(
            row,
            [...sides, ...sides].slice(0, rows[row]?.length).map((outcome) => ({ ok: true, outcome })),
          );
        }
      },
    };
    const lengths: number[] = [];
    const asked = {
      scenario: scenarioOf(),
      settings: [],
      modes: ['staged', 'direct'] as const,
      seed: 3,
      replications: 5,
    };
    await runLive(
      executor,
      asked,
      ({ length }) => lengths.push(length),
      new AbortController().signal,
      () => 0,
    );
    expect(lengths).toEqual([1, 3, 5]);
  });

  test('begins nothing more once it is given up', async () => {
    const received: ToWorker[] = [];
    const executor = onWorkers(() => hand(received), 1);
    executor.open(scenarioOf());
    const stop = new AbortController();
    const asked = {
      scenario: scenarioOf(),
      settings: [],
      modes: ['staged', 'direct'] as const,
      seed: 3,
      replications: 50,
    };
    let answers = 0;
    const tell = () => {
      answers += 1;
      stop.abort();
    };
    await runLive(executor, asked, tell, stop.signal);
    expect(answers).toBe(1);
    // The scenario, the tasks of one replication, and at most one of the next.
    expect(received.length).toBeLessThanOrEqual(6);
  });

  test('begins nothing more once anything has failed, whichever worker it was', async () => {
    const received: ToWorker[] = [];
    const executor = onWorkers(() => hand(received), 2);
    executor.open(scenarioOf());
    const task = { settings: [], mode: 'staged' as const, seed: 3, replication: 0 };
    const rows = Array.from({ length: 50 }, () => [task]);
    const take = (row: number) => {
      if (row === 0) throw new Error('row 0');
    };
    await expect(executor.run(rows, take)).rejects.toThrow('row 0');
    const begun = received.length;
    for (let i = 0; i < 20; i++) await new Promise((resolve) => setTimeout(resolve));
    // At most what the other worker was given already.
    expect(received.length).toBeLessThanOrEqual(begun + 1);
  });

  test("hands on a worker's own fault", async () => {
    const executor = onWorkers(() => hand(), 1);
    const asked = {
      scenario: scenarioOf(),
      settings: [],
      modes: ['staged', 'direct'] as const,
      seed: 3,
      replications: 1,
    };
    await expect(runLive(executor, asked, () => {}, new AbortController().signal)).rejects.toThrow(
      'a task came before its scenario',
    );
  });
});

describe('the newest question', () => {
  test('waits for the first answer to the one before, and those between are never asked', async () => {
    let now = 0;
    const newest = new Newest(800, () => now);
    const log: string[] = [];
    const work = (name: string) => async (signal: AbortSignal, answered: () => void) => {
      log.push(`${name} begins`);
      await Promise.resolve();
      answered();
      await Promise.resolve();
      log.push(`${name} ${signal.aborted ? 'gives way' : 'ends'}`);
    };
    for (const name of ['a', 'b', 'c']) newest.ask(work(name));
    for (let i = 0; i < 20; i++) await Promise.resolve();
    expect(log).toEqual(['a begins', 'a gives way', 'c begins', 'c ends']);
    now += 1;
  });

  test('is given up at once when nothing of it is wanted any more', async () => {
    const newest = new Newest(800, () => 0);
    const log: string[] = [];
    const work = (name: string) => async (signal: AbortSignal) => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ${signal.aborted ? 'gives way' : 'ends'}`);
    };
    newest.ask(work('a'));
    newest.ask(work('b'));
    newest.drop();
    newest.ask(work('c'));
    for (let i = 0; i < 20; i++) await Promise.resolve();
    expect(log).toEqual(['a begins', 'a gives way', 'c begins', 'c ends']);
  });

  test('is not kept waiting for ever', async () => {
    let now = 0;
    const newest = new Newest(800, () => now);
    let gaveWay = false;
    newest.ask(
      (signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            gaveWay = true;
            resolve();
          });
        }),
    );
    newest.ask(async () => {});
    expect(gaveWay).toBe(false);
    now = 900;
    newest.ask(async () => {});
    expect(gaveWay).toBe(true);
  });
});
