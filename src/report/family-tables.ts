import type { BestSubset, MeasureFamily, ModeMeasureId } from '../study/index.ts';
import { figure, figureWithUnit, interval, NO_FIGURE, percent, scaleFor, whole } from './figures.ts';
import { section } from './frame.ts';
import type { VariantsJson } from './json.ts';
import { table, wrapped } from './layout.ts';
import { KEY_MEASURES } from './measures-table.ts';
import type { Messages } from './messages.ts';
import { modeLabel } from './mode-label.ts';

/** The measure that tells which is best. */
export const LEADING = 'cost.perTonne';
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
      ...table(togetherCells(json, family, messages), ['left']),
      ...sameSentences(json, messages).flatMap((sentence) => wrapped(sentence)),
      ...wrapped(words.note(modeLabel(json.base, messages), confidence)),
      ...(json.streams === 'independent' ? wrapped(words.independent) : []),
    ]),
    ...section(words.headings.best, table(bestCells(json, messages), ['left', 'right', 'left'])),
    ...pairSection(family, json, messages),
  ];
}

/** Which is best, in a sentence. */
export function leadingSentence({ best }: MeasureFamily, confidence: string, messages: Messages): string {
  if (best === null) return '';
  const { variants: words } = messages;
  const names = best.possible.map((name) => modeLabel(name, messages));
  if (names.length === 1) return words.oneBest(names[0]!, confidence);
  return words.severalBest(words.list(names), modeLabel(best.observed, messages), confidence);
}

/** All sides against the base, the head first. */
export function togetherCells(
  json: VariantsJson,
  { comparisons, best, unit }: MeasureFamily,
  messages: Messages,
): string[][] {
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
  return [head, ...rows];
}

const NOTHING = { low: null, high: null };

/** @example pText(0.00001) // '<0.0001' */
function pText(p: number): string {
  return p < LEAST_P ? `<${LEAST_P}` : p.toFixed(4);
}

/** Measures that differ at all, and which sides may be the best in them. */
export function bestCells(json: VariantsJson, messages: Messages): string[][] {
  const { columns } = messages.variants;
  const rows = KEY_MEASURES.flatMap((id) => {
    const best = json.families[id as ModeMeasureId]?.best ?? null;
    const side = json.variants.find(({ name }) => name === best?.observed);
    if (best === null || side === undefined) return [];
    const { unit, mean } = side.measures[id as ModeMeasureId];
    return [[messages.measures[id], figureWithUnit(messages, unit, mean), possibleText(best, messages)]];
  });
  return [[columns.measure, columns.bestSeen, columns.mayBeBest], ...rows];
}

/** The best that was seen first. */
function possibleText({ observed, possible, comparisons }: BestSubset, messages: Messages): string {
  const { all, list, some } = messages.variants;
  const count = possible.length;
  if (count === comparisons.length) return all(whole(count));
  const names = [observed, ...possible.filter((name) => name !== observed)].map((name) => modeLabel(name, messages));
  return count > MOST_NAMES ? some(names.slice(0, MOST_NAMES), count) : list(names);
}

function pairSection(family: MeasureFamily, { confidence }: VariantsJson, messages: Messages): string[] {
  if (family.pairs === null) return [];
  const alignments = ['left', 'right', 'right', 'left'] as const;
  const heading = messages.variants.headings.pairs(messages.measures[LEADING]);
  return section(heading, table(pairCells(family, confidence, messages), alignments));
}

/** Each pair's difference, the head first. */
export function pairCells({ pairs, unit }: MeasureFamily, confidence: number, messages: Messages): string[][] {
  const { columns } = messages.variants;
  const scale = scaleFor(messages, unit, []);
  const rows = (pairs ?? []).map(({ first, second, mean, low, high }) => [
    messages.variants.against(modeLabel(first, messages), modeLabel(second, messages)),
    figure(mean, scale, true),
    interval({ low, high }, scale),
    scale.unit,
  ]);
  const head = ['', columns.difference, columns.together(percent(confidence)), messages.columns.unit];
  return [head, ...rows];
}

/** What the modes save against each other within each variant: does direct loading still pay? */
export function savingsSection(json: VariantsJson, messages: Messages): string[] {
  if (json.savings.length === 0) return [];
  const heading = messages.variants.headings.savings(messages.measures['saving.perTonne']);
  return section(heading, table(savingsCells(json, messages), ['left', 'right', 'right', 'left', 'right']));
}

/** The same as cells, the head first. */
export function savingsCells({ savings, confidence }: VariantsJson, messages: Messages): string[][] {
  const { columns } = messages.variants;
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
  return [head, ...rows];
}

/** Sides whose every figure is the same, a sentence for each group: what was set changes nothing there. */
export function sameSentences({ variants }: VariantsJson, messages: Messages): string[] {
  const groups = new Map<string, string[]>();
  for (const { name, measures } of variants) {
    const figures = JSON.stringify(measures);
    groups.set(figures, [...(groups.get(figures) ?? []), modeLabel(name, messages)]);
  }
  const { same, list } = messages.variants;
  return [...groups.values()].filter((names) => names.length > 1).map((names) => same(list(names)));
}
