import { messagesOf, unfinishedText } from '../report/browser.ts';
import type { Language, Problem, Scenario } from '../scenario/index.ts';
import type { UnfinishedSeason } from '../study/index.ts';
import { answerOf, type Known } from './answer.ts';
import { doubtsOf } from './doubts.ts';
import { h } from './elements.ts';
import type { Rival } from './state.ts';
import { wordsOf } from './words.ts';

/** The place of the answer: what is known, or why nothing can be, and what is doubtful of what was asked. */
export class AnswerArea {
  readonly element: HTMLElement;
  readonly #heading = h('h2', { id: 'answer-heading', class: 'unseen' });
  readonly #content = h('div', { class: 'content' });
  /** Says the verdict to those who listen, once it is whole. */
  readonly #spoken = h('p', { class: 'unseen', role: 'status' });
  readonly #doubts = h('div');

  constructor() {
    this.element = h(
      'section',
      { class: 'answer', id: 'answer', tabindex: -1, 'aria-labelledby': 'answer-heading' },
      this.#heading,
      this.#content,
      this.#spoken,
      this.#doubts,
    );
  }

  speak(language: Language): void {
    this.#heading.textContent = wordsOf(language).answer.heading;
  }

  /** Tells values that are doubtful; what is told already stays as it is, opened or not. */
  doubt(found: readonly Problem[], language: Language): void {
    const told = found.length === 0 ? [] : [doubtsOf(found, language, wordsOf(language))];
    if ((told[0]?.textContent ?? '') !== this.#doubts.textContent) this.#doubts.replaceChildren(...told);
  }

  starting(language: Language): void {
    this.#content.replaceChildren(h('p', { class: 'sentence' }, wordsOf(language).answer.starting));
  }

  busy(busy: boolean): void {
    if (busy) this.#content.setAttribute('aria-busy', 'true');
    else this.#content.removeAttribute('aria-busy');
  }

  show(known: Known, rival: Rival, language: Language): void {
    this.#content.replaceChildren(...answerOf(known, rival, wordsOf(language), messagesOf(language)));
    if (known.savings.length < known.asked) return;
    this.#spoken.textContent = this.#content.querySelector('.sentence')?.textContent ?? '';
  }

  /** Why there is no answer, a reason on a line. */
  refuse(heading: string, found: readonly string[]): void {
    const reasons = h('ul', {}, ...found.map((line) => h('li', {}, line)));
    this.#content.replaceChildren(h('div', { class: 'refused', role: 'alert' }, h('h3', {}, heading), reasons));
  }

  /** What was thrown: a season that cannot be served says why; anything else is the program's own fault. */
  fail(error: unknown, scenario: Scenario, language: Language): void {
    const { answer } = wordsOf(language);
    const season = error instanceof Error && 'season' in error ? (error.season as UnfinishedSeason) : null;
    if (season !== null) this.refuse(answer.unfinished, [unfinishedText(season, scenario, language)]);
    else this.refuse(answer.fault(error instanceof Error ? error.message : String(error)), []);
  }
}
