/** The loads of the engine's bench, each a function that runs one of them and gives its rate. */
import { performance } from 'node:perf_hooks';
import { Resource, Simulation } from '../../dist/engine/index.js';
import { exponential, RandomStreams } from '../../dist/random/index.js';

const DRAWS = 65_536;

/**
 * Draws in a table, so that the bench times the engine and not the laws.
 *
 * @param {(u: number, v: number) => number} law of two uniforms
 */
export function table(law) {
  const stream = new RandomStreams(1, 0).stream('bench');
  return Float64Array.from({ length: DRAWS }, (_, i) => law(stream.at(2 * i), stream.at(2 * i + 1)));
}

const unit = exponential(1);

/** Exp(1). */
export const EXPONENTIAL = table((u) => unit.quantile(u));
/** Every event at the same instants as many others. */
export const ALL_EQUAL = table(() => 1);
/** 90 % Exp(.001), 10 % Exp(1000). */
export const TWO_SCALES = table((u, pick) => unit.quantile(u) * (pick < 0.9 ? 0.001 : 1000));

/** @param {Float64Array} draws the next of which is given, round and round */
function drawer(draws) {
  let k = 0;
  return () => /** @type {number} */ (draws[k++ & (DRAWS - 1)]);
}

/** @param {number} count @param {() => void} run */
function rate(count, run) {
  const from = performance.now();
  run();
  return (1000 * count) / (performance.now() - from);
}

/**
 * The hold model by callbacks: `pending` events, each of which schedules itself again.
 *
 * @param {number} pending
 * @param {number} events
 * @param {Float64Array} draws
 */
export function hold(pending, events, draws) {
  const sim = new Simulation();
  const next = drawer(draws);
  let left = events;
  const again = () => {
    if (--left === 0) sim.stop();
    sim.schedule(next(), again);
  };
  for (let i = 0; i < pending; i++) sim.schedule(next(), again);
  return rate(events, () => sim.run());
}

/**
 * M/M/1 at 0.8 by callbacks, with a waiting line of arrival times.
 *
 * @param {number} customers
 * @param {Float64Array} draws
 */
export function mm1Callback(customers, draws) {
  const sim = new Simulation();
  const line = new Float64Array(1 << 20);
  let first = 0;
  let end = 0;
  const next = drawer(draws);
  let arrived = 1;
  let served = 0;
  let busy = false;
  let waited = 0;
  const serve = () => {
    busy = true;
    waited += sim.now - /** @type {number} */ (line[first++ & (line.length - 1)]);
    sim.schedule(0.8 * next(), depart);
  };
  const depart = () => {
    busy = false;
    served++;
    if (first < end) serve();
  };
  const arrive = () => {
    line[end++ & (line.length - 1)] = sim.now;
    if (arrived++ < customers) sim.schedule(next(), arrive);
    if (!busy) serve();
  };
  sim.schedule(next(), arrive);
  const perSecond = rate(customers, () => sim.run());
  if (served !== customers) throw new Error(`${served} of ${customers} customers were served`);
  return { perSecond, wait: waited / customers };
}

/**
 * M/M/c at 0.8 by processes, one a customer, with the resource's statistics on.
 *
 * @param {number} servers
 * @param {number} customers
 * @param {Float64Array} draws
 */
export function mmcProcess(servers, customers, draws) {
  const sim = new Simulation();
  const desk = new Resource(sim, { name: 'desk', capacity: servers });
  const mean = 0.8 * servers;
  const next = drawer(draws);
  let waited = 0;
  function* customer() {
    const since = sim.now;
    yield* desk.seize();
    waited += sim.now - since;
    yield* sim.hold(mean * next());
    desk.release();
  }
  function* source() {
    for (let i = 0; i < customers; i++) {
      yield* sim.hold(next());
      sim.spawn('customer', customer());
    }
  }
  sim.spawn('source', source());
  const perSecond = rate(customers, () => sim.run());
  return { perSecond, wait: waited / customers, utilisation: desk.usage.mean(sim.now) / servers };
}

/**
 * Timers armed, cancelled and one event each, over `standing` timers that never fire.
 *
 * @param {number} standing
 * @param {number} cycles
 * @param {Float64Array} draws
 */
export function cancelTimers(standing, cycles, draws) {
  const sim = new Simulation();
  const next = drawer(draws);
  for (let i = 0; i < standing; i++) sim.schedule(1e9 + next(), () => {});
  let left = cycles;
  let timer = sim.schedule(1e6, () => {});
  const tick = () => {
    sim.cancel(timer);
    timer = sim.schedule(1e6 + next(), () => {});
    if (--left === 0) sim.stop();
    else sim.schedule(0.001, tick);
  };
  sim.schedule(0, tick);
  return rate(cycles, () => sim.run());
}

/**
 * Bytes of heap and typed arrays that one waiting process, or one pending event, takes.
 *
 * @param {number} count
 * @param {'process' | 'event'} kind
 */
export function bytesEach(count, kind) {
  const sim = new Simulation();
  function* waiting() {
    yield* sim.hold(1);
  }
  const action = () => {};
  globalThis.gc?.();
  const before = process.memoryUsage();
  for (let i = 0; i < count; i++) {
    if (kind === 'process') sim.spawn('waiting', waiting());
    else sim.schedule(1 + i, action);
  }
  if (kind === 'process') sim.run(0.5);
  globalThis.gc?.();
  const after = process.memoryUsage();
  const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  if (sim.peek === 0) throw new Error('nothing waits');
  return bytes / count;
}
