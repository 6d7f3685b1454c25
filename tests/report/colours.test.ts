import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MODE_COLOURS } from '../../src/report/colours.ts';
import { COLOURS } from '../../src/report/html/palette.ts';

type Rgb = readonly [number, number, number];

/** As light: sRGB undone, IEC 61966-2-1. */
const lightOf = (colour: string): Rgb => {
  const part = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
};

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Without the long or the middle cones red and green are one, seen as a mixture of both: Viénot, Brettel and Mollon (1999). */
const SEEN: Readonly<Record<string, (light: Rgb) => Rgb>> = {
  'all colours': (light) => light,
  'no red': ([r, g, b]) => [0.11 * r + 0.89 * g, 0.11 * r + 0.89 * g, b],
  'no green': ([r, g, b]) => [0.29 * r + 0.71 * g, 0.29 * r + 0.71 * g, b],
};

const names = Object.keys(MODE_COLOURS) as (keyof typeof MODE_COLOURS)[];

test.each(names)('%s can be read as text on white, as WCAG 2.1 asks', (mode) => {
  expect(1.05 / (luminance(lightOf(MODE_COLOURS[mode])) + 0.05)).toBeGreaterThan(4.5);
});

test.each(Object.entries(SEEN))('modes stay apart for who sees %s', (_, seen) => {
  for (const [i, one] of names.entries()) {
    for (const other of names.slice(i + 1)) {
      const [a, b] = [seen(lightOf(MODE_COLOURS[one])), seen(lightOf(MODE_COLOURS[other]))];
      const apart = Math.max(...a.map((value, at) => Math.abs(value - (b[at] as number))));
      expect(apart).toBeGreaterThan(0.1);
    }
  }
});

test('report and page have these colours', () => {
  expect([COLOURS.staged, COLOURS.direct]).toEqual([MODE_COLOURS.staged, MODE_COLOURS.direct]);
  const style = readFileSync(new URL('../../src/page/page.css', import.meta.url), 'utf8');
  for (const mode of names) expect(style).toContain(`--${mode}: ${MODE_COLOURS[mode]};`);
});
