import type { CallFacts } from '../port/index.ts';
import type { LaytimeStatement } from './laytime.ts';
import { type LedgerLine, type LineHead, lineAtPrice } from './ledger-line.ts';
import { shipSize } from './ship-size.ts';
import type { Terms } from './terms.ts';

const DEMURRAGE: LineHead = {
  item: 'demurrage',
  unit: 'd',
  payer: 'shipper',
  payee: 'ship',
  kind: 'transfer',
  source: 'derived from earnings proxies, dynamarinegroup.com; Laytime Definitions for Charter Parties 2013',
};

const DESPATCH: LineHead = {
  item: 'despatch',
  unit: 'd',
  payer: 'ship',
  payee: 'shipper',
  kind: 'transfer',
  source: 'half demurrage by custom, recalled; one sample contract 4,000/2,000 USD, th4.ilovetranslation.com',
};

/**
 * Demurrage and despatch of one call by its laytime statement, at the rate for the ship's size.
 *
 * Under FOB the clause stands in the sale contract, under CFR in the shipper's voyage charter; both ways the shipper
 * answers for the loading port, so the parties are the same.
 *
 * @param call the cargo, which tells the ship's size
 * @param statement the call's laytime statement
 * @param terms rates in USD per day, despatch ratio, exchange rate
 * @example 2 days on demurrage at 12,000 USD/d and 7 yuan/USD cost 168,000 yuan
 */
export function contractLines(
  call: Pick<CallFacts, 'cargoKg'>,
  statement: Pick<LaytimeStatement, 'demurrageDays' | 'despatchDays'>,
  terms: Terms,
): LedgerLine[] {
  const { shipClass } = shipSize(call.cargoKg, terms.ship);
  const yuanPerDay = terms.laytime.demurrageUsdPerDay[shipClass] * terms.cnyPerUsd;
  return [
    lineAtPrice(DEMURRAGE, statement.demurrageDays, yuanPerDay),
    lineAtPrice(DESPATCH, statement.despatchDays, yuanPerDay * terms.laytime.despatchRatio),
  ];
}
