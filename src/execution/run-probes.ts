import { modesFor, type Output, type Probe, type Probed, probedOf, type Task } from '../study/index.ts';
import type { Executor, OnProgress } from './executor.ts';

/** What is looked at in probes. */
export interface ProbeOptions {
  readonly seed: number;
  readonly outputs: readonly Output[];
  /** Told how many probes are done. */
  readonly onProgress?: OnProgress | undefined;
}

/**
 * Runs rows of probes; those of a row that share a simulation should stand in it together. Of each outcome only the
 * outputs are kept.
 *
 * @returns their outputs in the same rows
 */
export async function runProbes(
  executor: Executor,
  rows: readonly (readonly Probe[])[],
  { seed, outputs, onProgress }: ProbeOptions,
): Promise<Probed[][]> {
  const modes = modesFor(outputs);
  const probed: Probed[][] = rows.map((row) => new Array(row.length));
  const tasksOf = ({ settings, replication }: Probe): Task[] =>
    modes.map((mode) => ({ settings, mode, seed, replication }));
  const parts = partsOf(rows);
  let done = 0;
  await executor.run(
    parts.map(({ row, from, to }) => (rows[row] ?? []).slice(from, to).flatMap(tasksOf)),
    (part, outcomes) => {
      const { row, from, to } = parts[part] as Part;
      for (let at = from; at < to; at++) {
        const first = (at - from) * modes.length;
        (probed[row] as Probed[])[at] = probedOf(outputs, outcomes.slice(first, first + modes.length));
      }
      done += to - from;
      onProgress?.(done);
    },
  );
  return probed;
}

/** Probes of a row that are run together at most: no more outcomes are held, and many can work on a long row. */
const MOST_TOGETHER = 32;

/** A part of a row. */
interface Part {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

function partsOf(rows: readonly (readonly unknown[])[]): Part[] {
  return rows.flatMap(({ length }, row) =>
    Array.from({ length: Math.ceil(length / MOST_TOGETHER) }, (_, part) => {
      return { row, from: part * MOST_TOGETHER, to: Math.min(length, (part + 1) * MOST_TOGETHER) };
    }),
  );
}
