import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOf, Interrupt, type ProcessBody, Resource, Simulation } from '../../../src/engine/index.ts';

/** A customer who loses patience in one way or another, or never. */
interface Customer {
  readonly arrives: number;
  readonly units: number;
  readonly priority: number;
  readonly service: number;
  readonly patience: number;
  readonly way: 'seize' | 'claim' | 'anyOf' | 'is called away';
}

/** Halves up to 4, ties and zeros among them: every sum and difference is exact. */
const hours = fc.nat(8).map((n) => n / 2);
const someCustomers = fc.array(
  fc.record({
    arrives: hours,
    units: fc.integer({ min: 1, max: 3 }),
    priority: fc.integer({ min: -1, max: 1 }),
    service: hours,
    patience: hours,
    way: fc.constantFrom('seize', 'claim', 'anyOf', 'is called away'),
  }) satisfies fc.Arbitrary<Customer>,
  { minLength: 1, maxLength: 30, size: 'max' },
);

test('Little’s law holds exactly on an emptied system that people leave: hours by level are hours by customer', () => {
  fc.assert(
    fc.property(someCustomers, fc.constantFrom('strict', 'first-fit'), (customers, discipline) => {
      const sim = new Simulation();
      const desk = new Resource(sim, { name: 'desk', capacity: 3, discipline });
      let waited = 0;
      let worked = 0;

      function* waits({ units, priority, patience, way }: Customer): ProcessBody<boolean> {
        if (way === 'claim') return (yield* desk.claim({ units, priority, patience })) === 'served';
        if (way === 'anyOf') return (yield* anyOf([desk.request(units, priority), sim.timeout(patience)])) === 0;
        yield* desk.seize(units, priority);
        return true;
      }

      function* visits(customer: Customer): ProcessBody {
        const arrival = sim.now;
        let served = false;
        try {
          served = yield* waits(customer);
        } catch (error) {
          if (!(error instanceof Interrupt)) throw error;
        }
        waited += sim.now - arrival;
        if (!served) return;
        yield* sim.hold(customer.service);
        desk.release(customer.units);
        worked += customer.units * customer.service;
      }

      for (const [i, customer] of customers.entries()) {
        const process = sim.spawn(`customer ${i}`, visits(customer), { delay: customer.arrives });
        if (customer.way !== 'is called away') continue;
        sim.schedule(customer.arrives + customer.patience, () => {
          if (process.waitingFor === desk) process.interrupt('called away');
        });
      }
      sim.run();
      expect([desk.line.area(sim.now), desk.usage.area(sim.now)]).toEqual([waited, worked]);
      expect([desk.inUse, desk.queueLength]).toEqual([0, 0]);
    }),
    { numRuns: 500 },
  );
});
