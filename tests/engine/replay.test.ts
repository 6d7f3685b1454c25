import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  describeDifference,
  firstDifference,
  type ProcessBody,
  Simulation,
  SimulationError,
  type TraceSink,
} from '../../src/engine/index.ts';
import { build, plots, throughErrors } from './traced-model.ts';

/** A model that notes what it is told to note, an hour apart. */
function noting(values: () => readonly unknown[]): (trace: TraceSink) => void {
  return (trace) => {
    const sim = new Simulation({ trace });
    values().forEach((value, hour) => {
      sim.scheduleAt(hour, () => sim.note('say', '', value));
    });
    sim.run();
  };
}

/** Another value each time it is asked. */
function counter(): () => number {
  let count = 0;
  return () => count++;
}

describe('two runs of a model', () => {
  test('that gives the same do not differ', () => {
    fc.assert(
      fc.property(plots, fc.integer({ min: 1, max: 20 }), (plot, kept) => {
        const run = (trace: TraceSink) => {
          const sim = new Simulation({ trace });
          build(sim, plot);
          throughErrors(() => sim.run());
        };
        expect(firstDifference(run, kept)).toBeNull();
      }),
    );
  });

  test('that draws from Math.random differ at the first hold that it decides', () => {
    const run = (trace: TraceSink) => {
      const sim = new Simulation({ trace });
      function* truck(): ProcessBody {
        yield* sim.hold(2);
        yield* sim.hold(Math.random());
      }
      sim.spawn('truck', truck());
      sim.run();
    };
    const difference = firstDifference(run);
    expect(difference).toMatchObject({ entry: 4, hour: 2 });
    expect(difference?.first).toMatchObject({ time: 2, who: 'truck', what: 'hold' });
    expect(difference?.second?.value).not.toBe(difference?.first?.value);
    expect(difference?.before.map(({ what }) => what)).toEqual(['spawn', 'go on', 'hold', 'go on']);
  });

  test('that reads the wall clock differ', () => {
    const [clock, originalNow] = [counter(), Date.now];
    Date.now = clock;
    try {
      expect(firstDifference(noting(() => ['a', Date.now() * 0.001]))?.entry).toBe(3);
    } finally {
      Date.now = originalNow;
    }
  });

  test('that follows the order of a set left over from the run before differ', () => {
    const seen = new Set(['b', 'a']);
    const run = noting(() => {
      const order = [...seen];
      seen.delete('b');
      seen.add('b');
      return order;
    });
    expect(firstDifference(run)).toMatchObject({ entry: 1, hour: 0, first: { value: 'b' }, second: { value: 'a' } });
  });

  test('of which one ends earlier differ where it ends, whichever it is', () => {
    for (const [first, second] of [
      [3, 5],
      [5, 3],
    ] as const) {
      const runs = counter();
      const run = noting(() => Array.from({ length: runs() === 0 ? first : second }, (_, i) => i));
      const difference = firstDifference(run);
      expect([difference?.entry, difference?.hour]).toEqual([6, 3]);
      expect([difference?.first === null, difference?.second === null]).toEqual([first === 3, second === 3]);
    }
  });

  test('of which one fails differ at the failure; a failure of both is passed on', () => {
    const runs = counter();
    const failing = (whenever: (run: number) => boolean) => (trace: TraceSink) => {
      const sim = new Simulation({ trace });
      const number = runs();
      sim.spawn(
        'pilot',
        (function* () {
          yield* sim.hold(1);
          if (whenever(number)) throw new Error('fog');
        })(),
      );
      sim.run();
    };
    expect(() => firstDifference(failing(() => true))).toThrow('process "pilot", hour 1: fog');
    expect(firstDifference(failing((number) => number % 2 === 0))?.second?.what).toBe('fail');
  });
});

describe('a difference', () => {
  const first = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 30 });

  test('is the first one, however small the pieces in which the runs are compared', () => {
    fc.assert(
      fc.property(first, fc.nat(40), fc.integer({ min: 1, max: 9 }), (values, place, kept) => {
        const at = place % (values.length + 1);
        const other = [...values.slice(0, at), 7, ...values.slice(at + 1)];
        // Odd and even runs differ, so that each piece is seen by one of either kind.
        const runs = counter();
        const difference = firstDifference(
          noting(() => (runs() % 2 === 0 ? values : other)),
          kept,
        );
        const entry = at < values.length ? 2 * at + 1 : 2 * at;
        expect(difference).toMatchObject({ entry, hour: at });
        expect(difference?.before).toHaveLength(Math.min(5, entry));
      }),
    );
  });

  test('takes a run for every piece, and one more', () => {
    for (const [entries, runs] of [
      [4, 2],
      [9, 2],
      [10, 3],
      [25, 4],
    ] as const) {
      const count = counter();
      const run = (trace: TraceSink) => {
        count();
        const sim = new Simulation({ trace });
        for (let i = 0; i < entries; i++) sim.note('say', '', i);
      };
      expect([firstDifference(run, 10), count()]).toEqual([null, runs]);
    }
  });

  test('of plain values is looked for all the way down', () => {
    const runs = counter();
    const nested = () => ({ list: [1, { deep: new Map([['k', new Set([runs() > 0 ? 2 : 3])]]) }] });
    expect(firstDifference(noting(() => [nested()]))?.entry).toBe(1);
    expect(firstDifference(noting(() => [{ a: [1, { b: Number.NaN }], c: new Set(['x']) }]))).toBeNull();
  });

  test('is not made of the order of keys, of the identity of things, or of what becomes of them later', () => {
    class Ship {
      readonly name: string;
      constructor(name: string) {
        this.name = name;
      }
    }
    const runs = counter();
    const keys = () => (runs() % 2 === 0 ? { a: 1, b: 2 } : { b: 2, a: 1 });
    expect(firstDifference(noting(() => [keys(), new Ship('Aurora'), new Error('x'), () => 1]))).toBeNull();
    expect(firstDifference(noting(() => [new Ship(runs() % 2 === 0 ? 'Aurora' : 'Borea')]))?.entry).toBe(1);
    const growing = (trace: TraceSink) => {
      const sim = new Simulation({ trace });
      const stock: number[] = [];
      for (const hour of [1, 2]) sim.schedule(hour, () => sim.note('stock', '', stock.push(hour) && stock));
      sim.run();
    };
    expect(firstDifference(growing)).toBeNull();
  });

  test('between 0 and −0, or a number and its digits, is one', () => {
    for (const [one, other] of [
      [0, -0],
      [7, '7'],
      [null, 'null'],
    ]) {
      const runs = counter();
      expect(firstDifference(noting(() => [runs() % 2 === 0 ? one : other]))?.entry).toBe(1);
    }
  });

  test('is told in words', () => {
    const runs = counter();
    const difference = firstDifference(noting(() => ['a', runs() === 0 ? 'b' : 'c']))!;
    expect(describeDifference(difference).split('\n')).toEqual([
      'the runs differ at entry 3, hour 1:',
      '  first: 1 say "b"',
      '  second: 1 say "c"',
      'before that, the same in both:',
      '  0 call',
      '  0 say "a"',
      '  1 call',
    ]);
  });

  test.each([0, 1.5, Number.NaN])('with %d entries kept at a time is refused', (kept) => {
    expect(() => firstDifference(() => {}, kept)).toThrow(SimulationError);
  });
});
