import { expect, test } from 'vitest';
import { isoInstant, parseInstant } from '../../src/scenario/calendar.ts';

test.each([
  ['2024-03-05T08:00', 1.5, '2024-03-05T09:30:00.000+08:00'],
  ['2024-02-28T23:59', 1 / 60, '2024-02-29T00:00:00.000+08:00'],
  ['2023-12-31T23:59', 59.9996 / 3600, '2024-01-01T00:00:00.000+08:00'],
  ['2024-07-01T00:00', 0.001 / 3600, '2024-07-01T00:00:00.001+08:00'],
])('%s and %d hours', (instant, hours, written) => {
  expect(isoInstant((parseInstant(instant) ?? 0) + hours)).toBe(written);
});
