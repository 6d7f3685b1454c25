import { expect, test } from 'vitest';
import { modeMeasuresTable } from '../../src/report/measures-table.ts';
import { messagesOf } from '../../src/report/messages.ts';
import { shownDifference, shownInterval } from '../../src/report/share-interval.ts';

test("a share's interval is shown within what a share can be, and so is that of a difference of two", () => {
  const wide = { low: -1.7, high: 1.2 };
  expect(shownInterval(wide, '1')).toEqual({ low: 0, high: 1 });
  expect(shownDifference('saving.lossShare', wide, '1')).toEqual({ low: 0, high: 1 });
  expect(shownDifference('demurrage.probability', wide, '1')).toEqual({ low: -1, high: 1 });
});

test('what is no share, and what has no interval, stays as it is', () => {
  expect(shownInterval({ low: -1.7, high: 120 }, 'h')).toEqual({ low: -1.7, high: 120 });
  expect(shownDifference('demurrage.probability', null, '1')).toEqual({ low: null, high: null });
});

test('the table shows it so', () => {
  const occupancy = { unit: '1', mean: 0.5, sd: 1, low: -8.5, high: 9.5 };
  expect(modeMeasuresTable({ 'berth.occupancy': occupancy }, 0.95, messagesOf('en'))[1]).toMatch(
    /50\.0 +\[0\.0, 100\.0\] +%/,
  );
});
