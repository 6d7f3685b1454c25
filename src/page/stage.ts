import type { Language } from '../scenario/index.ts';
import type { RecordedOutcome } from '../study/index.ts';
import { h } from './elements.ts';
import type { PageExecutor, Played } from './executor.ts';
import { mountPlayer, type Player } from './player/player.ts';

/** How long nothing may change before a season is recorded, ms: whoever moves a slider looks at the answer. */
const CALM_MS = 400;

/** Where the player stands. The newest season that was asked for is recorded and played. */
export class Stage {
  readonly element: HTMLElement = h('section', { class: 'player' });
  readonly #place = h('div');
  readonly #hint = h('p', { class: 'note' });
  readonly #executor: PageExecutor;
  #recording = new AbortController();
  #timer = 0;
  #player: Player | null = null;
  #language: Language = 'en';

  constructor(executor: PageExecutor) {
    this.#executor = executor;
    this.element.append(this.#hint, this.#place);
  }

  /** @param hint what to say while there is nothing to play */
  speak(language: Language, label: string, hint: string): void {
    this.#language = language;
    this.element.setAttribute('aria-label', label);
    this.#hint.textContent = hint;
    this.#player?.setLanguage(language);
  }

  /** Asks for another season, once nothing is asked any more; null: for none. What is played goes on until then. */
  ask(played: Played | null): void {
    clearTimeout(this.#timer);
    this.#recording.abort();
    if (played !== null) this.#timer = window.setTimeout(() => void this.#record(played), CALM_MS);
  }

  async #record(played: Played): Promise<void> {
    this.#recording = new AbortController();
    const { signal } = this.#recording;
    // A season that cannot be recorded cannot be served either, and the answer says why.
    const seasons = await this.#executor.record(played, signal).catch(() => null);
    if (seasons !== null && !signal.aborted) this.#show(played, seasons);
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
    this.#player?.destroy();
    this.#player = null;
    this.#hint.hidden = false;
  }
}
