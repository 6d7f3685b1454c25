import type { CallFacts } from '../port/index.ts';
import { cargoPath } from './cargo-path.ts';
import { type LedgerLine, type LineHead, lineAtPrice } from './ledger-line.ts';
import type { Terms } from './terms.ts';

const BORNE = { payer: 'shipper', payee: null, kind: 'resource' } as const;

const CARGO_LOSS: LineHead = {
  item: 'cargoLoss',
  unit: 't',
  ...BORNE,
  source: 'FOB China 7-10 USD/t, late 2023, a-cconsulting.co.uk',
};

const CAPITAL: LineHead = {
  item: 'capital',
  unit: 't·d',
  ...BORNE,
  source: 'interest: assumption, no source; FOB China 7-10 USD/t, late 2023, a-cconsulting.co.uk',
};

/**
 * What happens to the value of a call's cargo: tonnes lost at FOB value, and interest on that value from leaving the
 * works to aboard. Both are used up, and the shipper bears them.
 *
 * @param call lost kilograms, and kilogram-hours from works to aboard
 * @param terms FOB value, exchange rate, yearly interest (365 days)
 * @example 40 t lost at 10 USD/t and 7 yuan/USD are 2,800 yuan
 */
export function cargoValueLines(call: CallFacts, terms: Terms): LedgerLine[] {
  const yuanPerTonne = terms.fobUsdPerTonne * terms.cnyPerUsd;
  const tonneDays = call.transitKgHours / 24_000;
  return [
    lineAtPrice(CARGO_LOSS, cargoPath(call).lostTonnes, yuanPerTonne),
    lineAtPrice(CAPITAL, tonneDays, (yuanPerTonne * terms.interestPerYear) / 365),
  ];
}
