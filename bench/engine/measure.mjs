/** Measures a case: rounds of ours, the reference and simjs in turn, so that what disturbs one disturbs all. */
import { median } from '../measure.mjs';
import { rivals } from './cases.mjs';
import { Child } from './children.mjs';
import { checkSame } from './reference.mjs';
import { installedVersion, lindley } from './simjs.mjs';

const MOST_REPEATS = 40;
/** Runs before a process counts as warm: V8 compiles the engine anew several times as it learns. */
const WARM_UPS = 8;

/** V8 puts at most so much bytecode in place of the calls within a function; by itself 920. */
const ROOMY = ['--expose-gc', '--max-inlined-bytecode-size-cumulative=3000'];

/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('./loads.mjs').Outcome} Outcome */
/** @typedef {import('./reference.mjs').Reference} Reference */
/** @typedef {{ rounds: number, part: number }} Effort `part` is the share of each count that is run */

/**
 * Rates a second, medians of the rounds but for the first.
 *
 * @typedef {object} Measured
 * @property {number} cold the first run of a fresh process
 * @property {number} warm
 * @property {number} best
 * @property {number} mixed with processes of several types alive
 * @property {number} after in a process that has run all the loads
 * @property {number} inlined where V8 inlines more than it does by itself
 * @property {number | null} reference
 * @property {number | null} bestReference
 * @property {Readonly<Record<string, number>>} simjs by how it does it; empty when it does not take part
 */

/** Whatever runs a case once. @typedef {() => Outcome | Promise<Outcome>} Run */
/** The ways that must find the same; simjs draws in another order. */
const OURS = ['ours', 'reference', 'mixed', 'after', 'inlined'];

/** A case in all its ways; null for a way that it does not have. @typedef {Record<string, Run | null>} Ways */

/** @param {number} count @param {Effort} effort */
export const partOf = (count, { part }) => Math.ceil(count * part);

/**
 * @param {Case} one
 * @param {Reference} reference
 * @param {Child} veteran a process that has run all the loads
 * @param {Effort} effort
 * @returns {Promise<Measured>}
 */
export async function measure(one, reference, veteran, effort) {
  const count = partOf(one.count, effort);
  const children = { fresh: new Child(), mixed: new Child(), inlined: new Child(ROOMY) };
  const rival = await rivalRuns(one, reference, effort);
  const cold = await children.fresh.run(one, count);
  for (let run = 1; run < WARM_UPS; run++) {
    await children.fresh.run(one, count);
    await children.mixed.run(one, count, true);
    await children.inlined.run(one, count);
  }
  const rates = await takeTurns(one.name, effort.rounds, {
    ours: () => children.fresh.run(one, count),
    reference: referenceRun(one, count, reference, cold.perSecond),
    mixed: () => children.mixed.run(one, count, true),
    after: () => veteran.run(one, count),
    inlined: () => children.inlined.run(one, count),
    ...rival.ways,
  });
  await Promise.all([...Object.values(children), ...rival.children].map((child) => child.close()));
  const { ours = [], mixed = [], after = [], inlined = [] } = rates;
  return {
    cold: cold.perSecond,
    warm: median(ours),
    best: Math.max(...ours),
    mixed: median(mixed),
    after: median(after),
    inlined: median(inlined),
    reference: rates.reference ? median(rates.reference) : null,
    bestReference: rates.reference ? Math.max(...rates.reference) : null,
    simjs: Object.fromEntries(Object.keys(rival.ways).map((how) => [how, median(rates[how] ?? [])])),
  };
}

/**
 * The case in C, repeated as often as makes it last about as long as ours: on a busy machine a short process is let
 * through at once, a long one is not.
 *
 * @param {Case} one
 * @param {number} count
 * @param {Reference} reference
 * @param {number} ours a second
 * @returns {Run | null}
 */
function referenceRun(one, count, reference, ours) {
  const args = one.reference?.(count);
  if (args === undefined) return null;
  const once = reference.run(one.law, args).perSecond;
  const repeats = Math.min(Math.ceil(once / ours), MOST_REPEATS);
  return () => reference.run(one.law, args, repeats);
}

/**
 * Runs each way of a case in turn, round by round, and checks that all {@link OURS} have found the same.
 *
 * @param {string} name
 * @param {number} rounds
 * @param {Ways} ways
 * @returns {Promise<Record<string, number[] | undefined>>} rates a second of each way
 */
async function takeTurns(name, rounds, ways) {
  /** @type {Record<string, number[]>} */
  const rates = {};
  const expected = (await (ways.reference ?? ways.ours)?.())?.found ?? [];
  for (let round = 0; round < rounds; round++) {
    for (const [way, run] of Object.entries(ways)) {
      if (run === null) continue;
      // One that has waited for its turn is slow at first; the reference repeats what it does within its run.
      if (way !== 'reference') await run();
      const { perSecond, found } = await run();
      if (OURS.includes(way)) checkSame(`${name}, ${way}`, found, expected);
      rates[way] = [...(rates[way] ?? []), perSecond];
    }
  }
  return rates;
}

/**
 * The case in simjs, in each of its ways a process of its own, checked once and warm; none when simjs is not installed
 * or does not take part.
 *
 * @param {Case} one
 * @param {Reference} reference
 * @param {Effort} effort
 */
async function rivalRuns(one, reference, effort) {
  /** @type {Ways} */
  const ways = {};
  const children = [];
  for (const { load, count: whole, how } of installedVersion() === null ? [] : (rivals[one.name] ?? [])) {
    const child = new Child();
    const count = partOf(whole, effort);
    const run = () => child.ask({ simjs: load, count });
    const expected = load === 'hold' ? reference.run(one.law, ['hold', 1000, count, 'table']).found : [lindley(count)];
    checkSame(`${one.name} in simjs, ${how}`, (await run()).found, expected);
    for (let warmUp = 1; warmUp < WARM_UPS; warmUp++) await run();
    ways[how] = run;
    children.push(child);
  }
  return { ways, children };
}

/** A process that has run all the cases. @param {readonly Case[]} cases @param {Effort} effort */
export async function makeVeteran(cases, effort) {
  const child = new Child();
  for (const one of cases) await child.run(one, partOf(one.count, effort));
  return child;
}

/** Bytes of each that waits, each kind in a process of its own. */
export async function measureBytes(count = 200_000) {
  const of = async (/** @type {import('./bytes.mjs').Kind} */ kind) => {
    const child = new Child();
    const each = Number(await child.ask({ bytes: kind, count }));
    await child.close();
    return each;
  };
  return { process: await of('process'), queued: await of('queued'), event: await of('event') };
}
