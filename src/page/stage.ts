import type { Language, Scenario } from '../scenario/index.ts';
import type { Mode, RecordedOutcome } from '../study/index.ts';
import { h } from './elements.ts';
import type { Hand } from './executor.ts';
import { mountPlayer, type Player } from './player/player.ts';

/** A season to be played: the first replication of two modes. */
export interface Played {
  readonly scenario: Scenario;
  readonly modes: readonly [Mode, Mode];
  readonly seed: number;
}

/** How long nothing may change before a season is recorded, ms: whoever moves a slider looks at the answer. */
const CALM_MS = 400;

/** Where the player stands. Seasons are recorded on a worker of their own, the newest that was asked for. */
export class Stage {
  readonly element: HTMLElement = h('section', { class: 'player' });
  readonly #place = h('div');
  readonly #hint = h('p', { class: 'note' });
  readonly #hire: () => Hand;
  #hand: Hand | null = null;
  #busy = false;
  #timer = 0;
  #next: Played | null = null;
  #player: Player | null = null;
  #language: Language = 'en';

  /** @param hire makes the worker */
  constructor(hire: () => Hand) {
    this.#hire = hire;
    this.element.append(this.#hint, this.#place);
  }

  /** @param hint what to say while there is nothing to play */
  speak(language: Language, label: string, hint: string): void {
    this.#language = language;
    this.element.setAttribute('aria-label', label);
    this.#hint.textContent = hint;
    this.#player?.setLanguage(language);
  }

  /** Asks for another season, once nothing is asked any more. What is played goes on until then. */
  ask(played: Played | null): void {
    clearTimeout(this.#timer);
    this.#next = played;
    if (played !== null) this.#timer = window.setTimeout(() => this.#record(), CALM_MS);
  }

  #record(): void {
    const played = this.#next;
    if (played === null || this.#busy) return;
    this.#next = null;
    this.#busy = true;
    this.#hand ??= this.#hire();
    const { scenario, modes, seed } = played;
    const done = (seasons: readonly RecordedOutcome[] | null) => {
      this.#busy = false;
      if (seasons !== null && this.#next === null) this.#show(played, seasons);
      this.#record();
    };
    // A season that cannot be recorded cannot be served either, and the answer says why.
    this.#hand.onmessage = ({ data }) => done(data.is === 'recorded' ? data.seasons : null);
    this.#hand.onerror = () => done(null);
    this.#hand.postMessage({ is: 'record', id: 0, scenario, modes, seed });
  }

  /** Lets the worker go in the midst of a recording. */
  #dismiss(): void {
    if (this.#hand !== null) this.#hand.onmessage = null;
    this.#hand?.terminate();
    this.#hand = null;
    this.#busy = false;
  }

  #show({ scenario }: Played, seasons: readonly RecordedOutcome[]): void {
    const [left, right] = seasons;
    if (left === undefined || right === undefined) return;
    const hour = this.#player?.hour;
    this.#player?.destroy();
    this.#hint.hidden = true;
    this.#player = mountPlayer(this.#place, { seasons: [left, right], scenario, language: this.#language });
    if (hour !== undefined) this.#player.seek(hour);
  }

  /** Nothing is played any more, nor what is being recorded: another scenario is open. */
  clear(): void {
    this.ask(null);
    if (this.#busy) this.#dismiss();
    this.#player?.destroy();
    this.#player = null;
    this.#hint.hidden = false;
  }
}
