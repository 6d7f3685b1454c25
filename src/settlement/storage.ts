import type { CallFacts } from '../port/index.ts';
import { type LedgerLine, type LineHead, lineAtPrice } from './ledger-line.ts';
import type { Terms } from './terms.ts';

const PAID = {
  unit: 't·d',
  payer: 'shipper',
  payee: 'port',
  kind: 'transfer',
  source: 'Caofeidian coal port, 5 Sep 2018, tymtjyzx.cn/info/43126.jspx',
} as const;

const BANDS: readonly LineHead[] = [
  { item: 'storageFirstBand', ...PAID },
  { item: 'storageSecondBand', ...PAID },
  { item: 'storageThirdBand', ...PAID },
];

/**
 * Tonne-days charged in each band: of d days stored the first `freeDays` are free, then each band takes the days of its
 * length in turn, the last one all that are left.
 *
 * Source: the bands of two terminals at Caofeidian, 2018 (tymtjyzx.cn): free to day 20, one price to day 30, another
 * after; and free to day 15, prices to day 25, to day 35, and after.
 *
 * @param storedKgByDays kilograms by days stored, each day begun counted whole
 * @param terms the free days and the lengths of the bands, days
 * @example 1 t stored 45 days with 20 free and bands of 10: 10 t·d in the first band, 10 in the second, 5 in the third
 */
export function chargedStorage(
  storedKgByDays: readonly number[],
  { freeDays, bands }: Pick<Terms['storage'], 'freeDays' | 'bands'>,
): number[] {
  const tonneDays = bands.map(() => 0);
  for (const [days, kg] of storedKgByDays.entries()) {
    let left = Math.max(0, days - freeDays);
    for (const [at, band] of bands.entries()) {
      const inBand = at === bands.length - 1 ? left : Math.min(left, band.days);
      tonneDays[at] = (tonneDays[at] as number) + (kg / 1000) * inBand;
      left -= inBand;
    }
  }
  return tonneDays;
}

/**
 * The port's storage charges on a call's cargo, one line a band.
 *
 * @param call kilograms by days stored
 * @param terms free days, bands and their prices
 * @example 1 t stored 33 days, 20 free, 10 days at 0.3, then 0.5 yuan/t·d: 3.0 and 1.5 yuan
 */
export function storageLines(
  call: Pick<CallFacts, 'storedKgByDays'>,
  { storage }: Pick<Terms, 'storage'>,
): LedgerLine[] {
  const tonneDays = chargedStorage(call.storedKgByDays, storage);
  return BANDS.map((head, at) =>
    lineAtPrice(head, tonneDays[at] as number, storage.bands[at]?.yuanPerTonneDay as number),
  );
}
