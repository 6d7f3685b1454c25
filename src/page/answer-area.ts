import { messagesOf, unfinishedText } from '../report/browser.ts';
import type { Language, Scenario } from '../scenario/index.ts';
import type { UnfinishedSeason } from '../study/index.ts';
import { answerOf, type Known } from './answer.ts';
import { h } from './elements.ts';
import type { Rival } from './state.ts';
import { wordsOf } from './words.ts';

/** The place of the answer: what is known, or why nothing can be. */
export class AnswerArea {
  readonly element: HTMLElement = h('div', { class: 'content' });
  /** Says the verdict to those who listen, once it is whole. */
  readonly spoken: HTMLElement = h('p', { class: 'unseen', role: 'status' });

  starting(language: Language): void {
    this.element.replaceChildren(h('p', { class: 'sentence' }, wordsOf(language).answer.starting));
  }

  busy(busy: boolean): void {
    if (busy) this.element.setAttribute('aria-busy', 'true');
    else this.element.removeAttribute('aria-busy');
  }

  show(known: Known, rival: Rival, language: Language): void {
    this.element.replaceChildren(...answerOf(known, rival, wordsOf(language), messagesOf(language)));
    if (known.savings.length < known.asked) return;
    this.spoken.textContent = this.element.querySelector('.sentence')?.textContent ?? '';
  }

  /** Why there is no answer, a reason on a line. */
  refuse(heading: string, found: readonly string[]): void {
    const reasons = h('ul', {}, ...found.map((line) => h('li', {}, line)));
    this.element.replaceChildren(h('div', { class: 'refused', role: 'alert' }, h('h3', {}, heading), reasons));
  }

  /** What was thrown: a season that cannot be served says why; anything else is the program's own fault. */
  fail(error: unknown, scenario: Scenario, language: Language): void {
    const { answer } = wordsOf(language);
    const season = error instanceof Error && 'season' in error ? (error.season as UnfinishedSeason) : null;
    if (season !== null) this.refuse(answer.unfinished, [unfinishedText(season, scenario, language)]);
    else this.refuse(answer.fault(error instanceof Error ? error.message : String(error)), []);
  }
}
