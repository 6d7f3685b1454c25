/** Logs of one's own port: reading them, what they measure, and which parameters that is. */
export { type BadRow, type BadRows, ROW_FAULTS, type RowFault } from './bad-rows.ts';
export { CsvRows, type OnRow, rowsIn, SEPARATORS, type Separator } from './csv-rows.ts';
export { quantitiesOf } from './derive.ts';
export { FIELDS, type FieldName, LOG_KINDS, type LogKind } from './fields.ts';
export { type Column, headersKnown, type Layout, type LayoutFault, layoutOf, type NamedColumn } from './guess.ts';
export { readTime, readZone, type TimeRead } from './instants.ts';
export { type Log, LogReader } from './log.ts';
export { MEASURABLE, type Measurable, type Parameters } from './measurable.ts';
export { FEWEST, type MeasuredValue, measure, type Reservation } from './measure.ts';
export { lawFor } from './measured-law.ts';
export { QUANTITIES, type Quantity, type QuantityId } from './quantities.ts';
export { type RecordedCall, type RecordedTrip, recordedCalls, type Unplaced } from './recorded.ts';
export { Seen } from './seen.ts';
export { type QuantitySummary, summarise } from './summaries.ts';
export { type Charge, readTariff, type TariffRead } from './tariff.ts';
export type { Place, Places } from './tracks.ts';
