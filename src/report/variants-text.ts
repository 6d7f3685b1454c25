import type { Language, Scenario } from '../scenario/index.ts';
import type { MeasureId, VariantDifference } from '../study/index.ts';
import { callsSections } from './calls-table.ts';
import { figure, interval, NO_FIGURE, percent, scaleFor } from './figures.ts';
import { type Commands, pageOf, provenanceLines, section, standingLines, titleLines } from './frame.ts';
import { hoursSections } from './hours-table.ts';
import type { VariantsJson } from './json.ts';
import { table, wrapped } from './layout.ts';
import { modeMeasuresTable } from './measures-table.ts';
import { type Messages, messagesOf } from './messages.ts';
import { modeLabel } from './mode-label.ts';
import { shownDifference } from './share-interval.ts';

/**
 * Any modes against the first as a page: the base's measures, then each variant's differences, then what was critical.
 *
 * @param withHours tell also where the hours go, cause by cause
 */
export function variantsText(
  json: VariantsJson,
  scenario: Scenario,
  language: Language,
  commands: Commands,
  withHours = false,
): string {
  const messages = messagesOf(language);
  const { headings, notes } = messages;
  const [base] = json.variants;
  const named = json.variants.map(({ name, hours }) => ({ name: modeLabel(name, messages), hours }));
  return pageOf([
    ...titleLines(scenario, json.calls, language),
    ...section(notes.about(headings.measures, modeLabel(json.base, messages)), [
      ...(base === undefined ? [] : modeMeasuresTable(base.measures, json.confidence, messages)),
      ...wrapped(notes.base(modeLabel(json.base, messages))),
    ]),
    ...json.differences.flatMap((difference) => differenceLines(difference, json, messages)),
    ...hoursSections(named, withHours, messages),
    ...callsSections(json, messages),
    ...section(headings.checks, standingLines(scenario, commands, language)),
    ...section(headings.provenance, provenanceLines(json, commands, messages)),
  ]);
}

function differenceLines({ variant, measures }: VariantDifference, json: VariantsJson, messages: Messages): string[] {
  const ids = (Object.keys(measures) as MeasureId[]).filter((id) => measures[id].mean !== null);
  const same = ids.every((id) => measures[id].mean === 0 && (measures[id].sd ?? 0) === 0);
  if (same) return ['', ...wrapped(messages.notes.identical(modeLabel(variant, messages)))];
  const rows = ids.map((id) => {
    const { unit, mean, low, high } = measures[id];
    const scale = scaleFor(messages, unit, [mean]);
    return [
      messages.measures[id],
      figure(mean, scale, true),
      interval(shownDifference(id, { low, high }, unit), scale),
      scale.unit,
    ];
  });
  const { columns } = messages;
  const head = ['', messages.columns.lessVariant, columns.interval(percent(json.confidence)), columns.unit];
  const shown = rows.filter(([, mean]) => mean !== NO_FIGURE);
  return section(modeLabel(variant, messages), table([head, ...shown], ['left', 'right', 'right', 'left']));
}
