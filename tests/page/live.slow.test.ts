import { describe, expect, test, vi } from 'vitest';
import { type Hand, onWorkers, type PageExecutor } from '../../src/page/executor.ts';
import { runLive } from '../../src/page/live-study.ts';
import { Newest } from '../../src/page/newest.ts';
import { resultText, savingsOf } from '../../src/page/result.ts';
import { type FromWorker, serve, type ToWorker } from '../../src/page/worker.ts';
import { applyOverrides, parseScenario, type Scenario } from '../../src/scenario/index.ts';
import { type ModeOutcome, type Outcome, recordReplication } from '../../src/study/index.ts';
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
  serve(scope, () => new Promise((resolve) => setTimeout(resolve)));
  const mine: Hand = {
    onmessage: null,
    onerror: null,
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

/** Staging against another mode, as the page asks for it. */
function question(
  replications: number,
  settings: readonly string[] = [],
  rival: 'direct' | 'hybrid' = 'direct',
): Parameters<typeof runLive>[1] {
  return { scenario: scenarioOf(settings), settings, modes: ['staged', rival], seed: 3, replications };
}

async function study(settings: readonly string[], rival: 'direct' | 'hybrid', workers: number) {
  const executor = onWorkers(() => hand(), workers);
  executor.open(scenarioOf());
  const told: (readonly Outcome[])[] = [];
  const asked = question(5, settings, rival);
  await runLive(
    executor,
    asked,
    (outcomes) => told.push(outcomes),
    new AbortController().signal,
    () => 0,
  );
  return { scenario: asked.scenario, told, last: told.at(-1) ?? [] };
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
    const { told, last } = await study([], 'direct', 2);
    expect(told.map((outcomes) => outcomes.length)).toEqual(expect.arrayContaining([1, 2, 5]));
    for (const outcomes of told) expect(outcomes).toEqual(last.slice(0, outcomes.length));
    expect(savingsOf(last)).toHaveLength(5);
  });

  test('tells the first interval at once, though replications come in another order', async () => {
    const { last } = await study([], 'direct', 1);
    const executor: PageExecutor = {
      open: () => {},
      async run(rows, take) {
        for (const row of [0, 1, 4, 5, 2, 3, 8, 9, 7, 6]) {
          const outcome = last[Math.floor(row / 2)]?.modes[row % 2] as ModeOutcome;
          await take(
            row,
            (rows[row] ?? []).map(() => ({ ok: true, outcome })),
          );
        }
      },
      record: async () => null,
    };
    const lengths: number[] = [];
    const asked = question(5);
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
    const asked = question(50);
    let answers = 0;
    const tell = () => {
      answers += 1;
      stop.abort();
    };
    await runLive(executor, asked, tell, stop.signal);
    expect(answers).toBe(1);
    // The scenario, the tasks of one replication, and at most one of the next.
    expect(received.filter(({ is }) => is !== 'drop').length).toBeLessThanOrEqual(6);
  });

  test('has a worker keep fewer seasons, the larger they are', () => {
    const received: ToWorker[] = [];
    const executor = onWorkers(() => hand(received), 1);
    const scenario = scenarioOf();
    executor.open(scenario);
    executor.open({ ...scenario, cargoes: scenario.cargoes.map((cargo) => ({ ...cargo, tonnes: 250_000 })) });
    expect(received.map((message) => (message.is === 'open' ? message.kept : null))).toEqual([128, 40]);
  });

  test('begins with the two modes of one season on two workers, and each worker has both modes', async () => {
    const received: ToWorker[][] = [[], []];
    const [...still] = received;
    const executor = onWorkers(() => hand(still.shift()), 2);
    executor.open(scenarioOf());
    const asked = question(4);
    await runLive(executor, asked, () => {}, new AbortController().signal);
    const told = received.map((messages) =>
      messages.flatMap((message) =>
        message.is === 'job' && message.job.is === 'run'
          ? [`${message.job.task.mode} ${message.job.task.replication}`]
          : [],
      ),
    );
    expect(told).toEqual([
      ['staged 0', 'direct 1', 'staged 2', 'direct 3'],
      ['direct 0', 'staged 1', 'direct 2', 'staged 3'],
    ]);
  });

  test('leaves a season half-way when it is given up, and serves the next question', async () => {
    const answers: FromWorker[] = [];
    const scope = { onmessage: null, postMessage: (answer) => answers.push(answer) } as Parameters<typeof serve>[0];
    const tell = (data: ToWorker) => scope.onmessage?.({ data });
    serve(scope, async () => tell({ is: 'drop', id: 0 }));
    // Ten seconds pass between two looks at this clock: the worker listens after each step.
    let seconds = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      seconds += 10;
      return seconds * 1000;
    });
    const task = { settings: [], mode: 'staged' as const, seed: 3, replication: 0 };
    tell({ is: 'open', scenario: scenarioOf(), kept: 0 });
    tell({ is: 'job', id: 0, job: { is: 'run', task } });
    tell({ is: 'job', id: 1, job: { is: 'run', task: { ...task, mode: 'direct' } } });
    await vi.waitUntil(() => answers.length === 2);
    clock.mockRestore();
    expect(answers.map(({ is, id }) => `${id} ${is}`)).toEqual(['0 dropped', '1 done']);
  });

  test('records what is played, each mode on another worker, unless it is given up', async () => {
    const executor = onWorkers(() => hand(), 2);
    const played = { scenario: scenarioOf(), modes: ['staged', 'direct'] as const, seed: 3 };
    const seasons = await executor.record(played, new AbortController().signal);
    expect(seasons).toEqual(recordReplication(played.scenario, played.modes, 3, 0));
    const given = new AbortController();
    const asked = executor.record(played, given.signal);
    given.abort();
    expect(await asked).toBeNull();
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
    const asked = question(1);
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
