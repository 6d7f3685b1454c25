import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { type ProcessBody, Simulation, SimulationError, Store } from '../../src/engine/index.ts';

describe('a store', () => {
  test('gives out things in the order in which they came, to those who came first, at the earliest hour', () => {
    const hours = fc.array(fc.nat(20), { maxLength: 60, size: 'max' }).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(hours, hours, (puts, gets) => {
        const sim = new Simulation();
        const apron = new Store<number>(sim, 'apron');
        const got: [number, number][] = [];
        function* fetches(i: number): ProcessBody {
          const thing = yield* apron.get();
          expectTypeOf(thing).toBeNumber();
          got[i] = [thing, sim.now];
        }
        for (const [i, hour] of puts.entries()) sim.schedule(hour, () => apron.put(i));
        for (const [i, hour] of gets.entries())
          sim.spawn(`visitor ${i}`, fetches(i), { delay: hour, background: true });
        sim.run();
        const served = Math.min(puts.length, gets.length);
        expect(got).toEqual(
          Array.from({ length: served }, (_, i) => [i, Math.max(puts[i] as number, gets[i] as number)]),
        );
        expect([apron.size, apron.waiting]).toEqual([puts.length - served, gets.length - served]);
      }),
    );
  });

  test('holds things of any value, undefined too', () => {
    const apron = new Store<string | undefined>(new Simulation(), 'apron');
    apron.put(undefined);
    apron.put('load');
    expect([apron.size, apron.take(), apron.take(), apron.size]).toEqual([2, undefined, 'load', 0]);
  });

  test('keeps its order over a long life', () => {
    const apron = new Store<number>(new Simulation(), 'apron');
    let next = 0;
    for (let i = 0; i < 1000; i++) {
      apron.put(i);
      if (i % 3 !== 0) expect(apron.take()).toBe(next++);
    }
    expect(apron.size).toBe(1000 - next);
  });

  test('that is empty has nothing to take at once', () => {
    const apron = new Store<number>(new Simulation(), 'apron');
    expect(() => apron.take()).toThrow('store "apron" is empty at hour 0');
    expect(() => apron.take()).toThrow(SimulationError);
  });
});
