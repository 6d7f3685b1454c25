import { type Executor, runSome } from './executor.ts';

/**
 * An executor that gives all tasks to another, but those that are to be looked at closely: these are run here, at the same
 * time, for what is seen of them is not sent.
 *
 * @param openHere makes what runs so many rows here; not called where none are
 */
export function looksHere(elsewhere: Executor, openHere: (rows: number) => Executor): Executor {
  let here: Executor | null = null;
  return {
    async run(rows, take, part) {
      const [looks, others]: [number[], number[]] = [[], []];
      for (const [at, row] of rows.entries()) (row.some(({ look }) => look) ? looks : others).push(at);
      if (looks.length === 0) return elsewhere.run(rows, take, part);
      here ??= openHere(looks.length);
      await Promise.all([runSome(here, rows, looks, take, part), runSome(elsewhere, rows, others, take, part)]);
    },
    async close() {
      await Promise.all([elsewhere.close(), here?.close()]);
    },
  };
}
