import ln from '@stdlib/math-base-special-ln';
import { ParallelLines, type ProcessBody, Resource, Simulation, Tally } from '../../engine/index.ts';

/** First values of streams 1 and 2 of Law and Kelton's generator. */
const [STREAM_1, STREAM_2] = [1_973_272_912n, 281_629_770n];

/** Their generator: a Lehmer generator modulo 2^31 − 1, read by its upper bits. */
function lawKeltonStream(first: bigint): () => number {
  let z = first;
  return () => {
    z = (630_360_016n * z) % 2_147_483_647n;
    return ((Number(z) >> 7) | 1) / 16_777_216;
  };
}

/** What their program prints. */
export interface SingleServer {
  readonly delay: number;
  readonly line: number;
  readonly utilisation: number;
  readonly end: number;
}

/**
 * Law and Kelton, Simulation Modeling and Analysis, section 1.4: a single server, gaps of mean 1 and services of mean
 * 0.5 from one stream, until 1,000 delays are observed. The book computes in single precision and prints three places.
 */
export function lawKeltonSingleServer(): SingleServer {
  const sim = new Simulation();
  const server = new Resource(sim, { name: 'server', capacity: 1 });
  const delays = new Tally();
  const uniform = lawKeltonStream(STREAM_1);
  const exponential = (mean: number) => -mean * ln(uniform());
  function* customer(): ProcessBody {
    const arrival = sim.now;
    yield* server.seize();
    delays.add(sim.now - arrival);
    if (delays.count === 1000) sim.stop();
    yield* sim.hold(exponential(0.5));
    server.release();
  }
  function* source(): ProcessBody {
    for (;;) {
      yield* sim.hold(exponential(1));
      sim.spawn('customer', customer());
    }
  }
  sim.spawn('source', source());
  sim.run();
  const { now } = sim;
  return { delay: delays.mean, line: server.line.mean(now), utilisation: server.usage.mean(now), end: now };
}

/**
 * Law and Kelton, section 2.6: a bank with a line for each teller and jockeying, open for eight hours, arrivals of mean
 * 1 minute from stream 1, services of mean 4.5 from stream 2, both going on from one number of tellers to the next.
 *
 * @returns the average number in line for each number of tellers
 */
export function lawKeltonBank(tellers: readonly number[]): number[] {
  const gaps = lawKeltonStream(STREAM_1);
  const services = lawKeltonStream(STREAM_2);
  return tellers.map((count) => {
    const sim = new Simulation();
    const lines = new ParallelLines(sim, { name: 'tellers', lines: count });
    function* customer(): ProcessBody {
      const teller = yield* lines.seize();
      yield* sim.hold(-4.5 * ln(services()));
      lines.release(teller);
    }
    function* door(): ProcessBody {
      for (yield* sim.hold(-ln(gaps())); sim.now < 480; yield* sim.hold(-ln(gaps()))) {
        sim.spawn('customer', customer());
      }
    }
    sim.spawn('door', door());
    sim.run();
    return lines.line.mean(sim.now);
  });
}
