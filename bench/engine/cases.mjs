/** What the bench runs: each load, how much of it, what it is held against, and the bounds. */
import * as loads from './loads.mjs';

/**
 * A load of some size. When a small part of its count is run (`--quick`), no more are pending than are run.
 *
 * @typedef {object} Case
 * @property {string} name
 * @property {number} count events, customers or timers in one run
 * @property {(count: number, mixed: boolean) => import('./loads.mjs').Outcome} run
 * @property {import('./draws.mjs').Law} law
 * @property {((count: number) => (string | number)[]) | null} reference what reference.c is told
 * @property {Bound | null} ratio to the reference, at least
 * @property {Bound | null} rate a second, at least
 */
/** @typedef {readonly [bound: number, stretch: number | null]} Bound */

/**
 * @param {import('./draws.mjs').Law} law
 * @param {number} pending
 * @param {Bound | null} [ratio]
 * @returns {Case}
 */
function holdCase(law, pending, ratio = null) {
  return {
    name: law === 'exponential' ? `hold ${pending}` : `hold ${pending} ${law}`,
    count: 1_000_000,
    run: (count, mixed) => loads.hold(Math.min(pending, count), count, law, mixed),
    law,
    reference: (count) => ['hold', Math.min(pending, count), count, 'table'],
    ratio,
    rate: null,
  };
}

/**
 * A queue whose draws are made as it runs, with the bound; and beside it, the same with draws from a table.
 *
 * @param {string} name
 * @param {number} count
 * @param {(count: number, mixed: boolean, source: import('./draws.mjs').Source) => import('./loads.mjs').Outcome} run
 * @param {(string | number)[]} reference
 * @param {Bound} bound
 * @returns {Case[]}
 */
function queueCases(name, count, run, reference, bound) {
  return /** @type {const} */ (['made', 'table']).map((source) => ({
    name: source === 'made' ? name : `${name} table`,
    count,
    run: (customers, mixed) => run(customers, mixed, source),
    law: 'exponential',
    reference: (customers) => [...reference, customers, source],
    ratio: source === 'made' ? bound : null,
    rate: null,
  }));
}

/** @param {number} servers @param {Bound} bound */
function processCases(servers, bound) {
  return queueCases(
    `mm${servers}Process`,
    500_000,
    (count, mixed, source) => loads.mmcProcess(servers, count, mixed, source),
    ['queueStatistics', servers],
    bound,
  );
}

/** @type {readonly Case[]} */
export const cases = [
  holdCase('exponential', 1000, [0.75, 0.9]),
  holdCase('exponential', 100_000),
  holdCase('exponential', 1_000_000, [0.45, 0.6]),
  holdCase('equal', 1000),
  holdCase('equal', 100_000),
  holdCase('scales', 1000),
  holdCase('scales', 100_000),
  ...queueCases('mm1Callback', 1_000_000, loads.mm1Callback, ['queue', 1], [0.45, 0.7]),
  ...processCases(1, [0.18, 0.25]),
  ...processCases(3, [0.2, 0.27]),
  {
    name: 'cancel',
    count: 1_000_000,
    run: (count, mixed) => loads.cancelTimers(Math.min(100_000, count), count, mixed),
    law: 'exponential',
    reference: null,
    ratio: null,
    rate: [4e6, null],
  },
];

/** What simjs can do: see {@link import('./simjs.mjs').mm1} for its two ways. @typedef {'hold' | 'mm1' | 'mm1Entities'} RivalLoad */
/**
 * What simjs does of a case, and in how many of its events: it needs far more time for each.
 *
 * @type {Readonly<Record<string, readonly { load: RivalLoad, count: number, how: string }[]>>}
 */
export const rivals = {
  'hold 1000': [{ load: 'hold', count: 200_000, how: 'timers' }],
  mm1Process: [
    { load: 'mm1Entities', count: 50_000, how: 'an entity a customer' },
    { load: 'mm1', count: 100_000, how: 'callbacks' },
  ],
};

/** Bytes a waiting process, at most. */
export const MOST_BYTES = 350;
/** Times simjs, at least. */
export const LEAST_FACTOR = 3.5;

/** @param {string} name */
export function caseNamed(name) {
  const found = cases.find((one) => one.name === name);
  if (found === undefined)
    throw new Error(`no load is called "${name}", only ${cases.map((one) => one.name).join(', ')}`);
  return found;
}
