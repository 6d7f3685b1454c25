import type { Party } from '../settlement/index.ts';
import type { LedgerEntry } from '../study/index.ts';
import { figure, scaleFor } from './figures.ts';
import type { CompareJson } from './json.ts';
import { table } from './layout.ts';
import type { Messages } from './messages.ts';

/** A ledger's item with an amount in yuan/t for each side that is shown. */
export interface LedgerLineAmounts extends Pick<LedgerEntry, 'item' | 'payer' | 'payee' | 'kind'> {
  readonly amounts: readonly number[];
}

/** The ledger of a comparison, with amounts for staged, direct and their difference. */
export function ledgerLines({ ledger }: Pick<CompareJson, 'ledger'>): LedgerLineAmounts[] {
  return ledger.map(({ item, payer, payee, kind, staged, direct, difference }) => {
    return { item, payer, payee, kind, amounts: [staged, direct, difference] };
  });
}

/** Amounts below this are shown as 0.00 and left out. */
const SHOWN_FROM = 0.005;

const PARTIES: readonly Party[] = ['shipper', 'haulier', 'port', 'ship', 'buyer', 'state', 'society'];

/**
 * The ledger by payer; under the shipper also what it earns, and its net, which is the cost per tonne.
 *
 * @param columns headings of the amounts
 * @param shipperCost `cost.perTonne` for each amount
 */
export function ledgerTable(
  lines: readonly LedgerLineAmounts[],
  columns: readonly string[],
  shipperCost: readonly (number | null)[],
  messages: Messages,
): string[] {
  const cells = ledgerCells(lines, columns, shipperCost, messages);
  return table(cells, ['left', ...columns.map(() => 'right' as const), 'left']);
}

/** The cells of that table, its head first; a party's name stands in a row of its own. */
export function ledgerCells(
  lines: readonly LedgerLineAmounts[],
  columns: readonly string[],
  shipperCost: readonly (number | null)[],
  messages: Messages,
): string[][] {
  const shown = lines.filter(({ amounts }) => amounts.some((amount) => Math.abs(amount) >= SHOWN_FROM));
  const rows = PARTIES.flatMap((party) => partyRows(shown, party, shipperCost, messages));
  return [['', ...columns, ''], ...rows];
}

function partyRows(
  lines: readonly LedgerLineAmounts[],
  party: Party,
  shipperCost: readonly (number | null)[],
  messages: Messages,
): string[][] {
  const paid = lines.filter(({ payer }) => payer === party);
  const rows = paid.map((line) => {
    return [`  ${messages.items[line.item]}`, ...cells(line.amounts, messages), whereTo(line, messages)];
  });
  const head = paid.length === 0 ? [] : [[messages.parties[party]]];
  return party === 'shipper' ? [...head, ...rows, ...netRows(lines, shipperCost, messages)] : [...head, ...rows];
}

/** What the shipper earns, below 0, and its net. */
function netRows(
  lines: readonly LedgerLineAmounts[],
  shipperCost: readonly (number | null)[],
  messages: Messages,
): string[][] {
  const earned = lines.filter(({ payer, payee }) => payee === 'shipper' && payer !== 'shipper');
  const rows = earned.map(({ item, payer, kind, amounts }) => {
    const less = amounts.map((amount) => -amount);
    const from = messages.notes.earnedFrom(messages.parties[payer], messages.kinds[kind]);
    return [`  ${messages.notes.earns(messages.items[item])}`, ...cells(less, messages), from];
  });
  return [...rows, [`  = ${messages.notes.shipperCost}`, ...cells(shipperCost, messages)]];
}

/** Amounts, the last one signed where it is a difference of the two before it. */
function cells(amounts: readonly (number | null)[], messages: Messages): string[] {
  const scale = scaleFor(messages, 'yuan/t', amounts);
  return amounts.map((amount, at) => figure(amount, scale, at === 2));
}

function whereTo({ payee, kind }: LedgerLineAmounts, messages: Messages): string {
  const word = messages.kinds[kind];
  return payee === null ? word : messages.notes.paidTo(messages.parties[payee], word);
}

/**
 * Net cost of each party: what it pays less what it earns. Transfers cancel in their sum, which is what the whole
 * system uses up.
 *
 * @param lines a whole ledger, nothing left out
 */
export function partyNets(lines: readonly LedgerLineAmounts[]): { party: Party; amounts: number[] }[] {
  const sides = lines[0]?.amounts.length ?? 0;
  const netOf = (party: Party, side: number) => {
    let net = 0;
    for (const { payer, payee, amounts } of lines) {
      if (payer === party) net += amounts[side] ?? 0;
      if (payee === party) net -= amounts[side] ?? 0;
    }
    return net;
  };
  return PARTIES.map((party) => ({ party, amounts: Array.from({ length: sides }, (_, side) => netOf(party, side)) }));
}

/** Who pays in the end, party by party, and what the whole system uses up. */
export function partiesTable(
  lines: readonly LedgerLineAmounts[],
  columns: readonly string[],
  messages: Messages,
): string[] {
  return table(partiesCells(lines, columns, messages), ['left']);
}

/** The cells of that table, its head first. */
export function partiesCells(
  lines: readonly LedgerLineAmounts[],
  columns: readonly string[],
  messages: Messages,
): string[][] {
  const involved = new Set(lines.flatMap(({ payer, payee, amounts }) => (amounts.some(Boolean) ? [payer, payee] : [])));
  const nets = partyNets(lines);
  const rows = nets
    .filter(({ party }) => involved.has(party))
    .map(({ party, amounts }) => [`  ${messages.parties[party]}`, ...cells(amounts, messages)]);
  const system = columns.map((_, side) => nets.reduce((sum, { amounts }) => sum + (amounts[side] ?? 0), 0));
  const sum = [`  = ${messages.notes.system}`, ...cells(system, messages)];
  return [['', ...columns], ...rows, sum];
}
