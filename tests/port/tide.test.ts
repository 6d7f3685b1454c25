import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tide } from '../../src/port/index.ts';
import type { TideInputs } from '../../src/port/inputs.ts';

const BAYUQUAN: TideInputs = { springRangeM: 4.23, neapRangeM: 0.71, springHighWaterHour: 100 };
/** A spring-neap cycle: after it the two constituents are together again, 1/(1/12 − 1/12.4206) hours. */
const CYCLE = 1 / (1 / 12 - 1 / 12.4206);
const YEAR = 8760;

const tides = fc
  .record({
    springRangeM: fc.integer({ min: 1, max: 600 }).map((cm) => cm / 100),
    neapShare: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    springHighWaterHour: fc.integer({ min: -500, max: 500 }),
  })
  .map(({ springRangeM, neapShare, springHighWaterHour }) => {
    return new Tide({ springRangeM, neapRangeM: springRangeM * neapShare, springHighWaterHour }, 800);
  });

/** Metres above the lowest water to look at, from below it to above the highest. */
const levels = fc.integer({ min: -100, max: 700 }).map((cm) => cm / 100);

describe('the height of the tide', () => {
  const tide = new Tide(BAYUQUAN, YEAR);

  test('is the spring range above datum at the spring high water, and never outside datum and that', () => {
    expect(tide.height(100)).toBeCloseTo(4.23, 12);
    for (let hour = 0; hour < YEAR; hour += 0.37) {
      expect(tide.height(hour)).toBeGreaterThanOrEqual(0);
      expect(tide.height(hour)).toBeLessThanOrEqual(4.23 + 1e-12);
    }
  });

  test('follows from M2 of 1.235 m and S2 of 0.88 m', () => {
    const since = 31.7;
    const moon = 1.235 * (1 + Math.cos((2 * Math.PI * since) / 12.4206));
    const sun = 0.88 * (1 + Math.cos((2 * Math.PI * since) / 12));
    expect(tide.height(100 + since)).toBeCloseTo(moon + sun, 12);
  });

  test('has the spring range at springs, the neap range half a cycle later, and 2.8 m in the mean', () => {
    const heights = Array.from({ length: 60 * YEAR }, (_, minute) => tide.height(minute / 60));
    const turns = heights.filter((height, i) => {
      const [before = height, after = height] = [heights[i - 1], heights[i + 1]];
      return (height - before) * (after - height) < 0;
    });
    const ranges = turns.slice(1).map((height, i) => Math.abs(height - (turns[i] as number)));
    expect(Math.max(...ranges)).toBeCloseTo(4.23, 1);
    expect(Math.min(...ranges)).toBeCloseTo(0.71, 1);
    expect(ranges.reduce((sum, range) => sum + range, 0) / ranges.length).toBeCloseTo(2.8, 1);
  });

  test('comes back after a spring-neap cycle of 14.77 days', () => {
    expect(CYCLE / 24).toBeCloseTo(14.77, 2);
    const highest = (from: number) => Math.max(...Array.from({ length: 130 }, (_, i) => tide.height(from + i / 10)));
    expect(highest(100 + CYCLE - 6.5)).toBeGreaterThan(4.2);
    expect(highest(100 + CYCLE / 2 - 6.5)).toBeLessThan(2.5);
  });
});

describe('the hours below a level', () => {
  test('of a tide of one constituent are by hand: half of M2 is 6.2103 h', () => {
    const tide = new Tide({ springRangeM: 2, neapRangeM: 2, springHighWaterHour: 0 }, 20);
    // 1 + cos is 1 a quarter of a period either side of low water, at 6.2103 h.
    const [first, second] = tide.below(1).closures;
    expect(first?.[0]).toBeCloseTo(12.4206 / 4, 9);
    expect(first?.[1]).toBeCloseTo((3 * 12.4206) / 4, 9);
    expect(second?.[0]).toBeCloseTo((5 * 12.4206) / 4, 9);
  });

  test('are those in which the water is lower, and no others', () => {
    fc.assert(
      fc.property(tides, levels, (tide, level) => {
        const calendar = tide.below(level);
        for (let hour = 0.05; hour < 800; hour += 3.13) {
          const height = tide.height(hour);
          if (Math.abs(height - level) < 1e-6) continue;
          expect(calendar.nextOpen(hour) === hour, `hour ${hour}, ${height} m`).toBe(height > level);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('begin and end where the water crosses the level, to a millionth of an hour', () => {
    fc.assert(
      fc.property(tides, levels, (tide, level) => {
        for (const instant of tide.below(level).closures.flat()) {
          if (instant === 0 || instant === Number.POSITIVE_INFINITY) continue;
          const [before, after] = [tide.height(instant - 1e-6) - level, tide.height(instant + 1e-6) - level];
          // At a turn that touches the level the water hardly moves.
          if (Math.abs(before - after) > 1e-9) expect(before < 0).not.toBe(after < 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('are none at chart datum, and all above the highest water', () => {
    const tide = new Tide(BAYUQUAN, YEAR);
    expect(tide.below(0).closures).toEqual([]);
    expect(tide.below(4.24).closures).toEqual([[0, Number.POSITIVE_INFINITY]]);
  });
});

describe('the best level for so many hours', () => {
  test('is by hand where M2 is alone: cosine of half the stay', () => {
    const tide = new Tide({ springRangeM: 2, neapRangeM: 2, springHighWaterHour: 0 }, 100);
    expect(tide.bestFor(3)).toBeCloseTo(1 + Math.cos((2 * Math.PI * 1.5) / 12.4206), 9);
    expect(tide.bestFor(0)).toBeCloseTo(2, 9);
  });

  test('is kept for so long at some time, and a little more never is', () => {
    fc.assert(
      fc.property(tides, fc.integer({ min: 1, max: 24 }), (tide, quarters) => {
        const hours = quarters / 4;
        const best = tide.bestFor(hours);
        const longest = (level: number) => {
          const closures = [[0, 0] as const, ...tide.below(level).closures, [800, 800] as const];
          return Math.max(...closures.slice(1).map(([from], i) => Math.min(800, from) - (closures[i]?.[1] as number)));
        };
        expect(longest(best - 1e-6)).toBeGreaterThanOrEqual(hours - 1e-6);
        expect(longest(best + 1e-6)).toBeLessThan(hours);
      }),
      { numRuns: 60 },
    );
  });
});
