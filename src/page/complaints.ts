import { button, h } from './elements.ts';
import type { PageWords } from './words.ts';

/** Tells what is wrong with a file that was to be opened, until it is closed or another one is right. */
export class Complaints {
  readonly element: HTMLElement = h('div', { class: 'errors', role: 'alert', hidden: true });

  /** @param found each thing on a line */
  tell(heading: string, found: readonly string[], { scenario }: PageWords): void {
    this.element.hidden = false;
    this.element.replaceChildren(
      h('p', {}, h('b', {}, heading), ' ', scenario.kept),
      h('ul', {}, ...found.map((line) => h('li', {}, line))),
      button(scenario.close, () => this.hide()),
    );
  }

  hide(): void {
    this.element.hidden = true;
  }
}
