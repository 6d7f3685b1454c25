import type { Note } from './derive.ts';
import type { Log } from './log.ts';
import { valueIn } from './quantities.ts';

/** What a list of calls says of ships. */
export function callQuantities(log: Log, note: Note): void {
  if (log.kind !== 'calls') return;
  const laycan = valueIn(log, 'laycan');
  const arrived = valueIn(log, 'arrived');
  const pilot = valueIn(log, 'pilot');
  const berthed = valueIn(log, 'berthed');
  const loadFrom = valueIn(log, 'loadFrom');
  const loadTo = valueIn(log, 'loadTo');
  const sailed = valueIn(log, 'sailed');
  const tonnes = valueIn(log, 'tonnes');
  const cranes = valueIn(log, 'cranes');
  for (let row = 0; row < log.kept; row++) {
    note('call.deviation', arrived(row) - laycan(row), laycan(row), log);
    note('call.wait', berthed(row) - arrived(row), arrived(row), log);
    note('call.berthing', berthed(row) - pilot(row), pilot(row), log);
    note('call.beforeLoading', loadFrom(row) - berthed(row), berthed(row), log);
    const loading = loadTo(row) - loadFrom(row);
    note('call.loading', loading, loadFrom(row), log);
    note('call.afterLoading', sailed(row) - loadTo(row), loadTo(row), log);
    note('call.berth', sailed(row) - berthed(row), berthed(row), log);
    note('call.cargo', tonnes(row), Number.NaN, log);
    note('call.rate', tonnes(row) / loading / cranes(row), loadFrom(row), log);
  }
  noteGaps(log, note);
}

/** From one laycan to the next; in two calls on one day, none. */
function noteGaps(log: Log, note: Note): void {
  const laycans = (log.values.laycan ?? new Float64Array()).filter((hours) => !Number.isNaN(hours)).toSorted();
  for (let i = 1; i < laycans.length; i++) {
    const [before, hours] = [laycans[i - 1] as number, laycans[i] as number];
    note('call.gap', hours - before, before, log);
  }
}
