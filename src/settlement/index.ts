/** What other layers may use of the settlement. */
export type { CarbonAccount } from './carbon.ts';
export { carbonOfCall, carbonPerTonne, sumCarbon } from './carbon.ts';
export type { LaytimeReason, LaytimeRow, LaytimeStatement } from './laytime.ts';
export { laytimeAllowedHours, laytimeStatement } from './laytime.ts';
export type { CallSettlement, SeasonSettlement } from './ledger.ts';
export { settleCall, settleSeason } from './ledger.ts';
export type { LedgerItem } from './ledger-items.ts';
export { LEDGER_ITEMS } from './ledger-items.ts';
export type { LedgerLine, Party } from './ledger-line.ts';
export { partyCostYuan, portChargesYuan, shipperCostYuan, systemCostYuan } from './ledger-sums.ts';
export type { ShipClass, ShipSize } from './ship-size.ts';
export { shipClassOf, shipSize } from './ship-size.ts';
export type { HandlingOperation, Terms } from './terms.ts';
