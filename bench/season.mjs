/**
 * How fast the model is, on this machine: `npm run bench`, or `npm run bench -- --json`; parts are named to be measured
 * alone, such as `npm run bench -- pair events`. Each is told as soon as it is done. Not a test: nothing fails.
 *
 * - pair: one replication of the published season in both modes, world and settlement included, with shuttles, weather,
 *   breakdowns and shifts, CPU on one core, alone and over a reference workload run in between; the quickest beside the
 *   median, since other processes only ever slow one down;
 * - full: the same with everything on that a scenario can switch on and a truck or ship meets;
 * - events: what the engine processes of the season in a second, over an M/M/1 by processes in turn: over its customers,
 *   which is the rate that the engine's own bench tells, and over its events, nearly four a customer;
 * - growth: the same season at 1, 10 and 100 times the calls in 1, 10 and 100 times the period, each in a process of
 *   its own; what a trip costs over the reference workload, and how that compares with the first. Takes minutes.
 */
import { availableParallelism, cpus } from 'node:os';
import { mmcProcess } from './engine/loads.mjs';
import { measureGrowth } from './growth.mjs';
import { cpuMilliseconds, median, peakMegabytes } from './measure.mjs';
import { fullScenario, MODES, prepare, Simulation, scenario } from './program.mjs';
import { referenceWork } from './reference.mjs';

const WARM_UP = 5;
const PAIRS = 15;

const CUSTOMERS = 200_000;
/** Milliseconds and megabytes that a pair may take, and the least of an M/M/1's events a second. */
const [MOST_MS, MOST_MB, LEAST_OF_MM1] = [900, 200, 0.5];

const millions = (/** @type {number} */ perSecond) => `${(perSecond / 1e6).toFixed(2)} M/s`;

/** What can be measured, and how it is told: what, found, note. */
const PARTS = {
  pair: {
    measure: () => measurePair(scenario),
    rows: (/** @type {ReturnType<typeof measurePair>} */ pair) => [
      [
        'paired season, CPU',
        `${pair.cpuMs.toFixed(0)} ms`,
        `at most ${MOST_MS} ms; least ${pair.leastMs.toFixed(0)} ms`,
      ],
      ['  over the reference', `${pair.overReference.toFixed(2)} ×`, `reference ${pair.referenceMs.toFixed(1)} ms`],
      [
        '  peak memory',
        `${pair.firstPeakMb.toFixed(0)} MB`,
        `at most ${MOST_MB} MB; ${pair.peakMb.toFixed(0)} MB after ${1 + WARM_UP + PAIRS} pairs`,
      ],
    ],
  },
  full: {
    measure: () => measurePair(fullScenario),
    rows: (/** @type {ReturnType<typeof measurePair>} */ full) => [
      [
        'with everything on, CPU',
        `${full.cpuMs.toFixed(0)} ms`,
        `${full.overReference.toFixed(2)} × the reference; least ${full.leastMs.toFixed(0)} ms`,
      ],
    ],
  },
  events: {
    measure: measureEvents,
    rows: (/** @type {ReturnType<typeof measureEvents>} */ events) => [
      [
        'events, over M/M/1 customers',
        `${events.overCustomers.toFixed(2)} ×`,
        `at least ${LEAST_OF_MM1} ×; ${millions(events.seasonPerSecond)}`,
      ],
      ['  over M/M/1 events', `${events.overEvents.toFixed(2)} ×`, millions(events.mm1PerSecond)],
    ],
  },
  growth: {
    measure: measureGrowth,
    rows: (/** @type {ReturnType<typeof measureGrowth>} */ growth) =>
      growth.map((row) => [
        `${row.calls} calls, per trip`,
        `${row.microsecondsPerTrip.toFixed(2)} µs`,
        `${row.overFirst.toFixed(3)} × the first, ${row.trips} trips, ${row.peakMb.toFixed(0)} MB`,
      ]),
  },
};

const words = process.argv.slice(2);
const asked = words.filter((word) => word in PARTS);
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: availableParallelism() };
const inJson = words.includes('--json');
/** @type {Record<string, unknown>} */
const result = { machine };
if (!inJson) console.log(`Node ${machine.node}, ${machine.cpu}, ${machine.cores} cores`);
for (const [name, { measure, rows }] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const found = measure();
  result[name] = found;
  if (inJson) continue;
  for (const [what = '', figure = '', note = ''] of rows(/** @type {any} */ (found))) {
    console.log(`${what.padEnd(32)}${figure.padStart(10)}   ${note}`);
  }
}
if (inJson) console.log(JSON.stringify(result, null, 2));

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
