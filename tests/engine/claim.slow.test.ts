import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClaimOptions, type ProcessBody, Resource, Simulation, Tally } from '../../src/engine/index.ts';
import { exponential, RandomStreams } from '../../src/random/index.ts';

interface Customer {
  readonly arrives: number;
  readonly service: number;
  readonly patience: number;
  readonly balkAt: number;
}
type Ending = readonly [outcome: 'served' | 'reneged' | 'balked', hour: number];
const NEVER = Number.POSITIVE_INFINITY;

/** No two arrivals, releases or ends of patience coincide: each customer owns three binary places. */
const someCustomers = fc
  .array(fc.tuple(fc.nat(6), fc.nat(6), fc.option(fc.nat(5), { nil: NEVER }), fc.option(fc.nat(3), { nil: NEVER })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((rows) =>
    rows.map(([hour, hours, patience, balkAt], i): Customer => {
      const place = 2 ** -(3 * i + 1);
      return { arrives: hour + place, service: hours + place / 2, patience: patience + place / 4, balkAt };
    }),
  );

/** What becomes of customers at so many servers with one line, by the rules alone. */
function onPaper(customers: readonly Customer[], servers: number): Ending[] {
  const endings: Ending[] = [];
  const line: number[] = [];
  let free = servers;
  const pending = customers.map(({ arrives }, i) => ({ hour: arrives, i, what: 'comes' }));
  const serve = (hour: number) => {
    while (free > 0 && line.length > 0) {
      const i = line.shift() as number;
      free--;
      endings[i] = ['served', hour];
      pending.push({ hour: hour + (customers[i] as Customer).service, i, what: 'goes' });
    }
  };
  while (pending.length > 0) {
    pending.sort((a, b) => a.hour - b.hour);
    const { hour, i, what } = pending.shift() as (typeof pending)[number];
    const { patience, balkAt } = customers[i] as Customer;
    if (what === 'goes') {
      free++;
    } else if (what === 'loses patience') {
      if (!line.includes(i)) continue;
      line.splice(line.indexOf(i), 1);
      endings[i] = ['reneged', hour];
    } else if (free === 0 && line.length >= balkAt) {
      endings[i] = ['balked', hour];
    } else {
      line.push(i);
      if (patience < NEVER) pending.push({ hour: hour + patience, i, what: 'loses patience' });
    }
    serve(hour);
  }
  return endings;
}

describe('a claim', () => {
  test('is served, turns away or loses patience as the rules say, at the hour they say', () => {
    fc.assert(
      fc.property(someCustomers, fc.integer({ min: 1, max: 3 }), (customers, servers) => {
        const sim = new Simulation();
        const desk = new Resource(sim, { name: 'desk', capacity: servers });
        const endings: Ending[] = [];
        function* visit({ service, patience, balkAt }: Customer, i: number): ProcessBody {
          endings[i] = [yield* desk.claim({ patience, balkAt }), sim.now];
          if (endings[i]?.[0] !== 'served') return;
          yield* sim.hold(service);
          desk.release();
        }
        customers.forEach((customer, i) => {
          sim.spawn(`customer ${i}`, visit(customer, i), { delay: customer.arrives });
        });
        sim.run();
        expect(endings).toEqual(onPaper(customers, servers));
        expect([desk.inUse, desk.queueLength]).toEqual([0, 0]);
      }),
      { numRuns: 1000 },
    );
  });

  test('that loses patience lets pass whom it held up', () => {
    const sim = new Simulation();
    const crane = new Resource(sim, { name: 'crane', capacity: 3 });
    const seen: unknown[] = [];
    crane.trySeize(2);
    for (const units of [2, 1]) {
      sim.spawn(
        `ship of ${units}`,
        (function* () {
          seen.push([units, yield* crane.claim({ units, patience: 4 - units }), sim.now]);
        })(),
      );
    }
    sim.run();
    expect(seen).toEqual([
      [2, 'reneged', 2],
      [1, 'served', 2],
    ]);
  });

  /** A process claims at hour 0 what is so far taken, units of three; gives what came of it and when, five hours on. */
  function claimed(discipline: 'strict' | 'first-fit', options: ClaimOptions) {
    const sim = new Simulation();
    const crane = new Resource(sim, { name: 'crane', capacity: 3, discipline });
    const seen: unknown[] = [];
    crane.trySeize(2);
    crane.request(2);
    sim.spawn(
      'ship',
      (function* () {
        seen.push(yield* crane.claim(options), sim.now);
        yield* sim.hold(5);
        seen.push(sim.now);
      })(),
    );
    sim.run();
    return [...seen, crane.inUse, crane.queueLength];
  }

  test('that overtakes the line by first-fit or by its priority is served, and its patience forgotten', () => {
    expect(claimed('first-fit', { patience: 1 })).toEqual(['served', 0, 5, 3, 1]);
    expect(claimed('strict', { patience: 1, priority: -1 })).toEqual(['served', 0, 5, 3, 1]);
  });

  test('that could be served at once does not turn away from a line that it overtakes', () => {
    expect(claimed('first-fit', { balkAt: 1 })).toEqual(['served', 0, 5, 3, 1]);
    expect(claimed('strict', { balkAt: 1, priority: -1 })).toEqual(['served', 0, 5, 3, 1]);
  });

  test('that loses patience in the end closes no circle of waiting', () => {
    const sim = new Simulation();
    const [key, till] = ['key', 'till'].map((name) => new Resource(sim, { name, capacity: 1 })) as [Resource, Resource];
    const seen: unknown[] = [];
    sim.spawn(
      'clerk',
      (function* () {
        yield* key.seize();
        yield* sim.hold(1);
        yield* till.seize();
        seen.push(sim.now);
        till.release();
        key.release();
      })(),
    );
    sim.spawn(
      'guard',
      (function* () {
        yield* till.seize();
        yield* sim.hold(2);
        seen.push(yield* key.claim({ patience: 1 }));
        till.release();
      })(),
    );
    sim.run();
    expect(seen).toEqual(['reneged', 3]);
  });

  test.each([{ patience: -1 }, { patience: Number.NaN }, { balkAt: Number.NaN }, { priority: Number.NaN }])(
    'on the terms %o is refused before it enters the line',
    (options) => {
      const sim = new Simulation();
      const berth = new Resource(sim, { name: 'berth', capacity: 1 });
      berth.trySeize();
      let message = 'no error';
      sim.spawn(
        'ship',
        (function* () {
          try {
            yield* berth.claim(options);
          } catch (error) {
            message = (error as Error).message;
          }
          expect(berth.queueLength).toBe(0);
        })(),
        { delay: 1 },
      );
      sim.run();
      expect(message).toMatch(/^process "ship", hour 1: .*resource "berth"/);
    },
  );
});

/**
 * Statistical claims. Each system is run in 40 replications of 10,000 customers after 1,000 that are not counted; the
 * lines are short, so the empty start is forgotten by then. Each of the eight means must lie within a Student interval
 * on 39 degrees of freedom that a right engine leaves with probability 1e-7: together the false-alarm rate is below
 * 1e-6. Seeds are fixed.
 *
 * Sources: balking at a full waiting room makes M/M/c/K, with the shares p_n of its birth-death process; K = c is
 * Erlang's loss formula. Reneging at the rate of service makes every customer present leave at that rate, so that the
 * number present is that of M/M/∞, Poisson; with one server of load 1 the line holds 1/e, and its share reneges.
 */
describe('lost customers in closed form', () => {
  const REPLICATIONS = 40;
  const WARM_UP = 1000;
  const COUNTED = 10_000;
  const FALSE_ALARM = 1e-7;

  interface System {
    readonly name: string;
    readonly arrivals: number;
    readonly service: number;
    readonly servers: number;
    readonly balkAt?: number;
    readonly patience?: number;
  }

  /** One replication: the share of customers lost, and the mean number present. */
  function replicate({ name, arrivals, service, servers, balkAt = NEVER, patience }: System, replication: number) {
    const streams = new RandomStreams(name, replication);
    const [gaps, services, patiences] = ['gap', 'service', 'patience'].map((cause) => streams.stream(cause));
    const laws = {
      gap: exponential(1 / arrivals),
      service: exponential(1 / service),
      patience: exponential(patience ?? 1),
    };
    const sim = new Simulation();
    const desk = new Resource(sim, { name: 'desk', capacity: servers });
    let lost = 0;
    function* customer(counts: boolean): ProcessBody {
      const options = patience === undefined ? { balkAt } : { patience: laws.patience.quantile(patiences!.next()) };
      if ((yield* desk.claim(options)) !== 'served') {
        if (counts) lost++;
        return;
      }
      yield* sim.hold(laws.service.quantile(services!.next()));
      desk.release();
    }
    function* source(): ProcessBody<number> {
      for (let i = 0; i < WARM_UP + COUNTED; i++) {
        yield* sim.hold(laws.gap.quantile(gaps!.next()));
        if (i === WARM_UP) sim.resetStatistics();
        sim.spawn('customer', customer(i >= WARM_UP));
      }
      return desk.usage.mean(sim.now) + desk.line.mean(sim.now);
    }
    const door = sim.spawn('source', source());
    sim.run();
    return { lost: lost / COUNTED, present: door.value };
  }

  test.each([
    { name: 'M/M/1/5', arrivals: 0.8, service: 1, servers: 1, balkAt: 4, lost: 0.088819, present: 1.868332 },
    { name: 'M/M/2/3', arrivals: 3, service: 4, servers: 2, balkAt: 1, lost: 0.04936, present: 0.76234 },
    {
      name: 'M/M/4/4',
      arrivals: 3,
      service: 1,
      servers: 4,
      balkAt: 0,
      lost: 0.20610687,
      present: 3 * (1 - 0.20610687),
    },
    { name: 'M/M/1+M', arrivals: 1, service: 1, servers: 1, patience: 1, lost: 0.36787944, present: 1 },
  ])('$name: a share of $lost is lost, $present are present', (system) => {
    const lost = new Tally();
    const present = new Tally();
    for (let replication = 0; replication < REPLICATIONS; replication++) {
      const one = replicate(system, replication);
      lost.add(one.lost);
      present.add(one.present);
    }
    const quantile = tQuantile(1 - FALSE_ALARM / 2, REPLICATIONS - 1);
    const halfWidths = [lost, present].map(({ variance }) => quantile * Math.sqrt(variance / REPLICATIONS));
    expect(halfWidths[0]).toBeLessThan(0.1 * system.lost);
    expect(halfWidths[1]).toBeLessThan(0.05 * system.present);
    expect(Math.abs(lost.mean - system.lost)).toBeLessThan(halfWidths[0]!);
    expect(Math.abs(present.mean - system.present)).toBeLessThan(halfWidths[1]!);
  });
});
