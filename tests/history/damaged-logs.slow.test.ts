import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readLog } from '../../src/execution/index.ts';
import { measure, quantitiesOf, recordedCalls } from '../../src/history/index.ts';
import { defaultParameters } from '../../src/scenario/index.ts';
import { ownFolder } from '../cli/command.ts';

const { path: folder } = ownFolder();
const example = (name: string) => readFileSync(new URL(`../../docs/examples/logs/${name}`, import.meta.url));
/** The first rows are enough to damage. */
const gate = example('gate.csv').subarray(0, 2500);
const calls = example('calls.csv');
const asAsked = { kind: null, named: [], encoding: null, separator: null, zone: 8 };
const RUNS = 1500;

/** What any file must come to: a log whose parts agree, or a reason. */
async function holds(bytes: Uint8Array): Promise<void> {
  const path = join(folder, 'damaged');
  writeFileSync(path, bytes);
  const read = await readLog(path, 'damaged', asAsked);
  if (!read.ok) {
    expect(read.fault).not.toBe('unreadable');
    return;
  }
  const { log } = read;
  expect(log.kept + log.bad.count).toBe(log.rows);
  for (const values of Object.values(log.values)) expect(values).toHaveLength(log.kept);
  for (const { line, found } of log.bad.rows) expect([line > 0, found.length <= 60]).toEqual([true, true]);
  for (const { values } of quantitiesOf([log])) expect(values.every(Number.isFinite)).toBe(true);
  for (const { value, reservation } of measure(quantitiesOf([log]), { parameters: defaultParameters() })) {
    expect(Number.isFinite(value) || reservation !== null).toBe(true);
  }
  recordedCalls([log]);
}

/** Some bytes written over, put in, cut out or doubled. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    how: fc.constantFrom('over', 'in', 'out', 'twice'),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 6 }),
      fc
        .constantFrom(
          '"',
          '\n',
          '\r',
          ',',
          ';',
          '\t',
          '=',
          '-',
          '.',
          '1e309',
          '99999999',
          '24:00',
          '下午',
          '\ufeff',
          '\0',
          '2024-02-30',
        )
        .map((text) => new TextEncoder().encode(text)),
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

function damaged(bytes: Uint8Array, blows: readonly { at: number; length: number; how: string; bytes: Uint8Array }[]) {
  return blows.reduce<Uint8Array>((now, { at, length, how, bytes: by }) => {
    const from = Math.floor(at * now.length);
    const [before, hit, after] = [now.slice(0, from), now.slice(from, from + length), now.slice(from + length)];
    const middle =
      how === 'over' ? by : how === 'in' ? Buffer.concat([by, hit]) : how === 'twice' ? Buffer.concat([hit, hit]) : [];
    return Buffer.concat([before, Uint8Array.from(middle), after]);
  }, bytes);
}

describe('no damaged log crashes or hangs', () => {
  test.each([
    ['a gate log', gate],
    ['a list of calls', calls],
  ])('%s', { timeout: 300_000 }, async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(damage, (blows) => holds(damaged(bytes, blows))),
      { seed: 8, numRuns: RUNS },
    );
  });

  test('any bytes at all', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), (bytes) => holds(bytes)),
      { seed: 8, numRuns: RUNS },
    );
  });

  test('a workbook', { timeout: 300_000 }, async () => {
    const rows = calls
      .toString()
      .trim()
      .split('\n')
      .map((row) => row.split(';').map((value) => ({ value })));
    const bytes = await writeExcelFile(rows, {}).toBuffer();
    await fc.assert(
      fc.asyncProperty(damage, (blows) => holds(damaged(bytes, blows))),
      { seed: 8, numRuns: 300 },
    );
  });

  test('a mark that opens on every line, and a line without end', { timeout: 60_000 }, async () => {
    await holds(Buffer.from(`车牌号,进港时间\n${'"A,2024-03-05 07:00\n'.repeat(20_000)}`));
    await holds(Buffer.from(`车牌号,进港时间\n${'A'.repeat(3_000_000)}`));
    await holds(Buffer.from(`车牌号,进港时间\n"${',"'.repeat(300_000)}`));
  });
});
