import type { CallFacts, TruckFacts } from '../port/index.ts';
import { cargoPath } from './cargo-path.ts';
import { type LedgerLine, type LineHead, lineAtPrice } from './ledger-line.ts';
import type { Terms } from './terms.ts';

const PAID = { payer: 'shipper', payee: 'haulier', kind: 'transfer' } as const;
const ASSUMED = 'assumption, no source';

const HAUL: LineHead = {
  item: 'haul',
  unit: 't',
  ...PAID,
  source: 'recalled, no source: short haul of 5-15 km, 6-15 yuan/t',
};

const HAUL_HOURS: LineHead = { item: 'haulHours', unit: 'h', ...PAID, source: ASSUMED };
const HAUL_KILOMETRES: LineHead = { item: 'haulKilometres', unit: 'km', ...PAID, source: ASSUMED };
const DETENTION: LineHead = { item: 'detention', unit: 'h', ...PAID, source: ASSUMED };

const DETENTION_UNBILLED: LineHead = {
  item: 'detentionUnbilled',
  unit: 'h',
  payer: 'haulier',
  payee: 'haulier',
  kind: 'transfer',
  source: "detention price: assumption, no source; the haulier's share is forgone, its cost is in truckHours",
};

const HIRED_TRUCKS: LineHead = { item: 'hiredTrucks', unit: 'h', ...PAID, source: ASSUMED };

const WORKS_LOADING: LineHead = { item: 'worksLoading', unit: 't', ...PAID, source: ASSUMED };

const HIRED_SHUTTLE = { payer: 'port', payee: 'haulier', kind: 'transfer', source: ASSUMED } as const;
const SHUTTLE_HAUL: LineHead = { item: 'shuttleHaul', unit: 't', ...HIRED_SHUTTLE };
const SHUTTLE_DETENTION: LineHead = { item: 'shuttleDetention', unit: 'h', ...HIRED_SHUTTLE };

/**
 * What the shipper pays to bring a call's cargo to the port: the haul, per tonne (refused ones out and home again) or
 * per hour and kilometre;
 * detention on the waiting of each trip beyond the free time; trucks hired by the hour; loading at the works per tonne.
 *
 * Paid by the hour, every hour of a round trip is paid once: as detention, billed or not, where it is waiting beyond the
 * free time, else at the price of an hour. Detention is a transfer: the hours themselves are the haulier's resource line
 * `truckHours`. The share that is not billed is a line the haulier owes itself, so that it can be read without being
 * counted twice. The loading contractor at the works is booked under `haulier`.
 *
 * @param call what the trucks did
 * @param terms prices, free time and shares
 * @example trips that waited 0.2 h and 1.5 h with 0.5 h free give 1 h of detention
 */
export function haulageLines(call: CallFacts, { haulage }: Pick<Terms, 'haulage'>): LedgerLine[] {
  const { hauledTonnes } = cargoPath(call);
  // What customs refused is hauled home again.
  const carriedTonnes = hauledTonnes + call.refused.kg / 1000;
  const hours = detentionHours(call.trucks.waitHoursByTrip, haulage.detentionFreeHours);
  const billed = haulage.detentionShareShipper;
  const [tonnes, hourKm] = haulage.basis === 'tonne' ? [carriedTonnes, 0] : [0, 1];
  const paidHours = Math.max(0, call.trucks.turnHours - hours);
  return [
    lineAtPrice(HAUL, tonnes, haulage.yuanPerTonne),
    lineAtPrice(HAUL_HOURS, hourKm * paidHours, haulage.yuanPerHour),
    lineAtPrice(HAUL_KILOMETRES, hourKm * drivenKm(call.trucks), haulage.yuanPerKm),
    lineAtPrice(DETENTION, hours * billed, haulage.detentionYuanPerHour),
    lineAtPrice(DETENTION_UNBILLED, hours * (1 - billed), haulage.detentionYuanPerHour),
    lineAtPrice(HIRED_TRUCKS, call.hiredTruckHours, haulage.hireYuanPerHour),
    lineAtPrice(WORKS_LOADING, hauledTonnes, haulage.worksLoadingYuanPerTonne),
  ];
}

/**
 * What the port pays a haulier for shuttles between yard and quay, where they are hired: per staged tonne, and detention
 * on the waiting of each shuttle trip beyond the free time. Nothing where the shuttles are its own.
 *
 * @param call what the shuttles did
 * @param terms whose they are, prices and free time
 * @example 10,000 t staged at 3 yuan/t cost the port 30,000 yuan
 */
export function shuttleLines(call: CallFacts, { haulage }: Pick<Terms, 'haulage'>): LedgerLine[] {
  const hired = haulage.shuttles === 'hired';
  const tonnes = hired ? cargoPath(call).stagedTonnes : 0;
  const hours = hired ? detentionHours(call.shuttles.waitHoursByTrip, haulage.detentionFreeHours) : 0;
  return [
    lineAtPrice(SHUTTLE_HAUL, tonnes, haulage.shuttleYuanPerTonne),
    lineAtPrice(SHUTTLE_DETENTION, hours, haulage.detentionYuanPerHour),
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

function drivenKm({ loadedKm, emptyKm }: TruckFacts): number {
  return loadedKm + emptyKm;
}
