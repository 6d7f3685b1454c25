import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Calendar } from '../../src/port/calendar.ts';
import { HoursAccount } from '../../src/port/hours.ts';
import { Stops } from '../../src/port/stops.ts';

/** Closures at quarters of an hour, so that sums are exact. */
const closures = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 40 })), { maxLength: 8 })
  .map((spells) => spells.map(([from, length]) => [from / 4, (from + length) / 4] as const));

describe('several stops together', () => {
  test('of an hour that two of them stop, the first is the cause', () => {
    const stops = new Stops([
      ['weather', new Calendar([[2, 6]])],
      ['shift', new Calendar([[5, 8]])],
      [
        'breakdown',
        new Calendar([
          [0, 7],
          [9, 10],
        ]),
      ],
    ]);
    const account = new HoursAccount();
    expect(stops.book(account, 1, 12)).toBe(3); // 8-9 and 10-12
    expect(account.facts).toMatchObject({ weather: 4, shift: 2, breakdown: 2 }); // 2-6; 6-8; 1-2 and 9-10
    expect(stops.nextOpen(1)).toBe(8);
    expect(stops.finish(1, 1.5)).toBe(10.5);
  });

  test('book each hour once: open hours and booked ones come to the whole, and none is below 0', () => {
    const moment = fc.integer({ min: 0, max: 480 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(closures, closures, closures, moment, moment, (weather, shift, breakdown, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const stops = new Stops([
          ['weather', new Calendar(weather)],
          ['shift', new Calendar(shift)],
          ['breakdown', new Calendar(breakdown)],
        ]);
        const account = new HoursAccount();
        const open = stops.book(account, from, to);
        const { weather: first, shift: second, breakdown: third } = account.facts;
        expect(open + account.total).toBe(to - from);
        expect(Math.min(open, first, second, third)).toBeGreaterThanOrEqual(0);
        expect(first).toBe(to - from - new Calendar(weather).openHours(from, to));
        expect(open).toBe(new Calendar([...weather, ...shift, ...breakdown]).openHours(from, to));
      }),
    );
  });

  test('put before others keep their precedence', () => {
    const stops = new Stops([['weather', new Calendar([[0, 2]])]]).and([['shift', new Calendar([[1, 3]])]]);
    const account = new HoursAccount();
    account.wait('queue', 0, 4, stops);
    expect(account.facts).toMatchObject({ weather: 2, shift: 1, queue: 1 });
  });
});
