import { type MeasureId, type PublishedComparison, unitOf } from '../study/index.ts';
import { figure, interval, NO_FIGURE, scaleFor } from './figures.ts';
import type { CompareJson } from './json.ts';
import { table } from './layout.ts';
import type { Messages, Scale } from './messages.ts';
import { shownInterval } from './share-interval.ts';

const UNFITTED = '.unfitted';

/** The published facts beside the simulated figures. */
export function publishedTable(json: CompareJson, messages: Messages): string[] {
  return laidOut(publishedCells(json, messages));
}

/**
 * The cells of that table, its head first: fact, published, simulated, unit, verdict. The published saving is one fact that can
 * be read as the shipper's net or as gross port charges: where the scenario gives the first reading only, the second
 * stands beside it without a verdict.
 */
export function publishedCells(json: CompareJson, messages: Messages): string[][] {
  return headed(
    publishedRows(json, messages).map(({ cells }) => cells),
    messages,
  );
}

/** A row of that table, and which published fact it is about; null for the other reading of the saving. */
export interface PublishedRow {
  readonly cells: string[];
  readonly fact: number | null;
}

/** The rows of that table: a label, published, simulated, unit, verdict. */
export function publishedRows({ published, measures }: CompareJson, messages: Messages): PublishedRow[] {
  const rows: PublishedRow[] = factRows(published, messages).map((cells, fact) => ({ cells, fact }));
  const net = published.find(({ id }) => id === 'saving.perTonne');
  const both = published.some(({ id }) => id === 'saving.portCharges.perTonne');
  const gross = measures['saving.portCharges.perTonne'].difference;
  if (net !== undefined && gross !== null && !both) {
    const cells = factCells({ ...net, simulated: gross }, messages.otherReading, messages);
    const after = published.some(({ id }) => id === net.id + UNFITTED) ? 2 : 1;
    rows.splice(published.indexOf(net) + after, 0, {
      cells: [...cells.slice(0, -1), messages.otherReadingVerdict],
      fact: null,
    });
  }
  return rows;
}

/** Published facts beside the simulated figures, one a row. */
export function factsTable(facts: readonly PublishedComparison[], messages: Messages): string[] {
  return laidOut(headed(factRows(facts, messages), messages));
}

function factRows(facts: readonly PublishedComparison[], messages: Messages): string[][] {
  return facts.map((fact) => factCells(fact, labelOf(fact.id, messages), messages));
}

function headed(rows: readonly string[][], { columns }: Messages): string[][] {
  return [['', columns.published, columns.simulated, columns.unit, columns.verdict], ...rows];
}

function laidOut(cells: readonly (readonly string[])[]): string[] {
  return table(cells, ['left', 'right', 'right', 'left', 'left']);
}

function factCells(fact: PublishedComparison, label: string, messages: Messages): string[] {
  const { published, simulated, verdict } = fact;
  const unit = unitOfFact(fact.id, messages);
  const scale = scaleFor(messages, unit, [simulated.mean, published.low, published.high]);
  const exact = simulated.low === simulated.high;
  const range = exact ? '' : ` ${interval(shownInterval(simulated, unit), scale)}`;
  return [
    label,
    boundsText(published, scale, messages),
    `${figure(simulated.mean, scale)}${simulated.mean === null ? '' : range}`,
    scale.unit,
    verdict === 'agrees' ? agreement(published, messages) : messages.verdicts[verdict],
  ];
}

/** A figure does not agree with a bound: it keeps within it. */
function agreement({ low, high }: PublishedComparison['published'], messages: Messages): string {
  if (low !== null && high !== null) return messages.verdicts.agrees;
  return low === null ? messages.boundVerdicts.atMost : messages.boundVerdicts.atLeast;
}

function boundsText({ low, high }: PublishedComparison['published'], scale: Scale, messages: Messages): string {
  if (low !== null && high !== null) {
    return low === high ? figure(low, scale) : messages.notes.between(figure(low, scale), figure(high, scale));
  }
  if (high !== null) return messages.notes.atMost(figure(high, scale));
  return low === null ? NO_FIGURE : messages.notes.atLeast(figure(low, scale));
}

/** A fact's name; one that the program does not know keeps its identifier. */
function labelOf(id: string, messages: Messages): string {
  if (id.endsWith(UNFITTED)) return messages.unfitted;
  const known: Readonly<Record<string, string>> = { ...messages.measures, ...messages.facts };
  return Object.hasOwn(known, id) ? (known[id] as string) : id;
}

function unitOfFact(id: string, messages: Messages): string {
  const fact = id.endsWith(UNFITTED) ? id.slice(0, -UNFITTED.length) : id;
  if (fact === 'calls.count') return 'calls';
  if (fact === 'calls.tonnes') return 't';
  return Object.hasOwn(messages.measures, fact) ? unitOf(fact as MeasureId) : '';
}
