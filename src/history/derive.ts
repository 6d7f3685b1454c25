import { callQuantities } from './call-quantities.ts';
import { Growing } from './growing.ts';
import type { Log } from './log.ts';
import { type Gathered, hourOfDay, QUANTITIES, type Quantity, type QuantityId } from './quantities.ts';
import { type Places, trackQuantities } from './tracks.ts';
import { truckQuantities } from './truck-quantities.ts';

/** Notes one value of a quantity. @param at hour at which it began; NaN if that is not known */
export type Note = (id: QuantityId, value: number, at: number, ...from: readonly Log[]) => void;

/**
 * What logs measure: times, masses, shares, with what has no value left out. Logs of several places are read together: a
 * truck that leaves the works in one and enters the port in another gives a travel time.
 *
 * @param places by which positions are read; without them nothing is read from positions
 */
export function quantitiesOf(logs: readonly Log[], places: Places | null = null): Quantity[] {
  const gathered = new Map<QuantityId, Gathered>();
  const note: Note = (id, value, at, ...from) => {
    if (!Number.isFinite(value)) return;
    const into = gathered.get(id) ?? {
      values: new Growing(Float64Array),
      hours: new Growing(Uint8Array),
      logs: new Set<Log>(),
    };
    gathered.set(id, into);
    into.values.push(value);
    into.hours.push(hourOfDay(at));
    for (const log of from) into.logs.add(log);
  };
  truckQuantities(logs, note);
  for (const log of logs) {
    callQuantities(log, note);
    if (log.kind === 'gps' && places !== null) trackQuantities(log, places, note);
  }
  return (Object.keys(QUANTITIES) as QuantityId[]).flatMap((id) => {
    const found = gathered.get(id);
    return found === undefined ? [] : [quantityOf(id, found)];
  });
}

function quantityOf(id: QuantityId, { values, hours, logs }: Gathered): Quantity {
  const from = [...logs];
  return {
    id,
    unit: QUANTITIES[id],
    values: values.values,
    hours: hours.values,
    logs: from.map(({ name, kind, kept }) => ({ name, kind, kept })),
    toTheMinute: from.every(({ toTheMinute }) => toTheMinute),
  };
}
