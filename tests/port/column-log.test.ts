import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ColumnLog, grouped } from '../../src/port/column-log.ts';

test('a log keeps every row, however many there are', () => {
  const log = new ColumnLog({ from: Float64Array, crane: Uint8Array });
  const rows = 5000;
  for (let i = 0; i < rows; i++) {
    expect(log.add()).toBe(i);
    log.columns.from[i] = i / 3;
    log.columns.crane[i] = i % 251;
  }
  expect(log.count).toBe(rows);
  const { from, crane } = log.all();
  expect(from).toStrictEqual(Float64Array.from({ length: rows }, (_, i) => i / 3));
  expect(crane).toStrictEqual(Uint8Array.from({ length: rows }, (_, i) => i % 251));
  expect(log.some(Int32Array.of(4998, 3), ['crane'])).toStrictEqual({ crane: Uint8Array.of(4998 % 251, 3) });
});

test('a log of nothing has columns of nothing', () => {
  expect(new ColumnLog({ at: Int32Array }).all()).toStrictEqual({ at: new Int32Array(0) });
});

test('rows are grouped as by hand, each group in its order, and what is of no group is left out', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 40 }), (groups) => {
      const { first, rows } = grouped(Int32Array.from(groups), groups.length, 5);
      for (let group = 0; group < 5; group++) {
        const own = groups.flatMap((one, row) => (one === group ? [row] : []));
        expect([...rows.subarray(first[group], first[group + 1])]).toEqual(own);
      }
      expect(rows.length).toBe(groups.filter((group) => group >= 0).length);
    }),
    { seed: 11, numRuns: 200 },
  );
});
