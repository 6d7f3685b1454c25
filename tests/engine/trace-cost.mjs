/**
 * Prints the bytes that the compiled engine allocates for an event, with a trace and without, as JSON; to be run in a
 * process of its own: `node --expose-gc trace-cost.mjs <URL of the engine's index.js>`.
 */
const { Resource, Simulation } = await import(String(process.argv[2]));
const HOURS = 2000;
const RUNS = 120;

/**
 * The lower quartile of many short runs, too short for a collection, once all is warm.
 *
 * @param {((entry: unknown) => void) | null} trace
 */
function bytesPerEvent(trace) {
  const sim = new Simulation(trace === null ? {} : { trace });
  const desk = new Resource(sim, { name: 'desk', capacity: 1 });
  const customer = function* () {
    for (;;) {
      yield* desk.seize();
      yield* sim.hold(1);
      desk.release();
      yield* sim.hold(0.5);
    }
  };
  for (let i = 0; i < 3; i++) sim.spawn(`customer ${i}`, customer());
  /** @type {number[]} */
  const samples = [];
  for (let i = 0; i < RUNS; i++) {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const { processed } = sim;
    sim.run(sim.now + HOURS);
    samples.push((process.memoryUsage().heapUsed - before) / (sim.processed - processed));
  }
  const warm = samples.slice(RUNS / 2).sort((a, b) => a - b);
  return Number(warm[RUNS / 8]);
}

/** @type {unknown} */
let last = null;
const untraced = bytesPerEvent(null);
const traced = bytesPerEvent((entry) => {
  last = entry;
});
process.stdout.write(JSON.stringify({ untraced, traced, last }));
