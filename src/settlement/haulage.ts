import type { CallFacts } from '../port/index.ts';
import { cargoPath } from './cargo-path.ts';
import { type LedgerLine, type LineHead, lineAtPrice } from './ledger-line.ts';
import type { Terms } from './terms.ts';

const PAID = { payer: 'shipper', payee: 'haulier', kind: 'transfer' } as const;

const HAUL: LineHead = {
  item: 'haul',
  unit: 't',
  ...PAID,
  source: 'recalled, no source: short haul of 5-15 km, 6-15 yuan/t',
};

const DETENTION: LineHead = { item: 'detention', unit: 'h', ...PAID, source: 'assumption, no source' };

const DETENTION_UNBILLED: LineHead = {
  item: 'detentionUnbilled',
  unit: 'h',
  payer: 'haulier',
  payee: 'haulier',
  kind: 'transfer',
  source: "detention price: assumption, no source; the haulier's share is forgone, its cost is in truckHours",
};

const HIRED_TRUCKS: LineHead = { item: 'hiredTrucks', unit: 'h', ...PAID, source: 'assumption, no source' };

const WORKS_LOADING: LineHead = { item: 'worksLoading', unit: 't', ...PAID, source: 'assumption, no source' };

/**
 * What the shipper pays to bring a call's cargo to the port: haul and loading at the works per tonne hauled,
 * detention on the waiting of each trip beyond the free time, and trucks hired by the hour.
 *
 * Detention is a transfer: the hours themselves are the haulier's resource line `truckHours`. The share that is not
 * billed is a line the haulier owes itself, so that it can be read without being counted twice. The loading
 * contractor at the works is booked under `haulier`.
 *
 * @param call what the trucks did
 * @param terms prices, free time and shares
 * @example trips that waited 0.2 h and 1.5 h with 0.5 h free give 1 h of detention
 */
export function haulageLines(call: CallFacts, terms: Terms): LedgerLine[] {
  const { haulage } = terms;
  const { hauledTonnes } = cargoPath(call);
  const hours = detentionHours(call.trucks.waitHoursByTrip, haulage.detentionFreeHours);
  const billed = haulage.detentionShareShipper;
  return [
    lineAtPrice(HAUL, hauledTonnes, haulage.yuanPerTonne),
    lineAtPrice(DETENTION, hours * billed, haulage.detentionYuanPerHour),
    lineAtPrice(DETENTION_UNBILLED, hours * (1 - billed), haulage.detentionYuanPerHour),
    lineAtPrice(HIRED_TRUCKS, call.hiredTruckHours, haulage.hireYuanPerHour),
    lineAtPrice(WORKS_LOADING, hauledTonnes, haulage.worksLoadingYuanPerTonne),
  ];
}

/**
 * Waiting beyond the free time, trip by trip: Σ max(0, wait − free), hours. A short wait does not pay for a long one.
 *
 * @param waitHoursByTrip waiting of each round trip, hours
 * @param freeHours waiting per trip that is not charged, hours
 * @example detentionHours([0.2, 1.5], 0.5); // 1
 */
export function detentionHours(waitHoursByTrip: Iterable<number>, freeHours: number): number {
  let hours = 0;
  for (const wait of waitHoursByTrip) hours += Math.max(0, wait - freeHours);
  return hours;
}
