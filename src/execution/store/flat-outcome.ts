/**
 * Outcomes as numbers. Thousands of outcomes of a scenario differ in nothing but their numbers: what holds them (names,
 * words, how long lists are) is their shape, which is kept once, and each outcome is a row of numbers.
 */

/** An outcome taken apart. */
export interface Flat {
  /** JSON in which every number, and every null, is null. */
  readonly shape: string;
  /** The numbers in the order of the shape; a null is NaN, which no outcome has. */
  readonly numbers: Float64Array;
}

/**
 * Takes plain data apart.
 *
 * @param value of objects, lists, strings, booleans, finite numbers and nulls
 * @example flatten({ hours: 2, cause: 'ice', queue: null }) // shape {"hours":null,"cause":"ice","queue":null}, 2, NaN
 */
export function flatten(value: unknown): Flat {
  const numbers: number[] = [];
  const shape = JSON.stringify(value, (_key, one: unknown) => {
    if (typeof one !== 'number' && one !== null) return one;
    numbers.push(one ?? Number.NaN);
    return null;
  });
  return { shape, numbers: Float64Array.from(numbers) };
}

/** Puts together what {@link flatten} took apart, to the last bit. */
export function unflatten<T>({ shape, numbers }: Flat): T {
  let at = 0;
  const filled = (one: unknown): unknown => {
    if (one === null) {
      const number = numbers[at++] as number;
      return Number.isNaN(number) ? null : number;
    }
    if (Array.isArray(one)) return one.map(filled);
    if (typeof one === 'object')
      return Object.fromEntries(Object.entries(one).map(([key, value]) => [key, filled(value)]));
    return one;
  };
  return filled(JSON.parse(shape)) as T;
}
