import {
  type Output,
  type OutputReader,
  outputReader,
  type Part,
  type Probe,
  type Probed,
  probedOf,
  type Task,
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
export function runProbes(
  executor: Executor,
  rows: readonly (readonly Probe[])[],
  { outputs, ...options }: ProbeOptions,
): Promise<Probed[][]> {
  const reader = outputReader(outputs);
  // One call for each of its types.
  return reader.part === 'figures'
    ? readProbes(executor, rows, reader, options)
    : readProbes(executor, rows, reader, options);
}

async function readProbes<P extends Part>(
  executor: Executor,
  rows: readonly (readonly Probe[])[],
  { part: looked, modes, values }: OutputReader<P>,
  { seed, onProgress }: Omit<ProbeOptions, 'outputs'>,
): Promise<Probed[][]> {
  const probed: Probed[][] = rows.map((row) => new Array(row.length));
  const tasksOf = ({ settings, replication }: Probe): Task[] =>
    modes.map((mode) => ({ settings, mode, seed, replication }));
  const pieces = piecesOf(rows);
  let done = 0;
  await executor.run(
    pieces.map(({ row, from, to }) => (rows[row] ?? []).slice(from, to).flatMap(tasksOf)),
    (piece, outcomes) => {
      const { row, from, to } = pieces[piece] as Piece;
      for (let at = from; at < to; at++) {
        const first = (at - from) * modes.length;
        (probed[row] as Probed[])[at] = probedOf(values, outcomes.slice(first, first + modes.length));
      }
      done += to - from;
      onProgress?.(done);
    },
    looked,
  );
  return probed;
}

/** Probes of a row that are run together at most: no more outcomes are held, and many can work on a long row. */
const MOST_TOGETHER = 32;

/** A piece of a row. */
interface Piece {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

function piecesOf(rows: readonly (readonly unknown[])[]): Piece[] {
  return rows.flatMap(({ length }, row) =>
    Array.from({ length: Math.ceil(length / MOST_TOGETHER) }, (_, piece) => {
      return { row, from: piece * MOST_TOGETHER, to: Math.min(length, (piece + 1) * MOST_TOGETHER) };
    }),
  );
}
