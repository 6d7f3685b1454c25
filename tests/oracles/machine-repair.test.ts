import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { expect, test } from 'vitest';
import { breakDown, Resource, Simulation, Tally } from '../../src/engine/index.ts';
import { exponential, RandomStreams } from '../../src/random/index.ts';

/**
 * The machine-repair model: 5 machines that each fail after exponential hours of mean 10 and are mended by one repairer
 * in exponential hours of mean 2. Down in the mean: 1.424339; available: .715132.
 *
 * 40 replications of 10,000 h after hour 500. The mean must lie within a Student interval on 39 degrees of freedom that
 * a right engine leaves with probability 9e-7: the false-alarm rate is below 1e-6, since what is available follows
 * from what is down.
 */
test('the machine-repair model has the number down and the availability of its closed form', () => {
  const [REPLICATIONS, WARM_UP, HOURS, FALSE_ALARM] = [40, 500, 10_000, 9e-7];
  const means = new Tally();
  for (let replication = 0; replication < REPLICATIONS; replication++) {
    const sim = new Simulation();
    const streams = new RandomStreams('machine repair', replication);
    const repairer = new Resource(sim, { name: 'repairer', capacity: 1 });
    const machines = Array.from({ length: 5 }, (_, i) => new Resource(sim, { name: `machine ${i}`, capacity: 1 }));
    const down = machines.map((machine, i) => {
      const [failures, repairs] = [streams.stream('failure', i), streams.stream('repair', i)];
      const timeToFailure = () => exponential(10).quantile(failures.next());
      const timeToRepair = () => exponential(2).quantile(repairs.next());
      return breakDown(sim, machine, { timeToFailure, timeToRepair, repairer }).down;
    });
    sim.run(WARM_UP);
    sim.resetStatistics();
    sim.run(WARM_UP + HOURS);
    const available = machines.reduce((sum, machine) => sum + machine.capacityOverTime.mean(sim.now), 0);
    means.add(down.reduce((sum, one) => sum + one.mean(sim.now), 0));
    expect(available).toBeCloseTo(5 - down.reduce((sum, one) => sum + one.mean(sim.now), 0), 9);
  }
  const halfWidth = tQuantile(1 - FALSE_ALARM / 2, REPLICATIONS - 1) * Math.sqrt(means.variance / REPLICATIONS);
  expect(halfWidth).toBeLessThan(0.1);
  expect(Math.abs(means.mean - 1.424339)).toBeLessThan(halfWidth);
  expect(Math.abs(1 - means.mean / 5 - 0.715132)).toBeLessThan(halfWidth / 5);
});
