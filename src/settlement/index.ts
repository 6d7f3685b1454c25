/** What other layers may use of the settlement. */
export type { CarbonAccount, CarbonRow, Emitter, Fuel } from './carbon.ts';
export { carbonOfCall, EMITTERS, FUEL_UNITS, sumCarbon } from './carbon.ts';
export type { LaytimeReason, LaytimeRow, LaytimeStatement } from './laytime.ts';
export { laytimeStatement } from './laytime.ts';
export { laytimeStatements } from './laytime-account.ts';
export { laytimeAllowedHours } from './laytime-allowed.ts';
export type { LaytimeSheet, SheetEvent, SheetEventName, SheetRow, SheetStop } from './laytime-sheet.ts';
export { laytimeSheet } from './laytime-sheet.ts';
export type { LaytimeTerms } from './laytime-terms.ts';
export type { CallSettlement, SeasonSettlement } from './ledger.ts';
export { settleSeason } from './ledger.ts';
export type { LedgerItem } from './ledger-items.ts';
export { LEDGER_ITEMS } from './ledger-items.ts';
export type { LedgerLine, Party } from './ledger-line.ts';
export { partyCostYuan, portChargesYuan, shipperCostYuan, systemCostYuan } from './ledger-sums.ts';
export type { ShipClass, ShipSize } from './ship-size.ts';
export { PANAMAX_FROM_DWT, SUPRAMAX_FROM_DWT, shipClassOf, shipSize } from './ship-size.ts';
export type { Terms } from './terms.ts';
