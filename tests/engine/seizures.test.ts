import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Process, type ProcessBody, Simulation } from '../../src/engine/index.ts';
import { type Seizure, Seizures, unitsIn } from '../../src/engine/seizures.ts';

const sim = new Simulation();
function* nothing(): ProcessBody {
  yield* sim.hold(0);
}
const holders: (Process | null)[] = [sim.spawn('a', nothing()), sim.spawn('b', nothing()), null];

const someSeizures = fc
  .array(fc.record({ priority: fc.nat(3), units: fc.integer({ min: 1, max: 4 }), who: fc.nat(2) }), { maxLength: 8 })
  .map((rows) =>
    rows.map(
      ({ priority, units, who }, turn): Seizure => ({
        holder: holders[who]!,
        priority,
        preempts: true,
        deadline: Number.POSITIVE_INFINITY,
        units,
        since: 0,
        turn,
      }),
    ),
  );

/** The less urgent first; of equals the later. */
const worstFirst = (a: Seizure, b: Seizure) => b.priority - a.priority || b.turn - a.turn;

function heldOf(seizures: readonly Seizure[]): Seizures {
  const held = new Seizures();
  for (const seizure of seizures) held.add(seizure);
  return held;
}

test('who is broken off: the worst first, up to the first who makes it enough, less those who are not needed', () => {
  fc.assert(
    fc.property(
      someSeizures,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: -1, max: 3 }),
      (seizures, needed, above) => {
        const chosen = heldOf(seizures).leastUrgent(needed, above, () => true);
        const eligible = seizures.filter(({ priority, holder }) => priority > above && holder !== null);
        const inOrder = eligible.toSorted(worstFirst);
        const enough = inOrder.findIndex((_, i) => unitsIn(inOrder.slice(0, i + 1)) >= needed);
        expect(chosen).toEqual(chosen.toSorted(worstFirst));
        if (enough < 0) {
          expect(chosen).toEqual(inOrder);
          return;
        }
        expect(inOrder.slice(0, enough + 1)).toEqual(expect.arrayContaining(chosen));
        expect(chosen).toContain(inOrder[enough]);
        expect(unitsIn(chosen)).toBeGreaterThanOrEqual(needed);
        for (const one of chosen) expect(unitsIn(chosen) - one.units).toBeLessThan(needed);
      },
    ),
    { numRuns: 500 },
  );
});

test('who may not lose anything is passed over', () => {
  fc.assert(
    fc.property(someSeizures, (seizures) => {
      const chosen = heldOf(seizures).leastUrgent(4, -1, ({ holder }) => holder === holders[1]);
      expect(chosen.every(({ holder }) => holder === holders[1])).toBe(true);
    }),
  );
});

test('units go back from what was seized last', () => {
  fc.assert(
    fc.property(someSeizures, fc.nat(20), (seizures, some) => {
      const held = heldOf(seizures);
      const own = seizures.filter(({ holder }) => holder === holders[0]);
      const before = unitsIn(own);
      const units = Math.min(some, before);
      const others = held.unitsOf(holders[1]!);
      held.release(holders[0]!, units);
      expect([held.unitsOf(holders[0]!), held.unitsOf(holders[1]!)]).toEqual([before - units, others]);
      const touched = own.findIndex(({ units: left }, i) => left === 0 || i === own.length - 1);
      expect(own.slice(touched + 1).every(({ units: left }) => left === 0)).toBe(
        units > 0 || touched + 1 >= own.length,
      );
    }),
  );
});
