import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LotFacts, RELEASE_STEPS, releaseSteps } from '../../src/port/index.ts';

const lot = (facts: Partial<LotFacts>): LotFacts => ({
  kg: 1000,
  lodged: 12,
  reviewed: 13,
  instruction: 'release',
  inspected: false,
  arrived: 10,
  inspectionBegan: null,
  inspectionEnded: null,
  outcome: 'released',
  released: 36,
  ...facts,
});

test('hours from arrival to release go to the step they were spent in', () => {
  expect(releaseSteps(lot({ inspectionBegan: 14, inspectionEnded: 18 }))).toEqual({
    lodging: 2,
    review: 1,
    bay: 1,
    inspection: 4,
    after: 18,
  });
  expect(releaseSteps(lot({}))).toEqual({ lodging: 2, review: 1, bay: 0, inspection: 0, after: 23 });
});

test('what was done before it came counts none', () => {
  const early = { arrived: 20, lodged: 1, reviewed: 2 };
  expect(releaseSteps(lot({ ...early, released: 2 }))).toEqual({
    lodging: 0,
    review: 0,
    bay: 0,
    inspection: 0,
    after: 0,
  });
  expect(releaseSteps(lot({ ...early, inspectionBegan: 21, inspectionEnded: 25, released: 25 }))).toEqual({
    lodging: 0,
    review: 0,
    bay: 1,
    inspection: 4,
    after: 0,
  });
});

test('the steps add up to release less arrival, and none is below 0', () => {
  const hour = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(fc.tuple(hour, hour, hour, hour, hour), hour, fc.boolean(), (given, arrived, inspected) => {
      const [lodged = 0, reviewed = 0, inspectionBegan = 0, inspectionEnded = 0, released = 0] = given.toSorted(
        (a, b) => a - b,
      );
      const bay = inspected ? { inspectionBegan, inspectionEnded } : {};
      const steps = releaseSteps(lot({ arrived, lodged, reviewed, released, ...bay }));
      expect(RELEASE_STEPS.reduce((sum, step) => sum + steps[step], 0)).toBe(Math.max(0, released - arrived));
      expect(Math.min(...Object.values(steps))).toBeGreaterThanOrEqual(0);
    }),
  );
});
