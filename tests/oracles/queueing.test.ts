import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ProcessBody, Resource, Simulation, Tally } from '../../src/engine/index.ts';
import { constant, type Distribution, exponential, RandomStreams } from '../../src/random/index.ts';

/** A customer, by the hours since the one before and the hours at the server. */
interface Customer {
  readonly gap: number;
  readonly service: number;
}

/** Sends customers through `servers` servers with one line; gives each one's wait, and the emptied system. */
function serve(customers: Iterable<Customer>, servers: number) {
  const sim = new Simulation();
  const desk = new Resource(sim, { name: 'desk', capacity: servers });
  const waits: number[] = [];
  let sojourns = 0;
  function* visit(i: number, service: number): ProcessBody {
    const arrival = sim.now;
    yield* desk.seize();
    waits[i] = sim.now - arrival;
    yield* sim.hold(service);
    desk.release();
    sojourns += sim.now - arrival;
  }
  function* source(): ProcessBody {
    let i = 0;
    for (const { gap, service } of customers) {
      yield* sim.hold(gap);
      sim.spawn('customer', visit(i++, service));
    }
  }
  sim.spawn('source', source());
  sim.run();
  return { sim, desk, waits, sojourns };
}

/** Lindley's recursion: a customer waits as long as the one before waited and was served, less the gap between them. */
function lindley(customers: readonly Customer[]): number[] {
  let left = 0;
  return customers.map(({ gap, service }) => {
    const wait = Math.max(0, left - gap);
    left = wait + service;
    return wait;
  });
}

/** Kiefer and Wolfowitz: the same for several servers, on their workloads in order; who comes takes the least. */
function kieferWolfowitz(customers: readonly Customer[], servers: number): number[] {
  let workloads: number[] = new Array(servers).fill(0);
  return customers.map(({ gap, service }) => {
    workloads = workloads.map((workload) => Math.max(0, workload - gap)).sort((a, b) => a - b);
    const wait = workloads[0] as number;
    workloads[0] = wait + service;
    return wait;
  });
}

const customersOf = (hours: fc.Arbitrary<number>) =>
  fc.array(fc.record({ gap: hours, service: hours }), { minLength: 1, maxLength: 200, size: 'max' });
/** Sixty-fourths up to 4, ties and zeros among them: every sum and difference is exact. */
const dyadic = fc.nat(256).map((n) => n / 64);
const anyHours = fc.double({ min: 0, max: 100, noNaN: true });
const someServers = fc.integer({ min: 1, max: 6 });

describe('customer by customer', () => {
  test('one server: waits are those of Lindley’s recursion, exactly on dyadic input', () => {
    fc.assert(
      fc.property(customersOf(dyadic), (customers) => {
        expect(serve(customers, 1).waits).toEqual(lindley(customers));
      }),
    );
  });

  test('several servers: waits are those of the Kiefer–Wolfowitz recursion, exactly on dyadic input', () => {
    fc.assert(
      fc.property(customersOf(dyadic), someServers, (customers, servers) => {
        expect(serve(customers, servers).waits).toEqual(kieferWolfowitz(customers, servers));
      }),
    );
  });

  test('on any input the same within 1e-9 of the hours run: what differs is rounding alone', () => {
    fc.assert(
      fc.property(customersOf(anyHours), someServers, (customers, servers) => {
        const { sim, waits } = serve(customers, servers);
        const expected = kieferWolfowitz(customers, servers);
        const worst = Math.max(...waits.map((wait, i) => Math.abs(wait - (expected[i] as number))));
        expect(worst).toBeLessThanOrEqual(1e-9 * sim.now);
      }),
    );
  });

  test('Little’s law holds exactly on an emptied system: hours in the system, by level and by customer', () => {
    fc.assert(
      fc.property(customersOf(dyadic), someServers, (customers, servers) => {
        const { sim, desk, waits, sojourns } = serve(customers, servers);
        expect(desk.usage.area(sim.now) + desk.line.area(sim.now)).toBe(sojourns);
        expect(desk.line.area(sim.now)).toBe(waits.reduce((sum, wait) => sum + wait, 0));
      }),
    );
  });
});

describe('D/D/1', () => {
  const regular = (count: number, gap: number, service: number) => new Array<Customer>(count).fill({ gap, service });

  test('with time to spare nobody waits, and the server is busy for its share', () => {
    const { sim, desk, waits } = serve(regular(1000, 1.25, 1), 1);
    expect(Math.max(...waits)).toBe(0);
    expect(sim.now).toBe(1251);
    expect(desk.usage.area(sim.now)).toBe(1000);
  });

  test('overloaded, each customer waits longer than the one before by the same', () => {
    const { waits } = serve(regular(1000, 1, 1.25), 1);
    expect(waits).toEqual(waits.map((_, i) => i / 4));
  });
});

/**
 * Statistical claims. Each system is run in 40 replications of 10,000 customers after 1,000 that are not counted
 * (its memory of the empty start fades by e every 100 customers or so). The mean wait must lie within a Student
 * interval on 39 degrees of freedom that a right engine leaves with probability 2e-7: for the three together the
 * false-alarm rate is below 1e-6. Seeds are fixed.
 */
describe('mean waits in closed form', () => {
  const REPLICATIONS = 40;
  const WARM_UP = 1000;
  const COUNTED = 10_000;
  const FALSE_ALARM = 2e-7;

  function* draw(seed: string, replication: number, gap: Distribution, service: Distribution): Generator<Customer> {
    const streams = new RandomStreams(seed, replication);
    const gaps = streams.stream('gap');
    const services = streams.stream('service');
    for (let i = 0; i < WARM_UP + COUNTED; i++) {
      yield { gap: gap.quantile(gaps.next()), service: service.quantile(services.next()) };
    }
  }

  test.each([
    { system: 'M/M/1', load: 0.8, servers: 1, service: exponential(1), wait: 4 },
    { system: 'M/M/3', load: 2.4, servers: 3, service: exponential(1), wait: 1.078651685393258 },
    { system: 'M/D/1', load: 0.8, servers: 1, service: constant(1), wait: 2 },
  ])('$system at $load erlang: wait $wait', ({ system, load, servers, service, wait }) => {
    const means = new Tally();
    for (let replication = 0; replication < REPLICATIONS; replication++) {
      const { waits } = serve(draw(system, replication, exponential(1 / load), service), servers);
      const counted = new Tally();
      for (const one of waits.slice(WARM_UP)) counted.add(one);
      means.add(counted.mean);
    }
    const halfWidth = tQuantile(1 - FALSE_ALARM / 2, REPLICATIONS - 1) * Math.sqrt(means.variance / REPLICATIONS);
    expect(halfWidth).toBeLessThan(0.2 * wait);
    expect(Math.abs(means.mean - wait)).toBeLessThan(halfWidth);
  });
});
