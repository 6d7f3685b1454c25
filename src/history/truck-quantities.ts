import type { Note } from './derive.ts';
import type { Log } from './log.ts';
import { hasField, reachedIn, valueIn } from './quantities.ts';
import { forEachPair } from './sightings.ts';

/** Longest drive between works and port that is one drive, hours; a longer gap holds something else. */
export const LONGEST_DRIVE = 6;

/** What logs of gates, weighbridges and positions say of trucks. */
export function truckQuantities(logs: readonly Log[], note: Note): void {
  for (const log of logs) {
    if (log.kind !== 'gate' && log.kind !== 'weighbridge') continue;
    notePayloads(log, note);
    if (log.kind === 'weighbridge') noteStay(log, 'tareAt', 'grossAt', 'works.stay', note);
    if (log.kind !== 'gate') continue;
    noteStay(log, 'portIn', 'portOut', 'port.stay', note);
    noteStay(log, 'worksIn', 'worksOut', 'works.stay', note);
    noteStay(log, 'inspectFrom', 'inspectTo', 'inspection.time', note);
    noteService(log, note);
    noteGaps(log, note);
    noteInspections(log, note);
  }
  noteDrives(
    logs.filter(({ kind }) => kind === 'gate'),
    note,
  );
}

/** Below this share of the median a load is a part of one, such as the last of a cargo. */
const WHOLE_LOAD = 0.75;

/** Whole loads; parts of one, such as the last of a cargo, say nothing of what a truck holds. */
function notePayloads(log: Log, note: Note): void {
  const [gross, tare, net] = [valueIn(log, 'gross'), valueIn(log, 'tare'), valueIn(log, 'net')];
  const loads = Float64Array.from({ length: log.kept }, (_, row) => {
    const weighed = gross(row) - tare(row);
    return Number.isNaN(weighed) ? net(row) : weighed;
  });
  const known = loads.filter((kg) => !Number.isNaN(kg)).sort();
  const least = WHOLE_LOAD * (known[Math.floor(known.length / 2)] ?? 0);
  for (const kg of loads) if (kg >= least) note('truck.payload', kg, Number.NaN, log);
}

type Stay = 'port.stay' | 'works.stay' | 'inspection.time';

function noteStay(log: Log, from: Parameters<typeof valueIn>[1], to: typeof from, id: Stay, note: Note): void {
  const [began, ended] = [valueIn(log, from), valueIn(log, to)];
  for (let row = 0; row < log.kept; row++) note(id, ended(row) - began(row), began(row), log);
}

/** Rows in the order of an instant, those without it left out. */
function inOrder(log: Log, at: (row: number) => number): Uint32Array {
  const rows = new Uint32Array(log.kept);
  let [count, sorted] = [0, true];
  for (let row = 0; row < log.kept; row++) {
    if (Number.isNaN(at(row))) continue;
    sorted &&= count === 0 || at(rows[count - 1] as number) <= at(row);
    rows[count++] = row;
  }
  const known = rows.subarray(0, count);
  return sorted ? known : known.sort((one, other) => at(one) - at(other));
}

/**
 * Time in a gate lane: of trucks that found nobody at the gate when they reached it, for they alone did not queue. A
 * truck's service does not depend on who stood there before, so these are as good as all.
 */
function noteService(log: Log, note: Note): void {
  if (!hasField(log, 'queued') || !hasField(log, 'portIn')) return;
  const [reached, passed] = [valueIn(log, 'queued'), valueIn(log, 'portIn')];
  let lastPassed = Number.NEGATIVE_INFINITY;
  for (const row of inOrder(log, reached)) {
    const through = passed(row);
    if (Number.isNaN(through)) continue;
    if (reached(row) >= lastPassed) note('gate.service', through - reached(row), reached(row), log);
    lastPassed = Math.max(lastPassed, through);
  }
}

/** From one truck's coming to the next one's. */
function noteGaps(log: Log, note: Note): void {
  const came = valueIn(log, reachedIn(log));
  let before = Number.NaN;
  for (const row of inOrder(log, came)) {
    note('gate.gap', came(row) - before, before, log);
    before = came(row);
  }
}

/** The share of declarations of which any truck was inspected; without their numbers nothing can be told. */
function noteInspections(log: Log, note: Note): void {
  if (!hasField(log, 'declaration') || !hasField(log, 'inspected')) return;
  const [declaration, inspected] = [valueIn(log, 'declaration'), valueIn(log, 'inspected')];
  const any = new Map<number, number>();
  for (let row = 0; row < log.kept; row++) {
    const of = declaration(row);
    if (!Number.isNaN(of)) any.set(of, Math.max(any.get(of) ?? 0, inspected(row) || 0));
  }
  for (const share of any.values()) note('inspection.share', share, Number.NaN, log);
}

/** Drives there and back: from a truck's leaving one place to its next coming to the other, whatever log says so. */
function noteDrives(logs: readonly Log[], note: Note): void {
  if (!logs.some((log) => hasField(log, 'worksOut') || hasField(log, 'worksIn'))) return;
  forEachPair(logs, (from, to, began, hours) => {
    if (!(hours <= LONGEST_DRIVE)) return;
    if (from.place === 'worksOut' && to.place === 'reached') note('road.loaded', hours, began, from.log, to.log);
    if (from.place === 'portOut' && to.place === 'worksIn') note('road.empty', hours, began, from.log, to.log);
  });
}
