import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Interrupt, SimEvent, Simulation } from '../../src/engine/index.ts';

/** One happening of a random program: something earlier, its parent, sets it off in some way. */
interface Happening {
  readonly parent: number;
  readonly how: 'call' | 'hold' | 'spawn' | 'wake' | 'interrupt';
  readonly delay: number;
  readonly priority: number;
}

const program = fc.array(
  fc.record({
    parent: fc.nat(),
    how: fc.constantFrom('call', 'hold', 'spawn', 'wake', 'interrupt'),
    delay: fc.constantFrom(0, 0, 0, 1, 2),
    priority: fc.integer({ min: -2, max: 2 }),
  }) satisfies fc.Arbitrary<Happening>,
  { minLength: 1, maxLength: 120, size: 'max' },
);

/** The program's happenings as `number@hour`, in the order in which the engine lets them happen. */
function onEngine(happenings: readonly Happening[]): string[] {
  const sim = new Simulation();
  const log: string[] = [];
  const doors = happenings.map((_, i) => new SimEvent(sim, `door ${i}`));
  const waiting = happenings.map((one, i) => (i > 0 && /^(wake|interrupt)$/.test(one.how) ? waits(i) : null));
  function waits(i: number) {
    return sim.spawn(
      `waits at door ${i}`,
      (function* () {
        try {
          yield* doors[i] as SimEvent;
        } catch (error) {
          expect(error).toBeInstanceOf(Interrupt);
        }
        happen(i);
      })(),
    );
  }
  function happen(i: number): void {
    log.push(`${i}@${sim.now}`);
    happenings.forEach((child, j) => {
      if (j > 0 && child.parent % j === i) setOff(child, j);
    });
  }
  function setOff({ how, delay, priority }: Happening, i: number): void {
    if (how === 'call') sim.schedule(delay, () => happen(i), priority);
    else if (how === 'wake') (doors[i] as SimEvent).succeed();
    else if (how === 'interrupt') waiting[i]?.interrupt();
    else {
      const held = how === 'hold' ? delay : 0;
      const body = function* () {
        if (how === 'hold') yield* sim.hold(held);
        happen(i);
      };
      sim.spawn(`process ${i}`, body(), { delay: delay - held });
    }
  }
  sim.schedule(1, () => happen(0));
  sim.run();
  return log;
}

/** The same by the rule alone: always the pending one with the least (time, priority, order of setting off). */
function onPaper(happenings: readonly Happening[]): string[] {
  const log: string[] = [];
  let order = 0;
  let pending: { time: number; priority: number; order: number; act: (now: number) => void }[] = [];
  const add = (time: number, priority: number, act: (now: number) => void) =>
    pending.push({ time, priority, order: order++, act });
  const happen = (i: number, now: number): void => {
    log.push(`${i}@${now}`);
    happenings.forEach((child, j) => {
      if (j === 0 || child.parent % j !== i) return;
      const { how, delay, priority } = child;
      if (how === 'call') add(now + delay, priority, (at) => happen(j, at));
      else if (how === 'spawn') add(now + delay, 0, (at) => happen(j, at));
      else if (how === 'hold') add(now, 0, (at) => add(at + delay, 0, (later) => happen(j, later)));
      else add(now, 0, (at) => happen(j, at));
    });
  };
  add(1, 0, (now) => happen(0, now));
  while (pending.length > 0) {
    const next = pending.reduce((a, b) =>
      (a.time - b.time || a.priority - b.priority || a.order - b.order) < 0 ? a : b,
    );
    pending = pending.filter((other) => other !== next);
    next.act(next.time);
  }
  return log;
}

describe('the order of what happens at one instant', () => {
  test('is by time, priority, then sequence, for callbacks, timers, spawns, wakes and interrupts alike', () => {
    fc.assert(
      fc.property(program, (happenings) => {
        expect(onEngine(happenings)).toEqual(onPaper(happenings));
      }),
      { numRuns: 300 },
    );
  });

  test('a call of lower priority number overtakes a wake-up that was there before it', () => {
    const sim = new Simulation();
    const log: string[] = [];
    const door = new SimEvent(sim, 'door');
    sim.spawn(
      'waits',
      (function* () {
        yield* door;
        log.push('woken');
      })(),
    );
    sim.schedule(1, () => {
      door.succeed();
      sim.schedule(0, () => log.push('after'));
      sim.schedule(0, () => log.push('last'), 1);
      sim.schedule(0, () => log.push('first'), -1);
    });
    sim.run();
    expect(log).toEqual(['first', 'woken', 'after', 'last']);
  });

  test('more wake-ups than the ring first holds keep their order, some of them withdrawn', () => {
    const sim = new Simulation();
    const log: number[] = [];
    const door = new SimEvent(sim, 'door');
    const crowd = Array.from({ length: 1000 }, (_, i) =>
      sim.spawn(
        `visitor ${i}`,
        (function* () {
          try {
            yield* door;
          } catch {
            return;
          }
          log.push(i);
        })(),
      ),
    );
    sim.schedule(1, () => {
      door.succeed();
      for (let i = 0; i < 1000; i += 3) crowd[i]?.interrupt();
    });
    sim.run();
    expect(log).toEqual(crowd.map((_, i) => i).filter((i) => i % 3 !== 0));
  });
});
