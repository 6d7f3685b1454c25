import { fileURLToPath } from 'node:url';

/** Memory of a thread for what is soon forgotten. With what Node gives it, a season took a thread a tenth longer. */
const YOUNG_MB = 64;

/**
 * Starts a pool of threads. Its package is loaded only where threads are asked for: a run on one thread starts
 * quicker without.
 *
 * @param worker the name of the worker's file in this folder, without its ending
 */
export async function startPool(threads: number, worker: string) {
  const { Piscina } = await import('piscina');
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB };
  return new Piscina({ filename: compiled(worker), minThreads: threads, maxThreads: threads, resourceLimits });
}

/** Threads start from the build's bundles only. */
function compiled(worker: string): string {
  const here = import.meta.url;
  const file = here.endsWith('.ts') ? `../../dist/execution/${worker}.js` : `./${worker}.js`;
  return fileURLToPath(new URL(file, here));
}
