import { h, on } from '../elements.ts';
import { type JourneyText, journeyText } from './journey-text.ts';
import { write } from './scores.ts';
import type { Side } from './side.ts';
import type { PlayerWords } from './words.ts';

/** Which truck of which side. */
export interface Followed {
  readonly side: number;
  readonly timeline: number;
}

/** Chooses a truck and tells its journey. */
export class Follow {
  readonly element = h('section', { class: 'follow' });
  readonly #sides: readonly Side[];
  readonly #choose: (followed: Followed | null) => void;
  readonly #select = h('select', { id: 'player-follow' });
  readonly #heading = h('p', { class: 'trip' });
  readonly #list = h('ol', {});
  #told = '';

  constructor(sides: readonly Side[], choose: (followed: Followed | null) => void) {
    this.#sides = sides;
    this.#choose = choose;
    on(this.#select, 'change', () => {
      const [side, timeline] = this.#select.value.split(' ').map(Number);
      this.#choose(side === undefined || timeline === undefined ? null : { side, timeline });
    });
  }

  restyle(words: PlayerWords): void {
    const chosen = this.#select.value;
    this.#select.replaceChildren(
      h('option', { value: '' }, words.follow.nobody),
      ...this.#sides.map(({ timelines, season }, side) => {
        const { name } = words.modes[season.mode];
        const hired = season.recording.setting.trucks;
        const options = timelines.map(({ shuttle, truck }, timeline) => {
          const kind = shuttle ? 'shuttle' : truck >= hired ? 'hired' : 'works';
          return h('option', { value: `${side} ${timeline}` }, words.follow.truck(name, truck + 1, kind));
        });
        return h('optgroup', { label: name }, ...options);
      }),
    );
    this.#select.value = chosen;
    this.element.replaceChildren(
      h('h3', {}, words.follow.title),
      h('label', { for: 'player-follow', class: 'unseen' }, words.follow.choose),
      this.#select,
      this.#heading,
      this.#list,
    );
    this.#told = '';
  }

  /** Tells what the followed truck has done up to an hour. */
  show(followed: Followed | null, hour: number, words: PlayerWords, clock: (hour: number) => string): void {
    this.#select.value = followed === null ? '' : `${followed.side} ${followed.timeline}`;
    const side = followed === null ? undefined : this.#sides[followed.side];
    const text: JourneyText =
      followed === null || side === undefined
        ? { heading: '', lines: [] }
        : journeyText(side, followed.timeline, hour, words, clock);
    const told = JSON.stringify(text);
    if (told === this.#told) return;
    this.#told = told;
    write(this.#heading, text.heading);
    this.#list.replaceChildren(
      ...text.lines.map(({ text: line, now }) => h('li', now ? { 'aria-current': 'step' } : {}, line)),
    );
  }
}
