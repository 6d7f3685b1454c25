import type { Language, Scenario } from '../scenario/index.ts';
import type { MeasureId, Mode, VariantDifference } from '../study/index.ts';
import { figure, interval, NO_FIGURE, percent, scaleFor } from './figures.ts';
import { type Commands, pageOf, provenanceLines, section, standingLines, titleLines } from './frame.ts';
import type { VariantsJson } from './json.ts';
import { table, wrapped } from './layout.ts';
import { modeMeasuresTable } from './measures-table.ts';
import { type Messages, messagesOf } from './messages.ts';
import { shownDifference } from './share-interval.ts';

/** Any modes against the first as a page: the base's measures, then each variant's differences. */
export function variantsText(json: VariantsJson, scenario: Scenario, language: Language, commands: Commands): string {
  const messages = messagesOf(language);
  const { headings, notes } = messages;
  const [base] = json.variants;
  return pageOf([
    ...titleLines(scenario, json.calls, language),
    ...section(notes.about(headings.measures, labelOf(json.base, messages)), [
      ...(base === undefined ? [] : modeMeasuresTable(base.measures, json.confidence, messages)),
      ...wrapped(notes.base(labelOf(json.base, messages))),
    ]),
    ...json.differences.flatMap((difference) => differenceLines(difference, json, messages)),
    ...section(headings.checks, standingLines(scenario, commands, language)),
    ...section(headings.provenance, provenanceLines(json, commands, messages)),
  ]);
}

function differenceLines({ variant, measures }: VariantDifference, json: VariantsJson, messages: Messages): string[] {
  const ids = (Object.keys(measures) as MeasureId[]).filter((id) => measures[id].mean !== null);
  const same = ids.every((id) => measures[id].mean === 0 && (measures[id].sd ?? 0) === 0);
  if (same) return ['', ...wrapped(messages.notes.identical(labelOf(variant, messages)))];
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
  return section(labelOf(variant, messages), table([head, ...shown], ['left', 'right', 'right', 'left']));
}

/** A variant's name in the reader's words, `direct#2` as `抵港直装#2`. */
function labelOf(name: string, { modes }: Messages): string {
  const [mode = '', number] = name.split('#');
  const label = Object.hasOwn(modes, mode) ? modes[mode as Mode] : mode;
  return number === undefined ? label : `${label}#${number}`;
}
