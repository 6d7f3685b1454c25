import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Calendar } from '../../src/port/calendar.ts';

const END = 60;

/** Whole-hour closures before hour 60, in any order, overlapping and empty ones included. */
const closures = fc.array(
  fc.tuple(fc.nat(50), fc.nat(9)).map(([from, length]): [number, number] => [from, from + length]),
  { maxLength: 12 },
);

/** Hour by hour: whether [hour, hour + 1) is open. */
function isOpen(given: readonly (readonly [number, number])[], hour: number): boolean {
  return !given.some(([from, to]) => from <= hour && hour < to);
}

describe('a calendar agrees with counting the hours one by one', () => {
  test('on the hours that are open between two instants', () => {
    fc.assert(
      fc.property(closures, fc.nat(END), fc.nat(END), (given, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        let open = 0;
        for (let hour = from; hour < to; hour++) if (isOpen(given, hour)) open++;
        expect(new Calendar(given).openHours(from, to)).toBe(open);
      }),
    );
  });

  test('on what is open and what is closed between two instants, which together are all of it', () => {
    fc.assert(
      fc.property(closures, fc.nat(END), fc.nat(END), (given, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const calendar = new Calendar(given);
        const within = (spans: readonly (readonly [number, number])[], hour: number) =>
          spans.filter(([begins, ends]) => begins <= hour && hour < ends).length;
        const [open, closed] = [calendar.openBetween(from, to), calendar.closedBetween(from, to)];
        for (let hour = 0; hour < END + 10; hour++) {
          const inside = hour >= from && hour < to;
          expect(within(open, hour)).toBe(inside && isOpen(given, hour) ? 1 : 0);
          expect(within(closed, hour)).toBe(inside && !isOpen(given, hour) ? 1 : 0);
        }
        for (const [begins, ends] of [...open, ...closed]) expect(ends).toBeGreaterThan(begins);
      }),
    );
  });

  test('on when it is closed next', () => {
    fc.assert(
      fc.property(closures, fc.nat(END), (given, from) => {
        if (!isOpen(given, from)) return;
        let hour = from;
        while (hour <= END && isOpen(given, hour)) hour++;
        expect(new Calendar(given).nextClosed(from)).toBe(hour > END ? Number.POSITIVE_INFINITY : hour);
      }),
    );
  });

  test('on when work is finished', () => {
    fc.assert(
      fc.property(closures, fc.nat(END), fc.integer({ min: 1, max: 40 }), (given, from, work) => {
        let left = work;
        let hour = from;
        for (; left > 0; hour++) if (isOpen(given, hour)) left--;
        expect(new Calendar(given).finish(from, work)).toBe(hour);
      }),
    );
  });

  test('on the first open hour', () => {
    fc.assert(
      fc.property(closures, fc.nat(END), (given, from) => {
        let hour = from;
        while (!isOpen(given, hour)) hour++;
        expect(new Calendar(given).nextOpen(from)).toBe(hour);
        expect(new Calendar(given).finish(from, 0)).toBe(hour);
      }),
    );
  });

  test('on the latest start of work that shall be done by an hour', () => {
    fc.assert(
      fc.property(closures, fc.integer({ min: 1, max: END }), fc.integer({ min: 1, max: 40 }), (given, end, work) => {
        let left = work;
        let hour = end;
        for (; left > 0; hour--) if (isOpen(given, hour - 1)) left--;
        expect(new Calendar(given).latestStart(end, work)).toBe(hour);
        expect(new Calendar(given).latestStart(end, 0)).toBe(end);
      }),
    );
  });

  test('on the end of the first closure in a stretch', () => {
    fc.assert(
      fc.property(closures, fc.nat(END), fc.integer({ min: 1, max: 20 }), (given, from, hours) => {
        let hour = from;
        while (hour < from + hours && isOpen(given, hour)) hour++;
        const none = hour === from + hours;
        while (!isOpen(given, hour)) hour++;
        expect(new Calendar(given).closedUntil(from, from + hours)).toBe(none ? null : hour);
      }),
    );
  });

  test('and several together are open where each is', () => {
    fc.assert(
      fc.property(closures, closures, fc.nat(END), (one, other, hour) => {
        const both = Calendar.allOf([new Calendar(one), new Calendar(other)]);
        expect(both.openHours(hour, hour + 1) === 1).toBe(isOpen(one, hour) && isOpen(other, hour));
      }),
    );
  });
});

test('any of several is open where one of them is, and of none always', () => {
  fc.assert(
    fc.property(fc.array(closures, { minLength: 1, maxLength: 3 }), fc.nat(END), (given, hour) => {
      const any = Calendar.anyOf(given.map((one) => new Calendar(one)));
      expect(any.openHours(hour, hour + 1) === 1).toBe(given.some((one) => isOpen(one, hour)));
    }),
  );
  expect(Calendar.anyOf([]).closures).toEqual([]);
});

test('finishing and counting agree between the hours too: work done by its finish is the work', () => {
  const fractions = fc.double({ min: 0, max: 60, noNaN: true });
  const spells = fc.array(
    fc.tuple(fractions, fractions).map(([from, length]): [number, number] => [from, from + length / 6]),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(spells, fractions, fractions, (given, from, work) => {
      const calendar = new Calendar(given);
      const finish = calendar.finish(from, work);
      expect(finish).toBeGreaterThanOrEqual(from + work - 1e-9);
      expect(calendar.openHours(from, finish)).toBeCloseTo(work, 9);
    }),
  );
});

test('closures that touch or overlap are one, empty ones are none', () => {
  const calendar = new Calendar([
    [5, 6],
    [1, 2],
    [2, 3],
    [2.5, 4],
    [9, 9],
  ]);
  expect(calendar.closures).toEqual([
    [1, 4],
    [5, 6],
  ]);
});

test('any of several is open unless all are closed', () => {
  fc.assert(
    fc.property(fc.array(closures, { maxLength: 4 }), (several) => {
      const calendars = several.map((one) => new Calendar(one));
      const any = Calendar.anyOf(calendars);
      for (let hour = 0.5; hour < END; hour++) {
        const open = calendars.length === 0 || calendars.some((calendar) => calendar.nextOpen(hour) === hour);
        expect(any.nextOpen(hour) === hour).toBe(open);
      }
    }),
    { seed: 1 },
  );
});
