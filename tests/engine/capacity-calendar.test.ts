import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CapacityCalendarOptions,
  followCalendar,
  PreemptiveResource,
  type ProcessBody,
  Resource,
  Simulation,
  SimulationError,
  work,
} from '../../src/engine/index.ts';

const shifts = [
  { at: 6, capacity: 3 },
  { at: 14, capacity: 2 },
  { at: 22, capacity: 0 },
];

describe('a calendar', () => {
  test('holds from the hour it is followed on, and changes at its hours, day after day', () => {
    const sim = new Simulation();
    const gate = new Resource(sim, { name: 'gate', capacity: 3 });
    const seen: string[] = [];
    followCalendar(sim, gate, { period: 24, changes: shifts });
    for (const hour of [0, 5.99, 6, 13, 14, 21, 22, 24, 29, 30, 46]) {
      sim.schedule(hour, () => seen.push(`${hour}: ${gate.capacity}`));
    }
    sim.run();
    expect(seen.join(', ')).toBe('0: 0, 5.99: 0, 6: 3, 13: 3, 14: 2, 21: 2, 22: 0, 24: 0, 29: 0, 30: 3, 46: 0');
    expect(sim.now).toBe(46);
    expect(gate.capacityOverTime.area(sim.now)).toBe(40 * 2);
  });

  test('begins at any hour, with a period that began at its origin, past or to come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: -200, max: 200 }), (start, origin) => {
        const sim = new Simulation();
        const gate = new Resource(sim, { name: 'gate', capacity: 3 });
        sim.run(start);
        followCalendar(sim, gate, { period: 24, changes: shifts, origin });
        for (let hour = start + 0.5; hour < start + 60; hour++) {
          sim.run(hour);
          const hourOfDay = (((hour - origin) % 24) + 24) % 24;
          expect(gate.capacity).toBe(hourOfDay < 6 || hourOfDay >= 22 ? 0 : hourOfDay < 14 ? 3 : 2);
        }
      }),
    );
  });

  test('does not drift: the thousandth change comes at origin + k × period + at', () => {
    const sim = new Simulation();
    const gate = new Resource(sim, { name: 'gate', capacity: 1 });
    const changes = [
      { at: 0, capacity: 1 },
      { at: 0.1, capacity: 0 },
    ];
    const hours: number[] = [];
    const period = 0.3;
    gate.capacityOverTime.watch((hour) => hours.push(hour));
    followCalendar(sim, gate, { period, changes });
    sim.run(1000 * period + 0.2);
    expect(hours.slice(-2)).toEqual([1000 * period, 1000 * period + 0.1]);
    expect(hours).toHaveLength(2001);
  });

  test('does not keep a run going, but goes on for who waits for its next shift', () => {
    const sim = new Simulation();
    const gate = new Resource(sim, { name: 'gate', capacity: 3 });
    followCalendar(sim, gate, { period: 24, changes: shifts });
    function* truck(): ProcessBody {
      yield* gate.seize();
      yield* sim.hold(1.5);
      gate.release();
    }
    sim.spawn('truck', truck());
    sim.run();
    expect(sim.now).toBe(7.5);
    sim.spawn('truck', truck(), { delay: 24 * 2 + 15 });
    sim.run();
    expect(sim.now).toBe(3 * 24 + 7.5);
  });

  test('is followed no more after a stop, and anew after a reset', () => {
    const sim = new Simulation();
    const gate = new Resource(sim, { name: 'gate', capacity: 3 });
    const calendar = followCalendar(sim, gate, { period: 24, changes: shifts });
    sim.run(7);
    calendar.stop();
    sim.run(48);
    expect([gate.capacity, sim.peek]).toEqual([3, Number.POSITIVE_INFINITY]);
    sim.reset();
    expect(gate.capacity).toBe(0);
    sim.run(15);
    expect([gate.capacity, gate.capacityOverTime.area(15)]).toEqual([2, 8 * 3 + 2]);
  });
});

describe('units in use beyond the new capacity', () => {
  test('finish, and are not given out again', () => {
    const sim = new Simulation();
    const gate = new Resource(sim, { name: 'gate', capacity: 3 });
    followCalendar(sim, gate, { period: 24, changes: shifts, inUse: 'finish' });
    const begins: number[] = [];
    function* truck(): ProcessBody {
      yield* gate.seize();
      begins.push(sim.now);
      yield* sim.hold(5);
      gate.release();
    }
    for (let i = 0; i < 6; i++) sim.spawn('truck', truck(), { delay: 12 });
    sim.run();
    expect(begins).toEqual([12, 12, 12, 17, 17, 30]);
  });

  test('are taken from their users, who go on when they come back', () => {
    const sim = new Simulation();
    const crane = new PreemptiveResource(sim, { name: 'crane', capacity: 2 });
    const day = [
      { at: 8, capacity: 2 },
      { at: 16, capacity: 0 },
    ];
    followCalendar(sim, crane, { period: 24, changes: day, inUse: 'preempt' });
    const [a, b, c] = ['a', 'b', 'c'].map((name) => sim.spawn(name, work(crane, 6)));
    sim.run();
    // a and b work from 8 to 14, c from 14 to 16 and then from 8 to 12 on the next day.
    expect([a!.value.preemptions, b!.value.preemptions, c!.value.preemptions]).toEqual([0, 0, 1]);
    expect([sim.now, crane.usage.area(sim.now)]).toEqual([36, 18]);
    expect(crane.utilisation).toBe(18 / (2 * 8 + 2 * 4));
  });

  test('are taken from no user who would be done at that instant', () => {
    const sim = new Simulation();
    const crane = new PreemptiveResource(sim, { name: 'crane', capacity: 1 });
    const changes = [
      { at: 0, capacity: 1 },
      { at: 8, capacity: 0 },
    ];
    followCalendar(sim, crane, { period: 24, changes, inUse: 'preempt' });
    const job = sim.spawn('job', work(crane, 8));
    sim.run();
    expect([job.value, sim.now]).toEqual([{ hours: 8, preemptions: 0, completed: true }, 8]);
  });
});

describe('bad input is refused with resource and hour, and changes nothing', () => {
  const good: CapacityCalendarOptions = { period: 24, changes: shifts };
  test.each<[string, CapacityCalendarOptions]>([
    ['its period cannot be 0 hours', { ...good, period: 0 }],
    ['its period cannot be NaN hours', { ...good, period: Number.NaN }],
    ['its period cannot be Infinity hours', { ...good, period: Number.POSITIVE_INFINITY }],
    ['its origin cannot be hour NaN', { ...good, origin: Number.NaN }],
    ['it has no changes', { ...good, changes: [] }],
    [
      'a change at 24 must lie within the period of 24 hours, after the one before',
      { period: 24, changes: [{ at: 24, capacity: 1 }] },
    ],
    [
      'a change at 6 must lie within the period of 24 hours, after the one before',
      { period: 24, changes: [...shifts, ...shifts] },
    ],
    [
      'a change at -1 must lie within the period of 24 hours, after the one before',
      { period: 24, changes: [{ at: -1, capacity: 1 }] },
    ],
    ['a capacity cannot be 1.5', { period: 24, changes: [{ at: 1, capacity: 1.5 }] }],
    ['a capacity cannot be -1', { period: 24, changes: [{ at: 1, capacity: -1 }] }],
    [
      'a period of 1e-12 hours is too short to be told apart at hour 3',
      { period: 1e-12, changes: [{ at: 0, capacity: 1 }] },
    ],
  ])('%s', (message, options) => {
    const sim = new Simulation();
    const gate = new Resource(sim, { name: 'gate', capacity: 3 });
    sim.run(3);
    expect(() => followCalendar(sim, gate, options)).toThrow(SimulationError);
    expect(() => followCalendar(sim, gate, options)).toThrow(`hour 3: the calendar of resource "gate": ${message}`);
    expect([gate.capacity, sim.background.pending]).toEqual([3, 0]);
  });

  test('taking units from users of a resource that cannot do so', () => {
    const sim = new Simulation();
    const gate = new Resource(sim, { name: 'gate', capacity: 3 });
    expect(() => followCalendar(sim, gate, { ...good, inUse: 'preempt' })).toThrow(
      'hour 0: resource "gate" cannot take units from its users: make it a PreemptiveResource',
    );
  });
});
