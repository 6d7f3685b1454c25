import type { Language, Problem } from '../scenario/index.ts';
import { h } from './elements.ts';
import { lines } from './opened.ts';
import type { PageWords } from './words.ts';

/** Values that the model can run but that are doubtful, told to who wants to know. */
export function doubtsOf(found: readonly Problem[], language: Language, words: PageWords): HTMLElement {
  const list = h('ul', {}, ...lines(found, language).map((line) => h('li', {}, line)));
  return h('details', { class: 'doubts' }, h('summary', {}, words.scenario.warnings(found.length)), list);
}
