import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packedCloseUp, unpackedCloseUp } from '../../src/execution/store/close-up-shelf.ts';
import { COMPARED, outcomeTasks, taskRunner } from '../../src/study/index.ts';
import { smallScenario } from '../report/small-study.ts';

const scenario = smallScenario();
const seen = [0, 1].flatMap((replication) =>
  outcomeTasks(scenario, COMPARED, 1, replication, { look: true }).map((task) => {
    const run = taskRunner(scenario)(task);
    if (!run.ok || run.closeUp === undefined) throw new Error('nothing was seen');
    return run.closeUp;
  }),
);

test('close-ups come back as they were, in few bytes', () => {
  for (const closeUp of seen) {
    const packed = packedCloseUp(closeUp);
    expect(unpackedCloseUp(packed)).toStrictEqual(closeUp);
    expect(packed.length).toBeLessThan(10_000);
  }
});

test('whatever their numbers are, to the last bit', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  const used = fc.record({ cranes: fc.option(number), berths: number });
  fc.assert(
    fc.property(fc.array(number), used, (worksStock, some) => {
      const [first] = seen as [(typeof seen)[number]];
      const course = { ...first.course, worksStock };
      const closeUp = { ...first, course, used: { ...first.used, ...some } };
      // Tells 0 from −0.
      expect(unpackedCloseUp(packedCloseUp(closeUp))).toStrictEqual(closeUp);
    }),
    { seed: 7, numRuns: 50 },
  );
});
