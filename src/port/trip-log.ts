import { ColumnLog } from './column-log.ts';
import type { Lot } from './lot.ts';

/** What trucks did, as it is taken down: trips in the order in which they begin, their stages and waits as they happen. */
export class TripLog {
  readonly trips = new ColumnLog({
    shuttle: Uint8Array,
    truck: Int32Array,
    hired: Uint8Array,
    call: Int32Array,
    k: Int32Array,
    kg: Int32Array,
    sent: Float64Array,
    back: Float64Array,
  });
  /** `trip` is −1 of a stage that was none after all. */
  readonly stages = new ColumnLog({ trip: Int32Array, place: Uint8Array, from: Float64Array, laden: Uint8Array });
  readonly waits = new ColumnLog({ trip: Int32Array, cause: Uint8Array, from: Float64Array, to: Float64Array });
  /** What each trip's load is of, by trip; none until that is known, and for the yard's reserve. */
  readonly lots: (readonly Lot[])[] = [];
}
