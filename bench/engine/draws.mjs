/** The draws of the bench, in tables, so that it times the engine and not the laws. */

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
 * Uniforms in [0, 1), always the same: mulberry32, which is good enough for a bench and spares each process of it the
 * start of the random layer.
 *
 * @returns {Uniforms}
 */
function uniforms() {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
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

/** A function that gives the next draw, round and round. @param {Law} law */
export function drawer(law) {
  const draws = table(law);
  let k = 0;
  return () => /** @type {number} */ (draws[k++ & (DRAWS - 1)]);
}
