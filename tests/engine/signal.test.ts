import { describe, expect, test } from 'vitest';
import { allOf, anyOf, Interrupt, Signal, Simulation } from '../../src/engine/index.ts';

describe('a signal', () => {
  test('wakes who waits just now, each time again; who waits anew waits for the next time', () => {
    const sim = new Simulation();
    const tide = new Signal<number>(sim, 'tide');
    const log: string[] = [];
    for (const name of ['a', 'b']) {
      sim.spawn(
        name,
        (function* () {
          for (let i = 0; i < 2; i++) log.push(`${name}: tide ${yield* tide.wait()} at ${sim.now}`);
        })(),
      );
    }
    tide.fire(0);
    sim.schedule(3, () => tide.fire(1));
    sim.schedule(9, () => tide.fire(2));
    sim.schedule(9, () => tide.fire(3));
    sim.run();
    expect(log).toEqual(['a: tide 1 at 3', 'b: tide 1 at 3', 'a: tide 2 at 9', 'b: tide 2 at 9']);
  });

  test('as an event wins or loses in a condition; a loser waits no more, and the next time is asked for anew', () => {
    const sim = new Simulation();
    const tide = new Signal<string>(sim, 'tide');
    const seen: unknown[] = [];
    sim.spawn(
      'ship',
      (function* () {
        const early = tide.request();
        seen.push(yield* anyOf([early, sim.timeout(2)]), sim.now, tide.waiting);
        const late = tide.request();
        seen.push(yield* anyOf([sim.timeout(9), late]), sim.now, late.value);
        seen.push(yield* allOf([late, tide.request()]), sim.now, tide.waiting);
      })(),
    );
    sim.schedule(5, () => tide.fire('high'));
    sim.schedule(6, () => tide.fire('low'));
    sim.run();
    expect(seen).toEqual([1, 2, 0, 1, 5, 'high', undefined, 6, 0]);
  });

  test('tells everyone who waited the same, also when it fires again in the middle of telling', () => {
    const sim = new Simulation();
    const tide = new Signal<string>(sim, 'tide');
    const seen: string[] = [];
    const hears = (name: string) => tide.request().listen(({ value }) => seen.push(`${name}: ${value}`));
    tide.request().listen(({ value }) => {
      hears('newcomer');
      if (value === 'high') tide.fire('low');
      hears('latecomer');
    });
    sim.spawn(
      'ship',
      (function* () {
        seen.push(`ship: ${yield* tide.wait()}`);
      })(),
    );
    sim.schedule(1, () => hears('pilot'));
    sim.schedule(2, () => tide.fire('high'));
    sim.run();
    expect(seen).toEqual(['newcomer: low', 'pilot: high', 'ship: high']);
    expect(tide.waiting).toBe(1);
  });

  test('takes nothing back from who is interrupted after it fired', () => {
    const sim = new Simulation();
    const tide = new Signal(sim, 'tide');
    const ship = sim.spawn(
      'ship',
      (function* () {
        try {
          yield* tide.wait();
        } catch (error) {
          return error instanceof Interrupt;
        }
        return false;
      })(),
    );
    sim.schedule(1, () => {
      tide.fire();
      ship.interrupt();
    });
    sim.run();
    expect([ship.value, tide.waiting]).toEqual([true, 0]);
  });

  test('forgets who waits when the simulation begins anew', () => {
    const sim = new Simulation();
    const tide = new Signal(sim, 'tide');
    tide.request();
    sim.spawn(
      'ship',
      (function* () {
        yield* tide.wait();
      })(),
    );
    sim.step();
    expect(tide.waiting).toBe(2);
    sim.reset();
    expect(tide.waiting).toBe(0);
    tide.fire();
    sim.run();
  });
});
