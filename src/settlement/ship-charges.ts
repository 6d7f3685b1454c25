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

const NON_PRODUCTIVE: ChargeHead = {
  item: 'nonProductiveBerthage',
  unit: 'NT·h',
  payee: 'port',
  kind: 'transfer',
  source: 'older tariff 0.15 yuan/NT·h, sinoagent.com 2012; off by default',
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

const SHIFTING: ChargeHead = {
  item: 'shifting',
  unit: 'NT·move',
  payee: 'state',
  kind: 'transfer',
  source: 'older tariff 0.22 yuan/NT, sinoagent.com 2012',
};

/** What dues for a longer licence cost, times those for 30 days; BIMCO page: 3.3, 6.6 and 19.8 yuan/NT. */
const LICENCE_FACTOR = { '30d': 1, '90d': 2, '1yr': 6 } as const;

const TONNAGE_DUES: ChargeHead = {
  item: 'tonnageDues',
  unit: 'NT',
  payee: 'state',
  kind: 'transfer',
  source: 'BIMCO page on China, preferential rates; the class up to 2,000 NT has no source',
};

/**
 * What a ship pays in port: berthage while alongside, anchorage while waiting, pilotage and tugs for two moves,
 * shifting, tonnage dues, shared by the calls of one licence. Only the charges by time differ between modes; days and
 * hours count pro rata. Where non-productive berthage is charged, its hours bear no other berthage.
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
  const idleHours = ship.nonProductiveCharged ? nonProductiveHours(call, ship.nonProductiveFreeHours) : 0;
  const berthNtDays = (netTonnage * (call.sailed - call.alongside - idleHours)) / 24;
  const anchorageNtDays = (netTonnage * (call.alongside - call.arrived)) / 24;
  const pilotageYuan = pilotageYuanPerMove(netTonnage, ship.pilotageYuanPerNt) * MOVES_PER_CALL;
  const dues30Days = tonnageDuesYuanPerNt(netTonnage, ship.tonnageDuesYuanPerNt);
  const duesYuanPerNt = (dues30Days * LICENCE_FACTOR[ship.tonnageDuesLicence]) / ship.tonnageDuesCalls;
  return [
    lineAtPrice({ ...BERTHAGE, payer }, berthNtDays, ship.berthageYuanPerNtDay),
    lineAtPrice({ ...NON_PRODUCTIVE, payer }, netTonnage * idleHours, ship.nonProductiveYuanPerNtHour),
    lineAtPrice({ ...ANCHORAGE, payer }, anchorageNtDays, ship.anchorageYuanPerNtDay),
    lineOfAmount({ ...PILOTAGE, payer }, netTonnage * MOVES_PER_CALL, pilotageYuan),
    lineAtPrice({ ...TUGS, payer }, MOVES_PER_CALL, ship.tugYuanPerMove),
    lineAtPrice({ ...SHIFTING, payer }, netTonnage * ship.shiftsPerCall, ship.shiftYuanPerNt),
    lineAtPrice({ ...TONNAGE_DUES, payer }, netTonnage, duesYuanPerNt),
  ];
}

/**
 * Hours alongside without work: ready to load but not loading yet, and after loading beyond the hours in which she may
 * leave. The first draft survey and stops during loading are work's own.
 *
 * @param freeHours after completion of loading
 * @example ready at 20, loading from 23 to 60, sailed at 66, 4 h free: 3 + 2 = 5 h
 */
export function nonProductiveHours(
  call: Pick<CallFacts, 'ready' | 'loadingStarted' | 'loadingCompleted' | 'sailed'>,
  freeHours: number,
): number {
  const before = call.loadingStarted - call.ready;
  return before + Math.max(0, call.sailed - call.loadingCompleted - freeHours);
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
