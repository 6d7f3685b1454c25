import type { FieldName, LogKind } from './fields.ts';
import type { Growing } from './growing.ts';
import type { Log } from './log.ts';

/** What logs measure, with the unit its values have. */
export const QUANTITIES = {
  'gate.service': 'h',
  'gate.gap': 'h',
  'port.stay': 'h',
  'works.stay': 'h',
  'road.loaded': 'h',
  'road.empty': 'h',
  'road.distance': 'km',
  'truck.payload': 'kg',
  'inspection.share': '1',
  'inspection.time': 'h',
  'call.deviation': 'h',
  'call.gap': 'h',
  'call.wait': 'h',
  'call.berthing': 'h',
  'call.beforeLoading': 'h',
  'call.loading': 'h',
  'call.afterLoading': 'h',
  'call.berth': 'h',
  'call.cargo': 'kg',
  'call.rate': 'kg/h',
} as const;
export type QuantityId = keyof typeof QUANTITIES;

/** Stands for an hour of the day that is not known. */
export const HOUR_UNKNOWN = 24;

/** The hour of the day in which an instant is, in hours since 1970 at UTC+8. */
export function hourOfDay(at: number): number {
  if (Number.isNaN(at)) return HOUR_UNKNOWN;
  const hour = Math.floor(at) % 24;
  return hour < 0 ? hour + 24 : hour;
}

/** Values of one thing that logs measured, in the order of the logs. */
export interface Quantity {
  readonly id: QuantityId;
  readonly unit: string;
  readonly values: Float64Array;
  /** Hour of the day at UTC+8 in which each began, 0 to 23; `HOUR_UNKNOWN` where that is not known. */
  readonly hours: Uint8Array;
  /** The logs it comes from, and how many of their rows were good. */
  readonly logs: readonly { readonly name: string; readonly kind: LogKind; readonly kept: number }[];
  /** The instants it was worked out from are whole minutes. */
  readonly toTheMinute: boolean;
}

/** A quantity under way. */
export interface Gathered {
  readonly values: Growing<Float64Array>;
  readonly hours: Growing<Uint8Array>;
  readonly logs: Set<Log>;
}

/** A column's value in a row; NaN where there is no such column or the cell is empty. */
export function valueIn(log: Log, field: FieldName): (row: number) => number {
  const values = log.values[field];
  return values === undefined ? () => Number.NaN : (row) => values[row] as number;
}

/** Whether a log has a column. */
export function hasField(log: Log, field: FieldName): boolean {
  return log.values[field] !== undefined;
}

/** The column that tells when a truck reached the port: when it began to queue where that is known, else when it passed. */
export function reachedIn(log: Log): 'queued' | 'portIn' {
  return hasField(log, 'queued') ? 'queued' : 'portIn';
}
