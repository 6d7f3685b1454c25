import type { Log } from './log.ts';
import { reachedIn, valueIn } from './quantities.ts';

/** Where a truck is seen on its way round, in the order in which it comes there. */
const PLACES = ['worksIn', 'worksOut', 'reached', 'portOut'] as const;

/** A place in a log. */
export interface Sight {
  readonly place: (typeof PLACES)[number];
  readonly log: Log;
}

/**
 * Goes through what logs saw of each truck, whatever log it is from, two sightings in a row at a time.
 *
 * @param tell told of the one, the next, the hour of the first, and the hours between
 */
export function forEachPair(
  logs: readonly Log[],
  tell: (from: Sight, to: Sight, began: number, hours: number) => void,
): void {
  const sights = logs.flatMap((log) => PLACES.map((place) => ({ place, log })));
  const { starts, at, sight } = byTruck(sights);
  for (let truck = 0; truck + 1 < starts.length; truck++) {
    const seen = inTime(at, sight, starts[truck] as number, starts[truck + 1] as number);
    for (let i = 1; i < seen.length; i++) {
      const [one, next] = [seen[i - 1] as number, seen[i] as number];
      const began = at[one] as number;
      tell(
        sights[sight[one] as number] as Sight,
        sights[sight[next] as number] as Sight,
        began,
        (at[next] as number) - began,
      );
    }
  }
}

/** All sightings, those of one truck side by side from its start on: counted first, then put in their places. */
function byTruck(sights: readonly Sight[]) {
  const trucks = new Map<string, number>();
  const columns = sights.map(({ place, log }) => {
    const truckOf = log.words.map((word) => numberOf(plainPlate(word), trucks));
    return { plate: valueIn(log, 'plate'), at: valueIn(log, place === 'reached' ? reachedIn(log) : place), truckOf };
  });
  const forEach = (tell: (truck: number, hours: number, sight: number) => void) => {
    for (const [sight, { plate, at, truckOf }] of columns.entries()) {
      const { kept } = (sights[sight] as Sight).log;
      for (let row = 0; row < kept; row++) {
        const truck = truckOf[plate(row)];
        const hours = at(row);
        if (truck !== undefined && !Number.isNaN(hours)) tell(truck, hours, sight);
      }
    }
  };
  const starts = new Uint32Array(trucks.size + 1);
  forEach((truck) => starts[truck + 1]!++);
  for (let truck = 0; truck < trucks.size; truck++) starts[truck + 1]! += starts[truck] as number;
  const count = starts[trucks.size] as number;
  const [next, at, sight] = [starts.slice(), new Float64Array(count), new Uint16Array(count)];
  forEach((truck, hours, from) => {
    const to = next[truck]!++;
    at[to] = hours;
    sight[to] = from;
  });
  return { starts, at, sight };
}

/** The places from one on and before another, by time, then by the way round. */
function inTime(at: Float64Array, sight: Uint16Array, from: number, to: number): Uint32Array {
  const order = Uint32Array.from({ length: to - from }, (_, i) => from + i);
  const place = (i: number) => (sight[i] as number) % PLACES.length;
  return order.sort((one, other) => (at[one] as number) - (at[other] as number) || place(one) - place(other));
}

function plainPlate(word: string): string {
  return word
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·.-]/gu, '');
}

function numberOf(plate: string, trucks: Map<string, number>): number {
  const known = trucks.get(plate);
  if (known !== undefined) return known;
  trucks.set(plate, trucks.size);
  return trucks.size - 1;
}
