import fc from 'fast-check';

/** A thing by who brings it. */
export interface Thing {
  readonly by: number;
  readonly kind: number;
  readonly rank: number;
}

/** Somebody who brings a thing of a kind, or fetches one of a kind or of any. */
export interface Visit {
  readonly arrives: number;
  readonly way: 'get' | 'put';
  readonly kind: number | null;
  readonly rank: number;
  readonly priority: number;
  readonly patience: number;
  readonly balkAt: number;
}

/** What became of a visit, when, and who brought the thing it fetched. */
export type Ending = readonly [outcome: 'served' | 'reneged' | 'balked' | 'waiting', hour: number, by: number];

export const ORDERS = ['fifo', 'lifo', 'rank'] as const;
export type Order = (typeof ORDERS)[number];
const NEVER = Number.POSITIVE_INFINITY;
const NOTHING = -1;

/** No two arrivals or ends of patience coincide: each visit owns two binary places. */
export const someVisits = fc
  .array(
    fc.record({
      hour: fc.nat(9),
      way: fc.constantFrom('get', 'put'),
      kind: fc.option(fc.nat(2)),
      rank: fc.nat(2),
      priority: fc.integer({ min: -1, max: 1 }),
      hours: fc.option(fc.nat(5), { nil: NEVER }),
      balkAt: fc.option(fc.nat(3), { nil: NEVER }),
    }),
    { minLength: 1, maxLength: 16 },
  )
  .map((rows) =>
    rows.map(({ hour, hours, ...row }, i): Visit => {
      const place = 2 ** -(2 * i + 1);
      return { ...row, arrives: hour + place, patience: hours + place / 2 };
    }),
  );

export const wants = (visit: Visit, thing: Thing) => visit.kind === null || visit.kind === thing.kind;
export const thingOf = ({ kind, rank }: Visit, by: number): Thing => ({ by, kind: kind ?? 0, rank });

/** What becomes of the visits by the rules alone. */
export function onPaper(visits: readonly Visit[], capacity: number, order: Order) {
  const endings: Ending[] = visits.map(() => ['waiting', NEVER, NOTHING]);
  const things: Thing[] = [];
  const lines = { get: [] as number[], put: [] as number[] };
  const pending = visits.map((visit, i) => ({ hour: visit.arrives, i, comes: true }));
  const inOrder = () => {
    if (order === 'fifo') return [...things];
    return order === 'lifo' ? [...things].reverse() : [...things].sort((a, b) => a.rank - b.rank);
  };
  const leaves = (line: number[], i: number) => line.splice(line.indexOf(i), 1);
  const comes = (thing: Thing, hour: number) => {
    const taker = lines.get.find((i) => wants(visits[i] as Visit, thing));
    if (taker === undefined) {
      things.push(thing);
      return;
    }
    leaves(lines.get, taker);
    endings[taker] = ['served', hour, thing.by];
  };
  const serves = (i: number, hour: number): boolean => {
    const visit = visits[i] as Visit;
    if (visit.way === 'put') {
      if (things.length >= capacity) return false;
      comes(thingOf(visit, i), hour);
      endings[i] = ['served', hour, NOTHING];
      return true;
    }
    const thing = inOrder().find((one) => wants(visit, one));
    if (thing === undefined) return false;
    things.splice(things.indexOf(thing), 1);
    endings[i] = ['served', hour, thing.by];
    while (lines.put.length > 0 && serves(lines.put[0] as number, hour)) lines.put.shift();
    return true;
  };
  while (pending.length > 0) {
    pending.sort((a, b) => a.hour - b.hour);
    const { hour, i, comes: begins } = pending.shift() as (typeof pending)[number];
    const visit = visits[i] as Visit;
    const line = lines[visit.way];
    if (!begins) {
      if (!line.includes(i)) continue;
      leaves(line, i);
      endings[i] = ['reneged', hour, NOTHING];
    } else if (serves(i, hour)) {
    } else if (line.length >= visit.balkAt) {
      endings[i] = ['balked', hour, NOTHING];
    } else {
      const behind = line.findIndex((other) => (visits[other] as Visit).priority > visit.priority);
      line.splice(behind < 0 ? line.length : behind, 0, i);
      if (visit.patience < NEVER) pending.push({ hour: hour + visit.patience, i, comes: false });
    }
  }
  return { endings, things: inOrder() };
}
