import { describe, expect, test } from 'vitest';
import { Signal, Simulation } from '../../src/engine/index.ts';

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
});
