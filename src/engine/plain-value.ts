/** What JSON can hold without loss. */
export type PlainValue =
  | null
  | boolean
  | number
  | string
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/**
 * A value as plain data, now: a copy that later changes leave alone. Arrays, plain objects (keys in order), maps and
 * sets (in their own order, which is part of what happens) are copied all the way down. Everything else has no
 * identity that outlives a run, and is named: numbers that JSON lacks, functions, errors by class and message, other
 * objects by class and their own `description` or `name`.
 */
export function plainValue(value: unknown, within: readonly object[] = []): PlainValue {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? value : numberName(value);
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value !== 'object') return String(value);
  if (within.includes(value)) return 'circular';
  return plainObject(value, [...within, value]);
}

function plainObject(value: object, within: readonly object[]): PlainValue {
  const plain = (part: unknown) => plainValue(part, within);
  if (Array.isArray(value)) return value.map(plain);
  if (ArrayBuffer.isView(value) && Symbol.iterator in value) return [...(value as Float64Array)].map(plain);
  if (value instanceof Set) return { Set: [...value].map(plain) };
  if (value instanceof Map) return { Map: [...value].map(plain) };
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Date) return `Date ${value.getTime()}`;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return instanceName(value);
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, plain((value as Record<string, unknown>)[key])]));
}

function numberName(value: number): string {
  return value === 0 ? '-0' : String(value);
}

function instanceName(value: object): string {
  const { description, name } = value as { description?: unknown; name?: unknown };
  if (typeof description === 'string') return description;
  const kind = value.constructor?.name ?? 'object';
  return typeof name === 'string' ? `${kind} "${name}"` : kind;
}
