import { expect, test } from 'vitest';
import type { Executor } from '../../src/execution/index.ts';
import { looksHere } from '../../src/execution/looks-here.ts';
import type { Task, TaskOutcome } from '../../src/study/index.ts';

const failed: TaskOutcome = { ok: false, failure: { why: 'refused', problems: [] } };
const task = (replication: number, look: boolean): Task => {
  return { settings: [], mode: 'direct', seed: 1, replication, ...(look && { look }) };
};

/** An executor that notes the replications it is given, and whether it was closed. */
function noting() {
  const given: number[] = [];
  const seen = { given, closed: 0 };
  const executor: Executor = {
    async run(rows, take) {
      for (const [at, [first]] of rows.entries()) {
        given.push(first?.replication ?? -1);
        await take(at, [failed]);
      }
    },
    close: async () => void seen.closed++,
  };
  return { seen, executor };
}

test('what is looked at is run here, the rest elsewhere, and all is taken by its place', async () => {
  const [elsewhere, here] = [noting(), noting()];
  const opened: number[] = [];
  const both = looksHere(elsewhere.executor, (rows) => {
    opened.push(rows);
    return here.executor;
  });
  const rows = [3, 4, 5, 6, 7].map((replication) => [task(replication, replication % 2 === 1)]);
  const taken: number[] = [];
  await both.run(rows, (row) => void taken.push(row));
  expect([here.seen.given, elsewhere.seen.given]).toEqual([
    [3, 5, 7],
    [4, 6],
  ]);
  expect(taken.toSorted()).toEqual([0, 1, 2, 3, 4]);
  await both.run([[task(9, true)]], () => {});
  expect(opened).toEqual([3]);
  await both.close();
  expect([here.seen.closed, elsewhere.seen.closed]).toEqual([1, 1]);
});

test('nothing is opened here where nothing is looked at', async () => {
  const elsewhere = noting();
  const both = looksHere(elsewhere.executor, () => expect.fail('opened'));
  await both.run([[task(0, false)]], () => {});
  await both.close();
  expect([elsewhere.seen.given, elsewhere.seen.closed]).toEqual([[0], 1]);
});
