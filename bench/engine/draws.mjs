/**
 * The draws of the bench. Those of the hold model come from a table, so that it times the engine and not the law; those
 * of the queues are made as they are needed, within the time measured, here as in reference.c.
 */
import { exponentialOf } from './logarithm.mjs';

const DRAWS = 65_536;

/** The laws, each with its mean. */
const laws = {
  /** Exp(1). */
  exponential: { draw: exponentialDraw, mean: 1 },
  /** Every event at the same instant as many others. */
  equal: { draw: () => 1, mean: 1 },
  /** 90 % Exp(.001), 10 % Exp(1000). */
  scales: { draw: twoScalesDraw, mean: 100.0009 },
};

/** @typedef {keyof typeof laws} Law */
/** @typedef {() => number} Uniforms */

/** @param {Uniforms} uniform */
function exponentialDraw(uniform) {
  return -Math.log(1 - uniform());
}

/** @param {Uniforms} uniform */
function twoScalesDraw(uniform) {
  return (uniform() < 0.9 ? 0.001 : 1000) * exponentialDraw(uniform);
}

/**
 * What mulberry32 makes of its k-th state: 32 random bits as a signed number. Good enough for a bench; it spares each
 * process of it the start of the random layer, and C finds the same bits.
 *
 * @param {number} state
 */
function bitsOf(state) {
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return mixed ^ (mixed >>> 14);
}

/** The first state. */
const SEED = 1;
/** From one state to the next. */
const STEP = 0x6d2b79f5;

/** Uniforms in [0, 1), always the same. @returns {Uniforms} */
function uniforms() {
  let state = SEED;
  return () => {
    state = (state + STEP) | 0;
    return (bitsOf(state) >>> 0) / 2 ** 32;
  };
}

/** @type {Map<Law, Float64Array>} */
const tables = new Map();

/** 65,536 draws from a law. @param {Law} law */
export function table(law) {
  const known = tables.get(law);
  if (known !== undefined) return known;
  const uniform = uniforms();
  const made = Float64Array.from({ length: DRAWS }, () => laws[law].draw(uniform));
  tables.set(law, made);
  return made;
}

/** The mean of a law. @param {Law} law */
export const meanOf = (law) => laws[law].mean;

/** A function that gives the next draw of a table, round and round. @param {Law} law */
export function drawer(law) {
  const draws = table(law);
  let k = 0;
  return () => /** @type {number} */ (draws[k++ & (DRAWS - 1)]);
}

/** How many are made at once: within one loop, no number need be an object on the heap. */
const BLOCK = 256;

/** A function that makes the next Exp(1) draw; the first 65,536 are those of the table, but for the last bit. */
export function maker() {
  const block = new Float64Array(BLOCK);
  let state = SEED;
  let next = BLOCK;
  const fill = () => {
    for (let k = 0; k < BLOCK; k++) {
      state = (state + STEP) | 0;
      block[k] = exponentialOf(bitsOf(state));
    }
    next = 0;
  };
  return () => {
    if (next === BLOCK) fill();
    return /** @type {number} */ (block[next++]);
  };
}

/** Where the draws of a queue come from. @typedef {'made' | 'table'} Source */
/** A function that gives the next Exp(1) draw. @param {Source} source */
export const exponentials = (source) => (source === 'made' ? maker() : drawer('exponential'));
