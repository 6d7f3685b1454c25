import './player.css';
import { clockInstant, type Language, type Scenario } from '../../scenario/index.ts';
import type { RecordedOutcome } from '../../study/index.ts';
import { h, on } from '../elements.ts';
import { tagOf } from '../words.ts';
import { finishedBy } from './accrual.ts';
import { eventsText, mergedEvents, nextEvent, type PlayerEvent, previousEvent, type SideNames } from './events.ts';
import { Follow, type Followed } from './follow.ts';
import { actionFor, type PlayerAction } from './keys.ts';
import { layOut, playerParts } from './layout.ts';
import { aroundText, toldText } from './moment-text.ts';
import { Overview } from './overview.ts';
import { Panel } from './panel.ts';
import { Scores, write } from './scores.ts';
import { highestStackKg, prepareSide, type Side } from './side.ts';
import { FIRST_SPEED, faster, SPEEDS, type Speed } from './speeds.ts';
import { calmSurroundings, type Surroundings, surroundingsOf } from './surroundings.ts';
import { type PlayerWords, wordsFor } from './words.ts';

/** What is played. */
export interface PlayerInput {
  /** Two modes of one replication, such as staged and direct. */
  readonly seasons: readonly [left: RecordedOutcome, right: RecordedOutcome];
  readonly scenario: Scenario;
  readonly language: Language;
}

/** A player on a page. */
export interface Player {
  setLanguage(language: Language): void;
  /** Goes to an hour of the clock. */
  seek(hour: number): void;
  /** The hour shown. */
  readonly hour: number;
  play(): void;
  pause(): void;
  destroy(): void;
}

/** Puts a player into an element. */
export function mountPlayer(element: HTMLElement, input: PlayerInput): Player {
  return new SeasonPlayer(element, input);
}

/** Texts are written so often a second; the drawing moves with every picture. */
const TEXTS_MS = 120;

class SeasonPlayer implements Player {
  readonly #input: PlayerInput;
  readonly #root: HTMLElement;
  readonly #sides: readonly [Side, Side];
  readonly #panels: readonly [Panel, Panel];
  readonly #scores = new Scores();
  readonly #overview = new Overview();
  readonly #follow: Follow;
  readonly #events: readonly PlayerEvent[];
  readonly #eventHours: Float64Array;
  readonly #surroundings: (hour: number, into: Surroundings) => Surroundings;
  readonly #around = calmSurroundings();
  readonly #from: number;
  readonly #to: number;
  readonly #still = window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
  readonly #parts = playerParts();
  readonly #watch = new ResizeObserver(() => this.#redraw());
  #language: Language;
  #words: PlayerWords;
  #hour: number;
  #speed: Speed = FIRST_SPEED;
  #playing = false;
  #asked = 0;
  #before = 0;
  #texts = 0;
  #followed: Followed | null = null;
  readonly #finished = { ships: 0, yuan: 0, tonnes: 0 };

  constructor(root: HTMLElement, input: PlayerInput) {
    this.#root = root;
    this.#input = input;
    this.#language = input.language;
    this.#words = wordsFor(input.language);
    this.#sides = [prepareSide(input.seasons[0]), prepareSide(input.seasons[1])];
    this.#from = Math.floor(Math.min(...this.#sides.map(({ from }) => from)));
    this.#to = Math.ceil(Math.max(...this.#sides.map(({ to }) => to)) + 1);
    this.#hour = this.#from;
    this.#events = mergedEvents(...this.#sides);
    this.#eventHours = Float64Array.from(this.#events, ({ hour }) => hour);
    this.#surroundings = surroundingsOf(this.#sides[0]);
    const panel = (side: number) => {
      return new Panel(this.#sides[side] as Side, (timeline) => this.#pick(timeline < 0 ? null : { side, timeline }));
    };
    this.#panels = [panel(0), panel(1)];
    this.#follow = new Follow(this.#sides, (followed) => this.#pick(followed));
    this.#listen();
    this.#build();
    this.#watch.observe(root);
  }

  get hour(): number {
    return this.#hour;
  }

  setLanguage(language: Language): void {
    this.#language = language;
    this.#words = wordsFor(language);
    this.#build();
  }

  seek(hour: number): void {
    this.#hour = Math.min(this.#to, Math.max(this.#from, hour));
    this.#redraw();
  }

  play(): void {
    if (this.#playing) return;
    if (this.#hour >= this.#to) this.#hour = this.#from;
    this.#playing = true;
    this.#before = performance.now();
    this.#asked = requestAnimationFrame((now) => this.#tick(now));
    this.#redraw();
  }

  pause(): void {
    if (!this.#playing) return;
    this.#playing = false;
    cancelAnimationFrame(this.#asked);
    this.#redraw();
    this.#speak();
  }

  destroy(): void {
    this.#playing = false;
    cancelAnimationFrame(this.#asked);
    this.#watch.disconnect();
    this.#root.removeEventListener('keydown', this.#onKey);
    this.#root.replaceChildren();
  }

  #tick(now: number): void {
    if (!this.#playing) return;
    // After a pause of the browser itself the clock goes on from where it stood.
    const seconds = Math.min(0.25, (now - this.#before) / 1000);
    this.#before = now;
    this.#hour = Math.min(this.#to, this.#hour + seconds * this.#speed.hours);
    this.#draw();
    if (now - this.#texts > TEXTS_MS) this.#write(now);
    if (this.#hour >= this.#to) this.pause();
    else this.#asked = requestAnimationFrame((next) => this.#tick(next));
  }

  #redraw(): void {
    this.#draw();
    this.#overview.show(this.#sides, this.#from, this.#to);
    this.#write(performance.now());
  }

  #draw(): void {
    this.#surroundings(this.#hour, this.#around);
    for (const panel of this.#panels) panel.show(this.#hour, this.#around);
  }

  /** Writes all that is text. */
  #write(now: number): void {
    this.#texts = now;
    const { moment, weather, play, slider, last, next } = this.#parts;
    const { clock, controls } = this.#words;
    const text = this.#clock(this.#hour);
    write(moment, text);
    write(weather, aroundText(this.#around, this.#words));
    write(play, this.#playing ? controls.pause : controls.play);
    slider.value = String(this.#hour);
    slider.setAttribute('aria-valuetext', `${text} ${clock.zone}`);
    const place = nextEvent(this.#eventHours, this.#hour);
    write(last, this.#eventLine(place - 1));
    write(next, this.#nextLine(place));
    const [left, right] = this.#panels;
    const [one, other] = this.#sides;
    finishedBy(one.running, other.running, this.#hour, this.#finished);
    this.#scores.show(left.frame, right.frame, this.#finished, one.running.calls.length);
    this.#follow.show(this.#followed, this.#hour, this.#words, (hour) => this.#clock(hour).slice(5));
    left.tell(this.#toldOf(0));
    right.tell(this.#toldOf(1));
  }

  #clock(hour: number): string {
    return clockInstant(this.#input.scenario, hour);
  }

  get #names(): SideNames {
    const [left, right] = this.#sides.map(({ season }) => this.#words.modes[season.mode].name);
    return { left: left as string, right: right as string };
  }

  /** What happened last, in words. */
  #eventLine(place: number): string {
    const told = eventsText(this.#events, place, this.#names, this.#words);
    return told === null ? '' : this.#words.event.at(this.#clock(told.hour).slice(5), told.text);
  }

  #nextLine(place: number): string {
    const told = eventsText(this.#events, place, this.#names, this.#words);
    if (told === null) return this.#words.event.none;
    return this.#words.event.next(told.text, this.#clock(told.hour).slice(5));
  }

  #toldOf(side: 0 | 1): string {
    return toldText(this.#panels[side].frame, side === 0 ? this.#names.left : this.#names.right, this.#words);
  }

  /** Says where the clock stands, once it stands. */
  #speak(): void {
    const place = nextEvent(this.#eventHours, this.#hour) - 1;
    write(
      this.#parts.spoken,
      `${this.#clock(this.#hour)} ${this.#eventLine(place)} ${this.#toldOf(0)} ${this.#toldOf(1)}`,
    );
  }

  #pick(followed: Followed | null): void {
    this.#followed = followed;
    for (const [i, panel] of this.#panels.entries()) panel.followed = followed?.side === i ? followed.timeline : -1;
    this.#redraw();
  }

  /** Follows the next truck that is on a trip, of the side followed or the right one. */
  #followNext(): void {
    const side = this.#followed?.side ?? 1;
    const { frame } = this.#panels[side] as Panel;
    const now = this.#followed?.timeline ?? -1;
    const there = [...frame.timeline.subarray(0, frame.trucks)];
    const timeline = there.find((one) => one > now) ?? there[0];
    this.#pick(timeline === undefined ? null : { side, timeline });
  }

  #setSpeed(speed: Speed): void {
    this.#speed = speed;
    this.#parts.speed.value = speed.name;
  }

  #listen(): void {
    const { speed, slider, play } = this.#parts;
    on(play, 'click', () => this.#do({ is: 'toggle' }));
    on(speed, 'change', () => this.#setSpeed(SPEEDS.find(({ name }) => name === speed.value) ?? this.#speed));
    on(slider, 'input', () => this.seek(Number(slider.value)));
    on(slider, 'change', () => this.#speak());
    this.#root.addEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const action = actionFor(event);
    if (action === null) return;
    event.preventDefault();
    this.#do(action);
  };

  #do(action: PlayerAction): void {
    if (action.is === 'toggle') {
      if (this.#playing) this.pause();
      else this.play();
    } else if (action.is === 'step') this.#goTo(this.#hour + action.hours);
    else if (action.is === 'begin') this.#goTo(this.#from);
    else if (action.is === 'end') this.#goTo(this.#to);
    else if (action.is === 'next') this.#goToEvent(nextEvent(this.#eventHours, this.#hour));
    else if (action.is === 'previous') this.#goToEvent(previousEvent(this.#eventHours, this.#hour));
    else if (action.is === 'follow') this.#followNext();
    else if (action.is === 'speed') this.#setSpeed(faster(this.#speed, action.by));
  }

  #goToEvent(place: number): void {
    this.#goTo(this.#eventHours[place] ?? (place < 0 ? this.#from : this.#to));
  }

  #goTo(hour: number): void {
    this.seek(hour);
    if (!this.#playing) this.#speak();
  }

  /** Makes all elements in the language spoken now. */
  #build(): void {
    const words = this.#words;
    const { controls } = words;
    const { speed, slider } = this.#parts;
    slider.min = String(this.#from);
    slider.max = String(this.#to);
    slider.setAttribute('aria-label', controls.moment);
    speed.replaceChildren(...SPEEDS.map(({ name }) => h('option', { value: name }, controls.speeds[name])));
    speed.value = this.#speed.name;
    const mostPileKg = highestStackKg(this.#sides);
    for (const panel of this.#panels) panel.restyle({ words, mostPileKg, still: this.#still });
    this.#scores.restyle(words, this.#names);
    this.#follow.restyle(words);
    this.#overview.forget();
    this.#root.classList.add('season-player');
    this.#root.lang = tagOf(this.#language);
    const blocks = { panels: this.#panels, overview: this.#overview, scores: this.#scores, follow: this.#follow };
    this.#root.replaceChildren(...layOut(this.#parts, blocks, words, (action) => this.#do(action)));
    this.#redraw();
  }
}
