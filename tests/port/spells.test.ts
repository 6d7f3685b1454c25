import { expect, test } from 'vitest';
import { drawBreakdowns } from '../../src/port/breakdowns.ts';
import type { Calendar } from '../../src/port/calendar.ts';
import { drawWeather } from '../../src/port/weather.ts';
import { constant, type Distribution, lognormal, RandomStreams } from '../../src/random/index.ts';
import { plainCalendar } from './base-inputs.ts';

/*
 * Statistical claims: each z below is normal but for a term that vanishes over so many spells; |z| < 4.9 fails by
 * chance once in a million seeds. The seed is fixed.
 */
const Z = 4.9;
const HOURS = 2_000_000;

/** Spells of one kind, and what they stop. */
function flat(stopShare: number, stopHours: Distribution, hours = HOURS, streams = new RandomStreams(1, 0)) {
  return drawWeather({ stopShare, stopHours, byKind: null }, plainCalendar(hours), hours, streams).letting('cranes');
}

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
  expect(Math.abs(zOfShare(flat(stopShare, lognormal(8, 1)), (8 * (1 - stopShare)) / stopShare, 8, 8))).toBeLessThan(Z);
});

test('no share, no stops', () => {
  expect(flat(0, constant(8)).closures).toEqual([]);
});

test('a crane fails every so many hours after it was last repaired', () => {
  const inputs = { mtbfHours: 200, repairHours: lognormal(2, 1) };
  const failures = drawBreakdowns(inputs, HOURS, new RandomStreams(1, 0), 'a');
  expect(Math.abs(zOfShare(failures, 200, 2, 2))).toBeLessThan(Z);
  const never = { ...inputs, mtbfHours: Number.POSITIVE_INFINITY };
  expect(drawBreakdowns(never, HOURS, new RandomStreams(1, 0), 'a').closures).toEqual([]);
});

test('each crane has failures of its own', () => {
  const inputs = { mtbfHours: 200, repairHours: constant(2) };
  const [one, other] = ['berth 0 crane 0', 'berth 0 crane 1'].map((crane) =>
    drawBreakdowns(inputs, 5000, new RandomStreams(1, 0), crane),
  );
  expect(one?.closures).not.toEqual(other?.closures);
});

test('a longer horizon adds stops and moves none', () => {
  const draw = (hours: number) => flat(0.06, constant(8), hours, new RandomStreams(3, 1)).closures;
  const short = draw(2000);
  expect(short.length).toBeGreaterThan(5);
  expect(draw(9000).slice(0, short.length)).toEqual(short);
});
