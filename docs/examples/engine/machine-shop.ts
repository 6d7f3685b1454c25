import {
  Interrupt,
  PreemptiveResource,
  type Process,
  type ProcessBody,
  Simulation,
  work,
} from '../../../src/engine/index.ts';
import { exponential, RandomStreams, truncatedNormal } from '../../../src/random/index.ts';

const MACHINES = 10;
const FOUR_WEEKS = 4 * 7 * 24 * 60;

/**
 * Ten machines make parts and break down, also in the middle of a part; one repairer mends them and does odd jobs
 * otherwise. A breakdown interrupts the machine, which afterwards goes on with the same part, and takes the repairer
 * away from an odd job, which is later gone on with too.
 *
 * Where SimPy's example writes loops around what may be broken off, `work` does it: it takes up again what was lost.
 * The random numbers are this project's, so that the counts are like SimPy's (3185 to 3387 parts a machine), not the
 * same.
 */
export function machineShop(): string[] {
  const sim = new Simulation();
  const repairer = new PreemptiveResource(sim, { name: 'repairer', capacity: 1 });
  const streams = new RandomStreams(42, 0);
  const partMinutes = truncatedNormal(10, 2, 0, Number.POSITIVE_INFINITY);
  const minutesToBreakdown = exponential(300);
  const partsMade = new Array<number>(MACHINES).fill(0);
  const broken = new Set<number>();
  let oddJobsDone = 0;

  function* machine(i: number): ProcessBody {
    for (; ; partsMade[i]!++) {
      const minutes = partMinutes.quantile(streams.stream('part', i).next());
      for (let end = sim.now + minutes; sim.now < end; ) {
        try {
          yield* sim.holdUntil(end);
        } catch (error) {
          if (!(error instanceof Interrupt)) throw error;
          const left = end - sim.now;
          broken.add(i);
          yield* work(repairer, 30, { priority: 1 });
          broken.delete(i);
          end = sim.now + left;
        }
      }
    }
  }

  function* breakdowns(i: number, victim: Process<void>): ProcessBody {
    for (;;) {
      yield* sim.hold(minutesToBreakdown.quantile(streams.stream('breakdown', i).next()));
      if (!broken.has(i)) victim.interrupt('breakdown');
    }
  }

  function* oddJobs(): ProcessBody {
    for (; ; oddJobsDone++) yield* work(repairer, 30, { priority: 2 });
  }

  sim.spawn('odd jobs', oddJobs());
  for (let i = 0; i < MACHINES; i++) {
    const victim = sim.spawn(`machine ${i}`, machine(i));
    sim.spawn(`breakdowns of machine ${i}`, breakdowns(i, victim));
  }
  sim.run(FOUR_WEEKS);
  return [...partsMade.map((parts, i) => `Machine ${i}: ${parts} parts`), `Odd jobs done: ${oddJobsDone}`];
}
