import { type ProcessBody, Resource, Simulation } from '../../../src/engine/index.ts';

/** When the cars come, in minutes, and the share of its dirt that each loses; as in SimPy's example. */
const arrivals = [0, 0, 0, 0, 5, 10, 16];
const dirtPercent = [97, 67, 64, 58, 97, 56];

/**
 * A carwash with two machines, followed for twenty minutes. A wash is a process with a result: the car waits for it by
 * `yield*` and gets the share of dirt removed. The times are those of SimPy's example. Its
 * order at minute 0 differs: there all cars arrive before the first drives in, here a free machine is had at once.
 */
export function carwash(): string[] {
  const sim = new Simulation();
  const machines = new Resource(sim, { name: 'washing machines', capacity: 2 });
  const lines: string[] = [];
  const log = (text: string) => lines.push(`${sim.now.toFixed(2).padStart(5)}  ${text}`);

  function* wash(i: number): ProcessBody<number> {
    yield* sim.hold(5);
    log(`Car ${i} has lost ${dirtPercent[i]}% of its dirt`);
    return dirtPercent[i]!;
  }

  function* car(i: number): ProcessBody {
    log(`Car ${i} arrives`);
    yield* machines.seize();
    try {
      log(`Car ${i} drives in`);
      const percent = yield* sim.spawn(`wash of car ${i}`, wash(i));
      log(`Car ${i} drives off ${percent > 90 ? 'gleaming' : 'clean enough'}`);
    } finally {
      machines.release();
    }
  }

  for (const [i, delay] of arrivals.entries()) sim.spawn(`car ${i}`, car(i), { delay });
  sim.run(20);
  return lines;
}
