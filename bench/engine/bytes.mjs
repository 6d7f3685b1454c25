/** What waiting costs in memory: bytes of heap and typed arrays for each that waits. */
import { Resource, Simulation } from '../../dist/engine/index.js';

const HOURS = 1;

/** @typedef {(sim: Simulation, count: number) => void} Fill */

/** @typedef {'process' | 'queued' | 'event'} Kind a process on hold, one queued at a resource, a callback event */

/** @type {Record<Kind, Fill>} */
const kinds = {
  process: (sim, count) => {
    function* holder() {
      yield* sim.hold(HOURS);
    }
    for (let i = 0; i < count; i++) sim.spawn('waiting', holder());
    sim.run(HOURS / 2);
  },
  queued: (sim, count) => {
    const desk = new Resource(sim, { name: 'desk', capacity: 1 });
    function* customer() {
      yield* desk.seize();
      yield* sim.hold(HOURS);
      desk.release();
    }
    for (let i = 0; i <= count; i++) sim.spawn('waiting', customer());
    sim.run(HOURS / 2);
    if (desk.queueLength !== count) throw new Error(`${desk.queueLength} wait in line, not ${count}`);
  },
  event: (sim, count) => {
    const action = () => {};
    for (let i = 0; i < count; i++) sim.schedule(HOURS + i, action);
  },
};

/**
 * Bytes of one that waits. Only the first answer of a process is to be relied on: what an earlier simulation has
 * left behind may be let go during the next measurement.
 *
 * @param {Kind} kind
 * @param {number} count how many wait at once
 */
export function bytesEach(kind, count) {
  const fill = kinds[kind];
  fill(new Simulation(), 100);
  const sim = new Simulation();
  const before = held();
  fill(sim, count);
  const after = held();
  if (sim.peek !== HOURS) throw new Error('nothing waits');
  return (after - before) / count;
}

/** Bytes that are alive; the second collection finds what the first one's finalisers let go. */
function held() {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
