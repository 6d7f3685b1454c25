import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ProcessBody,
  Resource,
  type ResourceOptions,
  Simulation,
  SimulationError,
} from '../../src/engine/index.ts';

interface Customer {
  readonly arrives: number;
  readonly units: number;
  readonly service: number;
  readonly priority: number;
}
type Discipline = NonNullable<ResourceOptions['discipline']>;

const CAPACITY = 5;

/** No two arrivals or releases coincide: each customer owns two binary places, and all sums are exact. */
const someCustomers = fc
  .array(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: CAPACITY }), fc.nat(6), fc.nat(2)), {
    minLength: 1,
    maxLength: 12,
  })
  .map((rows) =>
    rows.map(([arrives, units, service, priority], i): Customer => {
      const place = 2 ** -(2 * i + 1);
      return { arrives: arrives + place, units, service: service + place / 2, priority };
    }),
  );

/** When each customer gets its units, by the rule alone: at every arrival and every release, look who may go. */
function startsOnPaper(customers: readonly Customer[], discipline: Discipline): number[] {
  const starts = customers.map(() => Number.NaN);
  const releases: { hour: number; units: number }[] = [];
  const line: number[] = [];
  let free = CAPACITY;
  const hours = customers.map((one, i) => ({ hour: one.arrives, i }));
  while (hours.length + releases.length > 0) {
    hours.sort((a, b) => a.hour - b.hour);
    releases.sort((a, b) => a.hour - b.hour);
    const arrival = hours[0];
    const release = releases[0];
    const hour = Math.min(arrival?.hour ?? Number.POSITIVE_INFINITY, release?.hour ?? Number.POSITIVE_INFINITY);
    if (arrival?.hour === hour) line.push((hours.shift() as { i: number }).i);
    else free += (releases.shift() as { units: number }).units;
    line.sort((a, b) => {
      const [one, other] = [customers[a] as Customer, customers[b] as Customer];
      return one.priority - other.priority || one.arrives - other.arrives;
    });
    for (const i of [...line]) {
      const { units, service } = customers[i] as Customer;
      if (units <= free) {
        free -= units;
        starts[i] = hour;
        releases.push({ hour: hour + service, units });
        line.splice(line.indexOf(i), 1);
      } else if (discipline === 'strict') break;
    }
  }
  return starts;
}

function runOnEngine(customers: readonly Customer[], discipline: Discipline) {
  const sim = new Simulation();
  const desk = new Resource(sim, { name: 'desk', capacity: CAPACITY, discipline });
  const starts: number[] = [];
  function* visits(customer: Customer, i: number): ProcessBody {
    yield* desk.seize(customer.units, customer.priority);
    starts[i] = sim.now;
    yield* sim.hold(customer.service);
    desk.release(customer.units);
  }
  customers.forEach((customer, i) => {
    sim.spawn(`customer ${i}`, visits(customer, i), { delay: customer.arrives });
  });
  sim.run();
  return { sim, desk, starts };
}

describe.each(['strict', 'first-fit'] as const)('a resource with a %s line', (discipline) => {
  test('serves whom the rule says, when it says, with units and priorities of all kinds', () => {
    fc.assert(
      fc.property(someCustomers, (customers) => {
        expect(runOnEngine(customers, discipline).starts).toEqual(startsOnPaper(customers, discipline));
      }),
      { numRuns: 500 },
    );
  });

  test('knows its use and its line over time exactly', () => {
    fc.assert(
      fc.property(someCustomers, (customers) => {
        const { sim, desk, starts } = runOnEngine(customers, discipline);
        const sum = (value: (customer: Customer, i: number) => number) =>
          customers.reduce((total, customer, i) => total + value(customer, i), 0);
        expect(desk.usage.area(sim.now)).toBe(sum(({ units, service }) => units * service));
        expect(desk.line.area(sim.now)).toBe(sum(({ arrives }, i) => (starts[i] as number) - arrives));
        expect([desk.inUse, desk.queueLength]).toEqual([0, 0]);
      }),
    );
  });
});

describe('a resource', () => {
  test.each([
    ['strict', [0, 10, 10]],
    ['first-fit', [0, 10, 1]],
  ] as const)('that is %s decides whether the small one overtakes the large one', (discipline, starts) => {
    const customer = (arrives: number, units: number): Customer => ({ arrives, units, service: 10, priority: 0 });
    const customers = [customer(0, 3), customer(0.5, 4), customer(1, 1)];
    expect(runOnEngine(customers, discipline).starts).toEqual(starts);
  });

  test('does not break off whom it serves for one of higher priority', () => {
    const customers = [
      { arrives: 0, units: 5, service: 10, priority: 9 },
      { arrives: 1, units: 5, service: 1, priority: 5 },
      { arrives: 2, units: 5, service: 1, priority: 0 },
    ];
    expect(runOnEngine(customers, 'strict').starts).toEqual([0, 11, 10]);
  });

  test('keeps first come, first served at one instant: who just released does not overtake who waits', () => {
    const sim = new Simulation();
    const berth = new Resource(sim, { name: 'berth', capacity: 1 });
    const log: string[] = [];
    function* calls(name: string): ProcessBody {
      for (let call = 0; call < 2; call++) {
        yield* berth.seize();
        log.push(`${name} ${sim.now}`);
        yield* sim.hold(1);
        berth.release();
      }
    }
    for (const name of ['a', 'b']) sim.spawn(name, calls(name));
    sim.run();
    expect(log).toEqual(['a 0', 'b 1', 'a 2', 'b 3']);
  });

  test('is seized without waiting only when units are free and nobody waits', () => {
    const sim = new Simulation();
    const crane = new Resource(sim, { name: 'crane', capacity: 2 });
    expect([crane.trySeize(), crane.trySeize(2), crane.inUse]).toEqual([true, false, 1]);
    crane.request(2);
    expect([crane.trySeize(), crane.queueLength]).toEqual([false, 1]);
  });

  test.each([0, -1, 1.5, 3, Number.NaN])('refuses to release %d units of 2 in use, and stays as it was', (units) => {
    const crane = new Resource(new Simulation(), { name: 'crane', capacity: 3 });
    crane.trySeize(2);
    expect(() => crane.release(units)).toThrow(`hour 0: ${units} units of resource "crane" released, 2 in use`);
    expect(crane.inUse).toBe(2);
  });

  test.each([0, -1, 1.5, 4, Number.NaN])('refuses a request for %d units of 3: it could never be met', (units) => {
    const crane = new Resource(new Simulation(), { name: 'crane', capacity: 3 });
    const message = `hour 0: ${units} units of resource "crane" asked for, its capacity is 3`;
    expect(() => crane.seize(units)).toThrow(message);
    expect(() => crane.request(units)).toThrow(message);
    expect(() => crane.trySeize(units)).toThrow(message);
    expect(crane.queueLength).toBe(0);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('cannot have a capacity of %d', (capacity) => {
    expect(() => new Resource(new Simulation(), { name: 'crane', capacity })).toThrow(SimulationError);
  });
});
