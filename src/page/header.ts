import { SHIPPED } from 'virtual:scenarios';
import type { Language } from '../scenario/index.ts';
import { button, h, on } from './elements.ts';
import type { Opened } from './opened.ts';
import { type PageWords, tagOf } from './words.ts';

/** What the header changes. */
export interface HeaderContext {
  readonly opened: Opened;
  readonly language: Language;
  readonly words: PageWords;
  openShipped(file: string): void;
  openFile(file: File): void;
  speak(language: Language): void;
}

const LANGUAGES = { zh: '中文', en: 'English' } as const;

/** Name, scenario and language; below them the scenario's question. */
export function headerOf(context: HeaderContext): HTMLElement {
  const { opened, language, words } = context;
  const { scenario: label } = words;
  const { title, question, name } = opened.scenario;
  const own = opened.from.is === 'own' ? [h('option', { value: '', selected: true }, label.own(opened.from.file))] : [];
  const shipped = SHIPPED.map((one) => {
    const selected = opened.from.is === 'shipped' && opened.from.file === one.file;
    return h('option', { value: one.file, selected, title: one.question[language] }, one.title[language]);
  });
  const pick = on(h('select', { id: 'scenario' }, ...own, ...shipped), 'change', (_, { value }) => {
    if (value !== '') context.openShipped(value);
  });
  const file = on(
    h('input', { type: 'file', id: 'file', accept: '.yaml,.yml', hidden: true }),
    'change',
    (_, input) => {
      const [chosen] = input.files ?? [];
      input.value = '';
      if (chosen !== undefined) context.openFile(chosen);
    },
  );
  const spoken = (['zh', 'en'] as const).map((one) =>
    button(LANGUAGES[one], () => context.speak(one), {
      id: `speak-${one}`,
      lang: tagOf(one),
      'aria-pressed': String(one === language),
    }),
  );
  return h(
    'header',
    {},
    h('a', { class: 'skip', href: '#answer' }, words.skip),
    h(
      'div',
      { class: 'bar' },
      h('p', { class: 'brand' }, h('b', {}, words.title), ' ', h('span', {}, words.tagline)),
      h('div', { class: 'pick' }, h('label', { for: 'scenario' }, label.label), pick),
      button(label.open, () => file.click(), { id: 'open' }),
      file,
      h('div', { class: 'languages', role: 'group', 'aria-label': words.language }, ...spoken),
    ),
    h(
      'div',
      { class: 'about' },
      h('h1', {}, title[language], h('small', {}, ` ${name}`)),
      h('p', { class: 'question' }, question[language]),
    ),
  );
}
