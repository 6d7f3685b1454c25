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

/**
 * What puts together values of a shape, to the last bit.
 *
 * @param shape from {@link flatten}
 * @example unflattener(flatten(value).shape)(flatten(value).numbers) // value again
 */
export function unflattener<T>(shape: string): (numbers: Float64Array) => T {
  const empty: unknown = JSON.parse(shape);
  return (numbers) => {
    let at = 0;
    const filled = (one: unknown): unknown => {
      if (one === null) {
        const number = numbers[at++] as number;
        return Number.isNaN(number) ? null : number;
      }
      if (typeof one !== 'object') return one;
      if (Array.isArray(one)) return one.map(filled);
      const object: Record<string, unknown> = {};
      for (const [key, value] of Object.entries(one)) object[key] = filled(value);
      return object;
    };
    return filled(empty) as T;
  };
}
