import { CALL_INSTANTS, type CallRow, type Critical, HOUR_CAUSES } from '../study/index.ts';
import { figure, scaleFor, whole } from './figures.ts';
import { section } from './frame.ts';
import type { CallRows } from './json.ts';
import { table } from './layout.ts';
import type { Messages } from './messages.ts';
import { modeLabel } from './mode-label.ts';

/** Causes told of one call, the largest first. */
const MOST_CAUSES = 3;

/** Hours of one ship below this are not told. */
const SHOWN_FROM = 0.05;

/** Calls one by one, where they were asked for: when they came and went; then what they cost, and what held them up. */
export function callsSections({ callRows = {} }: { readonly callRows?: CallRows }, messages: Messages): string[] {
  return Object.entries(callRows).flatMap(([name, rows]) => {
    const heading = messages.hours.headings.calls(modeLabel(name, messages));
    return section(heading, [...instantsTable(rows, messages), '', ...lossTable(rows, messages)]);
  });
}

function instantsTable(rows: readonly CallRow[], { hours: { columns } }: Messages): string[] {
  const head = [columns.call, columns.cargo, ...CALL_INSTANTS.map((instant) => columns[instant])];
  const cells = rows.map((row) => {
    return [String(row.call), whole(row.cargoTonnes), ...CALL_INSTANTS.map((instant) => dayAndTime(row[instant]))];
  });
  return table([head, ...cells], []);
}

/** @example dayAndTime('2024-03-05T09:30+08:00') // '03-05 09:30' */
function dayAndTime(instant: string): string {
  return instant.slice(5, 16).replace('T', ' ');
}

function lossTable(rows: readonly CallRow[], messages: Messages): string[] {
  const { columns } = messages.hours;
  const head = [columns.call, columns.port, columns.cost, columns.critical, columns.lost];
  const cells = rows.map((row) => [
    String(row.call),
    figure(row.portHours, scaleFor(messages, 'h', [row.portHours])),
    figure(row.costPerTonne, scaleFor(messages, 'yuan/t', [row.costPerTonne])),
    criticalText(row.critical, messages),
    lossText(row, messages),
  ]);
  return table([head, ...cells], ['right', 'right', 'right', 'left', 'left']);
}

function criticalText({ resource, truckCause }: Critical, { hours: { resources, causes, because } }: Messages): string {
  return truckCause === null ? resources[resource] : because(resources[resource], causes[truckCause]);
}

function lossText({ hours }: CallRow, messages: Messages): string {
  const { causes, list } = messages.hours;
  const lost = HOUR_CAUSES.filter((cause) => cause !== 'service' && cause !== 'moving' && hours[cause] >= SHOWN_FROM);
  const largest = lost.toSorted((a, b) => hours[b] - hours[a]).slice(0, MOST_CAUSES);
  return list(largest.map((cause) => `${causes[cause]} ${hours[cause].toFixed(1)}`));
}
