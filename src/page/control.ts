import { type Messages, parameterValue } from '../report/browser.ts';
import {
  choiceInChinese,
  describe,
  HOUR_OF_DAY,
  type Language,
  type NumberParameter,
  type Parameter,
  type ParameterKey,
  quantityInWords,
  readParameterValue,
  type Scenario,
  unitInWords,
} from '../scenario/index.ts';
import { button, h, on } from './elements.ts';
import { errorText } from './errors.ts';
import { stepOf, tidied, valueText } from './settings.ts';
import type { PageWords } from './words.ts';

/** What a control needs to know. */
export interface ControlContext {
  /** As its file says, nothing set over it. */
  readonly scenario: Scenario;
  readonly language: Language;
  readonly words: PageWords;
  readonly messages: Messages;
  /** What is set for a parameter, as text; null: nothing. */
  textOf(key: ParameterKey): string | null;
  /** Sets a parameter, or gives it back its file's value. */
  set(key: ParameterKey, text: string | null): void;
}

/** A field's parts, and how it takes a value that came from elsewhere. */
interface Field {
  readonly parts: readonly HTMLElement[];
  show(text: string): void;
}

/** One parameter: its name, its value in a field that fits its type, and all that the catalogue knows of it. */
export function controlOf(key: ParameterKey, context: ControlContext): HTMLElement {
  const { scenario, language, words, messages } = context;
  const known = describe(key);
  const [label, help] = known[language];
  const { value, standing, range, source, note } = scenario.parameters[key];
  const id = `control-${key}`;
  const wrong = h('p', { class: 'wrong', role: 'alert', id: `${id}-wrong`, hidden: true });
  const set = (text: string) => {
    const read = readParameterValue(key, text, '', { line: 1, column: 1 });
    wrong.hidden = read.ok;
    wrong.textContent = read.ok ? '' : errorText(read.problem, language);
    if (!read.ok) return;
    const same = JSON.stringify(read.value) === JSON.stringify(value);
    context.set(key, same ? null : text.trim());
    mark();
  };
  const field = fieldOf(key, known, { id, label, set, context, wrong: wrong.id });
  const reset = button('↺', () => back(), { class: 'reset', 'aria-label': words.whatIf.resetOne(label) });
  const back = () => {
    wrong.hidden = true;
    field.show(valueText(value));
    context.set(key, null);
    mark();
  };
  const told = h('div', { class: 'help', id: `${id}-help`, hidden: true });
  told.append(
    h('p', {}, help),
    h(
      'p',
      {},
      [
        range === null ? '' : rangeText(range, known, language, words),
        words.whatIf.file(parameterValue(key, value, language)),
        source === '' ? '' : words.whatIf.source(source),
      ]
        .filter(Boolean)
        .join(language === 'zh' ? '' : ' '),
    ),
    ...(note === '' ? [] : [h('p', {}, note)]),
    h('code', {}, words.whatIf.key(key)),
  );
  const more = button(
    '?',
    () => {
      told.hidden = !told.hidden;
      more.setAttribute('aria-expanded', String(!told.hidden));
    },
    { class: 'more', 'aria-label': words.whatIf.about(label), 'aria-expanded': 'false', 'aria-controls': told.id },
  );
  const element = h(
    'div',
    { class: 'control', 'data-key': key },
    h('label', { for: id }, label),
    ...field.parts,
    h(
      'div',
      { class: 'marks' },
      h('span', { class: `standing ${standing}` }, messages.standings[standing]),
      more,
      reset,
    ),
    wrong,
    told,
  );
  const mark = () => element.classList.toggle('changed', context.textOf(key) !== null);
  field.show(context.textOf(key) ?? valueText(value));
  mark();
  return element;
}

function rangeText(
  [low, high]: readonly [number, number],
  known: Parameter,
  language: Language,
  words: PageWords,
): string {
  const unit = 'unit' in known ? (known.hourOfDay ? HOUR_OF_DAY : known.unit) : '1';
  return words.whatIf.range(String(low), quantityInWords(high, unit, language));
}

interface FieldNeeds {
  readonly id: string;
  readonly label: string;
  /** The place where errors are told. */
  readonly wrong: string;
  readonly context: ControlContext;
  readonly set: (text: string) => void;
}

function fieldOf(key: ParameterKey, known: Parameter, needs: FieldNeeds): Field {
  switch (known.type) {
    case 'quantity':
    case 'count':
    case 'share':
      return numberField(key, known, needs);
    case 'choice':
      return choiceField(known.choices, needs);
    case 'switch':
      return switchField(needs);
    default:
      return listField(needs);
  }
}

/** A slider over the plausible range, and beside it the number itself, which may go beyond it and name its unit. */
function numberField(key: ParameterKey, known: NumberParameter, needs: FieldNeeds): Field {
  const { id, label, set, context, wrong } = needs;
  const { language, words, scenario } = context;
  const { value, range } = scenario.parameters[key];
  const [from, to] = range ?? known.range;
  const low = Math.max(Math.min(from, value as number), known.bounds.min);
  const high = Math.max(to, value as number);
  const step = stepOf(low, high, known.whole);
  const unit = known.hourOfDay ? '' : unitInWords(known.unit, language);
  const text = on(
    h('input', {
      id,
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      'aria-describedby': wrong,
      maxlength: 40,
    }),
    'change',
    (_, field) => {
      set(field.value);
      follow(field.value);
    },
  );
  const slider = on(
    h('input', { type: 'range', min: low, max: high, step: 'any', 'aria-label': words.whatIf.slider(label) }),
    'input',
    (_, field) => {
      const moved = tidied(Math.min(high, Math.max(low, Math.round(field.valueAsNumber / step) * step)));
      text.value = String(moved);
      field.setAttribute('aria-valuetext', `${moved} ${unit}`.trim());
      set(text.value);
    },
  );
  // The browser's own steps begin at the least value, and a file's need not lie on one: steps are taken by hand.
  on(slider, 'keydown', (event) => {
    const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    slider.valueAsNumber += way * step;
    slider.dispatchEvent(new Event('input'));
  });
  const follow = (written: string) => {
    const read = readParameterValue(key, written, '', { line: 1, column: 1 });
    if (read.ok) slider.valueAsNumber = read.value as number;
  };
  return {
    parts: [h('div', { class: 'number' }, text, h('span', { class: 'unit' }, unit)), slider],
    show(written) {
      text.value = written;
      follow(written);
      slider.setAttribute('aria-valuetext', `${written} ${unit}`.trim());
    },
  };
}

function choiceField(choices: readonly string[], { id, set, context, wrong }: FieldNeeds): Field {
  const said = (word: string) => (context.language === 'zh' ? choiceInChinese(word) : word);
  const options = choices.map((word) => h('option', { value: word }, said(word)));
  const select = on(h('select', { id, 'aria-describedby': wrong }, ...options), 'change', (_, field) =>
    set(field.value),
  );
  return {
    parts: [select],
    show: (text) => {
      select.value = text;
    },
  };
}

function switchField({ id, set, context, wrong }: FieldNeeds): Field {
  const box = on(h('input', { id, type: 'checkbox', 'aria-describedby': wrong }), 'change', (_, field) =>
    set(String(field.checked)),
  );
  return {
    parts: [h('span', { class: 'switch' }, box, h('span', { 'aria-hidden': 'true' }, ` ${context.words.whatIf.on}`))],
    show: (text) => {
      box.checked = text === 'true';
    },
  };
}

function listField({ id, set, context, wrong }: FieldNeeds): Field {
  const { list } = context.words.whatIf;
  const field = on(
    h('input', {
      id,
      type: 'text',
      autocomplete: 'off',
      'aria-describedby': wrong,
      placeholder: list,
      maxlength: 2000,
    }),
    'change',
    (_, input) => set(input.value),
  );
  return {
    parts: [field],
    show: (text) => {
      field.value = text;
    },
  };
}
