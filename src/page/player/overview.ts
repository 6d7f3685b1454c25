import { MODE_COLOURS } from '../../report/browser.ts';
import { h } from '../elements.ts';
import { COLOURS } from './colours.ts';
import type { Side } from './side.ts';

/**
 * The whole time at a glance, above the slider: for each side when its cargo lay in the yard (a low bar), when a ship
 * waited (hollow) and was alongside (solid); behind them the weather that stops loading.
 */
export class Overview {
  readonly element = h('canvas', { class: 'overview', 'aria-hidden': 'true' });
  #width = 0;

  show(sides: readonly Side[], from: number, to: number): void {
    const width = this.element.clientWidth;
    if (width === 0 || width === this.#width) return;
    this.#width = width;
    const [height, sharpness] = [30, Math.min(3, window.devicePixelRatio || 1)];
    this.element.width = Math.round(width * sharpness);
    this.element.height = Math.round(height * sharpness);
    const pen = this.element.getContext('2d');
    if (pen === null) return;
    pen.setTransform(sharpness, 0, 0, sharpness, 0, 0);
    const x = (hour: number) => ((hour - from) / (to - from)) * width;
    const bar = (begin: number, end: number, y: number, tall: number) =>
      pen.fillRect(x(begin), y, Math.max(1, x(end) - x(begin)), tall);
    pen.fillStyle = '#d5dbe0';
    for (const [begin, end] of sides[0]?.season.facts.weatherStops ?? [])
      if (end > from && begin < to) bar(begin, end, 0, height);
    for (const [i, { season }] of sides.entries()) {
      const top = 1 + i * 15;
      pen.fillStyle = MODE_COLOURS[season.mode];
      pen.strokeStyle = MODE_COLOURS[season.mode];
      for (const { arrived, alongside, sailed } of season.facts.calls) {
        bar(alongside, sailed, top, 8);
        pen.strokeRect(x(arrived) + 0.5, top + 0.5, Math.max(0, x(alongside) - x(arrived)), 7);
      }
      pen.fillStyle = COLOURS.slagLight;
      for (const { at, value } of season.recording.stocks.stacks) {
        const first = value.findIndex((kg) => kg > 0);
        const last = value.findLastIndex((kg) => kg > 0);
        if (first >= 0) bar(at[first] as number, at[last] as number, top + 9, 3);
      }
    }
  }

  /** Draws anew the next time. */
  forget(): void {
    this.#width = 0;
  }
}
