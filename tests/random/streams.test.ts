import { createHash } from 'node:crypto';
import fc from 'fast-check';
import tychei from 'seedrandom/lib/tychei.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { RandomStreams, type Stream } from '../../src/random/index.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const first = (stream: Stream, count = 5): number[] => Array.from({ length: count }, (_, k) => stream.at(k));
const keys = fc.record({
  seed: fc.oneof(fc.integer(), fc.string({ unit: 'binary' })),
  replication: fc.nat(),
  cause: fc.string({ unit: 'binary' }),
  entity: fc.option(fc.oneof(fc.integer(), fc.string({ unit: 'binary' })), { nil: undefined }),
});
type Key = { seed: string | number; replication: number; cause: string; entity: string | number | undefined };
const streamOf = ({ seed, replication, cause, entity }: Key): Stream =>
  new RandomStreams(seed, replication).stream(cause, entity);

test('Tyche-i gives the known number', () => {
  // oracles.md, Random numbers; exact.
  expect(tychei('hello')()).toBe(0.6550944428890944);
});

test('a stream is Tyche-i seeded by the SHA-256 of its key, whoever computes it', () => {
  const key = '[1,"1",0,"truck.trip","7"]';
  const draw = tychei(createHash('sha256').update(key).digest('hex')).double;
  expect(first(new RandomStreams(1, 0).stream('truck.trip', 7))).toEqual([draw(), draw(), draw(), draw(), draw()]);
});

test('the stream scheme has not moved', () => {
  // A change here changes every simulated number: raise STREAM_SCHEME and mark RESULTS CHANGE.
  expect(first(new RandomStreams(1, 0).stream('truck.trip', 7), 3)).toEqual([
    0.6981584780767499, 0.7087214525008315, 0.262604393892544,
  ]);
});

test('making and reading streams leaves Math.random alone', () => {
  const random = vi.spyOn(Math, 'random');
  first(new RandomStreams(1, 0).stream('weather'), 100);
  expect(random).not.toHaveBeenCalled();
});

describe('the same key', () => {
  test('gives the same sequence', () => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(first(streamOf(key))).toEqual(first(streamOf(key)));
      }),
    );
  });

  test('gives the same stream, cursor and all', () => {
    const streams = new RandomStreams(1, 0);
    expect(streams.stream('weather')).toBe(streams.stream('weather'));
    expect(streams.stream('truck.trip', 7)).toBe(streams.stream('truck.trip', '7'));
  });

  test('may be spelt as a number or as its digits', () => {
    expect(first(new RandomStreams(12, 0).stream('a', 3))).toEqual(first(new RandomStreams('12', 0).stream('a', '3')));
    expect(first(new RandomStreams(-0, 0).stream('a'))).toEqual(first(new RandomStreams(0, 0).stream('a')));
  });
});

describe('different keys give different streams:', () => {
  const base: Key = { seed: 1, replication: 0, cause: 'a', entity: 'bc' };
  test.each<[string, Key, Key]>([
    ['seed', base, { ...base, seed: 2 }],
    ['replication', base, { ...base, replication: 1 }],
    ['cause', base, { ...base, cause: 'b' }],
    ['entity', base, { ...base, entity: 'bd' }],
    ['where the cause ends', base, { ...base, cause: 'ab', entity: 'c' }],
    ['no entity and an empty one', { ...base, entity: undefined }, { ...base, entity: '' }],
    ['no entity and one in the cause', { ...base, entity: undefined, cause: 'a","bc' }, base],
    ['seed and replication swapped', { ...base, seed: 1, replication: 2 }, { ...base, seed: 2, replication: 1 }],
    ['repeated letters', { ...base, cause: 'a' }, { ...base, cause: 'aa' }],
    ['Chinese and its low byte', { ...base, cause: '港' }, { ...base, cause: '/' }],
    ['two Chinese causes', { ...base, cause: '天气' }, { ...base, cause: '车队' }],
    ['two Chinese seeds', { ...base, seed: '直装' }, { ...base, seed: '集港' }],
    ['case', { ...base, cause: 'a' }, { ...base, cause: 'A' }],
    ['halves of surrogate pairs', { ...base, cause: '\ud800' }, { ...base, cause: '\ud801' }],
    ['half a pair and its escape', { ...base, cause: '\ud800' }, { ...base, cause: '\\ud800' }],
  ])('%s', (_, one, other) => {
    expect(first(streamOf(one))).not.toEqual(first(streamOf(other)));
  });

  test('any two', () => {
    const spelling = ({ seed, replication, cause, entity }: Key): string =>
      JSON.stringify([`${seed}`, replication, cause, entity === undefined ? null : `${entity}`]);
    fc.assert(
      fc.property(keys, keys, (one, other) => {
        fc.pre(spelling(one) !== spelling(other));
        expect(first(streamOf(one))).not.toEqual(first(streamOf(other)));
      }),
    );
  });
});

test('the k-th uniform is the same in whatever order it is asked for, and next() goes its own way', () => {
  const requests = fc.array(fc.oneof(fc.nat(300), fc.constant('next' as const)), { maxLength: 60 });
  fc.assert(
    fc.property(requests, (asked) => {
      const reference = first(new RandomStreams(1, 0).stream('order'), 400);
      const stream = new RandomStreams(1, 0).stream('order');
      let calls = 0;
      for (const k of asked) {
        if (k === 'next') expect(stream.next()).toBe(reference[calls++]);
        else expect(stream.at(k)).toBe(reference[k]);
      }
    }),
  );
});

test('a long stream is Tyche-i’s own sequence, gaps and growth included', () => {
  const stream = new RandomStreams(1, 0).stream('long');
  const last = stream.at(9_999);
  const draw = tychei(createHash('sha256').update('[1,"1",0,"long"]').digest('hex')).double;
  const expected = Array.from({ length: 10_000 }, draw);
  expect(first(stream, 10_000)).toEqual(expected);
  expect(last).toBe(expected.at(-1));
});

test('another stream, read in between, moves none', () => {
  const alone = first(new RandomStreams(1, 0).stream('truck.trip', 7), 100);
  const streams = new RandomStreams(1, 0);
  const interrupted = alone.map((_, k) => {
    streams.stream('new cause', k).next();
    streams.stream('truck.trip', 8).next();
    return streams.stream('truck.trip', 7).next();
  });
  expect(interrupted).toEqual(alone);
});

test('a uniform is never 0 or 1, not even at the ends of what Tyche-i can give', () => {
  const stream = new RandomStreams(1, 0).stream('ends');
  for (let k = 0; k < 1_000_000; k++) {
    const u = stream.at(k);
    if (!(u > 0 && u < 1)) expect.fail(`uniform ${k} is ${u}`);
  }
  // seedrandom's double() at its largest 21 and 32 bits; a result of 0 it draws again.
  expect((2 ** 21 - 1 + (2 ** 32 - 1) / 2 ** 32) / 2 ** 21).toBe(1 - 2 ** -53);
});

describe('uniform and independent at fixed seeds:', () => {
  const count = 100_000;
  // Dvoretzky, Kiefer, Wolfowitz and Massart: P(D > d) ≤ 2 exp(−2 n d²) = 1e−9.
  const largestDistance = Math.sqrt(Math.log(2 / 1e-9) / (2 * count));
  const distance = (sample: number[]): number =>
    Float64Array.from(sample)
      .sort()
      .reduce((worst, u, i) => Math.max(worst, u - i / count, (i + 1) / count - u), 0);

  test('along a stream', () => {
    expect(distance(first(new RandomStreams(1, 0).stream('u'), count))).toBeLessThan(largestDistance);
  });

  test('the first draws of successive entities, and of successive replications', () => {
    const streams = new RandomStreams(1, 0);
    const entities = Array.from({ length: count }, (_, i) => streams.stream('u', i).at(0));
    const replications = Array.from({ length: count }, (_, i) => new RandomStreams(1, i).stream('u').at(0));
    expect(distance(entities)).toBeLessThan(largestDistance);
    expect(distance(replications)).toBeLessThan(largestDistance);
  });

  test('draws of neighbouring streams and neighbouring draws do not correlate', () => {
    const streams = new RandomStreams(1, 0);
    const here = first(streams.stream('u', 1), count + 1);
    const there = first(streams.stream('u', 2), count);
    // Each product of centred uniforms lies in ±1/4 and has mean 0: P(|mean| > d) ≤ 2 exp(−8 n d²) = 1e−9
    // (Hoeffding; over neighbouring draws by the martingale form).
    const largest = Math.sqrt(Math.log(2 / 1e-9) / (8 * count));
    const covariance = (x: number[], y: number[]): number =>
      y.reduce((sum, v, i) => sum + (x[i]! - 0.5) * (v - 0.5), 0) / count;
    expect(Math.abs(covariance(here, there))).toBeLessThan(largest);
    expect(Math.abs(covariance(here.slice(1), here.slice(0, count)))).toBeLessThan(largest);
  });
});

describe('what is no key is refused:', () => {
  const refusals: readonly (readonly [ask: () => unknown, message: string])[] = [
    [() => new RandomStreams(NaN, 0), "A random stream's seed must be text or a finite number, but is NaN."],
    [() => new RandomStreams(1, -1), 'A replication must be a whole number from 0, but is -1.'],
    [() => new RandomStreams(1, 0.5), 'A replication must be a whole number from 0, but is 0.5.'],
    [
      () => new RandomStreams(1, 0).stream('a', Infinity),
      "A random stream's entity must be text or a finite number, but is Infinity.",
    ],
    [
      () => new RandomStreams(1, 0).stream('a').at(-1),
      "A stream's uniforms are numbered 0, 1, 2, …; number -1 was asked for.",
    ],
    [
      () => new RandomStreams(1, 0).stream('a').at(0.5),
      "A stream's uniforms are numbered 0, 1, 2, …; number 0.5 was asked for.",
    ],
    [
      () => new RandomStreams(1, 0).stream('a').at(NaN),
      "A stream's uniforms are numbered 0, 1, 2, …; number NaN was asked for.",
    ],
  ];
  test.each(refusals.map(([ask, message]) => ({ ask, message })))('$message', ({ ask, message }) => {
    expect(ask).toThrow(new RangeError(message));
  });
});

test('antithetic streams give 1 − u, exactly and each in its place', () => {
  fc.assert(
    fc.property(keys, ({ seed, replication, cause, entity }) => {
      const plain = first(new RandomStreams(seed, replication).stream(cause, entity));
      const opposite = new RandomStreams(seed, replication, { antithetic: true }).stream(cause, entity);
      expect(first(opposite)).toEqual(plain.map((u) => 1 - u));
      expect(first(opposite).map((u) => 1 - u)).toEqual(plain);
    }),
  );
});

test('redrawn groups of causes are those of another replication, and no other cause moves', () => {
  const changed = new RandomStreams(1, 2, { redrawn: { groups: ['weather'], by: 5 } });
  expect(first(changed.stream('weather.gap'))).toEqual(first(new RandomStreams(1, 7).stream('weather.gap')));
  expect(first(changed.stream('weather'))).toEqual(first(new RandomStreams(1, 7).stream('weather')));
  expect(first(changed.stream('weathered.gap'))).toEqual(first(new RandomStreams(1, 2).stream('weathered.gap')));
  const all = new RandomStreams(1, 2, { redrawn: { groups: null, by: 5 } });
  expect(first(all.stream('truck.trip', 3))).toEqual(first(new RandomStreams(1, 7).stream('truck.trip', 3)));
});

test('what was drawn is told key by key', () => {
  const streams = new RandomStreams(1, 0);
  streams.stream('a', 1).at(2);
  streams.stream('b');
  streams.stream('a', 2).next();
  expect(streams.drawn).toEqual([
    { cause: 'a', entity: '1', count: 3 },
    { cause: 'a', entity: '2', count: 1 },
    { cause: 'b', entity: undefined, count: 0 },
  ]);
});
