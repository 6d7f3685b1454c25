import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Simulation } from '../../../src/engine/index.ts';
import { perform } from './perform.ts';
import { Play } from './play.ts';
import { realWorld } from './real-world.ts';
import { somePrograms } from './some-programs.ts';
import type { WorldOptions } from './world.ts';

/** Lets one event happen; false when there is none. Errors are not looked at here. */
function step(play: Play): boolean {
  try {
    return play.stage.world.sim.step();
  } catch {
    return true;
  }
}

test('two simulations, event by event in turn, do what each does alone', () => {
  fc.assert(
    fc.property(somePrograms, somePrograms, (one, other) => {
      const make = (program: typeof one) => new Play(program, realWorld(program), () => {});
      const alone = [one, other].map((program) => {
        const play = make(program);
        while (step(play));
        return play.stage.log;
      });
      const inTurn = [one, other].map(make);
      while (inTurn.map(step).includes(true));
      expect(inTurn.map(({ stage }) => stage.log)).toEqual(alone);
    }),
    { numRuns: 200 },
  );
});

test('a simulation that is reset does the same again as a new one', () => {
  fc.assert(
    fc.property(somePrograms, somePrograms, (before, program) => {
      const sim = new Simulation({ cycles: program.cycles });
      const again = (options: WorldOptions) => realWorld(options, sim);
      perform({ ...before, cycles: program.cycles }, again);
      try {
        sim.reset();
      } catch {
        // A finally block waits or throws: all processes have been left all the same.
      }
      expect(perform(program, again)).toEqual(perform(program, realWorld));
    }),
    { numRuns: 200 },
  );
});
