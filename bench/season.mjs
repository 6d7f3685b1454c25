/**
 * How fast the model is, on this machine: `npm run bench`, or `npm run bench -- --json`. Not a test: nothing fails.
 *
 * - pair: one replication of the published season in both modes, world and settlement included, with shuttles, weather,
 *   breakdowns and shifts, CPU on one core, alone and over a reference workload run in between; the quickest beside the
 *   median, since other processes only ever slow one down;
 * - full: the same with everything on that a scenario can switch on and a truck or ship meets;
 * - events: what the engine processes of the season in a second, over an M/M/1 by processes in turn: over its customers,
 *   which is the rate that the engine's own bench tells, and over its events, nearly four a customer;
 * - growth: the same season at 1, 10 and 100 times the calls in 1, 10 and 100 times the period, each in a process of
 *   its own; what a trip costs over the reference workload, and how that compares with the first;
 * - threads: 40 replications by the executors, one thread against two, wall clock; needs two free cores. What two
 *   free cores could give at most, by the CPU spent, stands beside it.
 */
import { availableParallelism, cpus } from 'node:os';
import { mmcProcess } from './engine/loads.mjs';
import { measureGrowth } from './growth.mjs';
import { cpuMilliseconds, median, peakMegabytes, wallMilliseconds } from './measure.mjs';
import { fullScenario, inProcess, MODES, onThreads, prepare, Simulation, scenario } from './program.mjs';
import { referenceWork } from './reference.mjs';

const WARM_UP = 5;
const PAIRS = 15;
const REPLICATIONS = 40;

const CUSTOMERS = 200_000;
/** Milliseconds and megabytes that a pair may take, and the least of an M/M/1's events a second. */
const [MOST_MS, MOST_MB, LEAST_OF_MM1] = [900, 200, 0.5];

const pair = measurePair(scenario);
const result = {
  machine: { node: process.version, cpu: cpus()[0]?.model, cores: availableParallelism() },
  pair,
  full: measurePair(fullScenario),
  events: measureEvents(),
  growth: measureGrowth(),
  threads: await measureThreads(),
};
console.log(process.argv.includes('--json') ? JSON.stringify(result, null, 2) : asTable(result));

/** @param {any} ofScenario */
function measurePair(ofScenario) {
  const run = prepare(ofScenario);
  run(MODES, 1, 0);
  const firstPeakMb = peakMegabytes();
  for (let i = 0; i < WARM_UP; i++) {
    run(MODES, 1, i);
    referenceWork();
  }
  const times = Array.from({ length: PAIRS }, (_, i) => ({
    reference: cpuMilliseconds(referenceWork),
    pair: cpuMilliseconds(() => run(MODES, 1, i)),
  }));
  return {
    cpuMs: median(times.map(({ pair }) => pair)),
    leastMs: Math.min(...times.map(({ pair }) => pair)),
    referenceMs: median(times.map(({ reference }) => reference)),
    overReference: median(times.map(({ pair, reference }) => pair / reference)),
    firstPeakMb,
    peakMb: peakMegabytes(),
  };
}

/** Events a second of CPU, the season and a queue in turn. */
function measureEvents() {
  const run = prepare(scenario);
  const rounds = Array.from({ length: PAIRS }, (_, i) => {
    const season = eventsOf(() => run(MODES, 1, i));
    const queue = eventsOf(() => mmcProcess(1, CUSTOMERS, true, 'made'));
    return {
      season: season.events / season.seconds,
      queue: queue.events / queue.seconds,
      customers: CUSTOMERS / queue.seconds,
    };
  });
  return {
    seasonPerSecond: median(rounds.map(({ season }) => season)),
    mm1PerSecond: median(rounds.map(({ queue }) => queue)),
    overEvents: median(rounds.map(({ season, queue }) => season / queue)),
    overCustomers: median(rounds.map(({ season, customers }) => season / customers)),
  };
}

/** What all simulations run meanwhile have processed, and the CPU spent. @param {() => void} work */
function eventsOf(work) {
  const run = Simulation.prototype.run;
  let events = 0;
  /** @this {any} @param {any[]} until */
  Simulation.prototype.run = function (...until) {
    const before = this.processed;
    try {
      return run.apply(this, until);
    } finally {
      events += this.processed - before;
    }
  };
  try {
    const seconds = cpuMilliseconds(work) / 1000;
    return { events, seconds };
  } finally {
    Simulation.prototype.run = run;
  }
}

/** The quicker of two rounds, one executor after the other in each: other processes only ever slow a round down. */
async function measureThreads() {
  const batch = { scenario, modes: MODES, seed: 1, first: 0, count: REPLICATIONS };
  const [one, two] = [
    { executor: inProcess(), wallMs: Infinity, cpuMs: 0 },
    { executor: onThreads(2), wallMs: Infinity, cpuMs: 0 },
  ];
  for (const { executor } of [one, two]) await executor.run({ ...batch, count: 6 });
  for (let round = 0; round < 2; round++) {
    for (const side of [one, two]) {
      const before = process.cpuUsage();
      side.wallMs = Math.min(side.wallMs, await wallMilliseconds(() => side.executor.run(batch)));
      const { user, system } = process.cpuUsage(before);
      side.cpuMs += (user + system) / 1000;
    }
  }
  for (const { executor } of [one, two]) await executor.close();
  const speedUp = one.wallMs / two.wallMs;
  const undisturbed = (2 * one.cpuMs) / two.cpuMs;
  return {
    replications: REPLICATIONS,
    oneThreadS: one.wallMs / 1000,
    twoThreadsS: two.wallMs / 1000,
    speedUp,
    undisturbed,
  };
}

/** @param {typeof result} figures */
function asTable({ machine, pair, full, events, growth, threads }) {
  const millions = (/** @type {number} */ perSecond) => `${(perSecond / 1e6).toFixed(2)} M/s`;
  const lines = [
    ['paired season, CPU', `${pair.cpuMs.toFixed(0)} ms`, `at most ${MOST_MS} ms; least ${pair.leastMs.toFixed(0)} ms`],
    ['  over the reference', `${pair.overReference.toFixed(2)} ×`, `reference ${pair.referenceMs.toFixed(1)} ms`],
    [
      '  peak memory',
      `${pair.firstPeakMb.toFixed(0)} MB`,
      `at most ${MOST_MB} MB; ${pair.peakMb.toFixed(0)} MB after ${1 + WARM_UP + PAIRS} pairs`,
    ],
    [
      '  with everything on',
      `${full.cpuMs.toFixed(0)} ms`,
      `${(full.overReference / pair.overReference).toFixed(2)} × the pair; least ${full.leastMs.toFixed(0)} ms`,
    ],
    [
      '  events, over M/M/1 customers',
      `${events.overCustomers.toFixed(2)} ×`,
      `at least ${LEAST_OF_MM1} ×; ${millions(events.seasonPerSecond)}`,
    ],
    ['  events, over M/M/1 events', `${events.overEvents.toFixed(2)} ×`, millions(events.mm1PerSecond)],
    ...growth.map((row) => [
      `${row.calls} calls, per trip`,
      `${row.microsecondsPerTrip.toFixed(2)} µs`,
      `${row.overFirst.toFixed(3)} × the first, ${row.trips} trips, ${row.peakMb.toFixed(0)} MB`,
    ]),
    [
      `two threads, ${threads.replications} replications`,
      `${threads.speedUp.toFixed(2)} ×`,
      `at least 1.6 ×; ${threads.undisturbed.toFixed(2)} × by CPU, were both cores free`,
    ],
  ];
  const header = `Node ${machine.node}, ${machine.cpu}, ${machine.cores} cores`;
  return [
    header,
    ...lines.map(([what = '', found = '', note = '']) => `${what.padEnd(32)}${found.padStart(10)}   ${note}`),
  ].join('\n');
}
