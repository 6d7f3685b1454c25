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

const FIRST_BAND: LineHead = { item: 'storageFirstBand', ...PAID };
const SECOND_BAND: LineHead = { item: 'storageSecondBand', ...PAID };

/** Tonne-days of storage that are charged, by band. */
export interface ChargedStorage {
  readonly firstBandTonneDays: number;
  readonly secondBandTonneDays: number;
}

/**
 * Tonne-days charged: of d days stored the first `freeDays` are free, the next `firstBandDays` fall in the first
 * band, the rest in the second.
 *
 * Source: the bands of Caofeidian coal port, 5 Sep 2018 (tymtjyzx.cn): free to day 20, one price to day 30, another
 * after.
 *
 * @param storedKgByDays kilograms by days stored, each day begun counted whole
 * @param terms the free days and the length of the first band, days
 * @example 1 t stored 33 days with 20 free and a band of 10: 10 t·d in the first band, 3 in the second
 */
export function chargedStorage(
  storedKgByDays: readonly number[],
  terms: Pick<Terms['storage'], 'freeDays' | 'firstBandDays'>,
): ChargedStorage {
  let firstBandTonneDays = 0;
  let secondBandTonneDays = 0;
  for (const [days, kg] of storedKgByDays.entries()) {
    const charged = Math.max(0, days - terms.freeDays);
    const inFirst = Math.min(charged, terms.firstBandDays);
    firstBandTonneDays += (kg / 1000) * inFirst;
    secondBandTonneDays += (kg / 1000) * (charged - inFirst);
  }
  return { firstBandTonneDays, secondBandTonneDays };
}

/**
 * The port's storage charges on a call's cargo, one line a band.
 *
 * @param call kilograms by days stored
 * @param terms free days, bands and their prices
 * @example 1 t stored 33 days, 20 free, 10 days at 0.3, then 0.5 yuan/t·d: 3.0 and 1.5 yuan
 */
export function storageLines(call: Pick<CallFacts, 'storedKgByDays'>, terms: Terms): LedgerLine[] {
  const { firstBandTonneDays, secondBandTonneDays } = chargedStorage(call.storedKgByDays, terms.storage);
  return [
    lineAtPrice(FIRST_BAND, firstBandTonneDays, terms.storage.firstBandYuanPerTonneDay),
    lineAtPrice(SECOND_BAND, secondBandTonneDays, terms.storage.secondBandYuanPerTonneDay),
  ];
}
