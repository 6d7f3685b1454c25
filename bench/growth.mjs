import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Sizes, as multiples of the season, and how often each is simulated: all for millions of trips, the largest for three
 * times as many in its one go.
 */
const SIZES = [
  { times: 1, repeats: 30 },
  { times: 10, repeats: 3 },
  { times: 100, repeats: 1 },
];
const ROUNDS = 2;

/**
 * What one size came to in a process of its own.
 *
 * @typedef {object} Grown
 * @property {number} calls of one season
 * @property {number} trips in all repeats, both modes
 * @property {number} cpuMs of them all
 * @property {number} microsecondsPerTrip
 * @property {number} referenceMs of the reference work, run every so many trips; not in `cpuMs`
 * @property {number} peakMb most memory of the process
 */

/**
 * What a trip costs in longer and longer seasons. Each size runs in a fresh process, so that none finds a heap that
 * another has left; the sizes take turns, and the better round counts, since other processes only ever slow one down.
 */
export function measureGrowth() {
  const rounds = Array.from({ length: ROUNDS }, () => SIZES.map(runInChild));
  const rows = SIZES.map((_, size) => best(rounds.map((round) => /** @type {Grown} */ (round[size]))));
  const first = overReference(/** @type {Grown} */ (rows[0]));
  return rows.map((row) => ({ ...row, overFirst: overReference(row) / first }));
}

/** @returns {Grown} */
function runInChild(/** @type {{ times: number, repeats: number }} */ { times, repeats }) {
  const child = fileURLToPath(new URL('growth-child.mjs', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [child, String(times), String(repeats)], { encoding: 'utf8' }));
}

/** @param {readonly Grown[]} rounds */
function best(rounds) {
  return rounds.reduce((least, round) => (overReference(round) < overReference(least) ? round : least));
}

/** Cost of a trip where the machine's speed of the moment is taken out. */
function overReference(/** @type {Grown} */ { microsecondsPerTrip, referenceMs }) {
  return microsecondsPerTrip / referenceMs;
}
