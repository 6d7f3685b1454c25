import type { CallFacts } from '../port/index.ts';
import { cargoPath } from './cargo-path.ts';
import { type LedgerLine, type LineHead, lineAtPrice } from './ledger-line.ts';
import type { Terms } from './terms.ts';

const PAID = { payer: 'shipper', payee: 'state', kind: 'transfer' } as const;
const ASSUMED = 'assumption, no source';

const DECLARATIONS: LineHead = { item: 'declarations', unit: 'declaration', ...PAID, source: ASSUMED };
const AMENDMENTS: LineHead = { item: 'amendments', unit: 'declaration', ...PAID, source: ASSUMED };
const INSPECTIONS: LineHead = { item: 'inspections', unit: 'inspection', ...PAID, source: ASSUMED };

const CARGO_DUES: LineHead = {
  item: 'cargoDues',
  unit: 't',
  ...PAID,
  source: 'recalled, no source: 0.50-0.70 yuan/t; annex of 交水规〔2019〕2号 found, its values not read',
};

/**
 * What the shipper pays on the way through customs: declarations, their amendments, inspections, and cargo port dues per
 * tonne aboard.
 *
 * Broker and inspection bay are no parties of this ledger; what they earn is booked under `state`, so that the port's
 * charges hold only what the port charges for handling and storage.
 *
 * @param call declarations, amendments, inspections and cargo
 * @param terms their prices
 * @example 3 declarations at 300 yuan are 900 yuan
 */
export function customsLines(call: CallFacts, terms: Terms): LedgerLine[] {
  return [
    lineAtPrice(DECLARATIONS, call.declarations, terms.customs.declarationYuan),
    lineAtPrice(AMENDMENTS, call.amendments, terms.customs.amendmentYuan),
    lineAtPrice(INSPECTIONS, call.inspections, terms.customs.inspectionYuan),
    lineAtPrice(CARGO_DUES, cargoPath(call).aboardTonnes, terms.ship.cargoDuesYuanPerTonne),
  ];
}
