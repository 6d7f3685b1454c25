import type { Language, Scenario } from '../scenario/index.ts';
import { callsSections } from './calls-table.ts';
import { type Commands, massLine, pageOf, provenanceLines, section, standingLines, titleLines } from './frame.ts';
import { hoursSections } from './hours-table.ts';
import type { CompareJson } from './json.ts';
import { wrapped } from './layout.ts';
import { ledgerLines, ledgerTable, partiesTable } from './ledger-table.ts';
import { measuresTable } from './measures-table.ts';
import { messagesOf } from './messages.ts';
import { precisionSection } from './precision-section.ts';
import { publishedTable } from './published-table.ts';
import { varianceSection } from './variance-section.ts';
import { verdictSentence } from './verdict.ts';

/**
 * The comparison as a page a manager can read: the verdict first, then what it rests on. Its figures stand in the
 * JSON; parties' nets are sums of its ledger.
 *
 * @param json from `compareJson`
 * @param scenario what was compared; its title, its fitted and unsourced parameters are told
 * @param commands what a reader can run next
 * @param withHours tell also where the hours go, cause by cause
 */
export function compareText(
  json: CompareJson,
  scenario: Scenario,
  language: Language,
  commands: Commands,
  withHours = false,
): string {
  const messages = messagesOf(language);
  const { headings, modes, columns, notes } = messages;
  const sides = [modes.staged, modes.direct, columns.difference];
  const lines = ledgerLines(json);
  const { staged, direct, difference } = json.measures['cost.perTonne'];
  const hours = (['staged', 'direct'] as const).map((mode) => ({ name: modes[mode], hours: json.hours[mode] }));
  const cost = [staged, direct, difference].map((side) => side?.mean ?? null);
  return pageOf([
    ...titleLines(scenario, json.calls, language),
    ...section(headings.verdict, wrapped(verdictSentence(json, messages))),
    ...section(headings.measures, [...measuresTable(json.measures, json.confidence, messages), ...wrapped(notes.sign)]),
    ...precisionSection(json, messages),
    ...varianceSection(json, messages),
    ...hoursSections(hours, withHours, messages),
    ...section(headings.ledger, [...ledgerTable(lines, sides, cost, messages), ...wrapped(notes.ledger)]),
    ...section(headings.parties, [...partiesTable(lines, sides, messages), ...wrapped(notes.parties)]),
    ...(json.published.length === 0 ? [] : section(headings.published, publishedTable(json, messages))),
    ...callsSections(json, messages),
    ...section(headings.checks, [
      ...massLine('staged', json.massBalance.staged, messages),
      ...massLine('direct', json.massBalance.direct, messages),
      ...standingLines(scenario, commands, language),
    ]),
    ...section(headings.provenance, provenanceLines(json, commands, messages)),
  ]);
}
