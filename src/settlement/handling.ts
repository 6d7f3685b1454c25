import type { CallFacts } from '../port/index.ts';
import { cargoPath } from './cargo-path.ts';
import { type LedgerLine, type LineHead, lineAtPrice } from './ledger-line.ts';
import type { Terms } from './terms.ts';

const PORT_PACKAGE: LineHead = {
  item: 'portPackage',
  unit: 't',
  payer: 'shipper',
  payee: 'port',
  kind: 'transfer',
  source: 'recalled, no source: export dry bulk 12-30 yuan/t; posted rates of Yingkou not found',
};

const DIRECT_DISCOUNT: LineHead = {
  item: 'directDiscount',
  unit: 't',
  payer: 'port',
  payee: 'shipper',
  kind: 'transfer',
  source: 'assumption, no source',
};

const SECOND_HAUL: LineHead = {
  item: 'secondHaul',
  unit: 't',
  payer: 'shipper',
  payee: 'port',
  kind: 'transfer',
  source: 'recalled, no source: in-port second haul and loader, 3-8 yuan/t',
};

/**
 * The port's handling: its package on every tonne aboard, the discount it gives back on tonnes that go straight to
 * the ship, and second haul with reclaim on tonnes that went over the stack, unless the package covers both.
 *
 * @param call the cargo and its way
 * @param terms prices, and what the package covers
 * @example 10,000 t staged at 5 yuan/t cost 50,000 yuan; with `covers: ['secondHaul', 'reclaim']` nothing
 */
export function handlingLines(call: CallFacts, terms: Terms): LedgerLine[] {
  const { handling } = terms;
  const { aboardTonnes, stagedTonnes, straightTonnes } = cargoPath(call);
  const chargedTonnes = secondHaulIsCovered(handling.covers) ? 0 : stagedTonnes;
  return [
    lineAtPrice(PORT_PACKAGE, aboardTonnes, handling.packageYuanPerTonne),
    lineAtPrice(DIRECT_DISCOUNT, straightTonnes, handling.directDiscountYuanPerTonne),
    lineAtPrice(SECOND_HAUL, chargedTonnes, handling.secondHaulYuanPerTonne),
  ];
}

function secondHaulIsCovered(covers: Terms['handling']['covers']): boolean {
  return covers.includes('secondHaul') && covers.includes('reclaim');
}
