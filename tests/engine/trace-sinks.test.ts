import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  jsonTrace,
  Resource,
  Simulation,
  SimulationError,
  type TraceEntry,
  TraceRecorder,
  textTrace,
  traceLine,
} from '../../src/engine/index.ts';

function entry(what: string, value: unknown = undefined): TraceEntry {
  return { time: 1.5, who: 'ship', what, where: 'berth', value };
}

describe('a recorder', () => {
  test('keeps the last entries in order, and counts them all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.string(), { maxLength: 30 }), (most, words) => {
        const recorder = new TraceRecorder(most);
        for (const word of words) recorder.sink(entry(word));
        expect(recorder.entries.map(({ what }) => what)).toEqual(words.slice(-most));
        expect(recorder.count).toBe(words.length);
      }),
    );
  });

  test('begins anew when it is cleared, also in the middle of a round', () => {
    const recorder = new TraceRecorder(3);
    for (const word of ['a', 'b', 'c', 'd']) recorder.sink(entry(word));
    recorder.clear();
    recorder.sink(entry('e'));
    expect([recorder.count, recorder.entries.map(({ what }) => what)]).toEqual([1, ['e']]);
  });

  test('gives a list of its own, which later entries leave alone', () => {
    const recorder = new TraceRecorder();
    recorder.sink(entry('a'));
    const { entries } = recorder;
    recorder.sink(entry('b'));
    expect(entries).toHaveLength(1);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('of %d entries is refused', (most) => {
    expect(() => new TraceRecorder(most)).toThrow(SimulationError);
  });
});

describe('a line of text', () => {
  test('has the hour to the last bit, and leaves out what is empty', () => {
    expect(traceLine({ time: 0.1 + 0.2, who: '', what: 'call', where: '', value: undefined })).toBe(
      '0.30000000000000004 call',
    );
    expect(traceLine(entry('seize', 2))).toBe('1.5 ship: seize berth 2');
  });

  test('shows a value that says nothing by its absence, but null and 0', () => {
    expect([undefined, null, 0, ''].map((value) => traceLine(entry('say', value)))).toEqual([
      '1.5 ship: say berth',
      '1.5 ship: say berth null',
      '1.5 ship: say berth 0',
      '1.5 ship: say berth ""',
    ]);
  });

  test('is one line, whatever the value', () => {
    expect(traceLine(entry('say', 'two\nlines'))).toBe('1.5 ship: say berth "two\\nlines"');
  });
});

test('the sinks for text and JSON hand on each entry as it comes', () => {
  const text: string[] = [];
  const json: string[] = [];
  const [toText, toJson] = [textTrace((line) => text.push(line)), jsonTrace((line) => json.push(line))];
  const sim = new Simulation({
    trace: (one) => {
      toText(one);
      toJson(one);
    },
  });
  sim.spawn(
    'ship',
    (function* () {
      yield* sim.hold(2);
    })(),
  );
  sim.run();
  expect(text).toEqual(['0 spawn ship 0', '0 ship: go on', '0 ship: hold 2', '2 ship: go on', '2 ship: end']);
  expect(json.map((line) => traceLine(JSON.parse(line)))).toEqual(text);
});

describe('a line of JSON', () => {
  const sim = new Simulation();
  const ring: unknown[] = [1];
  ring.push(ring);
  class Ship {
    readonly name = 'Aurora';
  }
  const values: [string, unknown, unknown][] = [
    ['numbers', [0.1, 1e300, -3], [0.1, 1e300, -3]],
    ['numbers that JSON lacks', [Number.NaN, -0, Number.NEGATIVE_INFINITY, 12n], ['NaN', '-0', '-Infinity', '12']],
    ['words and nothing', ['é\n"', null, undefined, true], ['é\n"', null, 'undefined', true]],
    ['plain objects, keys in order', { b: { d: 1, c: [2] }, a: 0 }, { a: 0, b: { c: [2], d: 1 } }],
    ['objects without a prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    ['sets and maps in their order', [new Set([2, 1]), new Map([['k', 1]])], [{ Set: [2, 1] }, { Map: [['k', 1]] }]],
    ['typed arrays', new Float64Array([1, 2]), [1, 2]],
    ['errors', new RangeError('boom'), 'RangeError: boom'],
    ['dates', new Date(86_400_000), 'Date 86400000'],
    ['functions and symbols', [Math.max, Symbol('x')], ['function max', 'Symbol(x)']],
    ['what holds itself', ring, [1, 'circular']],
    ['the same thing twice, which is no circle', [sim.hold.length, [ring[0], ring[0]]], [1, [1, 1]]],
    ['things of a class', [new Ship(), new (class {})(), sim], ['Ship "Aurora"', '', 'Simulation']],
    ['things of the engine', new Resource(sim, { name: 'berth', capacity: 1 }), 'resource "berth"'],
  ];

  test.each(values)('holds %s', (_, value, expected) => {
    const lines: string[] = [];
    jsonTrace((line) => lines.push(line))(entry('say', value));
    expect(lines.map((line) => JSON.parse(line))).toEqual([{ ...entry('say'), value: expected }]);
  });

  test('without a value has none', () => {
    const lines: string[] = [];
    jsonTrace((line) => lines.push(line))(entry('say'));
    expect(lines).toEqual(['{"time":1.5,"who":"ship","what":"say","where":"berth"}']);
  });

  test('can be made of anything', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true }), (value) => {
        jsonTrace((line) => expect(JSON.parse(line)).toMatchObject({ what: 'say' }))(entry('say', value));
      }),
      { numRuns: 1000 },
    );
  });
});
