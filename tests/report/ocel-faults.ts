/** Everything that keeps a value from being an object-centric event log as OCEL 2.0 describes its JSON. */

type Fields = Readonly<Record<string, unknown>>;

const VALUE_TYPES = {
  string: (value: unknown) => typeof value === 'string',
  time: (value: unknown) => isInstant(value),
  integer: (value: unknown) => Number.isInteger(value),
  float: (value: unknown) => Number.isFinite(value),
  boolean: (value: unknown) => typeof value === 'boolean',
} as const;

/** @see https://ocel-standard.org/specification/formats/json, and section 5 of arXiv:2403.01975 */
export function ocelFaults(log: Fields): string[] {
  const faults: string[] = [];
  const [objectTypes, eventTypes] = [typesOf(log, 'objectTypes', faults), typesOf(log, 'eventTypes', faults)];
  const objects = items(log.objects);
  const events = items(log.events);
  const objectIds = idsOf(objects, 'object', faults);
  idsOf(events, 'event', faults);
  const check = (item: Fields, types: Types, timed: boolean) => {
    const declared = types.get(String(item.type));
    if (declared === undefined) faults.push(`${item.id}: type ${item.type} is not declared`);
    for (const { name, value, time } of items(item.attributes)) {
      const type = declared?.get(String(name));
      if (type === undefined || !VALUE_TYPES[type](value)) faults.push(`${item.id}: attribute ${name} is ${value}`);
      if (timed && !isInstant(time)) faults.push(`${item.id}: attribute ${name} is of ${time}`);
    }
    for (const { objectId, qualifier } of items(item.relationships)) {
      if (!objectIds.has(objectId)) faults.push(`${item.id}: ${objectId} is not there`);
      if (typeof qualifier !== 'string') faults.push(`${item.id}: relation to ${objectId} without qualifier`);
    }
  };
  for (const object of objects) check(object, objectTypes, true);
  let before = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    check(event, eventTypes, false);
    if (!isInstant(event.time)) faults.push(`${event.id}: time ${event.time}`);
    const now = Date.parse(String(event.time));
    if (now < before) faults.push(`${event.id}: before the event above it`);
    before = now;
  }
  return faults;
}

type Types = ReadonlyMap<string, ReadonlyMap<string, keyof typeof VALUE_TYPES>>;

function typesOf(log: Fields, key: string, faults: string[]): Types {
  const types = items(log[key]).map(({ name, attributes }) => {
    const of = items(attributes).map((one) => [String(one.name), one.type as keyof typeof VALUE_TYPES] as const);
    for (const [attribute, type] of of) if (!(type in VALUE_TYPES)) faults.push(`${name}.${attribute}: type ${type}`);
    return [String(name), new Map(of)] as const;
  });
  if (new Set(types.map(([name]) => name)).size < types.length) faults.push(`${key}: the same name twice`);
  return new Map(types);
}

function idsOf(list: readonly Fields[], what: string, faults: string[]): ReadonlySet<unknown> {
  const ids = new Set(list.map(({ id }) => id));
  if (ids.size < list.length) faults.push(`${what}: the same id twice`);
  if ([...ids].some((id) => typeof id !== 'string')) faults.push(`${what}: an id that is no text`);
  return ids;
}

function items(list: unknown): readonly Fields[] {
  if (!Array.isArray(list)) throw new Error(`expected a list, found ${JSON.stringify(list)?.slice(0, 80)}`);
  return list as Fields[];
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-]\d\d:\d\d)$/u.test(value);
}
