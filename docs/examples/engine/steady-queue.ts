import { Resource, Simulation } from '../../../src/engine/index.ts';
import { exponential, RandomStreams } from '../../../src/random/index.ts';
import { steadyState } from '../../../src/stats/index.ts';

/**
 * One long run of a queue that never closes: customers come 0.8 and are served 1 an hour, one at a time, so in the long
 * run they wait 4 h. The queue begins empty, so the first waits are too short; neighbours wait alike, so an interval of
 * single waits would be far too narrow. `steadyState` cuts the warm-up and makes batches that pass for independent.
 */
export function steadyQueue(): string[] {
  const sim = new Simulation();
  const streams = new RandomStreams(1, 0);
  const [gaps, services] = [streams.stream('gap'), streams.stream('service')];
  const [gap, service] = [exponential(1 / 0.8), exponential(1)];
  const server = new Resource(sim, { name: 'server', capacity: 1 });
  const waits: number[] = [];

  function* customer() {
    const arrived = sim.now;
    yield* server.seize(1);
    waits.push(sim.now - arrived);
    yield* sim.hold(service.quantile(services.next()));
    server.release();
  }

  function* arrivals() {
    for (let number = 0; number < 60_000; number++) {
      sim.spawn('customer', customer());
      yield* sim.hold(gap.quantile(gaps.next()));
    }
  }

  sim.spawn('arrivals', arrivals());
  sim.run();
  return [1_000, 60_000].flatMap((customers) => {
    const { mean, low, high, cut, batches, batchSize, reliable } = steadyState(waits.slice(0, customers), 0.95);
    const said = [mean, low, high].map((hours) => hours?.toFixed(2));
    return [
      `${customers} customers: ${cut} left out, ${batches} batches of ${batchSize}`,
      `  mean wait ${said[0]} h [${said[1]}, ${said[2]}], ${reliable ? 'reliable' : 'too short a run to rely on'}`,
    ];
  });
}
