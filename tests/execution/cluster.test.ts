/** What comes over a network is checked before it is used, and keeps every bit. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RowCutter } from '../../src/execution/cluster/cut-rows.ts';
import { packed, unpacked } from '../../src/execution/cluster/packed-outcomes.ts';
import { MOST_TASKS, pieceId, readPiece } from '../../src/execution/cluster/piece.ts';
import { queueName, readQueueName } from '../../src/execution/cluster/queue-name.ts';
import { clusterFault } from '../../src/execution/cluster/redis-error.ts';
import { readRedisAddress, shownAddress } from '../../src/execution/index.ts';
import { type Task, taskRunner } from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

const TASK: Task = { settings: ['fleet.size=9'], mode: 'direct', seed: 1, replication: 0 };

describe('an address', () => {
  test.each([
    ['redis://10.0.0.5', 'redis://10.0.0.5:6379'],
    ['rediss://redis.example:7000/2', 'rediss://redis.example:7000/2'],
    ['redis://[::1]:7000/', 'redis://[::1]:7000'],
  ])('%s', (text, shown) => {
    const read = readRedisAddress(text, {}, false);
    expect(typeof read === 'string' ? read : shownAddress(read)).toBe(shown);
  });

  test.each(['', 'redis', 'http://a', 'redis://', 'redis://a/x', 'redis://a:99999', 'redis://a?b=1', 'redis://a/1#c'])(
    '"%s" is none',
    (text) => {
      expect(readRedisAddress(text, {}, false)).toBe('notRedis');
    },
  );

  test('tells no password, and takes none from where everybody sees it', () => {
    for (const text of ['redis://:pa@a', 'redis://me@a', 'rediss://me:pa@a', 'redis//me:pa@a:x']) {
      expect(readRedisAddress(text, {}, false)).toBe('secret');
    }
    const own = readRedisAddress('redis://me:p%40ss@a', {}, true);
    expect(own).toMatchObject({ username: 'me', password: 'p@ss' });
    expect(typeof own === 'string' || shownAddress(own)).toBe('redis://a:6379');
    const set = readRedisAddress('redis://a', { ZHIZHUANG_REDIS_PASSWORD: 'x' }, false);
    expect(set).toMatchObject({ username: undefined, password: 'x' });
  });
});

describe('a piece', () => {
  test('is read as it was sent', () => {
    const change = { antithetic: true, redrawn: { groups: ['weather'], by: 3 } };
    const piece = { rows: [[TASK, { ...TASK, copy: 1, change }], [{ ...TASK, seed: 'x', settings: [] }]] };
    expect(readPiece(JSON.parse(JSON.stringify(piece)))).toEqual(piece);
    expect(pieceId(piece)).toBe(pieceId(JSON.parse(JSON.stringify(piece))));
  });

  test.each([
    ['nothing', null],
    ['a text', 'rows'],
    ['no rows', { rows: 3 }],
    ['no tasks', { rows: [[]] }],
    ['a row that is none', { rows: [TASK] }],
    ['a task that is none', { rows: [[null]] }],
    ['an unknown mode', { rows: [[{ ...TASK, mode: 'constructor' }]] }],
    ['half a replication', { rows: [[{ ...TASK, replication: 0.5 }]] }],
    ['a negative seed', { rows: [[{ ...TASK, seed: -1 }]] }],
    ['a huge seed', { rows: [[{ ...TASK, seed: 'x'.repeat(1001) }]] }],
    ['settings that are none', { rows: [[{ ...TASK, settings: 'fleet.size=9' }]] }],
    ['endless settings', { rows: [[{ ...TASK, settings: ['x'.repeat(100_001)] }]] }],
    ['a key too many', { rows: [[{ ...TASK, file: '/etc/passwd' }]] }],
    ['an unknown change', { rows: [[{ ...TASK, change: { by: 1 } }]] }],
    ['a change by nothing', { rows: [[{ ...TASK, change: { redrawn: { groups: null } } }]] }],
    ['more tasks than a piece has', { rows: [Array.from({ length: MOST_TASKS + 1 }, () => TASK)] }],
  ])('with %s is refused', (_, value) => {
    expect(readPiece(value)).toBeNull();
  });
});

describe('outcomes', () => {
  const run = taskRunner(smallScenario());
  const rows = [[run(TASK), run({ ...TASK, mode: 'staged' })], [run({ ...TASK, settings: ['fleet.size=-1'] })]];
  const counts = [2, 1];
  const sent = JSON.parse(JSON.stringify(packed(rows)));

  test('are the same to the last bit after they were sent', () => {
    expect(unpacked(sent, counts)).toStrictEqual(rows);
    const [[first]] = rows as unknown as [[{ ok: true; outcome: { aboardTonnes: number } }]];
    const zero = [[{ ok: true as const, outcome: { ...first.outcome, aboardTonnes: -0 } }]];
    const back = unpacked(JSON.parse(JSON.stringify(packed(zero as never))), [1]);
    expect(back).toStrictEqual(zero);
  });

  test.each([
    ['nothing', null],
    ['a row less', { ...sent, rows: sent.rows.slice(1) }],
    ['a task less', { ...sent, rows: [sent.rows[0].slice(1), sent.rows[1]] }],
    ['a shape that is none', { ...sent, shapes: ['{}'] }],
    ['a shape that is no JSON', { ...sent, shapes: ['{'] }],
    ['a shape that is not there', { ...sent, shapes: [] }],
    ['numbers missing', { ...sent, rows: [[[0, 'AAAA'], sent.rows[0][1]], sent.rows[1]] }],
    ['a failure of no kind', { ...sent, rows: [sent.rows[0], [{ failure: { why: 'x' } }]] }],
  ])('with %s are refused', (_, value) => {
    expect(unpacked(value, counts)).toBeNull();
  });

  test('whatever comes is outcomes or refused, never a crash', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(unpacked(JSON.parse(json), counts)).toBeNull();
        expect(readPiece(JSON.parse(json))).toBeNull();
      }),
      { seed: 1 },
    );
  });
});

test('a queue is named by what is in it, and other names are nobody’s', () => {
  const name = { study: 'sweep', resultVersion: '0123456789ab', digest: '0123456789abcdef' };
  expect(readQueueName(queueName(name))).toEqual(name);
  for (const text of ['', 'bull', 'a.b.c', `../x.${name.resultVersion}.${name.digest}`]) {
    expect(readQueueName(text)).toBeNull();
  }
});

test('every row is given out once, whatever rows take', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (lengths, threads) => {
      const cutter = new RowCutter(lengths.map((length) => Array.from({ length }, () => TASK)));
      const given: number[] = [];
      for (let piece = cutter.next(threads); piece.length > 0; piece = cutter.next(threads)) {
        cutter.took(piece.length, 10);
        given.push(...piece);
      }
      expect(given).toEqual(lengths.map((_, at) => at));
    }),
    { seed: 1 },
  );
});

test.each([
  ['WRONGPASS invalid username-password pair or user is disabled.', 'refused'],
  ['NOAUTH Authentication required.', 'refused'],
  ['connect ECONNREFUSED 127.0.0.1:1', 'unreachable'],
  ['self-signed certificate', 'tls'],
  ['Protocol error, got "H" as reply type byte.', 'notRedis'],
] as const)('%s', (message, fault) => {
  expect(clusterFault(new Error(message))).toBe(fault);
});
