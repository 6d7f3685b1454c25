import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test, vi } from 'vitest';
import {
  answerSql,
  collect,
  compareScenario,
  compareStudies,
  type Executor,
  exportParquet,
  importResults,
  inProcess,
  lazyStore,
  listStudies,
  openStore,
  prune,
  QueryError,
  type ResultsStore,
  runProbes,
  StoreError,
  type StudyRow,
  showStudy,
} from '../../src/execution/index.ts';
import { withStore } from '../../src/execution/store/with-store.ts';
import {
  type CloseUp,
  type ModeOutcome,
  OUTPUT_NAMES,
  type Output,
  outputNamed,
  type Task,
  type TaskOutcome,
} from '../../src/study/index.ts';
import { ownFolder } from '../cli/command.ts';
import { smallScenario } from '../report/small-study.ts';

type LedgerLine = ModeOutcome['ledger'][number];
type Served = Extract<TaskOutcome, { ok: true }>;

const scenario = smallScenario(true);
const { path: folder } = ownFolder();
let files = 0;
const newFile = () => join(folder, `${++files}.duckdb`);

const study: StudyRow = {
  command: 'compare',
  scenario: { name: scenario.name, hash: scenario.hash, overrides: [`it's "so"`] },
  seed: 1,
  program: 'zhizhuang 0',
  resultVersion: 'v1',
  provenance: { host: 'here' },
};

async function withFile<T>(path: string, work: (store: ResultsStore) => Promise<T>, row = study): Promise<T> {
  const store = await openStore(path, row);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const task = (replication: number, mode: Task['mode'] = 'direct', settings: string[] = []): Task => ({
  settings,
  mode,
  seed: 1,
  replication,
});
const ROWS = [[task(0, 'staged'), task(0)], [task(1, 'staged'), task(1)], [task(1, 'direct', ['fleet.size=-1'])]];

/** What a store does with close-ups where there are none. */
const noCloseUps = { findCloseUps: async () => new Map(), keepCloseUps: async () => {} };

/** An executor that counts the tasks it runs. */
function counted(): { open: () => Executor; ran: () => number } {
  let ran = 0;
  const open = () => {
    const inner = inProcess(scenario);
    return {
      ...inner,
      run: (rows, take) => {
        for (const row of rows) ran += row.length;
        return inner.run(rows, take);
      },
    } satisfies Executor;
  };
  return { open, ran: () => ran };
}

function runWith(path: string, rows = ROWS, version = 'v1') {
  const { open, ran } = counted();
  return withFile(path, async (store) => {
    const outcomes = await collect(withStore(scenario, store, version, open), rows);
    return { outcomes, ran: ran() };
  });
}

describe('a store', () => {
  test('gives what was simulated, to the last bit, and nothing is run twice', async () => {
    const path = newFile();
    const plain = await collect(inProcess(scenario), ROWS);
    const first = await runWith(path);
    const second = await runWith(path);
    expect(JSON.stringify(first.outcomes)).toBe(JSON.stringify(plain));
    expect(JSON.stringify(second.outcomes)).toBe(JSON.stringify(plain));
    expect([first.ran, second.ran]).toEqual([5, 0]);
  });

  test.each([
    [OUTPUT_NAMES.filter((name) => name !== 'saving.lossShare'), 'figures'],
    [OUTPUT_NAMES, undefined],
  ] as const)('gives probes what was simulated, and reads no more of it than they look at', async (names, part) => {
    const outputs = names.map((name) => outputNamed(name) as Output);
    const rows = [[{ settings: [], replication: 0 }], [{ settings: ['fleet.size=-1'], replication: 0 }]];
    const plain = await runProbes(inProcess(scenario), rows, { seed: 1, outputs });
    const path = newFile();
    await runWith(path);
    await runWith(path, [[task(0, 'staged', ['fleet.size=-1'])], [task(0, 'direct', ['fleet.size=-1'])]]);
    const { open, ran } = counted();
    const asked: unknown[] = [];
    const stored = await withFile(path, (store) => {
      const find: ResultsStore['find'] = (keys, looked) => {
        asked.push(looked);
        return store.find(keys, looked);
      };
      return runProbes(withStore(scenario, { ...store, find }, 'v1', open), rows, { seed: 1, outputs });
    });
    expect(stored).toStrictEqual(plain);
    expect(stored.map(([one]) => one?.ok)).toEqual([true, false]);
    expect(asked.map((looked) => looked ?? 'whole')).toEqual([part ?? 'whole']);
    expect(ran()).toBe(0);
  });

  test('gives the figures of outcomes whose members stand in another order, beside others', async () => {
    const path = newFile();
    const [[one, other]] = (await collect(inProcess(scenario), [[task(0), task(1)]])) as [[Served, Served]];
    const { calls, ...rest } = other.outcome;
    const turned: Served = { ok: true, outcome: { calls, ...rest } };
    await withFile(path, async (store) => {
      const kept = { scenarioHash: 'h', task: task(0) };
      await store.keep([{ ...kept, key: 'a', outcome: one }]);
      const { outcome: first } = await store.find(['a'], 'figures');
      await store.keep([{ ...kept, key: 'b', outcome: turned }]);
      const { outcome: later } = await store.find(['b', 'a'], 'figures');
      expect(first(0)).toStrictEqual(later(1));
      const { ledger, carbon, mass, calls: _, hours, ...figures } = one.outcome;
      expect(first(0)).toStrictEqual({ ok: true, outcome: figures });
      expect(later(0)).toStrictEqual(turned);
    });
  });

  test('gives a few of many, and makes each the study’s own once', async () => {
    const path = newFile();
    const rows = Array.from({ length: 9 }, (_, replication) => [task(replication)]);
    const done = (await collect(inProcess(scenario), rows)).map(([outcome]) => outcome as Served);
    const kept = done.map((outcome, at) => ({ key: `key ${at}`, scenarioHash: 'h', task: task(at), outcome }));
    await withFile(path, (store) => store.keep(kept));
    const found = await withFile(path, (store) => store.find(['key 8', 'key 0', 'none', 'key 8']));
    expect(found.known).toBe(3);
    expect([0, 1, 2, 3].map((place) => JSON.stringify(found.outcome(place)))).toEqual(
      [done[8], done[0], null, done[8]].map((one) => JSON.stringify(one)),
    );
    const own = 'SELECT task FROM study_task WHERE study = 2 ORDER BY task';
    expect((await answerSql(path, own)).rows).toEqual([[1], [9]]);
    await withFile(path, async (store) => {
      await store.find(['key 1']);
      await store.keep(kept.slice(0, 1).map((one) => ({ ...one, key: 'key 9' })));
      await store.find(['key 1', 'key 9', 'key 2']);
    });
    expect((await answerSql(path, own.replace('2', '3'))).rows).toEqual([[2], [3], [10]]);
  });

  test('takes a study without overrides', async () => {
    const row = { ...study, scenario: { ...study.scenario, overrides: [] } };
    expect(await withFile(newFile(), (store) => store.find([]), row)).toMatchObject({ known: 0 });
  });

  test('is shared among studies, and takes settings in any order for the same', async () => {
    const path = newFile();
    await runWith(path, [[task(0, 'direct', ['fleet.size=9', 'quay.craneRate=300'])]]);
    const again = await runWith(path, [[task(0, 'direct', ['quay.craneRate=300', 'fleet.size=9'])], [task(0)]]);
    expect(again.ran).toBe(1);
  });

  test('of another result version knows nothing for this one', async () => {
    const path = newFile();
    await runWith(path, ROWS.slice(0, 1));
    expect((await runWith(path, ROWS.slice(0, 1), 'v2')).ran).toBe(2);
  });

  test('gives a study the same numbers, and reads them all the second time', async () => {
    const path = newFile();
    const options = { seed: 3, replications: 3 };
    const plain = await compareScenario(scenario, options);
    for (let time = 0; time < 2; time++) {
      const stored = await withFile(path, (store) => compareScenario(scenario, { ...options, store }));
      expect(JSON.stringify(stored)).toBe(JSON.stringify(plain));
    }
    const { rows } = await answerSql(path, 'SELECT count(*), count(DISTINCT key) FROM task');
    // Two modes of three replications, at the fitted values and at the priors.
    expect(rows).toEqual([[12, 12]]);
  });

  test('keeps a batch whole or not at all', async () => {
    const path = newFile();
    await withFile(path, async (store) => {
      const [[outcome]] = (await collect(inProcess(scenario), [[task(0)]])) as [[never]];
      const good = { key: 'a'.repeat(32), scenarioHash: 'h', task: task(0), outcome };
      const bad = { ...good, key: 'b'.repeat(32), task: { ...task(0), replication: 'x' as never } };
      await expect(store.keep([good, bad])).rejects.toThrow();
      expect((await store.find([good.key])).outcome(0)).toBe(null);
      await store.keep([good]);
      const found = await store.find([bad.key, good.key, good.key]);
      expect([0, 1, 2].map((place) => JSON.stringify(found.outcome(place)))).toEqual(
        [null, outcome, outcome].map((one) => JSON.stringify(one)),
      );
    });
  });

  test('with a gap at its beginning gives little out of turn', async () => {
    const rows = Array.from({ length: 25_000 }, (_, replication) => [task(replication)]);
    const failed = { ok: false, failure: { why: 'refused', problems: [] } } as const;
    let looked = 0;
    const gap: ResultsStore = {
      find: async (keys) => {
        const isFirst = looked === 0;
        looked += keys.length;
        const known = isFirst ? keys.length - 1 : keys.length;
        return { known, outcome: (place) => (isFirst && place === 0 ? null : failed) };
      },
      keep: async () => {},
      ...noCloseUps,
      close: async () => {},
    };
    const open = (): Executor => ({
      run: async (missing, take) => {
        for (const [row, tasks] of missing.entries())
          await take(
            row,
            tasks.map(() => failed),
          );
      },
      close: async () => {},
    });
    const taken: number[] = [];
    await withStore(scenario, gap, 'v1', open).run(rows, (row) => {
      taken.push(row);
    });
    expect(looked).toBe(25_000);
    expect(new Set(taken).size).toBe(25_000);
    expect(taken.indexOf(0)).toBeLessThan(10_000);
  });

  test.each([
    ['while they are taken where all is known', false, ['look up', 'look up', 'take']],
    ['after what is missing has been run and kept', true, ['look up', 'take', 'keep', 'look up']],
  ])('is asked for the next tasks %s', async (_, gap, order) => {
    const rows = Array.from({ length: 20_000 }, (_, replication) => [task(replication)]);
    const failed = { ok: false, failure: { why: 'refused', problems: [] } } as const;
    const done: string[] = [];
    const store: ResultsStore = {
      find: async (keys) => {
        done.push('look up');
        const missing = gap && !done.includes('keep') ? 0 : -1;
        return { known: keys.length - 1 - missing, outcome: (place) => (place === missing ? null : failed) };
      },
      keep: async () => void done.push('keep'),
      ...noCloseUps,
      close: async () => {},
    };
    const open = (): Executor => ({ run: async (_rows, take) => take(0, [failed]), close: async () => {} });
    await withStore(scenario, store, 'v1', open).run(rows, () => void done.push('take'));
    const changes = done.filter((what, at) => what === 'look up' || what !== done[at - 1]);
    expect(changes.slice(0, order.length)).toEqual(order);
    expect(done.filter((what) => what === 'take').length).toBe(20_000);
  });

  test('that cannot keep is told of, and what ran is closed all the same', async () => {
    const close = vi.fn(async () => {});
    const full: ResultsStore = {
      find: async () => ({ known: 0, outcome: () => null }),
      keep: () => Promise.reject(new StoreError('noSpace', 'x', '')),
      ...noCloseUps,
      close: async () => {},
    };
    const executor = withStore(scenario, full, 'v1', () => ({ ...inProcess(scenario), close }));
    await expect(collect(executor, ROWS)).rejects.toMatchObject({ fault: 'noSpace' });
    await expect(executor.close()).rejects.toMatchObject({ fault: 'noSpace' });
    expect(close).toHaveBeenCalledOnce();
  });
});

/** What makes a store of the present format one of another, as that had it. */
const BACK_TO = {
  // Without close-ups.
  2: 'DROP TABLE close_up;',
  // Figures with all their words in every row.
  1: `DROP TABLE close_up; CREATE TABLE measures AS FROM measure; CREATE TABLE lines AS FROM ledger;
    DROP VIEW measure; DROP VIEW ledger;
    DROP TABLE measure_value; DROP TABLE measure_name; DROP TABLE ledger_value; DROP TABLE ledger_line;
    ALTER TABLE measures RENAME TO measure; ALTER TABLE lines RENAME TO ledger;`,
  4: '',
} as const;

function backTo(format: keyof typeof BACK_TO, path: string): Promise<void> {
  return change(path, `${BACK_TO[format]} UPDATE format SET version = ${format}`);
}

async function change(path: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

describe('a store of another format', () => {
  const LEDGER = 'SELECT * FROM ledger ORDER BY ALL';

  test.each([1, 2] as const)(
    'of format %i is read as it is, and brought to the present one before it is written',
    async (format) => {
      const path = newFile();
      const { outcomes } = await runWith(path);
      const [shown, ledger] = [await showStudy(path, 1), await answerSql(path, LEDGER)];
      await backTo(format, path);
      const bytes = readFileSync(path);
      expect([await showStudy(path, 1), await answerSql(path, LEDGER)]).toEqual([shown, ledger]);
      const [taken, parquet] = [newFile(), join(folder, `format-${format}`)];
      expect(await importResults(taken, path)).toBe(5);
      mkdirSync(parquet);
      await exportParquet(path, parquet);
      expect(await importResults(newFile(), parquet)).toBe(5);
      expect([await showStudy(taken, 1), await answerSql(taken, LEDGER)]).toEqual([shown, ledger]);
      expect(readFileSync(path).equals(bytes)).toBe(true);
      const again = await runWith(path);
      expect([again.ran, JSON.stringify(again.outcomes)]).toEqual([0, JSON.stringify(outcomes)]);
      expect([await showStudy(path, 1), await answerSql(path, LEDGER)]).toEqual([shown, ledger]);
      expect((await answerSql(path, 'SELECT version FROM format')).rows).toEqual([[3]]);
      expect((await runWith(path, [[task(7)]])).ran).toBe(1);
    },
  );

  test('of format 2 is exported without the close-ups that a folder has of another export', async () => {
    const [path, taken, parquet] = [newFile(), newFile(), join(folder, 'twice')];
    await withFile(path, async (store) => {
      const [[outcome]] = (await collect(inProcess(scenario), [[task(0)]])) as [[Served]];
      await store.keep([{ key: 'a', scenarioHash: 'h', task: task(0), outcome }]);
      await store.keepCloseUps(new Map([['a', {} as CloseUp]]));
    });
    mkdirSync(parquet);
    await exportParquet(path, parquet);
    await backTo(2, path);
    await exportParquet(path, parquet);
    expect(await importResults(taken, parquet)).toBe(1);
    expect((await answerSql(taken, 'SELECT count(*) FROM close_up')).rows).toEqual([[0]]);
  });

  test('that cannot be brought to the present one stays as it was', async () => {
    const path = newFile();
    await runWith(path, ROWS.slice(0, 1));
    await backTo(1, path);
    const shown = await showStudy(path, 1);
    await change(path, 'CREATE TABLE close_up (mine INTEGER)');
    await expect(openStore(path, study)).rejects.toBeInstanceOf(StoreError);
    expect((await answerSql(path, 'SELECT version FROM format')).rows).toEqual([[1]]);
    expect(await showStudy(path, 1)).toEqual(shown);
  });

  test('of a later one is refused and left as it was', async () => {
    const path = newFile();
    await runWith(path, ROWS.slice(0, 1));
    await backTo(4, path);
    const bytes = readFileSync(path);
    for (const open of [() => openStore(path, study), () => listStudies(path)]) {
      await expect(open()).rejects.toMatchObject({ fault: 'otherFormat', detail: '4' });
    }
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
});

describe('a file that is no store', () => {
  test.each([
    ['empty', ''],
    ['a text', 'not a database at all, but long enough to look into'],
    ['cut off', 'DUCK'],
  ])('%s is refused and left as it was', async (_, text) => {
    const path = newFile();
    writeFileSync(path, text);
    await expect(openStore(path, study)).rejects.toMatchObject({ name: 'StoreError', fault: 'foreign' });
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(existsSync(`${path}.wal`)).toBe(false);
  });

  test('a damaged one is told as damaged', async () => {
    const path = newFile();
    await runWith(path, ROWS.slice(0, 1));
    const bytes = readFileSync(path);
    bytes.fill(0x55, 4096, 12_288);
    writeFileSync(path, bytes);
    await expect(openStore(path, study)).rejects.toMatchObject({ name: 'StoreError', fault: 'damaged' });
  });

  test('a folder that is not there, and a store that is not there to be read', async () => {
    await expect(openStore(join(folder, 'none', 'a.duckdb'), study)).rejects.toBeInstanceOf(StoreError);
    await expect(listStudies(join(folder, 'none.duckdb'))).rejects.toMatchObject({ fault: 'noFile' });
  });
});

describe('a lazy store', () => {
  test('is not opened where nothing asks, and is done without where that is possible', async () => {
    const told: string[] = [];
    const fail = () => Promise.reject(new StoreError('locked', 'x', '1'));
    const lazy = lazyStore(fail, ({ fault }) => told.push(fault));
    await lazy.close();
    expect(told).toEqual([]);
    expect((await lazy.find(['a'])).outcome(0)).toBe(null);
    await lazy.keep([]);
    await lazy.close();
    expect(told).toEqual(['locked']);
    await expect(lazyStore(fail).find(['a'])).rejects.toMatchObject({ fault: 'locked' });
  });
});

describe('what a store tells', () => {
  test('the figures of each outcome, however many there are', async () => {
    const path = newFile();
    const [[found]] = (await collect(inProcess(scenario), [[task(0)]])) as [[{ ok: true; outcome: ModeOutcome }]];
    const { measures, ledger } = found.outcome;
    const [name = ''] = Object.keys(measures);
    const [line] = ledger;
    const of = (at: number): ModeOutcome => ({
      ...found.outcome,
      measures: { ...measures, [name]: at % 3 === 0 ? null : at % 5 === 0 ? -0 : at },
      // Lines that come and go stand at other places from task to task.
      ledger: at % 2 === 0 ? ledger : [{ ...(line as LedgerLine), payee: null, yuanPerTonne: 1 - at }, ...ledger],
    });
    const ids = Array.from({ length: 200 }, (_, at) => at);
    await withFile(path, (store) =>
      store.keep(
        ids.map((at) => ({
          key: `${at}`,
          scenarioHash: 'h',
          task: task(at),
          outcome: { ok: true, outcome: of(at) },
        })),
      ),
    );
    const read = await answerSql(path, 'SELECT task - 1, measure, value FROM measure ORDER BY task, measure');
    const rows = ids.flatMap((at) => Object.entries(of(at).measures).map(([id, value]) => [at, id, value]));
    expect(read.rows).toEqual(
      rows.toSorted(([a, x], [b, y]) => Number(a) - Number(b) || (String(x) < String(y) ? -1 : 1)),
    );
    const again = await withFile(path, async (store) => {
      const back = await store.find(ids.map(String));
      return ids.map((at) => structuredClone(back.outcome(at)));
    });
    expect(again).toStrictEqual(ids.map((at) => ({ ok: true, outcome: of(at) })));
    const lines = await answerSql(path, 'SELECT task - 1 AS at, * EXCLUDE task FROM ledger ORDER BY ALL');
    const sorted = (some: readonly unknown[]) => some.map((one) => JSON.stringify(one)).toSorted();
    expect(sorted(lines.rows)).toEqual(
      sorted(
        ids.flatMap((at) =>
          of(at).ledger.map(({ item, payer, payee, kind, yuanPerTonne }) => [
            at,
            item,
            payer,
            payee,
            kind,
            yuanPerTonne,
          ]),
        ),
      ),
    );
  });

  test('its studies, their figures, and two of them side by side', async () => {
    const path = newFile();
    await runWith(path);
    await runWith(path, ROWS.slice(0, 2));
    const studies = await listStudies(path);
    expect(studies.rows.map((row) => [row[0], row[5], row[6]])).toEqual([
      [2, 4, 0],
      [1, 5, 1],
    ]);
    const shown = await showStudy(path, 2);
    const costs = shown.rows.filter((row) => row[2] === 'cost.perTonne');
    expect(costs.map((row) => [row[0], row[3]])).toEqual([
      ['direct', 2],
      ['staged', 2],
    ]);
    const compared = await compareStudies(path, 1, 2);
    expect(compared.rows.every((row) => row[7] === 0)).toBe(true);
    expect(compared.rows.length).toBeGreaterThan(20);
  });

  test('SQL of one’s own can read and nothing else', async () => {
    const path = newFile();
    await runWith(path, ROWS.slice(0, 1));
    const { columns, rows } = await answerSql(
      path,
      "SELECT mode, value FROM task JOIN measure USING (task) WHERE measure = 'cost.perTonne' ORDER BY mode",
    );
    expect([columns, rows.length]).toEqual([['mode', 'value'], 2]);
    for (const sql of [
      'DELETE FROM task',
      `COPY task TO '${folder}/stolen.csv'`,
      "SELECT * FROM read_csv('/etc/passwd')",
      "SELECT * FROM read_text('/etc/passwd')",
      `ATTACH '${folder}/other.duckdb'`,
      'INSTALL httpfs',
      'LOAD httpfs',
      'SET enable_external_access = true',
      'SELEC 1',
    ]) {
      await expect(answerSql(path, sql), sql).rejects.toBeInstanceOf(QueryError);
    }
    expect(existsSync(join(folder, 'stolen.csv'))).toBe(false);
    expect((await answerSql(path, 'SELECT count(*) FROM task')).rows).toEqual([[2]]);
  });

  test('what is exported can be taken in elsewhere, once', async () => {
    const [from, to] = [newFile(), newFile()];
    const parquet = join(folder, 'parquet');
    mkdirSync(parquet);
    await runWith(from);
    await runWith(to, ROWS.slice(1, 2));
    await exportParquet(from, parquet);
    expect(await importResults(to, parquet)).toBe(3);
    expect(await importResults(to, parquet)).toBe(0);
    const third = newFile();
    expect(await importResults(third, from)).toBe(5);
    expect(await importResults(third, from)).toBe(0);
    expect((await runWith(third)).ran).toBe(0);
    const { outcomes, ran } = await runWith(to);
    expect(ran).toBe(0);
    expect(JSON.stringify(outcomes)).toBe(JSON.stringify(await collect(inProcess(scenario), ROWS)));
  });

  test('what is kept after others’ results were taken in does not pass for them', async () => {
    const [from, to] = [newFile(), newFile()];
    const rows = [task(0), task(1), task(2)];
    const [[first, second, third]] = (await collect(inProcess(scenario), [rows])) as [[Served, Served, Served]];
    const turned: Served = { ok: true, outcome: { ...third.outcome, calls: [] } };
    const kept = (key: string, outcome: Served) => ({ key, scenarioHash: 'h', task: task(0), outcome });
    await withFile(from, (store) => store.keep([kept('a', first)]));
    await withFile(to, (store) => store.keep([kept('b', second)]));
    await importResults(to, from);
    await withFile(to, (store) => store.keep([kept('c', turned)]));
    const found = await withFile(to, (store) => store.find(['a', 'b', 'c']));
    expect([0, 1, 2].map((place) => JSON.stringify(found.outcome(place)))).toEqual(
      [first, second, turned].map((one) => JSON.stringify(one)),
    );
  });

  test('a folder that machines have exported into, each into one of its own, is taken in whole', async () => {
    const shared = join(folder, 'shared');
    for (const [part, rows] of [ROWS.slice(0, 2), ROWS.slice(1)].entries()) {
      const into = join(shared, `part-${part}`);
      mkdirSync(into, { recursive: true });
      const from = newFile();
      await runWith(from, rows);
      await exportParquet(from, into);
    }
    mkdirSync(join(shared, 'logs'));
    const to = newFile();
    expect(await importResults(to, shared)).toBe(5);
    expect((await runWith(to)).ran).toBe(0);
  });

  test('what is no export is refused, and nothing of it is taken in', async () => {
    const [from, to] = [newFile(), newFile()];
    await runWith(from, ROWS.slice(0, 1));
    const made = (name: string) => {
      const path = join(folder, name);
      mkdirSync(path);
      return path;
    };
    const [empty, junk, swapped] = [made('empty'), made('junk'), made('swapped')];
    await expect(importResults(to, empty)).rejects.toMatchObject({ fault: 'foreign', path: empty });
    expect(existsSync(to)).toBe(false);
    for (const into of [junk, swapped]) await exportParquet(from, into);
    writeFileSync(join(junk, 'ledger.parquet'), 'no Parquet, but long enough to be looked into');
    copyFileSync(join(swapped, 'measure.parquet'), join(swapped, 'task.parquet'));
    for (const bad of [junk, swapped]) {
      await expect(importResults(to, bad)).rejects.toMatchObject({ fault: 'foreign', path: bad });
    }
    expect((await answerSql(to, 'SELECT count(*) FROM task')).rows).toEqual([[0]]);
  });

  test('pruning keeps what the last studies have', async () => {
    const path = newFile();
    await runWith(path);
    await runWith(path, ROWS.slice(0, 1));
    expect(await prune(path, 1)).toBe(3);
    expect((await runWith(path, ROWS.slice(0, 1))).ran).toBe(0);
    const left = await answerSql(path, 'SELECT count(DISTINCT task) FROM measure');
    expect(left.rows).toEqual([[2]]);
  });
});
