import { describe, expect, test } from 'vitest';
import {
  type BreakdownOptions,
  breakDown,
  followCalendar,
  PreemptiveResource,
  type ProcessBody,
  Resource,
  Simulation,
  SimulationError,
  work,
} from '../../src/engine/index.ts';

/** Fails after 8 h, is repaired in 2. */
const tenHours: BreakdownOptions = { timeToFailure: () => 8, timeToRepair: () => 2 };

describe('availability', () => {
  test.each([
    [8, 2],
    [1, 3],
    [0.5, 0.125],
    [30, 0],
  ])('is MTTF / (MTTF + MTTR) exactly, of %d h up and %d h down', (up, down) => {
    const sim = new Simulation();
    const crane = new Resource(sim, { name: 'crane', capacity: 1 });
    const breakdowns = breakDown(sim, crane, { timeToFailure: () => up, timeToRepair: () => down });
    sim.run(12 * (up + down));
    expect(crane.capacityOverTime.mean(sim.now)).toBe(up / (up + down));
    expect(breakdowns.down.mean(sim.now)).toBe(down / (up + down));
    expect(breakdowns.failures).toBe(down === 0 ? 11 : 12);
  });

  test('of units that fail on their own adds up, and so does that of several that fail together', () => {
    const sim = new Simulation();
    const cranes = new Resource(sim, { name: 'cranes', capacity: 4 });
    breakDown(sim, cranes, tenHours);
    breakDown(sim, cranes, { timeToFailure: () => 4, timeToRepair: () => 1 });
    breakDown(sim, cranes, { timeToFailure: () => 3, timeToRepair: () => 1, units: 2 });
    sim.run(100);
    expect(cranes.capacityOverTime.area(100)).toBe(400 - 20 - 20 - 2 * 25);
  });

  test('adds up with a calendar, also when more is down than planned', () => {
    const sim = new Simulation();
    const cranes = new Resource(sim, { name: 'cranes', capacity: 2 });
    const changes = [
      { at: 0, capacity: 2 },
      { at: 9, capacity: 0 },
    ];
    followCalendar(sim, cranes, { period: 10, changes });
    breakDown(sim, cranes, tenHours);
    sim.run(30);
    // Down 8–10, 18–20, 28–30; of that, 1 h a period is planned to be closed.
    expect(cranes.capacityOverTime.area(30)).toBe(3 * (9 * 2 - 1));
  });

  test('takes capacity that is set by hand in between as it finds it', () => {
    const sim = new Simulation();
    const cranes = new Resource(sim, { name: 'cranes', capacity: 2 });
    breakDown(sim, cranes, tenHours);
    const seen: number[] = [];
    sim.schedule(9, () => cranes.setCapacity(3));
    for (const hour of [8.5, 9.5, 10.5, 18.5]) sim.schedule(hour, () => seen.push(cranes.capacity));
    sim.run();
    expect(seen).toEqual([1, 3, 4, 3]);
  });
});

/** Jobs of 5 h that come at 0, 6, 12, …; when each began and ended, and the capacity of the machine over time. */
function jobsOf(inUse: 'finish' | 'preempt', clock: 'calendar' | 'busy', count = 3) {
  const sim = new Simulation();
  const machine = new PreemptiveResource(sim, { name: 'machine', capacity: 1 });
  const breakdowns = breakDown(sim, machine, { ...tenHours, inUse, clock });
  const downs: string[] = [];
  breakdowns.down.watch((hour, down) => downs.push(`${down > 0 ? 'down' : 'up'} ${hour}`));
  const ends: number[] = [];
  function* job(): ProcessBody {
    yield* work(machine, 5);
    ends.push(sim.now);
  }
  for (let i = 0; i < count; i++) sim.spawn(`job ${i}`, job(), { delay: 6 * i });
  sim.run();
  return { machine, ends, downs: downs.join(', '), utilisation: machine.utilisation };
}

describe('by hand: the machine fails after 8 h, is repaired in 2; jobs of 5 h come every 6 h', () => {
  test('calendar clock, users finish: the repair begins when they have', () => {
    // Busy 0–5, 6–11 (it fails at 8, the repair takes 11–13), 13–18.
    expect(jobsOf('finish', 'calendar')).toMatchObject({ ends: [5, 11, 18], downs: 'down 8, up 13' });
  });

  test('calendar clock, users lose it: they go on after the repair', () => {
    // Busy 0–5, 6–8, 10–13, 13–18; it fails at 8 and, 8 h after the repair, at 18, when the last job is done.
    const { ends, downs, machine } = jobsOf('preempt', 'calendar');
    expect([ends, downs]).toEqual([[5, 13, 18], 'down 8, up 10, down 18']);
    expect(machine.preemptions).toBe(2);
  });

  test('busy clock, users finish', () => {
    // 8 h of use are full at 9; the repair takes 11–13; the third job begins then.
    expect(jobsOf('finish', 'busy')).toMatchObject({ ends: [5, 11, 18], downs: 'down 9, up 13' });
  });

  test('busy clock, users lose it', () => {
    // Busy 0–5 and 6–9, down 9–11, busy 11–13, 13–18: 7 h since the repair, so nothing more.
    const { ends, downs, machine } = jobsOf('preempt', 'busy');
    expect([ends, downs, machine.preemptions]).toEqual([[5, 13, 18], 'down 9, up 11', 1]);
  });

  test('utilisation is use over the units that were not down; those that finish can make it exceed 1', () => {
    expect(jobsOf('preempt', 'busy').utilisation).toBe(15 / (18 - 2));
    expect(jobsOf('finish', 'calendar').utilisation).toBe(15 / (18 - 5));
  });
});

describe('the busy clock', () => {
  test('stands still while nobody uses the machine, and after a reset of statistics goes on as before', () => {
    const sim = new Simulation();
    const machine = new Resource(sim, { name: 'machine', capacity: 1 });
    const breakdowns = breakDown(sim, machine, { ...tenHours, clock: 'busy' });
    sim.schedule(100, () => machine.trySeize());
    sim.schedule(105, () => sim.resetStatistics());
    sim.schedule(106, () => machine.release());
    sim.schedule(200, () => machine.trySeize());
    sim.run(201.5);
    expect(breakdowns.failures).toBe(0);
    sim.run(203);
    expect([breakdowns.failures, breakdowns.down.area(203)]).toEqual([1, 1]);
  });

  test('counts the hours of all units together', () => {
    const sim = new Simulation();
    const cranes = new Resource(sim, { name: 'cranes', capacity: 3 });
    const breakdowns = breakDown(sim, cranes, { ...tenHours, clock: 'busy' });
    sim.schedule(1, () => cranes.trySeize(3));
    sim.schedule(3, () => cranes.release(2));
    sim.run(4.5);
    expect([breakdowns.failures, cranes.capacity]).toEqual([0, 3]);
    sim.run(5.5);
    expect([breakdowns.failures, cranes.capacity]).toEqual([1, 2]);
    sim.run(7.5);
    expect(cranes.capacity).toBe(3);
  });
});

describe('the repairer', () => {
  test('is waited for and held during the repair; who comes first is mended first', () => {
    const sim = new Simulation();
    const fitter = new Resource(sim, { name: 'fitter', capacity: 1 });
    const machines = [1, 2].map((i) => new Resource(sim, { name: `machine ${i}`, capacity: 1 }));
    for (const [i, machine] of machines.entries()) {
      breakDown(sim, machine, { timeToFailure: () => 8 + i, timeToRepair: () => 4, repairer: fitter });
    }
    sim.run(19);
    // The first is down 8–12, the second 9–16: it waits 9–12.
    expect(machines.map((machine) => machine.capacityOverTime.area(19))).toEqual([19 - 4, 19 - 7]);
    expect([fitter.usage.area(19), fitter.waits.most]).toEqual([8, 3]);
  });

  test('leaves odd jobs at once when it is preemptive, and comes back to them', () => {
    const sim = new Simulation();
    const fitter = new PreemptiveResource(sim, { name: 'fitter', capacity: 1 });
    const machine = new Resource(sim, { name: 'machine', capacity: 1 });
    breakDown(sim, machine, { ...tenHours, repairer: fitter, repairPriority: 1 });
    const oddJob = sim.spawn('odd job', work(fitter, 15, { priority: 2 }));
    sim.run();
    expect([oddJob.value, sim.now]).toEqual([{ hours: 15, preemptions: 1, completed: true }, 17]);
  });

  test('is not taken for the last user of the machine', () => {
    const sim = new Simulation();
    const fitter = new Resource(sim, { name: 'fitter', capacity: 1 });
    const machine = new Resource(sim, { name: 'machine', capacity: 1 });
    breakDown(sim, machine, { ...tenHours, repairer: fitter });
    function* user(): ProcessBody {
      yield* machine.seize();
      yield* sim.hold(9);
      machine.release();
      expect(fitter.inUse).toBe(0);
      yield* sim.hold(20);
    }
    sim.spawn('user', user());
    sim.run(12);
    expect([machine.capacity, fitter.inUse]).toEqual([1, 0]);
  });
});

describe('breakdowns', () => {
  test('do not keep a run going, but go on for who waits for the repair', () => {
    const sim = new Simulation();
    const machine = new Resource(sim, { name: 'machine', capacity: 1 });
    breakDown(sim, machine, tenHours);
    sim.spawn('job', jobAt(9));
    sim.run();
    expect(sim.now).toBe(11);
    function* jobAt(hour: number): ProcessBody {
      yield* sim.holdUntil(hour);
      yield* machine.seize();
      yield* sim.hold(1);
      machine.release();
    }
  });

  test('end with a stop, what is down is repaired; and begin anew with a reset', () => {
    const sim = new Simulation();
    const machine = new Resource(sim, { name: 'machine', capacity: 1 });
    const breakdowns = breakDown(sim, machine, tenHours);
    sim.schedule(9, () => breakdowns.stop());
    sim.run(100);
    expect([breakdowns.failures, machine.capacityOverTime.area(100)]).toEqual([1, 98]);
    machine.trySeize();
    sim.reset();
    expect([breakdowns.failures, machine.capacity]).toEqual([0, 1]);
    sim.run(100);
    expect([breakdowns.failures, machine.capacityOverTime.area(100)]).toEqual([10, 80]);
  });

  test('begin anew with a reset while a user still finishes on the broken machine', () => {
    const sim = new Simulation();
    const machine = new Resource(sim, { name: 'machine', capacity: 1 });
    const breakdowns = breakDown(sim, machine, tenHours);
    machine.trySeize();
    sim.run(9);
    expect([breakdowns.failures, machine.capacity, machine.inUse]).toEqual([1, 0, 1]);
    sim.reset();
    sim.run(100);
    expect(machine.capacityOverTime.area(100)).toBe(80);
  });
});

describe('bad input', () => {
  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('a time of %d hours drawn in the run', (hours) => {
    const sim = new Simulation();
    const crane = new Resource(sim, { name: 'crane', capacity: 1 });
    const must = 'of resource "crane" must give a finite number of hours of at least 0, not';
    expect(() => breakDown(sim, crane, { ...tenHours, timeToFailure: () => hours })).toThrow(
      `hour 0: timeToFailure ${must} ${hours}`,
    );
    expect(sim.background.pending).toBe(0);
    breakDown(sim, crane, { ...tenHours, timeToRepair: () => hours });
    expect(() => sim.run(9)).toThrow(`hour 8: timeToRepair ${must} ${hours}`);
  });

  test.each([0, -1, 1.5, 4, Number.NaN])('%d units of 3 that are to fail', (units) => {
    const sim = new Simulation();
    const cranes = new Resource(sim, { name: 'cranes', capacity: 3 });
    const bad = () => breakDown(sim, cranes, { ...tenHours, units });
    expect(bad).toThrow(SimulationError);
    expect(bad).toThrow(`hour 0: ${units} units of resource "cranes" cannot break down, its capacity is 3`);
    expect(sim.background.pending).toBe(0);
  });

  test('taking units from users of a resource that cannot do so; a priority that is no number', () => {
    const sim = new Simulation();
    const crane = new Resource(sim, { name: 'crane', capacity: 1 });
    expect(() => breakDown(sim, crane, { ...tenHours, inUse: 'preempt' })).toThrow('make it a PreemptiveResource');
    expect(() => breakDown(sim, crane, { ...tenHours, repairPriority: Number.NaN })).toThrow(
      'hour 0: repairs of resource "crane" cannot have priority NaN',
    );
  });
});
