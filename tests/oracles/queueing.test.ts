import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Customer, kieferWolfowitz, lindley, serve } from '../../src/study/verify/queues.ts';

const anyCustomers = (hours: fc.Arbitrary<number>) =>
  fc.array(fc.record({ gap: hours, service: hours }), { minLength: 1, maxLength: 200, size: 'max' });
/** Sixty-fourths up to 4, ties and zeros among them: every sum and difference is exact. */
const dyadic = fc.nat(256).map((n) => n / 64);
const anyHours = fc.double({ min: 0, max: 100, noNaN: true });
const someServers = fc.integer({ min: 1, max: 6 });

describe('customer by customer', () => {
  test('one server: waits are those of Lindley’s recursion, exactly on dyadic input', () => {
    fc.assert(
      fc.property(anyCustomers(dyadic), (customers) => {
        expect(serve(customers, 1).waits).toEqual(lindley(customers));
      }),
    );
  });

  test('several servers: waits are those of the Kiefer–Wolfowitz recursion, exactly on dyadic input', () => {
    fc.assert(
      fc.property(anyCustomers(dyadic), someServers, (customers, servers) => {
        expect(serve(customers, servers).waits).toEqual(kieferWolfowitz(customers, servers));
      }),
    );
  });

  test('on any input the same within 1e-9 of the hours run: what differs is rounding alone', () => {
    fc.assert(
      fc.property(anyCustomers(anyHours), someServers, (customers, servers) => {
        const { sim, waits } = serve(customers, servers);
        const expected = kieferWolfowitz(customers, servers);
        const worst = Math.max(...waits.map((wait, i) => Math.abs(wait - (expected[i] as number))));
        expect(worst).toBeLessThanOrEqual(1e-9 * sim.now);
      }),
    );
  });

  test('Little’s law holds exactly on an emptied system: hours in the system, by level and by customer', () => {
    fc.assert(
      fc.property(anyCustomers(dyadic), someServers, (customers, servers) => {
        const { sim, desk, waits, sojourns } = serve(customers, servers);
        expect(desk.usage.area(sim.now) + desk.line.area(sim.now)).toBe(sojourns);
        expect(desk.line.area(sim.now)).toBe(waits.reduce((sum, wait) => sum + wait, 0));
      }),
    );
  });
});

describe('D/D/1', () => {
  const regular = (count: number, gap: number, service: number) => new Array<Customer>(count).fill({ gap, service });

  test('with time to spare nobody waits, and the server is busy for its share', () => {
    const { sim, desk, waits } = serve(regular(1000, 1.25, 1), 1);
    expect(Math.max(...waits)).toBe(0);
    expect(sim.now).toBe(1251);
    expect(desk.usage.area(sim.now)).toBe(1000);
  });

  test('overloaded, each customer waits longer than the one before by the same', () => {
    const { waits } = serve(regular(1000, 1, 1.25), 1);
    expect(waits).toEqual(waits.map((_, i) => i / 4));
  });
});
