import { applyOverrides, type Language, type Scenario } from '../scenario/index.ts';
import type { MeasureId, VariantDifference } from '../study/index.ts';
import { callsSections } from './calls-table.ts';
import { failureText } from './design-frame.ts';
import { familySections, savingsSection } from './family-tables.ts';
import { figure, interval, NO_FIGURE, percent, scaleFor, whole } from './figures.ts';
import { type Commands, pageOf, provenanceLines, section, standingLines, titleLines } from './frame.ts';
import { hoursSections } from './hours-table.ts';
import type { VariantsJson } from './json.ts';
import { table, wrapped } from './layout.ts';
import { modeMeasuresTable } from './measures-table.ts';
import { type Messages, messagesOf } from './messages.ts';
import { modeLabel } from './mode-label.ts';
import { precisionSection } from './precision-section.ts';
import { shownDifference } from './share-interval.ts';

/** Sides whose differences are shown measure by measure. */
const MOST_TABLES = 3;

/**
 * Any modes, and variants of the scenario, against the first, as a page: all together, then the base's measures and
 * each variant's differences, then what was critical.
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
    ...variantSettings(json, messages).flatMap((line) => wrapped(line, '  ')),
    ...familySections(json, messages),
    ...savingsSection(json, messages),
    ...failureSection(json, scenario, language),
    ...section(notes.about(headings.measures, modeLabel(json.base, messages)), [
      ...(base === undefined ? [] : modeMeasuresTable(base.measures, json.confidence, messages)),
      ...wrapped(notes.base(modeLabel(json.base, messages))),
    ]),
    ...(json.differences.length > MOST_TABLES
      ? ['', ...wrapped(messages.variants.elsewhere)]
      : json.differences.flatMap((difference) => differenceLines(difference, json, messages))),
    ...precisionSection(json, messages),
    ...hoursSections(named, withHours, messages),
    ...callsSections(json, messages),
    ...section(headings.checks, standingLines(scenario, commands, language)),
    ...section(headings.provenance, provenanceLines(json, commands, messages)),
  ]);
}

/** What each variant sets, one on a line. */
export function variantSettings({ variants, failures }: VariantsJson, { variants: words }: Messages): string[] {
  const settings = new Map([...variants, ...failures].map((one) => [one.variant, one.settings]));
  return [...settings].flatMap(([variant, set]) => (variant === null ? [] : words.sets(variant, set)));
}

/** Sides that have no figures, and why. */
function failureSection(json: VariantsJson, scenario: Scenario, language: Language): string[] {
  const sentences = failureSentences(json, scenario, language);
  const { headings } = messagesOf(language).variants;
  const lines = sentences.flatMap((sentence) => wrapped(sentence, '  '));
  return sentences.length === 0 ? [] : section(headings.failures, lines);
}

/** The same, a sentence for each. */
export function failureSentences({ failures }: VariantsJson, scenario: Scenario, language: Language): string[] {
  const messages = messagesOf(language);
  return failures.map(({ name, settings, replication, failure }) => {
    const set = applyOverrides(scenario, settings);
    const why = failureText(failure, set.ok ? set.scenario : scenario, language);
    return messages.variants.failure(modeLabel(name, messages), whole(replication + 1), why);
  });
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
