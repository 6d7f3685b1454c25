/**
 * Every item of a ledger, in the order in which a ledger lists them. A ledger has each exactly once, at quantity 0
 * where nothing of it happened, so that the ledgers of two modes align line by line.
 *
 * @example LEDGER_ITEMS[0]; // 'haul'
 */
export const LEDGER_ITEMS = [
  'haul',
  'haulHours',
  'haulKilometres',
  'detention',
  'detentionUnbilled',
  'hiredTrucks',
  'worksLoading',
  'portPackage',
  'directDiscount',
  'secondHaul',
  'shuttleHaul',
  'shuttleDetention',
  'storageFirstBand',
  'storageSecondBand',
  'storageThirdBand',
  'cargoLoss',
  'capital',
  'declarations',
  'amendments',
  'inspections',
  'cargoDues',
  'berthage',
  'nonProductiveBerthage',
  'anchorage',
  'pilotage',
  'tugs',
  'shifting',
  'tonnageDues',
  'demurrage',
  'despatch',
  'carbon',
  'truckHours',
  'shuttleHours',
  'worksLoaderHours',
  'yardLoaderHours',
  'craneHours',
  'shipHours',
] as const;

/** The name of a ledger's item; a table of labels typed by it lacks none. */
export type LedgerItem = (typeof LEDGER_ITEMS)[number];
