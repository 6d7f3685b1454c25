import fc from 'fast-check';

/** Somebody who wants to take an amount or bring one, on terms. */
export interface Visit {
  readonly arrives: number;
  readonly way: 'get' | 'put';
  readonly amount: number;
  readonly priority: number;
  /** Hours after which he leaves his line. */
  readonly patience: number;
  /** Length of the line that he does not join. */
  readonly balkAt: number;
}

/** What became of each visit, and when. */
export type Ending = readonly [outcome: 'served' | 'reneged' | 'balked' | 'waiting', hour: number];

export const CAPACITY = 8;
const NEVER = Number.POSITIVE_INFINITY;

/** No two arrivals or ends of patience coincide: each visit owns two binary places, and all sums are exact. */
export const someVisits = (amounts: fc.Arbitrary<number>) =>
  fc
    .array(
      fc.record({
        hour: fc.nat(9),
        way: fc.constantFrom('get', 'put'),
        amount: amounts,
        priority: fc.integer({ min: -1, max: 1 }),
        hours: fc.option(fc.nat(5), { nil: NEVER }),
        balkAt: fc.option(fc.nat(3), { nil: NEVER }),
      }),
      { minLength: 1, maxLength: 14 },
    )
    .map((rows) =>
      rows.map(({ hour, hours, ...row }, i): Visit => {
        const place = 2 ** -(2 * i + 1);
        return { ...row, arrives: hour + place, patience: hours + place / 2 };
      }),
    );

/**
 * What becomes of the visits by the rules alone: at every arrival, whoever can go goes, takers first; whoever finds
 * his line too long turns away; patience ends.
 *
 * @param strict nobody overtakes who stands in his line
 */
export function onPaper(visits: readonly Visit[], level: number, strict: boolean) {
  const endings: Ending[] = visits.map(() => ['waiting', NEVER]);
  const lines = { get: [] as number[], put: [] as number[] };
  const pending = visits.map((visit, i) => ({ hour: visit.arrives, i, comes: true }));
  let now = level;
  const fits = ({ way, amount }: Visit) => (way === 'get' ? amount <= now : amount <= CAPACITY - now);
  const next = (way: Visit['way']) =>
    (strict ? lines[way].slice(0, 1) : lines[way]).find((i) => fits(visits[i] as Visit));
  const serve = (hour: number) => {
    for (let i = next('get') ?? next('put'); i !== undefined; i = next('get') ?? next('put')) {
      const { way, amount } = visits[i] as Visit;
      now += way === 'get' ? -amount : amount;
      lines[way].splice(lines[way].indexOf(i), 1);
      endings[i] = ['served', hour];
    }
  };
  while (pending.length > 0) {
    pending.sort((a, b) => a.hour - b.hour);
    const { hour, i, comes } = pending.shift() as (typeof pending)[number];
    const visit = visits[i] as Visit;
    const line = lines[visit.way];
    if (comes) {
      const before = line.length;
      const behind = line.findIndex((other) => (visits[other] as Visit).priority > visit.priority);
      line.splice(behind < 0 ? before : behind, 0, i);
      serve(hour);
      if (line.includes(i) && before >= visit.balkAt) {
        line.splice(line.indexOf(i), 1);
        endings[i] = ['balked', hour];
      } else if (line.includes(i) && visit.patience < NEVER) {
        pending.push({ hour: hour + visit.patience, i, comes: false });
      }
    } else if (line.includes(i)) {
      line.splice(line.indexOf(i), 1);
      endings[i] = ['reneged', hour];
      serve(hour);
    }
  }
  return { endings, level: now };
}
