import { Interrupt, type Process, type ProcessBody, Resource, Simulation } from '../../../src/engine/index.ts';
import { exponential, RandomStreams, truncatedNormal } from '../../../src/random/index.ts';

const MACHINES = 10;
const FOUR_WEEKS = 4 * 7 * 24 * 60;

/**
 * Ten machines make parts and break down, also in the middle of a part; one repairer mends them and does odd jobs
 * otherwise. A breakdown interrupts the machine, which afterwards goes on with the same part, and takes the repairer
 * away from an odd job, which is later gone on with too. Only who is at work can be interrupted, so that a repair and a
 * wait for the repairer never are, and a plain `release` will do.
 *
 * What differs from SimPy's example: there the resource pre-empts the odd job by itself. A resource here never takes a
 * unit back; the broken machine interrupts the odd job, which gives the repairer up and stands in line again, behind
 * the machine by priority. The random numbers are this project's, so that the counts are like SimPy's
 * (3185 to 3387 parts a machine), not the same.
 */
export function machineShop(): string[] {
  const sim = new Simulation();
  const repairer = new Resource(sim, { name: 'repairer', capacity: 1 });
  const streams = new RandomStreams(42, 0);
  const partMinutes = truncatedNormal(10, 2, 0, Number.POSITIVE_INFINITY);
  const minutesToBreakdown = exponential(300);
  const partsMade = new Array<number>(MACHINES).fill(0);
  const atWork = new Set<unknown>();
  let oddJobsDone = 0;

  /** Works until done or interrupted; gives back the minutes left. */
  function* work(minutes: number): ProcessBody<number> {
    const [worker, end] = [sim.current, sim.now + minutes];
    atWork.add(worker);
    try {
      yield* sim.hold(minutes);
    } catch (error) {
      if (!(error instanceof Interrupt)) throw error;
    } finally {
      atWork.delete(worker);
    }
    return Math.max(0, end - sim.now);
  }

  function* machine(i: number): ProcessBody {
    for (; ; partsMade[i]!++) {
      let left = yield* work(partMinutes.quantile(streams.stream('part', i).next()));
      while (left > 0) {
        if (atWork.has(oddJobber)) oddJobber.interrupt('breakdown');
        yield* repairer.seize(1, 1);
        yield* sim.hold(30);
        repairer.release();
        left = yield* work(left);
      }
    }
  }

  function* breakdowns(i: number, victim: Process<void>): ProcessBody {
    for (;;) {
      yield* sim.hold(minutesToBreakdown.quantile(streams.stream('breakdown', i).next()));
      if (atWork.has(victim)) victim.interrupt('breakdown');
    }
  }

  function* oddJobs(): ProcessBody {
    for (; ; oddJobsDone++) {
      for (let left = 30; left > 0; ) {
        yield* repairer.seize(1, 2);
        left = yield* work(left);
        repairer.release();
      }
    }
  }

  const oddJobber = sim.spawn('odd jobs', oddJobs());
  for (let i = 0; i < MACHINES; i++) {
    const victim = sim.spawn(`machine ${i}`, machine(i));
    sim.spawn(`breakdowns of machine ${i}`, breakdowns(i, victim));
  }
  sim.run(FOUR_WEEKS);
  return [...partsMade.map((parts, i) => `Machine ${i}: ${parts} parts`), `Odd jobs done: ${oddJobsDone}`];
}
