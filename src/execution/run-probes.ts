import {
  modesFor,
  type Output,
  type Probe,
  type Probed,
  probedOf,
  type Task,
  type TaskOutcome,
} from '../study/index.ts';
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
  const probed: Probed[][] = new Array(rows.length);
  const tasksOf = ({ settings, replication }: Probe): Task[] =>
    modes.map((mode) => ({ settings, mode, seed, replication }));
  const ofProbe = (outcomes: readonly TaskOutcome[], at: number) =>
    outcomes.slice(at * modes.length, (at + 1) * modes.length);
  let done = 0;
  await executor.run(
    rows.map((row) => row.flatMap(tasksOf)),
    (row, outcomes) => {
      const probes = rows[row]?.length ?? 0;
      probed[row] = Array.from({ length: probes }, (_, at) => probedOf(outputs, ofProbe(outcomes, at)));
      done += probes;
      onProgress?.(done);
    },
  );
  return probed;
}
