import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  anyOf,
  followCalendar,
  Interrupt,
  PreemptiveResource,
  type ProcessBody,
  Simulation,
  type WorkOptions,
  work,
} from '../../../src/engine/index.ts';

/** Somebody who works at the machine by one way or another, and may be called away. */
interface Worker {
  readonly arrives: number;
  readonly units: number;
  readonly priority: number;
  readonly hours: number;
  readonly onPreempt: NonNullable<WorkOptions['onPreempt']>;
  readonly way: 'work' | 'claim' | 'anyOf';
  readonly patience: number;
  readonly isCalledAway: boolean;
}

/** Halves, ties and zeros among them: every sum is exact, and much happens at one instant. */
const hours = fc.nat(8).map((n) => n / 2);
const someWorkers = fc.array(
  fc.record({
    arrives: hours,
    units: fc.integer({ min: 1, max: 3 }),
    priority: fc.integer({ min: -2, max: 2 }),
    hours,
    onPreempt: fc.constantFrom('resume', 'restart', 'abort'),
    way: fc.constantFrom('work', 'work', 'claim', 'anyOf'),
    patience: hours,
    isCalledAway: fc.boolean(),
  }) satisfies fc.Arbitrary<Worker>,
  { minLength: 1, maxLength: 20, size: 'max' },
);
const someCalendar = fc.record({
  period: fc.constantFrom(2, 3, 6),
  changes: fc.tuple(fc.nat(3), fc.nat(3)).map(([first, second]) => [
    { at: 0, capacity: first },
    { at: 0.5, capacity: second },
    { at: 1.5, capacity: 3 },
  ]),
  inUse: fc.constantFrom('finish', 'preempt'),
});

test('whoever takes from whom, units held are hours worked, none too many, and none are left in anybody’s hands', () => {
  fc.assert(
    fc.property(
      someWorkers,
      fc.option(someCalendar, { nil: null }),
      fc.constantFrom('strict', 'first-fit'),
      (workers, calendar, discipline) => {
        const sim = new Simulation();
        const machine = new PreemptiveResource(sim, { name: 'machine', capacity: 3, discipline });
        const shifts = calendar === null ? null : followCalendar(sim, machine, calendar);
        // What begins anew whenever it is broken off may never end between two shifts.
        sim.schedule(20, () => {
          shifts?.stop();
          machine.setCapacity(3);
        });
        const inTime = calendar === null || calendar.inUse === 'preempt';
        let held = 0;
        let most = 0;
        machine.usage.watch((_, inUse) => {
          most = Math.max(most, inUse);
        });

        function* has({ units, priority, patience, way }: Worker): ProcessBody<boolean> {
          if (way === 'claim') return (yield* machine.claim({ units, priority, patience })) === 'served';
          return (yield* anyOf([machine.request(units, priority), sim.timeout(patience)])) === 0;
        }

        function* attends(worker: Worker): ProcessBody {
          const { units, priority, onPreempt } = worker;
          if (worker.way === 'work') {
            const worked = yield* work(machine, worker.hours, { units, priority, onPreempt });
            held += units * worked.hours;
            return;
          }
          if (!(yield* has(worker))) return;
          const since = sim.now;
          try {
            yield* sim.hold(worker.hours);
          } finally {
            held += units * (sim.now - since);
            machine.releaseIfHeld(units);
          }
        }

        function* comes(worker: Worker): ProcessBody {
          try {
            yield* attends(worker);
          } catch (error) {
            if (!(error instanceof Interrupt)) throw error;
          }
        }

        const isCounted = workers.every(({ way, isCalledAway }) => way !== 'work' || !isCalledAway);
        for (const [i, worker] of workers.entries()) {
          const process = sim.spawn(`worker ${i}`, comes(worker), { delay: worker.arrives });
          if (!worker.isCalledAway) continue;
          sim.schedule(worker.arrives + worker.patience, () => {
            if (process.alive && process.started) process.interrupt('called away');
          });
        }
        sim.run(200);
        expect([machine.inUse, machine.queueLength, sim.waiting().length]).toEqual([0, 0, 0]);
        expect(most).toBeLessThanOrEqual(3);
        if (inTime && isCounted) expect(machine.usage.area(sim.now)).toBe(held);
      },
    ),
    { numRuns: 500 },
  );
});
