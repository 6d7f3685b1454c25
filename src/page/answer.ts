import {
  type CompareJson,
  figure,
  type Messages,
  MODE_COLOURS,
  percent,
  type Scale,
  scaleFor,
  surenessOf,
  verdictSentence,
  whole,
} from '../report/browser.ts';
import { wilson } from '../stats/index.ts';
import { distributionOf, type Estimate } from './distribution.ts';
import { h } from './elements.ts';
import type { Rival } from './state.ts';
import type { PageWords } from './words.ts';

/** What is known so far. */
export interface Known {
  /** Of the seasons simulated so far. */
  readonly json: CompareJson;
  /** Each season's saving of the shipper, yuan/t. */
  readonly savings: readonly number[];
  /** Seasons that are to be simulated in all. */
  readonly asked: number;
}

/** The answer: one sentence, the saving as a large figure, a few others beside it, and every season as a dot. */
export function answerOf(known: Known, rival: Rival, words: PageWords, messages: Messages): Node[] {
  const { json, savings, asked } = known;
  const done = savings.length;
  const [finished, all] = [whole(done), whole(asked)];
  const progress = h('progress', { max: asked, value: done, 'aria-hidden': 'true' });
  const said = done === asked ? words.answer.done(all) : words.answer.progress(finished, all);
  return [
    h('p', { class: 'sentence' }, verdictSentence(json, messages, rival)),
    h('div', { class: 'figures' }, headline(json, words, messages), ...cards(known, rival, words, messages)),
    distributionOf(savings, json.measures['saving.perTonne'].difference, MODE_COLOURS[rival], words, messages),
    h('p', { class: 'progress' }, done === asked ? null : progress, said),
  ];
}

/** The saving per tonne, large, with its interval. */
function headline({ measures }: CompareJson, words: PageWords, messages: Messages): HTMLElement {
  const saving = estimateOf(measures['saving.perTonne'].difference);
  const isLoss = (saving.mean ?? 0) < 0;
  const shown = isLoss ? turned(saving) : saving;
  const scale = scaleFor(messages, 'yuan/t', [shown.mean]);
  return h(
    'div',
    { class: `headline ${surenessOf(saving)}` },
    h('span', { class: 'label' }, words.answer.perTonne[isLoss ? 'loss' : 'gain']),
    h('span', { class: 'large' }, figure(shown.mean, scale), h('small', {}, ` ${scale.unit}`)),
    h('span', { class: 'interval' }, intervalIn(shown, scale, words)),
  );
}

function cards({ json, savings }: Known, rival: Rival, words: PageWords, messages: Messages): HTMLElement[] {
  const { answer } = words;
  const { measures } = json;
  const hours = estimateOf(measures['vessel.portHours'].difference);
  const longer = (hours.mean ?? 0) < 0;
  const cheaper = savings.filter((saving) => saving > 0).length;
  const { low, high } = wilson(cheaper / savings.length, savings.length, json.confidence);
  const chance = savings.length < 2 ? answer.noInterval : answer.interval(percentOf(low), percentOf(high));
  return [
    card(answer.total, estimateOf(measures['saving.total'].difference), 'yuan', words, messages),
    cardOf(
      answer.chance(words.rivals[rival]),
      answer.chanceOf(whole(cheaper), whole(savings.length)),
      `${percent(round(cheaper / savings.length))} · ${chance}`,
    ),
    card(answer.hours[longer ? 'loss' : 'gain'], longer ? turned(hours) : hours, 'h', words, messages),
  ];
}

const round = (share: number) => Math.round(share * 100) / 100;
const percentOf = (share: number) => percent(round(share));
function card(label: string, estimate: Estimate, unit: string, words: PageWords, messages: Messages): HTMLElement {
  const scale = scaleFor(messages, unit, [estimate.mean]);
  return cardOf(label, `${figure(estimate.mean, scale)} ${scale.unit}`, intervalIn(estimate, scale, words));
}

function cardOf(label: string, value: string, below: string): HTMLElement {
  return h(
    'div',
    { class: 'card' },
    h('span', { class: 'label' }, label),
    h('span', { class: 'value' }, value),
    h('span', { class: 'interval' }, below),
  );
}

function intervalIn({ low, high }: Estimate, scale: Scale, { answer }: PageWords): string {
  return low === null || high === null ? answer.noInterval : answer.interval(figure(low, scale), figure(high, scale));
}

function estimateOf(difference: Estimate | null): Estimate {
  return difference ?? { mean: null, low: null, high: null };
}

function turned({ mean, low, high }: Estimate): Estimate {
  const negative = (value: number | null) => (value === null ? null : -value);
  return { mean: negative(mean), low: negative(high), high: negative(low) };
}
