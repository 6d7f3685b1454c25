import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
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
  StoreError,
  type StudyRow,
  showStudy,
} from '../../src/execution/index.ts';
import { flatten, flattener, unflattener } from '../../src/execution/store/flat-outcome.ts';
import { outcomeReader } from '../../src/execution/store/lazy-outcome.ts';
import { withStore } from '../../src/execution/store/with-store.ts';
import type { Task } from '../../src/study/index.ts';
import { ownFolder } from '../cli/command.ts';
import { smallScenario } from '../report/small-study.ts';

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

describe('an outcome taken apart and put together', () => {
  test('is the same to the last bit, whatever plain data it is', () => {
    const plain = fc.letrec((tie) => ({
      any: fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constant(null),
        fc.string(),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          tie('any'),
          { maxKeys: 4, noNullPrototype: true },
        ),
      ),
    })).any;
    fc.assert(
      fc.property(plain, (value) => {
        const { shape, numbers } = flatten(value);
        const bytes = new Uint8Array(numbers.buffer.slice(0));
        expect(unflattener(shape)(new Float64Array(bytes.buffer))).toStrictEqual(value);
      }),
      { seed: 1 },
    );
  });
});

describe('an outcome taken apart again and again', () => {
  const data = fc.array(
    fc.record({ a: fc.double({ noNaN: true }), b: fc.constantFrom('x', 'y'), c: fc.option(fc.nat()) }),
  );

  test('is what it is taken apart alone, whatever came before', () => {
    const again = flattener();
    fc.assert(
      fc.property(data, (value) => {
        expect(again(value)).toStrictEqual(flatten(value));
        expect(again(value)).toStrictEqual(flatten(value));
      }),
      { seed: 1 },
    );
  });

  test.each([
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: [] }, { a: {} }],
    [{ a: 'x' }, { a: 'y' }],
    [{ a: 1 }, { a: '1' }],
    [{ a: null }, { a: true }],
    [{ a: [1] }, { a: [1, 2] }],
  ])('%o is not taken for %o', (one, other) => {
    const again = flattener();
    again(one);
    expect(again(other)).toStrictEqual(flatten(other));
  });

  test('a real one is put together member by member, and is plain data to whoever looks', async () => {
    const [[found]] = (await collect(inProcess(scenario), [[task(0)]])) as [[{ ok: true; outcome: object }]];
    const { shape, numbers } = flatten(found.outcome);
    const read = outcomeReader(shape)(numbers);
    expect(Object.keys(read)).toEqual(Object.keys(found.outcome));
    expect(Object.getOwnPropertyDescriptor(read, 'hours')?.get).toBeTypeOf('function');
    expect(structuredClone(read)).toStrictEqual(found.outcome);
    expect({ ...read }).toStrictEqual(found.outcome);
    expect(JSON.stringify(read)).toBe(JSON.stringify(found.outcome));
  });
});

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

  test('takes a study without overrides', async () => {
    const row = { ...study, scenario: { ...study.scenario, overrides: [] } };
    expect(await withFile(newFile(), (store) => store.find([]), row)).toEqual(new Map());
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
      expect((await store.find([good.key])).size).toBe(0);
      await store.keep([good]);
      expect([...(await store.find([good.key, bad.key])).keys()]).toEqual([good.key]);
    });
  });

  test('that cannot keep is told of, and what ran is closed all the same', async () => {
    const close = vi.fn(async () => {});
    const full: ResultsStore = {
      find: async () => new Map(),
      keep: () => Promise.reject(new StoreError('noSpace', 'x', '')),
      close: async () => {},
    };
    const executor = withStore(scenario, full, 'v1', () => ({ ...inProcess(scenario), close }));
    await expect(collect(executor, ROWS)).rejects.toMatchObject({ fault: 'noSpace' });
    await expect(executor.close()).rejects.toMatchObject({ fault: 'noSpace' });
    expect(close).toHaveBeenCalledOnce();
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
    expect((await lazy.find(['a'])).size).toBe(0);
    await lazy.keep([]);
    await lazy.close();
    expect(told).toEqual(['locked']);
    await expect(lazyStore(fail).find(['a'])).rejects.toMatchObject({ fault: 'locked' });
  });
});

describe('what a store tells', () => {
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
