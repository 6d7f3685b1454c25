import type { BestSubset, MeasureFamily, ModeMeasureId } from '../study/index.ts';
import { figure, figureWithUnit, interval, NO_FIGURE, percent, scaleFor, whole } from './figures.ts';
import { section } from './frame.ts';
import type { VariantsJson } from './json.ts';
import { table, wrapped } from './layout.ts';
import { KEY_MEASURES } from './measures-table.ts';
import type { Messages } from './messages.ts';
import { modeLabel } from './mode-label.ts';

/** The measure that tells which is best. */
const LEADING = 'cost.perTonne';
/** p-values below it are shown as such. */
const LEAST_P = 0.0001;
/** Names told of those that may be best; more are told by their number. */
const MOST_NAMES = 2;

/** All sides together in what they cost; then what may be best in other measures. No lines of a single replication. */
export function familySections(json: VariantsJson, messages: Messages): string[] {
  const family = json.families[LEADING];
  if (family === null) return [];
  const { variants: words, measures } = messages;
  const confidence = percent(json.confidence);
  return [
    ...section(words.headings.together(measures[LEADING], scaleFor(messages, family.unit, []).unit), [
      ...wrapped(leadingSentence(family, confidence, messages)),
      ...togetherTable(json, family, messages),
      ...sameLines(json, messages),
      ...wrapped(words.note(modeLabel(json.base, messages), confidence)),
      ...(json.streams === 'independent' ? wrapped(words.independent) : []),
    ]),
    ...section(words.headings.best, bestTable(json, messages)),
    ...pairSection(family, json, messages),
  ];
}

function leadingSentence({ best }: MeasureFamily, confidence: string, messages: Messages): string {
  if (best === null) return '';
  const { variants: words } = messages;
  const names = best.possible.map((name) => modeLabel(name, messages));
  if (names.length === 1) return words.oneBest(names[0]!, confidence);
  return words.severalBest(words.list(names), modeLabel(best.observed, messages), confidence);
}

function togetherTable(json: VariantsJson, { comparisons, best, unit }: MeasureFamily, messages: Messages): string[] {
  const { columns } = messages.variants;
  const scale = scaleFor(messages, unit, []);
  const share = scaleFor(messages, '1', []);
  const confidence = percent(json.confidence);
  const head = [
    '',
    messages.columns.mean,
    columns.saved,
    columns.together(confidence),
    columns.relative,
    columns.alone(confidence),
    columns.p,
    columns.best,
  ];
  const rows = json.variants.map(({ name, measures }) => {
    const one = comparisons.find(({ variant }) => variant === name);
    const { mean = null, fieller = NOTHING } = one?.relative ?? {};
    return [
      modeLabel(name, messages),
      figure(measures[LEADING].mean, scale),
      figure(one?.mean, scale, true),
      interval(one?.dunnett ?? NOTHING, scale),
      mean === null ? NO_FIGURE : `${figure(mean, share, true)}%`,
      interval(fieller, share),
      one === undefined ? NO_FIGURE : pText(one.pHolm),
      best?.possible.includes(name) ? messages.variants.yes : '',
    ];
  });
  return table([head, ...rows], ['left']);
}

const NOTHING = { low: null, high: null };

/** @example pText(0.00001) // '<0.0001' */
function pText(p: number): string {
  return p < LEAST_P ? `<${LEAST_P}` : p.toFixed(4);
}

/** Measures that differ at all, and which sides may be the best in them. */
function bestTable(json: VariantsJson, messages: Messages): string[] {
  const { columns } = messages.variants;
  const rows = KEY_MEASURES.flatMap((id) => {
    const best = json.families[id as ModeMeasureId]?.best ?? null;
    const side = json.variants.find(({ name }) => name === best?.observed);
    if (best === null || side === undefined) return [];
    const { unit, mean } = side.measures[id as ModeMeasureId];
    return [[messages.measures[id], figureWithUnit(messages, unit, mean), possibleText(best, messages)]];
  });
  return table([[columns.measure, columns.bestSeen, columns.mayBeBest], ...rows], ['left', 'right', 'left']);
}

/** The best that was seen first. */
function possibleText({ observed, possible, comparisons }: BestSubset, messages: Messages): string {
  const { all, list, some } = messages.variants;
  const count = possible.length;
  if (count === comparisons.length) return all(whole(count));
  const names = [observed, ...possible.filter((name) => name !== observed)].map((name) => modeLabel(name, messages));
  return count > MOST_NAMES ? some(names.slice(0, MOST_NAMES), count) : list(names);
}

function pairSection({ pairs, unit }: MeasureFamily, { confidence }: VariantsJson, messages: Messages): string[] {
  if (pairs === null) return [];
  const { headings, columns } = messages.variants;
  const scale = scaleFor(messages, unit, []);
  const rows = pairs.map(({ first, second, mean, low, high }) => [
    messages.variants.against(modeLabel(first, messages), modeLabel(second, messages)),
    figure(mean, scale, true),
    interval({ low, high }, scale),
    scale.unit,
  ]);
  const head = ['', columns.difference, columns.together(percent(confidence)), messages.columns.unit];
  const alignments = ['left', 'right', 'right', 'left'] as const;
  return section(headings.pairs(messages.measures[LEADING]), table([head, ...rows], alignments));
}

/** What the modes save against each other within each variant: does direct loading still pay? */
export function savingsSection({ savings, confidence }: VariantsJson, messages: Messages): string[] {
  if (savings.length === 0) return [];
  const { headings, columns } = messages.variants;
  const scale = scaleFor(messages, 'yuan/t', []);
  const rows = savings.map(({ base, other, measures }) => {
    const saving = measures['saving.perTonne'];
    return [
      messages.variants.against(modeLabel(base, messages), modeLabel(other, messages)),
      figure(saving.mean, scale, true),
      interval(saving, scale),
      scale.unit,
      figureWithUnit(messages, '1', measures['saving.lossShare'].mean),
    ];
  });
  const alone = columns.alone(percent(confidence));
  const head = ['', columns.saved, alone, messages.columns.unit, columns.losses];
  return section(
    headings.savings(messages.measures['saving.perTonne']),
    table([head, ...rows], ['left', 'right', 'right', 'left', 'right']),
  );
}

/** Sides whose every figure is the same: what was set changes nothing there. */
function sameLines({ variants }: VariantsJson, messages: Messages): string[] {
  const groups = new Map<string, string[]>();
  for (const { name, measures } of variants) {
    const figures = JSON.stringify(measures);
    groups.set(figures, [...(groups.get(figures) ?? []), modeLabel(name, messages)]);
  }
  const { same, list } = messages.variants;
  return [...groups.values()].filter((names) => names.length > 1).flatMap((names) => wrapped(same(list(names))));
}
