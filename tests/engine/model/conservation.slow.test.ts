import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perform } from './perform.ts';
import type { Program } from './program.ts';
import { realWorld } from './real-world.ts';
import { somePrograms } from './some-programs.ts';
import type { Stage } from './stage.ts';

const numRuns = 500;

/** Runs a program on the engine, looking at the stage whenever something has happened; gives it as it is at the end. */
function watched(program: Program, watch: (stage: Stage) => void): Stage {
  let last: Stage | undefined;
  perform(program, realWorld, (stage) => {
    last = stage;
    watch(stage);
  });
  return last as Stage;
}

/** What the processes have at the end; what was granted to waits that are not over counts too. */
function finalLedger({ waits, ledger }: Stage) {
  for (const wait of waits) wait.takeAll({ name: 'nobody', held: [] });
  return ledger;
}

test('units, amounts and things stay within their bounds at every event, and time never runs back', () => {
  fc.assert(
    fc.property(somePrograms, (program) => {
      let hour = 0;
      watched(program, ({ world, resources, container, store }) => {
        const { now } = world.sim;
        const isOrderly =
          now >= hour &&
          // No program sets a capacity beyond 3.
          resources.every(({ inUse }) => inUse >= 0 && inUse <= 3) &&
          container.level >= 0 &&
          container.level <= program.container.capacity &&
          store.size <= program.store.capacity;
        if (!isOrderly) expect.fail(`out of bounds at ${now}, after ${hour}`);
        hour = now;
      });
    }),
    { numRuns },
  );
});

test('units that are in use in the end are in somebody’s hands', () => {
  fc.assert(
    fc.property(somePrograms, (program) => {
      const stage = watched(program, () => {});
      const { units } = finalLedger(stage);
      expect(stage.resources.map(({ inUse }) => inUse)).toEqual(stage.resources.map((_, i) => units[i] ?? 0));
    }),
    { numRuns },
  );
});

test('a container where nobody waits in the end holds what was there, plus what was brought, minus what was taken', () => {
  fc.assert(
    fc.property(somePrograms, (program) => {
      const stage = watched(program, () => {});
      const { container } = stage;
      fc.pre(container.gettersWaiting === 0 && container.puttersWaiting === 0);
      expect(container.level).toBe(finalLedger(stage).level);
    }),
    { numRuns },
  );
});

test('a thing that was brought has been got once, or lies in the store; what comes back may wait for room', () => {
  fc.assert(
    fc.property(somePrograms, (program) => {
      const stage = watched(program, () => {});
      const { store } = stage;
      const { brought, got } = finalLedger(stage);
      const things = [...got, ...store.list()];
      expect(new Set(things).size).toBe(things.length);
      const missing = brought.filter((thing) => !things.includes(thing));
      expect(missing.length).toBeLessThanOrEqual(store.puttersWaiting);
    }),
    { numRuns },
  );
});

test('a program done twice has the same log', () => {
  fc.assert(
    fc.property(somePrograms, (program) => {
      expect(perform(program, realWorld)).toEqual(perform(program, realWorld));
    }),
    { numRuns },
  );
});
