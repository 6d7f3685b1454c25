import { breakDown, type ProcessBody, Resource, Simulation, Tally } from '../../engine/index.ts';
import { type Distribution, exponential, RandomStreams } from '../../random/index.ts';

/** A customer, by the hours since the one before and the hours at the server. */
export interface Customer {
  readonly gap: number;
  readonly service: number;
}

/** Sends customers through `servers` servers with one line; gives each one's wait, and the emptied system. */
export function serve(customers: Iterable<Customer>, servers: number) {
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
export function lindley(customers: readonly Customer[]): number[] {
  let left = 0;
  return customers.map(({ gap, service }) => {
    const wait = Math.max(0, left - gap);
    left = wait + service;
    return wait;
  });
}

/** Kiefer and Wolfowitz: the same for several servers, on their workloads in order; who comes takes the least. */
export function kieferWolfowitz(customers: readonly Customer[], servers: number): number[] {
  let workloads: number[] = new Array(servers).fill(0);
  return customers.map(({ gap, service }) => {
    workloads = workloads.map((workload) => Math.max(0, workload - gap)).sort((a, b) => a - b);
    const wait = workloads[0] as number;
    workloads[0] = wait + service;
    return wait;
  });
}

/** Customers of two laws; each replication of a system draws its own. */
export function* customersOf(
  system: string,
  replication: number,
  gap: Distribution,
  service: Distribution,
  count: number,
): Generator<Customer> {
  const streams = new RandomStreams(system, replication);
  const gaps = streams.stream('gap');
  const services = streams.stream('service');
  for (let i = 0; i < count; i++) {
    yield { gap: gap.quantile(gaps.next()), service: service.quantile(services.next()) };
  }
}

/** Customers that are sent through before those that are counted, and those. */
export const [WARM_UP, COUNTED] = [1000, 10_000];

/** Mean wait in one replication of a queue, once it has forgotten that it began empty. */
export function meanWait(
  system: string,
  replication: number,
  gap: Distribution,
  service: Distribution,
  servers: number,
): number {
  const { waits } = serve(customersOf(system, replication, gap, service, WARM_UP + COUNTED), servers);
  return meanOf(waits.slice(WARM_UP));
}

/** Mean waits of two classes at one server, the first of which goes ahead of the other's line but interrupts nobody. */
export function meanWaitsByPriority(replication: number, rates: readonly [number, number]): [number, number] {
  const sim = new Simulation();
  const streams = new RandomStreams('priority', replication);
  const desk = new Resource(sim, { name: 'desk', capacity: 1 });
  const services = streams.stream('service');
  const waits = rates.map(() => new Tally());
  let arrived = 0;
  function* visit(priority: number): ProcessBody {
    const arrival = sim.now;
    yield* desk.seize(1, priority);
    if (arrived > WARM_UP) waits[priority]?.add(sim.now - arrival);
    yield* sim.hold(exponential(1).quantile(services.next()));
    desk.release();
  }
  function* source(priority: number, rate: number): ProcessBody {
    const gaps = streams.stream('gap', priority);
    while (arrived < WARM_UP + COUNTED) {
      yield* sim.hold(exponential(1 / rate).quantile(gaps.next()));
      arrived++;
      sim.spawn('customer', visit(priority));
    }
  }
  for (const [priority, rate] of rates.entries()) sim.spawn('source', source(priority, rate));
  sim.run();
  return [waits[0]?.mean ?? Number.NaN, waits[1]?.mean ?? Number.NaN];
}

/** Share of customers that find every place taken and go, where services last 1 h in the mean. */
export function shareLost(system: string, replication: number, load: number, servers: number, places: number): number {
  const sim = new Simulation();
  const desk = new Resource(sim, { name: 'desk', capacity: servers });
  let within = 0;
  let lost = 0;
  function* visit(service: number): ProcessBody {
    yield* desk.seize();
    yield* sim.hold(service);
    desk.release();
    within--;
  }
  function* source(): ProcessBody {
    let arrived = 0;
    const law = exponential(1);
    for (const { gap, service } of customersOf(system, replication, exponential(1 / load), law, WARM_UP + COUNTED)) {
      yield* sim.hold(gap);
      const counts = arrived++ >= WARM_UP;
      if (within === places) {
        if (counts) lost++;
      } else {
        within++;
        sim.spawn('customer', visit(service));
      }
    }
  }
  sim.spawn('source', source());
  sim.run();
  return lost / COUNTED;
}

/** Machines, mean hours to a failure and to its repair by the one repairer. */
const [MACHINES, TO_FAILURE, TO_REPAIR] = [5, 10, 2];
const [REPAIR_WARM_UP, REPAIR_HOURS] = [500, 10_000];

/** Machines down in the mean, and the mean number available, in one replication of the machine-repair model. */
export function machineRepair(replication: number): { readonly down: number; readonly available: number } {
  const sim = new Simulation();
  const streams = new RandomStreams('machine repair', replication);
  const repairer = new Resource(sim, { name: 'repairer', capacity: 1 });
  const machines = Array.from({ length: MACHINES }, (_, i) => new Resource(sim, { name: `machine ${i}`, capacity: 1 }));
  const broken = machines.map((machine, i) => {
    const [failures, repairs] = [streams.stream('failure', i), streams.stream('repair', i)];
    const timeToFailure = () => exponential(TO_FAILURE).quantile(failures.next());
    const timeToRepair = () => exponential(TO_REPAIR).quantile(repairs.next());
    return breakDown(sim, machine, { timeToFailure, timeToRepair, repairer }).down;
  });
  sim.run(REPAIR_WARM_UP);
  sim.resetStatistics();
  sim.run(REPAIR_WARM_UP + REPAIR_HOURS);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    down: sum(broken.map((one) => one.mean(sim.now))),
    available: sum(machines.map((machine) => machine.capacityOverTime.mean(sim.now))),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
