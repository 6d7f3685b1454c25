import { expect, test } from 'vitest';
import { anyOf, ParallelLines, type ProcessBody, Resource, Simulation, Tally } from '../../src/engine/index.ts';

/** The generator of Law and Kelton's programs, stream 1: a Lehmer generator modulo 2^31 − 1, read by its upper bits. */
function lawKeltonStream(seed = 1_973_272_912n): () => number {
  let z = seed;
  return () => {
    z = (630_360_016n * z) % 2_147_483_647n;
    return ((Number(z) >> 7) | 1) / 16_777_216;
  };
}

/**
 * Law and Kelton, Simulation Modeling and Analysis, section 1.4: a single server, 1,000 delays; the program and its
 * printed results. The book computes in single precision and prints three places.
 */
test('Law and Kelton’s M/M/1 program prints what their book prints', () => {
  const sim = new Simulation();
  const server = new Resource(sim, { name: 'server', capacity: 1 });
  const delays = new Tally();
  const uniform = lawKeltonStream();
  const exponential = (mean: number) => -mean * Math.log(uniform());
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
  const printed = [delays.mean, server.line.mean(sim.now), server.usage.mean(sim.now), sim.now];
  expect(printed.map((number) => number.toFixed(3))).toEqual(['0.430', '0.418', '0.460', '1027.915']);
});

/**
 * Law and Kelton, Simulation Modeling and Analysis, section 2.6: a bank with a line for each teller and jockeying, open
 * for eight hours, 4 to 7 tellers in one run of the program, arrivals of mean 1 minute from their stream 1, services of
 * mean 4.5 from stream 2.
 */
test('Law and Kelton’s bank with jockeying has the average lines that their book prints', () => {
  const gaps = lawKeltonStream();
  const services = lawKeltonStream(281_629_770n);
  const averageLine = (tellers: number) => {
    const sim = new Simulation();
    const lines = new ParallelLines(sim, { name: 'tellers', lines: tellers });
    function* customer(): ProcessBody {
      const teller = yield* lines.seize();
      yield* sim.hold(-4.5 * Math.log(services()));
      lines.release(teller);
    }
    function* door(): ProcessBody {
      for (yield* sim.hold(-Math.log(gaps())); sim.now < 480; yield* sim.hold(-Math.log(gaps()))) {
        sim.spawn('customer', customer());
      }
    }
    sim.spawn('door', door());
    sim.run();
    return lines.line.mean(sim.now).toFixed(3);
  };
  expect([4, 5, 6, 7].map(averageLine)).toEqual(['51.319', '2.441', '0.718', '0.179']);
});

/**
 * SimPy's documented example "bank renege". Its inputs are what Python draws after random.seed(42), in the order in
 * which the example asks: gaps of mean 10, patience between 1 and 3, times at the counter of mean 12.
 */
test('SimPy’s bank with impatient customers prints what SimPy’s documentation prints', () => {
  const gaps = [10.200602872748009, 2.5258618567011353, 22.272880995513805, 5.480461593964909, 7.039155278661534];
  const patience = [1.0500215104453339, 2.472942428328025, 1.1738776652588323, 1.0595944388761407, 1.0530719393677272];
  const durations = [3.859488768899587, 13.550076105583113, 2.960600351517892, 2.6603000299641653];
  const sim = new Simulation();
  const counter = new Resource(sim, { name: 'counter', capacity: 1 });
  const lines: string[] = [];
  const print = (text: string) => lines.push(`${sim.now.toFixed(4).padStart(7)} ${text}`);
  function* customer(i: number): ProcessBody {
    const name = `Customer0${i}`;
    const arrival = sim.now;
    print(`${name}: Here I am`);
    const first = yield* anyOf([counter.request(), sim.timeout(patience[i] as number)]);
    const wait = (sim.now - arrival).toFixed(3).padStart(6);
    if (first === 1) {
      print(`${name}: RENEGED after ${wait}`);
      return;
    }
    print(`${name}: Waited ${wait}`);
    yield* sim.hold(durations.shift() as number);
    print(`${name}: Finished`);
    counter.release();
  }
  function* source(): ProcessBody {
    for (const [i, gap] of gaps.entries()) {
      sim.spawn(`Customer0${i}`, customer(i));
      yield* sim.hold(gap);
    }
  }
  sim.spawn('source', source());
  sim.run();
  expect(lines).toEqual([
    ' 0.0000 Customer00: Here I am',
    ' 0.0000 Customer00: Waited  0.000',
    ' 3.8595 Customer00: Finished',
    '10.2006 Customer01: Here I am',
    '10.2006 Customer01: Waited  0.000',
    '12.7265 Customer02: Here I am',
    '13.9003 Customer02: RENEGED after  1.174',
    '23.7507 Customer01: Finished',
    '34.9993 Customer03: Here I am',
    '34.9993 Customer03: Waited  0.000',
    '37.9599 Customer03: Finished',
    '40.4798 Customer04: Here I am',
    '40.4798 Customer04: Waited  0.000',
    '43.1401 Customer04: Finished',
  ]);
});
