import { whole } from '../report/browser.ts';
import { describe, PARAMETER_KEYS, type ParameterKey, type Scenario } from '../scenario/index.ts';
import { type ControlContext, controlOf } from './control.ts';
import { button, h, on } from './elements.ts';
import { keyOf } from './settings.ts';
import { MOST_REPLICATIONS, type Rival, wholeIn } from './state.ts';

/** Parameters that are asked for most, in the order of the chain; the others are found by their name. */
const FIRST: readonly ParameterKey[] = [
  'fleet.size',
  'dispatch.policy',
  'dispatch.trucksUnderWay',
  'road.distance',
  'works.loaders',
  'works.openingStock',
  'quay.cranesPerCall',
  'quay.craneRate',
  'customs.inspectionProbability',
  'weather.model',
  'weather.stopShare',
  'handling.secondHaulPrice',
  'handling.directDiscount',
  'haulage.truckPrice',
  'contract.laytimeRate',
  'carbon.price',
];
const OF_HYBRID: readonly ParameterKey[] = ['hybrid.buffer', 'hybrid.stagedShare'];
/** Parameters found that are shown. */
const MOST_FOUND = 30;

/** What else the panel changes. */
export interface WhatIfContext extends ControlContext {
  readonly settings: readonly string[];
  readonly rival: Rival;
  readonly seed: number;
  readonly replications: number;
  setRival(rival: Rival): void;
  setSeed(seed: number): void;
  setReplications(replications: number): void;
  /** Sets nothing any more. */
  reset(): void;
}

/** The panel in which parameters are changed. */
export function whatIfOf(context: WhatIfContext): HTMLElement {
  const { words, settings, rival } = context;
  const { whatIf } = words;
  const found = h('div', { class: 'found' });
  const count = h('p', { class: 'note', role: 'status' });
  const search = on(
    h('input', { type: 'search', placeholder: whatIf.search, 'aria-label': whatIf.search, autocomplete: 'off' }),
    'input',
    (_, { value }) => {
      const keys = value.trim() === '' ? [] : matching(value);
      first.hidden = value.trim() !== '';
      count.textContent = value.trim() === '' ? '' : keys.length === 0 ? whatIf.none : whatIf.found(whole(keys.length));
      found.replaceChildren(...keys.slice(0, MOST_FOUND).map((key) => controlOf(key, context)));
    },
  );
  const shown = [...FIRST, ...(rival === 'hybrid' ? OF_HYBRID : [])].filter((key) => applies(key, context.scenario));
  const changed = settings.flatMap((setting) => keyOf(setting) ?? []).filter((key) => !shown.includes(key));
  const first = h('div', { class: 'first' }, ...[...changed, ...shown].map((key) => controlOf(key, context)));
  return h(
    'section',
    { class: 'what-if', 'aria-labelledby': 'what-if-heading' },
    h(
      'div',
      { class: 'heading' },
      h('h2', { id: 'what-if-heading' }, whatIf.heading),
      button(whatIf.reset, () => context.reset(), { class: 'quiet' }),
    ),
    rivalChoice(context),
    search,
    count,
    found,
    first,
    simulation(context),
  );
}

/** Flat weather has one share, weather by kind has many. */
function applies(key: ParameterKey, { parameters }: Scenario): boolean {
  return key !== 'weather.stopShare' || parameters['weather.model'].value === 'flat';
}

/** Parameters whose key, name or help has all words of a text, in either language. */
export function matching(text: string): ParameterKey[] {
  const wanted = text.toLowerCase().split(/\s+/u).filter(Boolean);
  const has = (said: string) => wanted.every((word) => said.toLowerCase().includes(word));
  const by = (of: (key: ParameterKey) => readonly string[]) => PARAMETER_KEYS.filter((key) => has(of(key).join(' ')));
  const named = by((key) => [key, describe(key).en[0], describe(key).zh[0]]);
  const told = by((key) => [key, ...describe(key).en, ...describe(key).zh]);
  return [...new Set([...named, ...told])];
}

function rivalChoice({ words, rival, setRival }: WhatIfContext): HTMLElement {
  const choices = (['direct', 'hybrid'] as const).map((one) =>
    h(
      'label',
      { class: one },
      on(
        h('input', { type: 'radio', id: `rival-${one}`, name: 'rival', value: one, checked: one === rival }),
        'change',
        () => setRival(one),
      ),
      words.rivals[one],
    ),
  );
  return h('fieldset', { class: 'rivals' }, h('legend', {}, words.whatIf.rival), ...choices);
}

/** Seed and number of seasons. */
function simulation({ words, seed, replications, setSeed, setReplications }: WhatIfContext): HTMLElement {
  const number = (label: string, value: number, least: number, most: number, set: (value: number) => void) => {
    const input = h('input', { type: 'text', inputmode: 'numeric', value, autocomplete: 'off', maxlength: 16 });
    on(input, 'change', () => {
      const read = wholeIn(input.value, least, most);
      if (read === null) input.value = String(value);
      else set(read);
    });
    return h('label', {}, label, input);
  };
  const { whatIf } = words;
  return h(
    'fieldset',
    { class: 'simulation' },
    h('legend', {}, whatIf.simulation),
    number(whatIf.seed, seed, 0, Number.MAX_SAFE_INTEGER, setSeed),
    number(whatIf.replications, replications, 1, MOST_REPLICATIONS, setReplications),
    h('p', { class: 'note' }, whatIf.again),
  );
}
