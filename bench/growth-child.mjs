/**
 * One size of `growth.mjs`: `node bench/growth-child.mjs TIMES REPEATS` simulates the season with TIMES times the calls
 * in TIMES times the period, REPEATS times in both modes, and prints what it cost.
 */
import { cpuMilliseconds, peakMegabytes } from './measure.mjs';
import { MODES, makeWorld, scenario, simulateSeason, toPortInputs } from './program.mjs';
import { referenceWork } from './reference.mjs';

const WARM_UP = 5;
/** The speed of a shared machine changes within seconds, and a season of 3,200 calls takes most of a minute. */
const TRIPS_PER_REFERENCE = 100_000;

const [times = 1, repeats = 1] = process.argv.slice(2).map(Number);
const season = toPortInputs(scenario);
const longer = grown(season, times);
simulate(season, WARM_UP);
const cost = simulate(longer, repeats);
console.log(JSON.stringify({ calls: longer.season.cargoesKg.length, ...cost, peakMb: peakMegabytes() }));

/** Both modes, so many replications of them. @returns what they cost, the reference work run in their midst taken off */
function simulate(/** @type {any} */ inputs, /** @type {number} */ replications) {
  let trips = 0;
  let references = 0;
  let referencesMs = 0;
  const trip = () => {
    if (++trips % TRIPS_PER_REFERENCE !== 0) return;
    references++;
    referencesMs += cpuMilliseconds(referenceWork);
  };
  const allMs = cpuMilliseconds(() => {
    for (let i = 0; i < replications; i++) {
      const world = makeWorld(inputs, 1, i);
      for (const mode of MODES) simulateSeason(inputs, mode, world, { trip });
    }
  });
  const cpuMs = allMs - referencesMs;
  return { trips, cpuMs, microsecondsPerTrip: (1000 * cpuMs) / trips, referenceMs: referencesMs / references };
}

/** The same traffic for longer. @param {any} inputs @param {number} times */
function grown(inputs, times) {
  const { season } = inputs;
  const cargoesKg = Array.from({ length: times }, () => season.cargoesKg).flat();
  return { ...inputs, season: { ...season, cargoesKg, periodHours: season.periodHours * times } };
}
