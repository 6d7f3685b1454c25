import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Interrupt,
  type Preempted,
  PreemptiveResource,
  type ProcessBody,
  Simulation,
  Tally,
  type Worked,
  type WorkOptions,
  work,
} from '../../src/engine/index.ts';
import { exponential, RandomStreams } from '../../src/random/index.ts';
import { type Done, type Job, onPaper } from './jobs-on-paper.ts';

type OnPreempt = NonNullable<WorkOptions['onPreempt']>;

function onEngine(jobs: readonly Job[], capacity: number, onPreempt: OnPreempt) {
  const sim = new Simulation();
  const machine = new PreemptiveResource(sim, { name: 'machine', capacity });
  const done: Done[] = [];
  function* worker({ units, priority, hours }: Job, i: number): ProcessBody {
    const worked = yield* work(machine, hours, { units, priority, onPreempt });
    done[i] = {
      end: sim.now,
      worked: worked.hours,
      preemptions: worked.preemptions,
      completed: worked.completed,
    };
  }
  jobs.forEach((job, i) => {
    sim.spawn(`job ${i}`, worker(job, i), { delay: job.arrives });
  });
  sim.run();
  return { sim, machine, done };
}

/** No two arrivals or ends coincide: each job owns two binary places, and all sums are exact. */
const someJobs = fc
  .array(fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 3 }), fc.nat(6), fc.nat(3)), { minLength: 1, maxLength: 12 })
  .map((rows) =>
    rows.map(([arrives, units, hours, priority], i): Job => {
      const place = 2 ** -(2 * i + 1);
      return { arrives: arrives + place, units, hours: hours + place / 2, priority };
    }),
  );
const policies = ['resume', 'restart', 'abort'] as const;

describe.each(policies)('work that is preempted and then does %s', (onPreempt) => {
  test('ends when the rules say, after the hours and the preemptions they say', () => {
    fc.assert(
      fc.property(someJobs, fc.integer({ min: 3, max: 5 }), (jobs, capacity) => {
        expect(onEngine(jobs, capacity, onPreempt).done).toEqual(onPaper(jobs, capacity, onPreempt));
      }),
      { numRuns: 500 },
    );
  });

  test('keeps the units within the capacity, and every hour of them accounted for', () => {
    fc.assert(
      fc.property(someJobs, (jobs) => {
        const { sim, machine, done } = onEngine(jobs, 3, onPreempt);
        const unitHours = done.reduce((sum, { worked }, i) => sum + worked * jobs[i]!.units, 0);
        expect(machine.usage.area(sim.now)).toBe(unitHours);
        expect(machine.usage.most).toBeLessThanOrEqual(3);
        expect(done.reduce((sum, { preemptions }) => sum + preemptions, 0)).toBe(machine.preemptions);
        expect([machine.inUse, machine.queueLength]).toEqual([0, 0]);
        if (onPreempt === 'resume') expect(done.map(({ worked }) => worked)).toEqual(jobs.map(({ hours }) => hours));
      }),
    );
  });
});

describe('by hand', () => {
  /** A of 10 h from hour 0, taken by B of 3 h at 4 and by C of 2 h at 9; D of A's priority comes at 5 and needs 1 h. */
  const jobs: Job[] = [
    { arrives: 0, units: 1, hours: 10, priority: 2 },
    { arrives: 4, units: 1, hours: 3, priority: 1 },
    { arrives: 9, units: 1, hours: 2, priority: 1 },
    { arrives: 5, units: 1, hours: 1, priority: 2 },
  ];

  test.each<[OnPreempt, readonly (readonly [number, number, number, boolean])[]]>([
    // A works 0–4, 7–9 and 11–15, and goes before D each time.
    [
      'resume',
      [
        [15, 10, 2, true],
        [7, 3, 0, true],
        [11, 2, 0, true],
        [16, 1, 0, true],
      ],
    ],
    // A works 0–4 and 7–9 in vain, then 11–21.
    [
      'restart',
      [
        [21, 16, 2, true],
        [7, 3, 0, true],
        [11, 2, 0, true],
        [22, 1, 0, true],
      ],
    ],
    // A gives up at 4; D follows B.
    [
      'abort',
      [
        [4, 4, 1, false],
        [7, 3, 0, true],
        [11, 2, 0, true],
        [8, 1, 0, true],
      ],
    ],
  ])('%s', (onPreempt, rows) => {
    const expected = rows.map(([end, worked, preemptions, completed]) => ({ end, worked, preemptions, completed }));
    expect(onEngine(jobs, 1, onPreempt).done).toEqual(expected);
    expect(onPaper(jobs, 1, onPreempt)).toEqual(expected);
  });
});

describe('work', () => {
  function shop() {
    const sim = new Simulation();
    return { sim, machine: new PreemptiveResource(sim, { name: 'machine', capacity: 1 }) };
  }

  test('that loses the machine at the instant of its end is complete', () => {
    const { sim, machine } = shop();
    sim.schedule(3, () => machine.trySeize(1, 0));
    const job = sim.spawn('job', work(machine, 3, { priority: 5, onPreempt: 'abort' }));
    sim.run();
    expect([job.value, machine.inUse]).toEqual([{ hours: 3, preemptions: 0, completed: true }, 1]);
  });

  test('of no hours takes its turn all the same', () => {
    const { sim, machine } = shop();
    sim.spawn('first', work(machine, 2));
    const job = sim.spawn('job', work(machine, 0));
    sim.run();
    expect([job.value, sim.now, machine.inUse]).toEqual([{ hours: 0, preemptions: 0, completed: true }, 2, 0]);
  });

  test('that is interrupted otherwise, at work or in line, releases the machine and throws on', () => {
    const { sim, machine } = shop();
    const seen: unknown[] = [];
    function* job(name: string): ProcessBody {
      try {
        yield* work(machine, 9);
      } catch (error) {
        seen.push(name, (error as Interrupt).reason, machine.heldBy(sim.current!));
      }
    }
    const [first, second] = ['first', 'second'].map((name) => sim.spawn(name, job(name)));
    sim.schedule(2, () => second!.interrupt('ice'));
    sim.schedule(3, () => first!.interrupt('storm'));
    sim.run();
    expect(seen).toEqual(['second', 'ice', 0, 'first', 'storm', 0]);
    expect([machine.inUse, machine.queueLength]).toEqual([0, 0]);
  });

  test('on a machine inside work on another ends when the other is lost, also at one instant with its own', () => {
    for (const both of [false, true]) {
      const { sim, machine: crane } = shop();
      const berth = new PreemptiveResource(sim, { name: 'berth', capacity: 1 });
      const seen: unknown[] = [];
      function* ship(): ProcessBody {
        yield* berth.seize(1, 5);
        try {
          yield* work(crane, 9, { priority: 5 });
        } catch (error) {
          seen.push((error as Preempted).resource.name, sim.now, crane.heldBy(sim.current!));
        }
      }
      sim.spawn('ship', ship());
      sim.schedule(2, () => {
        berth.trySeize(1, 0);
        if (both) crane.trySeize(1, 0);
      });
      sim.run();
      expect(seen).toEqual(['berth', 2, 0]);
      expect(crane.inUse).toBe(both ? 1 : 0);
    }
  });

  test('knows its own seizure from another that the process lost of the same machine', () => {
    const sim = new Simulation();
    const machine = new PreemptiveResource(sim, { name: 'machine', capacity: 2 });
    const seen: unknown[] = [];
    function* twice(): ProcessBody {
      yield* machine.seize(1, 9);
      try {
        yield* work(machine, 9, { priority: 5 });
      } catch (error) {
        seen.push((error as Preempted).priority, machine.heldBy(sim.current!));
      }
    }
    sim.spawn('twice', twice());
    sim.schedule(2, () => machine.trySeize(1, 0));
    sim.run();
    expect(seen).toEqual([9, 0]);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('of %d hours is refused before it takes anything', (hours) => {
    const { sim, machine } = shop();
    sim.spawn('job', work(machine, hours) as ProcessBody<Worked>, { delay: 2 });
    expect(() => sim.run()).toThrow(
      `process "job", hour 2: work on resource "machine" must take a finite number of hours of at least 0, not ${hours}`,
    );
    expect(machine.waits.count).toBe(0);
  });
});

/**
 * M/M/1 with two classes and preemptive resume, λ .3 and .5, μ 1. The first class sees an M/M/1 of its own:
 * Wq = ρ1 / (μ(1 − ρ1)); the time in the system of the second is (1/μ) / ((1 − σ1)(1 − σ2)), with σ1 = .3, σ2 = .8
 * (Kleinrock, vol. II, ch. 3).
 *
 * 40 replications of 10,000 customers or so after hour 1,000. Each of two means must lie within a Student interval on
 * 39 degrees of freedom that a right engine leaves with probability 4e-7: the false-alarm rate is below 1e-6.
 */
describe('M/M/1 with preemptive resume, in closed form', () => {
  const REPLICATIONS = 40;
  const WARM_UP = 1000;
  const HOURS = 13_500;
  const FALSE_ALARM = 4e-7;

  function replicate(replication: number): { readonly wait: number; readonly sojourn: number } {
    const sim = new Simulation();
    const machine = new PreemptiveResource(sim, { name: 'machine', capacity: 1 });
    const streams = new RandomStreams('preemptive M/M/1', replication);
    const waits = new Tally({ quantiles: false });
    const sojourns = new Tally({ quantiles: false });
    function* customer(priority: number, hours: number): ProcessBody {
      const arrival = sim.now;
      yield* work(machine, hours, { priority });
      if (arrival < WARM_UP) return;
      if (priority === 1) waits.add(sim.now - arrival - hours);
      else sojourns.add(sim.now - arrival);
    }
    function* source(priority: number, rate: number): ProcessBody {
      const [gaps, hours] = [streams.stream('gap', priority), streams.stream('hours', priority)];
      for (;;) {
        yield* sim.hold(exponential(1 / rate).quantile(gaps.next()));
        sim.spawn('customer', customer(priority, exponential(1).quantile(hours.next())));
      }
    }
    sim.spawn('source 1', source(1, 0.3));
    sim.spawn('source 2', source(2, 0.5));
    sim.run(WARM_UP + HOURS);
    return { wait: waits.mean, sojourn: sojourns.mean };
  }

  const replications = Array.from({ length: REPLICATIONS }, (_, i) => replicate(i));
  test.each([
    ['wait of the first class', 'wait', 0.3 / 0.7],
    ['time in the system of the second class', 'sojourn', 1 / (0.7 * 0.2)],
  ] as const)('%s', (_, what, expected) => {
    const means = new Tally();
    for (const one of replications) means.add(one[what]);
    const halfWidth = tQuantile(1 - FALSE_ALARM / 2, REPLICATIONS - 1) * Math.sqrt(means.variance / REPLICATIONS);
    expect(halfWidth).toBeLessThan(0.2 * expected);
    expect(Math.abs(means.mean - expected)).toBeLessThan(halfWidth);
  });
});
