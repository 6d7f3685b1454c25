import { INITIAL_NUMBERS, POLYNOMIALS } from './sobol-directions.ts';

/** Dimensions that direction numbers are at hand for. */
export const MOST_SOBOL_DIMENSIONS = 1 + POLYNOMIALS.length;

const BITS = 32;
const SCALE = 4_294_967_296;

/** Points that fill the unit cube evenly: every 2^k first ones are a net. */
export interface SobolSequence {
  readonly dimensions: number;
  /**
   * The point of a number, from 0; unshifted, number 0 is the origin.
   *
   * @returns as many coordinates as dimensions, 0 ≤ u < 1, each a multiple of 2^−32
   * @throws RangeError if `index` is no whole number from 0 to 2^32 − 1
   */
  point(index: number): number[];
}

/**
 * Sobol's sequence in the Gray-code order of Antonov and Saleev, with the direction numbers of Joe and Kuo.
 *
 * @param dimensions from 1 to {@link MOST_SOBOL_DIMENSIONS}
 * @param shift one number from 0 to below 1 a dimension, whose bits every point is xor-ed with: a random shift makes
 *   each point uniform on its own and leaves the nets nets; none: the sequence as it is published
 * @throws RangeError if there are too many dimensions or the shift has another number of them
 * @example
 * sobolSequence(3).point(2); // [0.75, 0.25, 0.25]
 */
export function sobolSequence(dimensions: number, shift: readonly number[] = []): SobolSequence {
  if (!(Number.isInteger(dimensions) && dimensions >= 1 && dimensions <= MOST_SOBOL_DIMENSIONS)) {
    throw new RangeError(`dimensions must be a whole number from 1 to ${MOST_SOBOL_DIMENSIONS}, but is ${dimensions}.`);
  }
  if (shift.length !== 0 && shift.length !== dimensions) {
    throw new RangeError(`shift must have ${dimensions} numbers or none, but has ${shift.length}.`);
  }
  const masks = Array.from({ length: dimensions }, (_, d) => Math.floor((shift[d] ?? 0) * SCALE) | 0);
  const directions = directionsOf(dimensions);
  return { dimensions, point: (index) => pointOf(index, directions, masks) };
}

function pointOf(index: number, directions: readonly Int32Array[], masks: readonly number[]): number[] {
  if (!(Number.isInteger(index) && index >= 0 && index < SCALE)) {
    throw new RangeError(`index must be a whole number from 0 to ${SCALE - 1}, but is ${index}.`);
  }
  const gray = index ^ (index >>> 1);
  return directions.map((numbers, d) => {
    let bits = masks[d] as number;
    for (let left = gray, k = 0; left !== 0; left >>>= 1, k++) if (left & 1) bits ^= numbers[k] as number;
    return (bits >>> 0) / SCALE;
  });
}

/** Direction numbers v₁ … v₃₂ of each dimension, as binary fractions of 32 bits. */
function directionsOf(dimensions: number): Int32Array[] {
  const first = Int32Array.from({ length: BITS }, (_, k) => 1 << (BITS - 1 - k));
  const directions: Int32Array[] = [first];
  let at = 0;
  for (const polynomial of POLYNOMIALS.slice(0, dimensions - 1)) {
    const degree = BITS - 1 - Math.clz32(polynomial);
    directions.push(recurred(polynomial, degree, INITIAL_NUMBERS.slice(at, at + degree)));
    at += degree;
  }
  return directions;
}

/** vₖ = a₁vₖ₋₁ ⊕ … ⊕ aₛ₋₁vₖ₋ₛ₊₁ ⊕ vₖ₋ₛ ⊕ vₖ₋ₛ/2^s, a being the polynomial's inner coefficients. */
function recurred(polynomial: number, degree: number, initial: readonly number[]): Int32Array {
  const numbers = new Int32Array(BITS);
  for (let k = 0; k < BITS; k++) {
    if (k < degree) {
      numbers[k] = (initial[k] as number) << (BITS - 1 - k);
      continue;
    }
    const oldest = numbers[k - degree] as number;
    let bits = oldest ^ (oldest >>> degree);
    for (let j = 1; j < degree; j++) if ((polynomial >>> (degree - j)) & 1) bits ^= numbers[k - j] as number;
    numbers[k] = bits;
  }
  return numbers;
}
