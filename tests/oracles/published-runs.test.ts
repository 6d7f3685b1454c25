import { expect, test } from 'vitest';
import { anyOf, type ProcessBody, Resource, Simulation } from '../../src/engine/index.ts';

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
