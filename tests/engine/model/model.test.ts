import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disagreement } from './disagreement.ts';
import { perform } from './perform.ts';
import { realWorld } from './real-world.ts';
import { referenceWorld } from './reference/reference-world.ts';
import { somePrograms } from './some-programs.ts';

test('whatever a program does, the engine does it as the plainest engine would, line by line', () => {
  fc.assert(
    fc.property(somePrograms, (program) => {
      expect(disagreement(perform(program, realWorld), perform(program, referenceWorld))).toBeNull();
    }),
    { numRuns: 2500 },
  );
});
