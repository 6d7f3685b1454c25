import type { CallFacts } from '../port/index.ts';
import { type LedgerLine, type LineHead, lineAtPrice, lineOfAmount, type Party } from './ledger-line.ts';
import { shipSize } from './ship-size.ts';
import type { Terms } from './terms.ts';

/** In and out. */
const MOVES_PER_CALL = 2;
/** Net tonnage at which each pilotage band ends; tonnage above the last adds nothing. */
const PILOTAGE_BAND_ENDS = [40_000, 80_000, 120_000] as const;

type ChargeHead = Omit<LineHead, 'payer'>;

const BERTHAGE: ChargeHead = {
  item: 'berthage',
  unit: 'NT·d',
  payee: 'port',
  kind: 'transfer',
  source: '0.25 recalled, no source; 0.23 in the older tariff, sinoagent.com 2012',
};

const ANCHORAGE: ChargeHead = {
  item: 'anchorage',
  unit: 'NT·d',
  payee: 'port',
  kind: 'transfer',
  source: 'older tariff, sinoagent.com 2012',
};

const PILOTAGE: ChargeHead = {
  item: 'pilotage',
  unit: 'NT·move',
  payee: 'state',
  kind: 'transfer',
  source: 'bands recalled; they give the cap of 49,000 yuan behind the 2022 notice, m.tsimind.com',
};

const TUGS: ChargeHead = {
  item: 'tugs',
  unit: 'move',
  payee: 'port',
  kind: 'transfer',
  source: 'assumption, no source',
};

const TONNAGE_DUES: ChargeHead = {
  item: 'tonnageDues',
  unit: 'NT',
  payee: 'state',
  kind: 'transfer',
  source: 'BIMCO page on China, preferential rate for 30 days; the class up to 2,000 NT has no source',
};

/**
 * What a ship pays in port: berthage while alongside, anchorage while waiting, pilotage and tugs for two moves,
 * tonnage dues for 30 days. Only the two charges by time differ between modes; days count pro rata.
 *
 * Under FOB the ship bears them. Under CFR the shipper does, as charterer of a ship taken free of port charges.
 *
 * @param call arrival, berthing and sailing, and the cargo that tells the ship's size
 * @param terms tariffs, and who bears them
 * @example a ship of 10,000 NT alongside for 48 h at 0.25 yuan/NT·d pays 5,000 yuan
 */
export function shipChargeLines(call: CallFacts, terms: Terms): LedgerLine[] {
  const { ship } = terms;
  const { netTonnage } = shipSize(call.cargoKg, ship);
  const payer: Party = terms.contract === 'FOB' ? 'ship' : 'shipper';
  const berthNtDays = (netTonnage * (call.sailed - call.alongside)) / 24;
  const anchorageNtDays = (netTonnage * (call.alongside - call.arrived)) / 24;
  const pilotageYuan = pilotageYuanPerMove(netTonnage, ship.pilotageYuanPerNt) * MOVES_PER_CALL;
  const duesYuanPerNt = tonnageDuesYuanPerNt(netTonnage, ship.tonnageDuesYuanPerNt);
  return [
    lineAtPrice({ ...BERTHAGE, payer }, berthNtDays, ship.berthageYuanPerNtDay),
    lineAtPrice({ ...ANCHORAGE, payer }, anchorageNtDays, ship.anchorageYuanPerNtDay),
    lineOfAmount({ ...PILOTAGE, payer }, netTonnage * MOVES_PER_CALL, pilotageYuan),
    lineAtPrice({ ...TUGS, payer }, MOVES_PER_CALL, ship.tugYuanPerMove),
    lineAtPrice({ ...TONNAGE_DUES, payer }, netTonnage, duesYuanPerNt),
  ];
}

/**
 * Pilotage of one move: each band's price on the net tonnage that lies in it, nothing above 120,000 NT.
 *
 * Source: bands recalled (up to 40,000, 80,000 and 120,000 NT); at 0.45, 0.40 and 0.375 they give 49,000 yuan, of
 * which the caps in the 2022 notice are 90 and 85 per cent (m.tsimind.com/cf/2022/0303/18918.html).
 *
 * @param netTonnage NT of the ship
 * @param yuanPerNt price per NT in each band
 * @example pilotageYuanPerMove(200_000, [0.45, 0.4, 0.375]); // 49,000
 */
export function pilotageYuanPerMove(netTonnage: number, yuanPerNt: Terms['ship']['pilotageYuanPerNt']): number {
  let yuan = 0;
  let bandStarts = 0;
  for (const [band, bandEnds] of PILOTAGE_BAND_ENDS.entries()) {
    const inBand = Math.max(0, Math.min(netTonnage, bandEnds) - bandStarts);
    yuan += inBand * (yuanPerNt[band] ?? 0);
    bandStarts = bandEnds;
  }
  return yuan;
}

/**
 * Tonnage dues per NT for 30 days: one price on the whole ship, by its class: up to 2,000, 10,000, 50,000 NT, above.
 *
 * Source: BIMCO page on China's tariffs (10,001–50,000 NT: 3.3; above: 3.8, preferential).
 *
 * @param netTonnage NT of the ship
 * @param yuanPerNt price per NT in each class
 * @example tonnageDuesYuanPerNt(10_001, [1.5, 2.9, 3.3, 3.8]); // 3.3
 */
export function tonnageDuesYuanPerNt(netTonnage: number, yuanPerNt: Terms['ship']['tonnageDuesYuanPerNt']): number {
  const [to2000, to10000, to50000, above] = yuanPerNt;
  if (netTonnage <= 2_000) return to2000;
  if (netTonnage <= 10_000) return to10000;
  return netTonnage <= 50_000 ? to50000 : above;
}
