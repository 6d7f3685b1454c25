import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TimeWeighted } from '../../src/engine/index.ts';

const someChanges = fc.array(fc.record({ hours: fc.nat(50), value: fc.integer({ min: -99, max: 99 }) }));

test('a time-weighted level has the area, the mean and the bounds that direct computation gives', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -99, max: 99 }),
      fc.nat(100),
      someChanges,
      fc.nat(20),
      (first, start, changes, rest) => {
        const level = new TimeWeighted(first, start);
        let now = start;
        let area = 0;
        let value = first;
        for (const change of changes) {
          area += value * change.hours;
          now += change.hours;
          value = change.value;
          level.set(value, now);
        }
        area += value * rest;
        now += rest;
        const values = [first, ...changes.map((change) => change.value)];
        expect(level.value).toBe(value);
        expect(level.area(now)).toBe(area);
        expect(level.mean(now)).toBe(area / (now - start));
        expect([level.least, level.most]).toEqual([Math.min(...values), Math.max(...values)]);
      },
    ),
  );
});

test('a level over no time has no mean', () => {
  expect(new TimeWeighted(3, 7).mean(7)).toBeNaN();
});
