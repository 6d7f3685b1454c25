import { h } from '../elements.ts';
import { emptyFrame, type Frame, frameAt } from './frame.ts';
import { type Picture, paint } from './paint.ts';
import { paintScenery } from './paint-scenery.ts';
import { planOf } from './plan.ts';
import type { Side } from './side.ts';
import type { Surroundings } from './surroundings.ts';
import type { PlayerWords } from './words.ts';

/** How a panel is to be drawn. */
export interface PanelStyle {
  readonly words: PlayerWords;
  readonly mostPileKg: number;
  readonly still: boolean;
}

/** Height of a panel for its width: flat where it is wide, so that two of them and the controls fit a screen. */
const heightFor = (width: number) => Math.round(Math.max(230, Math.min(360, width * 0.6)));

/** One side's drawing. */
export class Panel {
  readonly element: HTMLElement;
  readonly frame: Frame;
  readonly #side: Side;
  readonly #canvas = h('canvas', { role: 'img' });
  readonly #name = h('b', {});
  readonly #told = h('span', {});
  #picture: Picture | null = null;
  #style: PanelStyle | null = null;
  #width = 0;
  followed = -1;

  /** @param pick is told which truck was clicked; −1: none */
  constructor(side: Side, pick: (timeline: number) => void) {
    this.#side = side;
    this.frame = emptyFrame(side);
    const { mode } = side.season;
    this.element = h(
      'figure',
      { class: `side ${mode}` },
      h('figcaption', {}, this.#name, ' ', this.#told),
      this.#canvas,
    );
    this.#canvas.addEventListener('click', (event) => pick(this.#truckAt(event.offsetX, event.offsetY)));
  }

  /** Draws anew in other words, or in another size. */
  restyle(style: PanelStyle): void {
    this.#style = style;
    const { name, told } = style.words.modes[this.#side.season.mode];
    this.#name.textContent = name;
    this.#told.textContent = told;
    this.#width = 0;
  }

  show(hour: number, around: Surroundings): void {
    const picture = this.#sized();
    const pen = this.#canvas.getContext('2d');
    if (picture === null || pen === null) return;
    picture.followed = this.followed;
    frameAt(this.#side, picture.plan, hour, this.frame);
    paint(pen, picture, this.frame, around);
  }

  /** The picture in words, for who does not see it. */
  tell(text: string): void {
    if (this.#canvas.getAttribute('aria-label') !== text) this.#canvas.setAttribute('aria-label', text);
  }

  /** Fits the drawing to its place on the page. */
  #sized(): Picture | null {
    const width = this.element.clientWidth;
    const style = this.#style;
    if (width === 0 || style === null) return null;
    if (width === this.#width && this.#picture !== null) return this.#picture;
    const height = heightFor(width);
    const sharpness = Math.min(3, window.devicePixelRatio || 1);
    this.#width = width;
    sizeTo(this.#canvas, width, height, sharpness);
    const { setting, stocks, hires } = this.#side.season.recording;
    const scenery = {
      plan: planOf(setting, width, height),
      setting,
      words: style.words,
      yardUnused: stocks.stacks.every(({ at }) => at.length === 0),
      hiresTrucks: hires.length > 0,
      small: width < 450 ? 10 : 12,
    };
    const background = document.createElement('canvas');
    sizeTo(background, width, height, sharpness);
    const pen = background.getContext('2d');
    if (pen !== null) paintScenery(pen, scenery);
    this.#picture = {
      ...scenery,
      background,
      mostPileKg: style.mostPileKg,
      warehouseKg: setting.warehouseKg,
      followed: this.followed,
      still: style.still,
    };
    return this.#picture;
  }

  #truckAt(x: number, y: number): number {
    const reach = (this.#picture?.plan.truck ?? 12) * 1.2;
    let [nearest, best] = [-1, reach];
    for (let row = 0; row < this.frame.trucks; row++) {
      const distance = Math.hypot((this.frame.x[row] as number) - x, (this.frame.y[row] as number) - y);
      if (distance < best) [nearest, best] = [this.frame.timeline[row] as number, distance];
    }
    return nearest;
  }
}

function sizeTo(canvas: HTMLCanvasElement, width: number, height: number, sharpness: number): void {
  canvas.width = Math.round(width * sharpness);
  canvas.height = Math.round(height * sharpness);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  canvas.getContext('2d')?.setTransform(sharpness, 0, 0, sharpness, 0, 0);
}
