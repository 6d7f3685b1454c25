import { button, h } from '../elements.ts';
import type { PlayerAction } from './keys.ts';
import type { PlayerWords } from './words.ts';

/** Elements that the player writes to. */
export function playerParts() {
  return {
    moment: h('time', { class: 'moment' }),
    weather: h('span', { class: 'weather' }),
    last: h('p', { class: 'last' }),
    next: h('p', { class: 'next' }),
    play: h('button', { type: 'button', class: 'play' }),
    speed: h('select', { id: 'player-speed' }),
    slider: h('input', { type: 'range', id: 'player-moment', step: 'any' }),
    spoken: h('p', { class: 'unseen', role: 'status' }),
  };
}

/** Blocks that draw and write themselves. */
export interface PlayerBlocks {
  readonly panels: readonly { readonly element: HTMLElement }[];
  readonly overview: { readonly element: HTMLElement };
  readonly scores: { readonly element: HTMLElement };
  readonly follow: { readonly element: HTMLElement };
}

/** Everything of the player in its order: the clock, both sides, the time, the sums and the truck followed. */
export function layOut(
  parts: ReturnType<typeof playerParts>,
  { panels, overview, scores, follow }: PlayerBlocks,
  words: PlayerWords,
  act: (action: PlayerAction) => void,
): HTMLElement[] {
  const { moment, weather, last, next, play, speed, slider, spoken } = parts;
  const { controls } = words;
  const doing = (is: 'begin' | 'previous' | 'next') => button(controls[is], () => act({ is }));
  const when = h('span', { class: 'when' }, moment, ' ', h('small', {}, words.clock.zone));
  const pace = h('label', { for: 'player-speed' }, controls.speed);
  const row = h('div', { class: 'controls' }, play, doing('begin'), doing('previous'), doing('next'), pace, speed);
  const events = h('div', { class: 'events' }, last, next);
  return [
    h('div', { class: 'clock' }, h('h2', {}, words.title), when, weather),
    h('div', { class: 'sides' }, ...panels.map(({ element }) => element)),
    h('div', { class: 'time' }, overview.element, slider, row, events),
    h('div', { class: 'below' }, scores.element, follow.element),
    h('p', { class: 'letters' }, words.drawing.craneLetters),
    h('p', { class: 'keys' }, words.help),
    spoken,
  ];
}
