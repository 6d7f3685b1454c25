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

/** Shapes that are tried before data are taken apart anew. */
const MOST_TRIED = 8;

/**
 * Takes plain data apart as {@link flatten} does, several times quicker where shapes come again: each is walked along
 * instead of written. Equal shapes are the same text, too; the numbers stand until the next are taken apart.
 */
export function flattener(): (value: unknown) => Flat {
  const known: { readonly shape: string; readonly root: Part; readonly numbers: Float64Array }[] = [];
  return (value) => {
    for (const [at, { shape, root, numbers }] of known.entries()) {
      if (collect(root, value, numbers)) {
        // What came last comes next, most likely.
        if (at > 0) known.unshift(...known.splice(at, 1));
        return { shape, numbers };
      }
    }
    const flat = flatten(value);
    const root = partOf(JSON.parse(flat.shape), { at: 0 });
    known.unshift({ shape: flat.shape, root, numbers: new Float64Array(flat.numbers.length) });
    known.splice(MOST_TRIED);
    return flat;
  };
}

/**
 * What puts together values of a shape, to the last bit.
 *
 * @param shape from {@link flatten}
 * @example unflattener(flatten(value).shape)(flatten(value).numbers) // value again
 */
export function unflattener<T>(shape: string): (numbers: Float64Array) => T {
  const root = partOf(JSON.parse(shape), { at: 0 });
  return (numbers) => filled(root, numbers) as T;
}

/** A member of an object that was taken apart. */
export interface Member<T = unknown> {
  readonly key: string;
  /** Its numbers stand before this place. */
  readonly end: number;
  /** Puts it together. */
  readonly make: (numbers: Float64Array) => T;
}

/** The members of an object, each by itself, in the shape's order. */
export function membersOf(shape: string): readonly Member[] {
  const next = { at: 0 };
  return Object.entries(JSON.parse(shape)).map(([key, value]) => {
    const member = partOf(value, next);
    return { key, end: next.at, make: (numbers) => filled(member, numbers) };
  });
}

/** A part of a shape; a number knows its place in the row. */
type Part =
  | { readonly is: 'number'; readonly at: number }
  | { readonly is: 'constant'; readonly value: unknown }
  | { readonly is: 'list'; readonly items: readonly Part[] }
  | {
      readonly is: 'object';
      readonly keys: readonly string[];
      readonly members: readonly Part[];
      readonly blank: Blank;
    };

/** An object with all its keys. What is copied from it is made and read several times quicker than what grows key by key. */
type Blank = Readonly<Record<string, unknown>>;

/** Holds the place of a number: one with a fraction, for objects of whole numbers are made anew at the first fraction. */
const ANY_NUMBER = 0.5;

function partOf(value: unknown, next: { at: number }): Part {
  if (value === null) return { is: 'number', at: next.at++ };
  if (typeof value !== 'object') return { is: 'constant', value };
  if (Array.isArray(value)) return { is: 'list', items: value.map((item) => partOf(item, next)) };
  const keys = Object.keys(value);
  const members = Object.values(value).map((one) => partOf(one, next));
  const blank = Object.fromEntries(keys.map((key, at) => [key, members[at]?.is === 'number' ? ANY_NUMBER : null]));
  return { is: 'object', keys, members, blank: { ...blank } };
}

function filled(part: Part, numbers: Float64Array): unknown {
  if (part.is === 'number') {
    const number = numbers[part.at] as number;
    return Number.isNaN(number) ? null : number;
  }
  if (part.is === 'constant') return part.value;
  if (part.is === 'list') return part.items.map((item) => filled(item, numbers));
  const { keys, members, blank } = part;
  const object: Record<string, unknown> = { ...blank };
  for (let at = 0; at < keys.length; at++) object[keys[at] as string] = filled(members[at] as Part, numbers);
  return object;
}

/** Collects the numbers of a value. @returns whether it is of the shape */
function collect(part: Part, value: unknown, into: Float64Array): boolean {
  if (part.is === 'number') {
    if (typeof value !== 'number' && value !== null) return false;
    into[part.at] = value ?? Number.NaN;
    return true;
  }
  if (part.is === 'constant') return value === part.value;
  if (typeof value !== 'object' || value === null) return false;
  if (part.is === 'list') {
    const { items } = part;
    if (!Array.isArray(value) || value.length !== items.length) return false;
    for (let at = 0; at < items.length; at++) if (!collect(items[at] as Part, value[at], into)) return false;
    return true;
  }
  if (Array.isArray(value)) return false;
  const { keys, members } = part;
  let at = 0;
  for (const key in value) {
    const one = (value as Record<string, unknown>)[key];
    // As JSON has it: what is undefined is not there.
    if (one === undefined) continue;
    if (key !== keys[at] || !collect(members[at] as Part, one, into)) return false;
    at++;
  }
  return at === keys.length;
}
