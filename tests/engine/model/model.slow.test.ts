import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disagreement } from './disagreement.ts';
import { perform } from './perform.ts';
import { realWorld } from './real-world.ts';
import { referenceWorld } from './reference/reference-world.ts';
import { somePrograms } from './some-programs.ts';

test('over many more programs, too, the engine does as the plainest engine would', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(somePrograms, (program) => {
      expect(disagreement(perform(program, realWorld), perform(program, referenceWorld))).toBeNull();
    }),
    { numRuns: 40_000 },
  );
});
