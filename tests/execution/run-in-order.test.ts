import { expect, test } from 'vitest';
import { type Executor, runInOrder } from '../../src/execution/executor.ts';
import type { TaskOutcome } from '../../src/study/index.ts';

const failed: TaskOutcome = { ok: false, failure: { why: 'refused', problems: [] } };
const rows = Array.from({ length: 6 }, (_, replication) => [
  { settings: [], mode: 'direct', seed: 1, replication } as const,
]);

test('outcomes that come in any order are taken in the order of their rows', async () => {
  const outcomes = rows.map(() => [{ ...failed }]);
  const log: (number | string)[] = [];
  const executor: Executor = {
    async run(_, take) {
      for (const row of [2, 0, 1, 5, 4, 3]) {
        log.push(`came ${row}`);
        await take(row, outcomes[row] ?? []);
      }
    },
    close: async () => {},
  };
  const done: number[] = [];
  await runInOrder(
    executor,
    rows,
    (found) => log.push(outcomes.findIndex((one) => Object.is(one, found))),
    (count) => done.push(count),
  );
  expect(log).toEqual(['came 2', 'came 0', 0, 'came 1', 1, 2, 'came 5', 'came 4', 'came 3', 3, 4, 5]);
  expect(done).toEqual([1, 2, 3, 4, 5, 6]);
});
