import { type Executor, runSome } from './executor.ts';

/** One of several parts that a study is run in, each by a process of its own. */
export interface Shard {
  /** From 1. */
  readonly part: number;
  readonly of: number;
}

/** A part is done: what a study that runs in parts ends with, since the others are not there to go on with. */
export class ShardDone extends Error {
  override readonly name = 'ShardDone';
  /** Tasks of this part, and of all. */
  readonly tasks: number;
  readonly all: number;

  constructor(tasks: number, all: number) {
    super(`a part of ${tasks} of ${all} tasks is done`);
    this.tasks = tasks;
    this.all = all;
  }
}

/**
 * Runs of all rows those of a part: every so manieth. The parts together are all rows, each once, wherever and whenever
 * they run.
 *
 * @param executor keeps what it runs
 * @returns an executor whose run ends with a {@link ShardDone}
 */
export function sharded(executor: Executor, { part: own, of }: Shard): Executor {
  return {
    async run(rows, take, part) {
      const places = rows.flatMap((_, at) => (at % of === own - 1 ? [at] : []));
      await runSome(executor, rows, places, take, part);
      const count = (some: typeof rows) => some.reduce((sum, row) => sum + row.length, 0);
      throw new ShardDone(count(places.map((at) => rows[at] ?? [])), count(rows));
    },
    close: () => executor.close(),
  };
}
