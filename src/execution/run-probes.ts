import { setImmediate } from 'node:timers/promises';
import type { Scenario } from '../scenario/index.ts';
import { type Output, type Probe, type Probed, prober } from '../study/index.ts';
import type { OnProgress } from './executor.ts';
import { startPool } from './pool.ts';
import type { ProbeBatch } from './probe-worker.ts';

/** What probes are run of, and where. */
export interface ProbeOptions {
  readonly seed: number;
  readonly outputs: readonly Output[];
  /** Worker threads, 1 unless said otherwise: no result depends on them. */
  readonly threads?: number;
  readonly onProgress?: OnProgress;
}

/** Pieces each thread gets at least, where there are probes enough. */
const PIECES_PER_THREAD = 4;

/**
 * Runs rows of probes; those of a row that share a simulation should stand in it together.
 *
 * @returns their outputs in the same rows
 */
export async function runProbes(
  scenario: Scenario,
  rows: readonly (readonly Probe[])[],
  options: ProbeOptions,
): Promise<Probed[][]> {
  const { threads = 1 } = options;
  const probes = rows.flat();
  const probed = threads > 1 ? await onThreads(scenario, rows, options) : await here(scenario, probes, options);
  let at = 0;
  return rows.map((row) => {
    at += row.length;
    return probed.slice(at - row.length, at);
  });
}

async function here(scenario: Scenario, probes: readonly Probe[], { seed, outputs, onProgress }: ProbeOptions) {
  const run = prober(scenario, seed, outputs);
  const probed: Probed[] = [];
  for (const probe of probes) {
    probed.push(run(probe));
    onProgress?.(probed.length);
    await setImmediate();
  }
  return probed;
}

async function onThreads(
  scenario: Scenario,
  rows: readonly (readonly Probe[])[],
  { seed, outputs, threads = 1, onProgress }: ProbeOptions,
): Promise<Probed[]> {
  const pool = await startPool(threads, 'probe-worker');
  try {
    let done = 0;
    const batches = piecesOf(rows, threads).map(async (probes) => {
      const batch: ProbeBatch = { scenario, seed, outputs, probes };
      const probed = (await pool.run(batch)) as Probed[];
      done += probes.length;
      onProgress?.(done);
      return probed;
    });
    return (await Promise.all(batches)).flat();
  } finally {
    await pool.destroy();
  }
}

/** Whole rows, several together where they are short; long ones are cut where there are too few. */
function piecesOf(rows: readonly (readonly Probe[])[], threads: number): Probe[][] {
  const count = rows.reduce((sum, row) => sum + row.length, 0);
  const size = Math.max(1, Math.ceil(count / (threads * PIECES_PER_THREAD)));
  const pieces: Probe[][] = [];
  let piece: Probe[] = [];
  for (const row of rows) {
    for (let at = 0; at < row.length; at += size) {
      const part = row.slice(at, at + size);
      if (piece.length > 0 && piece.length + part.length > size) {
        pieces.push(piece);
        piece = [];
      }
      piece = [...piece, ...part];
    }
  }
  return piece.length > 0 ? [...pieces, piece] : pieces;
}
