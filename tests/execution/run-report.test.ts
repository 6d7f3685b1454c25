import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  answerSql,
  compareScenario,
  exportParquet,
  importResults,
  openStore,
  prune,
  RECORDED,
  type ReportStudy,
  type ReportStudyOptions,
  reportStudy,
} from '../../src/execution/index.ts';
import { COMPARED, readPrecision } from '../../src/study/index.ts';
import { ownFolder } from '../cli/command.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario(true);
const { path: folder } = ownFolder();
let files = 0;
const newFile = () => join(folder, `${++files}.duckdb`);

/** A study with a store. */
async function stored<T>(path: string, study: (where: Pick<ReportStudyOptions, 'store'>) => Promise<T>): Promise<T> {
  const { name, hash } = scenario;
  const row = { command: 'report', scenario: { name, hash, overrides: [] }, seed: 1, program: 'p', provenance: {} };
  const store = await openStore(path, { ...row, resultVersion: 'v' });
  try {
    return await study({ store });
  } finally {
    await store.close();
  }
}

/** How many tasks a store has, and how many of them are different. */
async function tasksIn(path: string) {
  return (await answerSql(path, 'SELECT count(*), count(DISTINCT key) FROM task')).rows[0];
}

/** How many close-ups a store has, and of how many tasks. */
async function closeUpsIn(path: string) {
  return (await answerSql(path, 'SELECT count(*), count(DISTINCT task) FROM close_up')).rows[0];
}

const options = { seed: 2, replications: RECORDED + 2 };
let first: Promise<ReportStudy> | null = null;
/** Without a store. */
function plainReport(): Promise<ReportStudy> {
  first ??= reportStudy(scenario, options);
  return first;
}

describe('a report', () => {
  test('has the comparison of a plain study, and looks at its first replications', async () => {
    const { comparison, recorded } = await plainReport();
    expect(comparison).toStrictEqual(await compareScenario(scenario, options));
    expect(recorded.replications).toBe(RECORDED);
  });

  test('counts each replication once', async () => {
    const told: (readonly [done: number, expected: number | undefined])[] = [];
    await reportStudy(scenario, { seed: 2, replications: 3, onProgress: (...now) => told.push([now[0], now[1]]) });
    expect(told).toEqual([
      [1, undefined],
      [2, undefined],
      [3, undefined],
    ]);
  });

  test('keeps what it looked at as any other outcome, and none of it twice', async () => {
    const path = newFile();
    const report = await stored(path, (where) => reportStudy(scenario, { ...options, ...where }));
    expect(report).toStrictEqual(await plainReport());
    // Two modes, at the fitted values and at the priors.
    const tasks = 4 * options.replications;
    expect(await tasksIn(path)).toEqual([tasks, tasks]);
    const comparison = await stored(path, (where) => compareScenario(scenario, { ...options, ...where }));
    expect(comparison).toStrictEqual(report.comparison);
    expect(await tasksIn(path)).toEqual([tasks, tasks]);
  });

  test('that is made again simulates nothing, whoever gave what it takes', async () => {
    const [path, copied, taken, parquet] = [newFile(), newFile(), newFile(), join(folder, 'parquet')];
    const report = await stored(path, (where) => reportStudy(scenario, { ...options, ...where }));
    expect(await importResults(copied, path)).toBe(4 * options.replications);
    mkdirSync(parquet);
    await exportParquet(path, parquet);
    // What knows the outcomes only is given the close-ups too, once.
    await stored(taken, (where) => compareScenario(scenario, { ...options, ...where }));
    for (let time = 0; time < 2; time++) expect(await importResults(taken, parquet)).toBe(0);
    for (const known of [path, copied, taken]) {
      const again = await stored(known, ({ store }) => {
        const [keep, keepCloseUps] = [() => expect.fail('simulated'), () => expect.fail('looked')];
        return reportStudy(scenario, { ...options, store: store && { ...store, keep, keepCloseUps } });
      });
      expect(again).toStrictEqual(report);
      expect(await closeUpsIn(known)).toEqual([2 * RECORDED, 2 * RECORDED]);
    }
  });

  test('of which the store has forgotten what was seen looks again', async () => {
    const path = newFile();
    const small = { ...options, replications: 2 };
    const report = await stored(path, (where) => reportStudy(scenario, { ...small, ...where }));
    await stored(path, (where) => compareScenario(scenario, { ...small, seed: 3, ...where }));
    expect(await prune(path, 1)).toBe(8);
    expect(await closeUpsIn(path)).toEqual([0, 0]);
    expect(await stored(path, (where) => reportStudy(scenario, { ...small, ...where }))).toStrictEqual(report);
    expect(await closeUpsIn(path)).toEqual([4, 4]);
  });

  test('of a study that is known looks at it all the same', async () => {
    const path = newFile();
    const known = { ...options, replications: 4 };
    await stored(path, (where) => compareScenario(scenario, { ...known, ...where }));
    const report = await stored(path, (where) => reportStudy(scenario, { ...options, ...where }));
    expect(report).toStrictEqual(await plainReport());
    const tasks = 4 * options.replications;
    expect(await tasksIn(path)).toEqual([tasks, tasks]);
  });

  test('of a study that goes on looks at as many of its replications as it has, up to ten', async () => {
    const { asks } = readPrecision('0.0001%', COMPARED);
    const precision = { asks, budget: 5 };
    const { comparison, recorded } = await reportStudy(scenario, { seed: 2, replications: 2, precision });
    expect([comparison.replications, recorded.replications]).toEqual([5, 5]);
    expect(recorded.view).toStrictEqual((await plainReport()).recorded.view);
  });
});
