import { expect, test } from 'vitest';
import { drawCraneBreakdowns } from '../../src/port/breakdowns.ts';
import type { Calendar } from '../../src/port/calendar.ts';
import { drawWeather } from '../../src/port/weather.ts';
import { constant, lognormal, RandomStreams } from '../../src/random/index.ts';

/*
 * Statistical claims: each z below is normal but for a term that vanishes over so many spells; |z| < 4.9 fails by
 * chance once in a million seeds. The seed is fixed.
 */
const Z = 4.9;
const HOURS = 2_000_000;

/** Deviation of the closed share from its expectation in standard errors, of an alternating renewal process. */
function zOfShare(calendar: Calendar, meanGap: number, meanSpell: number, sdSpell: number): number {
  const closed = HOURS - calendar.openHours(0, HOURS);
  const cycle = meanGap + meanSpell;
  const variance =
    (HOURS * (meanGap * meanGap * sdSpell * sdSpell + meanSpell * meanSpell * meanGap * meanGap)) /
    (cycle * cycle * cycle);
  return (closed - (HOURS * meanSpell) / cycle) / Math.sqrt(variance);
}

test.each([0.04, 0.06, 0.127, 0.5])('weather stops %d of all hours in the long run', (stopShare) => {
  const weather = drawWeather({ stopShare, stopHours: lognormal(8, 1) }, HOURS, new RandomStreams(1, 0));
  expect(Math.abs(zOfShare(weather, (8 * (1 - stopShare)) / stopShare, 8, 8))).toBeLessThan(Z);
});

test('no share, no stops', () => {
  expect(drawWeather({ stopShare: 0, stopHours: constant(8) }, HOURS, new RandomStreams(1, 0)).closures).toEqual([]);
});

test('a crane fails every so many hours after it was last repaired', () => {
  const inputs = { craneMtbfHours: 200, craneRepairHours: lognormal(2, 1) };
  const failures = drawCraneBreakdowns(inputs, HOURS, new RandomStreams(1, 0), 'a');
  expect(Math.abs(zOfShare(failures, 200, 2, 2))).toBeLessThan(Z);
  const never = { ...inputs, craneMtbfHours: Number.POSITIVE_INFINITY };
  expect(drawCraneBreakdowns(never, HOURS, new RandomStreams(1, 0), 'a').closures).toEqual([]);
});

test('each crane has failures of its own', () => {
  const inputs = { craneMtbfHours: 200, craneRepairHours: constant(2) };
  const [one, other] = ['berth 0 crane 0', 'berth 0 crane 1'].map((crane) =>
    drawCraneBreakdowns(inputs, 5000, new RandomStreams(1, 0), crane),
  );
  expect(one?.closures).not.toEqual(other?.closures);
});

test('a longer horizon adds stops and moves none', () => {
  const draw = (hours: number) =>
    drawWeather({ stopShare: 0.06, stopHours: constant(8) }, hours, new RandomStreams(3, 1)).closures;
  const short = draw(2000);
  expect(short.length).toBeGreaterThan(5);
  expect(draw(9000).slice(0, short.length)).toEqual(short);
});
