import type { Language, Scenario } from '../scenario/index.ts';
import type { LedgerEntry } from '../study/index.ts';
import { callsSections } from './calls-table.ts';
import { carbonTable } from './carbon-table.ts';
import { type Commands, massLine, pageOf, provenanceLines, section, standingLines, titleLines } from './frame.ts';
import { hoursSections } from './hours-table.ts';
import type { RunJson } from './json.ts';
import { wrapped } from './layout.ts';
import { type LedgerLineAmounts, ledgerTable, partiesTable } from './ledger-table.ts';
import { modeMeasuresTable } from './measures-table.ts';
import { messagesOf } from './messages.ts';
import { precisionSection } from './precision-section.ts';

/**
 * One mode as a page: its measures, what was critical, its ledger, who pays, whether its mass closes.
 *
 * @param withHours tell also where the hours go, cause by cause
 */
export function runText(
  json: RunJson,
  scenario: Scenario,
  language: Language,
  commands: Commands,
  withHours = false,
): string {
  const messages = messagesOf(language);
  const { headings, notes } = messages;
  const mode = messages.modes[json.mode];
  const lines = oneSided(json.ledger);
  const hours = { name: mode, hours: json.hours };
  const cost = [json.measures['cost.perTonne'].mean];
  return pageOf([
    ...titleLines(scenario, json.calls, language),
    ...section(notes.about(headings.measures, mode), modeMeasuresTable(json.measures, json.confidence, messages)),
    ...precisionSection(json, messages),
    ...hoursSections([hours], withHours, messages),
    ...section(headings.ledger, [...ledgerTable(lines, [mode], cost, messages), ...wrapped(notes.ledger)]),
    ...section(headings.parties, [...partiesTable(lines, [mode], messages), ...wrapped(notes.parties)]),
    ...section(headings.carbon, carbonTable(json.carbon, messages)),
    ...callsSections(json, messages),
    ...section(headings.checks, [
      ...massLine(json.mode, json.massBalance, messages),
      ...standingLines(scenario, commands, language),
    ]),
    ...section(headings.provenance, provenanceLines(json, commands, messages)),
  ]);
}

function oneSided(ledger: readonly LedgerEntry[]): LedgerLineAmounts[] {
  return ledger.map(({ yuanPerTonne, ...line }) => ({ ...line, amounts: [yuanPerTonne] }));
}
