import { figure, whole } from '../../report/browser.ts';
import { h } from '../elements.ts';
import type { Finished } from './accrual.ts';
import type { SideNames } from './events.ts';
import type { Frame } from './frame.ts';
import type { PlayerWords } from './words.ts';

const ROWS = ['cost', 'shipHours', 'truckHours'] as const;
/** How yuan/t are written. */
const PER_TONNE = { from: 0, factor: 1, decimals: 2, unit: '' };

/** What has been spent on either side up to the moment shown, and what is saved on the ships that have sailed on both. */
export class Scores {
  readonly element = h('div', { class: 'money' });
  readonly #table = h('table', { class: 'scores' });
  readonly #finished = h('p', { class: 'finished' });
  #words: PlayerWords | null = null;
  #cells: HTMLTableCellElement[][] = [];

  restyle(words: PlayerWords, names: SideNames): void {
    const { scores } = words;
    this.#words = words;
    this.#cells = ROWS.map(() => [h('td', {}), h('td', {}), h('td', { class: 'difference' })]);
    const units = { cost: scores.yuan, shipHours: scores.hours, truckHours: scores.hours };
    const heads = [scores.caption, names.left, names.right, scores.difference];
    this.#table.replaceChildren(
      h('thead', {}, h('tr', {}, ...heads.map((text) => h('th', { scope: 'col' }, text)))),
      h(
        'tbody',
        {},
        ...ROWS.map((row, i) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, scores[row], ' ', h('small', {}, units[row])),
            ...(this.#cells[i] as HTMLTableCellElement[]),
          ),
        ),
      ),
    );
    const rule = h('details', {}, h('summary', {}, scores.ruleTitle), h('p', {}, scores.rule));
    this.element.replaceChildren(this.#finished, this.#table, rule);
  }

  show(left: Frame, right: Frame, finished: Finished, all: number): void {
    this.#showFinished(finished, all);
    const pairs = [
      [left.yuan, right.yuan],
      [left.shipHours, right.shipHours],
      [left.truckHours, right.truckHours],
    ] as const;
    for (const [i, [staged, direct]] of pairs.entries()) {
      const difference = Math.round(staged) - Math.round(direct);
      for (const [j, value] of [staged, direct, difference].entries()) {
        const cell = this.#cells[i]?.[j];
        if (cell !== undefined) write(cell, whole(value));
      }
    }
  }

  #showFinished({ ships, yuan, tonnes }: Finished, all: number): void {
    if (this.#words === null) return;
    const { scores } = this.#words;
    const say = yuan < 0 ? scores.lost : scores.saved;
    const saved = say(whole(Math.abs(yuan)), figure(Math.abs(yuan) / tonnes, PER_TONNE));
    write(this.#finished, scores.finished(ships, all) + (ships === 0 ? scores.nothingYet : saved));
    this.#finished.className = ships === 0 ? 'finished' : yuan < 0 ? 'finished loss' : 'finished gain';
  }
}

/** Writes only what has changed. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
