import { anyOf, type ProcessBody, Resource, Simulation } from '../../../src/engine/index.ts';

/** Minutes; the numbers behind the output that SimPy's documentation prints for its example of this name. */
const customers = [
  { arrives: 0, patience: 1.0500215104453339, counterTime: 3.859488768899587 },
  { arrives: 10.200602872748009, patience: 2.472942428328025, counterTime: 13.550076105583113 },
  { arrives: 12.726464729449145, patience: 1.1738776652588323, counterTime: Number.NaN },
  { arrives: 34.99934572496302, patience: 1.0595944388761407, counterTime: 2.960600351517892 },
  { arrives: 40.47980731892692, patience: 1.0530719393677272, counterTime: 2.6603000299641653 },
];

/**
 * A bank with one counter whose customers do not wait for ever: whoever has not been served when the patience has run
 * out leaves. The line and the clock race in `anyOf`; the loser is withdrawn, so nobody who left still stands in line.
 * The times are those of SimPy's example.
 */
export function bankRenege(): string[] {
  const sim = new Simulation();
  const counter = new Resource(sim, { name: 'counter', capacity: 1 });
  const lines: string[] = [];
  const log = (text: string) => lines.push(`${sim.now.toFixed(4).padStart(7)}  ${text}`);

  function* customer(name: string, patience: number, counterTime: number): ProcessBody {
    const arrival = sim.now;
    log(`${name} comes in`);
    const winner = yield* anyOf([counter.request(), sim.timeout(patience)]);
    const waited = (sim.now - arrival).toFixed(3);
    if (winner === 1) {
      log(`${name} gives up after ${waited}`);
      return;
    }
    log(`${name} is served after ${waited}`);
    try {
      yield* sim.hold(counterTime);
    } finally {
      counter.release();
    }
    log(`${name} goes home`);
  }

  for (const [i, { arrives, patience, counterTime }] of customers.entries()) {
    const name = `Customer0${i}`;
    sim.spawn(name, customer(name, patience, counterTime), { delay: arrives });
  }
  sim.run();
  return lines;
}
