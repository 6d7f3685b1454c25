import { constant, erlang, exponential, uniform } from '../../random/index.ts';
import type { Check } from './check.ts';
import { exact, remembered, rounded, simulated, worst } from './findings.ts';
import { lawKeltonBank, lawKeltonSingleServer } from './law-kelton.ts';
import {
  customersOf,
  kieferWolfowitz,
  lindley,
  machineRepair,
  meanWait,
  meanWaitsByPriority,
  serve,
  shareLost,
} from './queues.ts';

/** Queues with exponential gaps and a mean service of 1 h: their mean wait in hours, in closed form. */
const QUEUES = [
  { id: 'mm1', load: 0.8, servers: 1, service: exponential(1), wait: 4, source: 'Erlang 1917' },
  { id: 'mm2', load: 1.6, servers: 2, service: exponential(1), wait: 1.7777777778, source: 'Erlang 1917' },
  { id: 'mm3', load: 2.4, servers: 3, service: exponential(1), wait: 1.078651685393258, source: 'Erlang 1917' },
  { id: 'mm5', load: 4, servers: 5, service: exponential(1), wait: 0.554113, source: 'Erlang 1917' },
  { id: 'md1', load: 0.8, servers: 1, service: constant(1), wait: 2, source: 'Pollaczek 1930, Khinchine 1932' },
  { id: 'me2', load: 0.8, servers: 1, service: erlang(2, 1), wait: 3, source: 'Pollaczek 1930, Khinchine 1932' },
  { id: 'me4', load: 0.8, servers: 1, service: erlang(4, 1), wait: 2.5, source: 'Pollaczek 1930, Khinchine 1932' },
  {
    id: 'mu1',
    load: 0.8,
    servers: 1,
    service: uniform(0, 2),
    wait: 2.666667,
    source: 'Pollaczek 1930, Khinchine 1932',
  },
] as const;

/** Systems with so many places, those at the servers among them: the share of customers lost. */
const LOSSES = [
  { id: 'erlangB4', load: 3, servers: 4, places: 4, lost: 0.20610687, source: 'Erlang 1917' },
  { id: 'erlangB5', load: 3, servers: 5, places: 5, lost: 0.110054, source: 'Erlang 1917' },
  { id: 'mm1k5', load: 0.8, servers: 1, places: 5, lost: 0.088819, source: 'birth-death equations' },
] as const;

const LAW_KELTON = 'Law, Kelton: Simulation Modeling and Analysis';

const CUSTOMERS = 10_000;

function pathCheck(id: string, source: string, servers: number, waitsOf: typeof kieferWolfowitz): Check {
  return {
    id,
    area: 'engine',
    expected: 0,
    source,
    because: 'rounding',
    find() {
      const law = exponential(1);
      const customers = [...customersOf(id, 0, exponential(1 / (0.9 * servers)), law, CUSTOMERS)];
      const { sim, waits } = serve(customers, servers);
      return rounded(worst(waits, waitsOf(customers, servers)), 1e-9 * sim.now);
    },
  };
}

const waitsByPriority = remembered((replication) => meanWaitsByPriority(replication, [0.3, 0.5]));
const singleServer = remembered(lawKeltonSingleServer);
const bank = remembered(() => lawKeltonBank([4, 5, 6, 7]));

/** The engine against closed forms, recursions and published runs. */
export const ENGINE_CHECKS: readonly Check[] = [
  pathCheck('engine.lindley', 'Lindley 1952', 1, lindley),
  pathCheck('engine.kieferWolfowitz', 'Kiefer, Wolfowitz 1955', 3, kieferWolfowitz),
  {
    id: 'engine.little',
    area: 'engine',
    expected: 0,
    source: 'Little 1961',
    because: 'exact',
    find() {
      // Sixty-fourths, so that every sum is exact.
      const law = uniform(0, 256);
      const whole = [...customersOf('little', 0, law, law, CUSTOMERS)];
      const customers = whole.map(({ gap, service }) => ({
        gap: Math.floor(gap) / 64,
        service: Math.floor(service) / 64,
      }));
      const { sim, desk, sojourns } = serve(customers, 2);
      return exact(desk.usage.area(sim.now) + desk.line.area(sim.now) - sojourns);
    },
  },
  ...QUEUES.map(
    ({ id, load, servers, service, wait, source }): Check => ({
      id: `engine.${id}`,
      area: 'engine',
      expected: wait,
      source,
      because: 'chance',
      find: () => simulated((replication) => meanWait(id, replication, exponential(1 / load), service, servers)),
    }),
  ),
  ...LOSSES.map(
    ({ id, load, servers, places, lost, source }): Check => ({
      id: `engine.${id}`,
      area: 'engine',
      expected: lost,
      source,
      because: 'chance',
      find: () => simulated((replication) => shareLost(id, replication, load, servers, places)),
    }),
  ),
  ...([1.142857, 5.714286] as const).map(
    (expected, rank): Check => ({
      id: `engine.priority${rank + 1}`,
      area: 'engine',
      expected,
      source: 'Cobham 1954',
      because: 'chance',
      find: () => simulated((replication) => waitsByPriority(replication)[rank] ?? Number.NaN),
    }),
  ),
  {
    id: 'engine.machineRepair',
    area: 'engine',
    expected: 1.424339,
    source: 'birth-death equations',
    because: 'chance',
    find: () => simulated((replication) => machineRepair(replication).down),
  },
  ...(
    [
      ['delay', 0.43],
      ['line', 0.418],
      ['utilisation', 0.46],
      ['end', 1027.915],
    ] as const
  ).map(
    ([figure, expected]): Check => ({
      id: `engine.lawKelton.${figure}`,
      area: 'engine',
      expected,
      source: `${LAW_KELTON}, 1.4`,
      because: 'rounding',
      find: () => rounded(singleServer()[figure], 0.0005),
    }),
  ),
  ...([51.319, 2.441, 0.718, 0.179] as const).map(
    (expected, i): Check => ({
      id: `engine.bank${4 + i}`,
      area: 'engine',
      expected,
      source: `${LAW_KELTON}, 2.6`,
      because: 'rounding',
      find: () => rounded(bank()[i] ?? Number.NaN, 0.0005),
    }),
  ),
];
