import { describe, expect, expectTypeOf, test } from 'vitest';
import { type Process, type ProcessBody, Simulation } from '../../src/engine/index.ts';

describe('a process', () => {
  test('begins at this instant, or after its delay, in the order of spawning', () => {
    const sim = new Simulation();
    const log: string[] = [];
    function* logs(name: string): ProcessBody {
      log.push(`${name} ${sim.now}`);
      yield* sim.hold(1);
    }
    sim.spawn('late', logs('late'), { delay: 3 });
    sim.spawn('one', logs('one'));
    sim.spawn('two', logs('two'));
    expect(log).toEqual([]);
    sim.run();
    expect(log).toEqual(['one 0', 'two 0', 'late 3']);
  });

  test('is an event that happens with what its body returns, typed', () => {
    const sim = new Simulation();
    const child = sim.spawn(
      'child',
      (function* () {
        yield* sim.hold(2);
        return 'done';
      })(),
    );
    const got: [string, number][] = [];
    sim.spawn(
      'early',
      (function* () {
        const result = yield* child;
        expectTypeOf(result).toBeString();
        got.push([result, sim.now]);
      })(),
    );
    sim.spawn(
      'late',
      (function* () {
        yield* sim.hold(5);
        got.push([yield* child, sim.now]);
      })(),
    );
    sim.run();
    expect(got).toEqual([
      ['done', 2],
      ['done', 5],
    ]);
    expect([child.alive, child.value]).toEqual([false, 'done']);
  });

  test('waits inside generators it delegates to, however deep', () => {
    const sim = new Simulation();
    function* deep(levels: number): ProcessBody<number> {
      yield* sim.hold(1);
      return levels === 0 ? 0 : 1 + (yield* deep(levels - 1));
    }
    const result = sim.spawn('deep', deep(20));
    sim.run();
    expect([result.value, sim.now]).toEqual([20, 21]);
  });

  test('is the current one only while it runs', () => {
    const sim = new Simulation();
    const seen: (Process | null)[] = [];
    const one: Process<void> = sim.spawn(
      'one',
      (function* () {
        seen.push(sim.current);
        yield* sim.hold(1);
      })(),
    );
    sim.schedule(0.5, () => seen.push(sim.current));
    sim.run();
    expect(seen[0]).toBe(one);
    expect(seen[1]).toBeNull();
    expect(sim.current).toBeNull();
  });
});
