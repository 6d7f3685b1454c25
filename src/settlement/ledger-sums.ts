import type { LedgerLine, Party } from './ledger-line.ts';

/**
 * What a party is out of pocket: what it pays, resources included, less what it earns. Below 0 it gains. What the
 * ledger does not see (freight, the sale itself) is in no party's sum.
 *
 * @param lines a ledger, of a call or a season
 * @param party whose cost
 * @example with 9,000 yuan from shipper to haulier: shipper 9,000, haulier −9,000
 */
export function partyCostYuan(lines: readonly LedgerLine[], party: Party): number {
  let yuan = 0;
  for (const line of lines) {
    if (line.payer === party) yuan += line.yuan;
    if (line.payee === party) yuan -= line.yuan;
  }
  return yuan;
}

/**
 * The shipper's cost, yuan: what it pays, cargo lost and capital tied up included, less what it earns (despatch, the
 * discount for direct loading). `cost.perTonne` and `saving.*` stand on it.
 *
 * @param lines a ledger, of a call or a season
 * @example shipperCostYuan([]); // 0
 */
export function shipperCostYuan(lines: readonly LedgerLine[]): number {
  return partyCostYuan(lines, 'shipper');
}

/**
 * The whole system's cost, yuan: the resource lines of all parties. Transfers drop out, so it equals the sum of all
 * parties' costs. `saving.system.*` stands on it.
 *
 * @param lines a ledger, of a call or a season
 * @example systemCostYuan([]); // 0
 */
export function systemCostYuan(lines: readonly LedgerLine[]): number {
  let yuan = 0;
  for (const line of lines) if (line.kind === 'resource') yuan += line.yuan;
  return yuan;
}

/**
 * What the shipper pays the port, yuan, less what the port gives back (the discount for direct loading): handling
 * package, second haul and storage, under CFR berthage, anchorage and tugs too. Its difference between modes is the
 * "gross charges avoided in the port" by which the published saving can be read; trucks' waiting and ship time are
 * not in it.
 *
 * @param lines a ledger, of a call or a season
 * @example portChargesYuan([]); // 0
 */
export function portChargesYuan(lines: readonly LedgerLine[]): number {
  let yuan = 0;
  for (const line of lines) {
    if (line.payer === 'shipper' && line.payee === 'port') yuan += line.yuan;
    if (line.payer === 'port' && line.payee === 'shipper') yuan -= line.yuan;
  }
  return yuan;
}
