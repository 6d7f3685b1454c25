import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyOf, Interrupt, type ProcessBody } from '../../src/engine/index.ts';
import { workshop } from './workshop.ts';

describe('a claim', () => {
  test('that is not served balks at a long line, or leaves it when patience ends', () => {
    const { sim, machine, log, note, start } = workshop();
    start(0, 'a', 1, 9);
    function* claims(patience: number): ProcessBody {
      note(yield* machine.claim({ priority: 1, patience, balkAt: 1 }));
    }
    sim.spawn('first', claims(3), { delay: 1 });
    sim.spawn('second', claims(3), { delay: 2 });
    sim.run();
    expect(log).toEqual(['0 a begins', '2 balked', '4 reneged', '9 a done']);
  });

  test('that is served at once in a first-fit line keeps its units for longer than its patience', () => {
    const { sim, machine, note, log, start } = workshop({ capacity: 2, discipline: 'first-fit' });
    start(0, 'a', 1, 9);
    start(0, 'both', 1, 1, 2);
    function* claims(): ProcessBody {
      note(yield* machine.claim({ priority: 2, patience: 1 }));
      yield* sim.hold(5);
      machine.release();
    }
    sim.spawn('small', claims());
    sim.run();
    expect(log).toEqual(['0 a begins', '0 served', '9 a done', '9 both begins', '10 both done']);
  });

  test('that leaves the line lets pass whom it held up', () => {
    const { sim, machine, log, start } = workshop({ capacity: 2 });
    start(0, 'a', 1, 9);
    function* impatient(): ProcessBody {
      yield* machine.claim({ units: 2, priority: 1, patience: 3 });
    }
    sim.spawn('impatient', impatient(), { delay: 1 });
    start(2, 'small', 1, 1);
    sim.run();
    expect(log).toEqual(['0 a begins', '4 small begins', '5 small done', '9 a done']);
  });

  test('as a request loses a race cleanly, in line or granted', () => {
    const { sim, machine, note, log, start } = workshop();
    start(0, 'a', 1, 5);
    function* races(): ProcessBody {
      note(`first ${yield* anyOf([machine.request(1, 2), sim.timeout(2)])}`);
      const request = machine.request(1, 0);
      note(`first ${yield* anyOf([sim.timeout(0), request])}`);
    }
    sim.spawn('races', races(), { delay: 1 });
    sim.run();
    expect(log).toEqual(['0 a begins', '3 first 1', '3 first 1', '3 a: Preempted']);
    expect([machine.queueLength, machine.inUse]).toEqual([0, 1]);
  });
});

describe('a grant not taken yet', () => {
  /** At hour 5 `first` ends and `second` is granted its unit; then, before it runs, `action` happens. */
  function afterAGrant(action: (shop: ReturnType<typeof workshop>) => void) {
    const shop = workshop();
    shop.start(0, 'first', 0, 5);
    shop.sim.schedule(0.5, () => shop.sim.schedule(4.5, () => action(shop)));
    return shop;
  }

  test('goes back to the line unnoticed, in front of its equals', () => {
    const { sim, machine, log, start } = afterAGrant((shop) => {
      shop.sim.spawn(
        'equal',
        shop.job('equal', 5, () => shop.sim.hold(1)),
      );
      expect(shop.machine.trySeize(1, 1)).toBe(true);
      shop.sim.schedule(2, () => shop.machine.release());
    });
    start(1, 'second', 5, 1);
    start(2, 'third', 5, 1);
    sim.run();
    expect(log.filter((line) => line.includes('begins'))).toEqual([
      '0 first begins',
      '7 second begins',
      '8 third begins',
      '9 equal begins',
    ]);
    expect(machine.preemptions).toBe(0);
  });

  test('keeps its patience', () => {
    const { sim, machine, note, log } = afterAGrant((shop) => shop.machine.trySeize(1, 1));
    function* impatient(): ProcessBody {
      note(yield* machine.claim({ priority: 5, patience: 6 }));
    }
    sim.spawn('impatient', impatient(), { delay: 1 });
    sim.run();
    expect(log).toEqual(['0 first begins', '5 first done', '7 reneged']);
  });

  test('of a request, which has told whoever listens, is lost like any other units', () => {
    const { sim, machine, note, log } = afterAGrant((shop) => shop.machine.trySeize(1, 1));
    function* requests(): ProcessBody {
      try {
        yield* machine.request(1, 5);
      } catch (error) {
        note(`${(error as Error).name}, holds ${machine.heldBy(sim.current!)}`);
      }
    }
    sim.spawn('requests', requests(), { delay: 1 });
    sim.run();
    expect(log).toEqual(['0 first begins', '5 first done', '5 Preempted, holds 0']);
  });
});

describe('whatever many processes do at the same whole hours', () => {
  interface Round {
    readonly think: number;
    readonly how: 'seize' | 'claim' | 'request';
    readonly priority: number;
    readonly patience: number;
    readonly hours: number;
  }
  interface Blow {
    readonly hour: number;
    /** Behind what is due at that hour already, but before those go on whom that serves. */
    readonly late: boolean;
    readonly victim: number;
    readonly capacity: number;
    readonly inUse: 'finish' | 'preempt';
  }
  /** What a process wants or has, by its own account. */
  interface Account {
    waits: number | null;
    holds: number | null;
  }
  const short = fc.nat(3);
  const someRounds = fc.array(
    fc.record({
      think: short,
      how: fc.constantFrom('seize' as const, 'claim' as const, 'request' as const),
      priority: short,
      patience: short,
      hours: short,
    }),
    { minLength: 1, maxLength: 5 },
  );
  const someBlows = fc.array(
    fc.record({
      hour: fc.nat(12),
      late: fc.boolean(),
      victim: fc.nat(5),
      capacity: short,
      inUse: fc.constantFrom('finish' as const, 'preempt' as const),
    }),
    { maxLength: 6 },
  );

  function play(actors: readonly (readonly Round[])[], blows: readonly Blow[]) {
    const { sim, machine } = workshop({ capacity: 3 });
    const accounts = actors.map((): Account => ({ waits: null, holds: null }));
    function* get({ how, priority, patience }: Round): ProcessBody<boolean> {
      if (how === 'claim') return (yield* machine.claim({ priority, patience })) === 'served';
      if (how === 'request') return (yield* anyOf([machine.request(1, priority), sim.timeout(patience)])) === 0;
      yield* machine.seize(1, priority);
      return true;
    }
    function* actor(rounds: readonly Round[], account: Account): ProcessBody {
      for (const round of rounds) {
        try {
          yield* sim.hold(round.think);
          account.waits = round.priority;
          const got = yield* get(round);
          account.waits = null;
          account.holds = got ? round.priority : null;
          expect(machine.heldBy(sim.current!)).toBe(got ? 1 : 0);
          if (got) yield* sim.hold(round.hours);
        } catch (error) {
          if (!(error instanceof Interrupt)) throw error;
          if (account.waits !== null) expect(machine.heldBy(sim.current!)).toBe(0);
        } finally {
          machine.releaseIfHeld();
          Object.assign(account, { waits: null, holds: null });
        }
      }
    }
    const processes = actors.map((rounds, i) => sim.spawn(`actor ${i}`, actor(rounds, accounts[i]!)));
    for (const { hour, late, victim, capacity, inUse } of blows) {
      const strike = () => {
        const process = processes[victim % processes.length]!;
        if (process.alive) process.interrupt('blow');
        machine.setCapacity(capacity, inUse);
      };
      sim.schedule(hour, late ? () => sim.schedule(0, strike) : strike);
    }
    sim.schedule(99, () => machine.setCapacity(3));
    return { sim, machine, accounts, processes };
  }

  test('units add up, and nobody waits who could be served by the rules', () => {
    fc.assert(
      fc.property(fc.array(someRounds, { minLength: 2, maxLength: 6 }), someBlows, (actors, blows) => {
        const { sim, machine, accounts, processes } = play(actors, blows);
        while (sim.step()) {
          expect(processes.reduce((sum, process) => sum + machine.heldBy(process), 0)).toBe(machine.inUse);
          if (sim.peek === sim.now) continue;
          const held = accounts.flatMap(({ holds }) => holds ?? []);
          const waiting = accounts.flatMap(({ waits }) => waits ?? []);
          expect([held.length, waiting.length]).toEqual([machine.inUse, machine.queueLength]);
          if (waiting.length === 0) continue;
          const best = Math.min(...waiting);
          const missing = machine.inUse + 1 - machine.capacity;
          expect(missing).toBeGreaterThan(held.filter((priority) => priority > best).length);
        }
        expect([machine.inUse, machine.queueLength]).toEqual([0, 0]);
        expect(processes.every(({ alive }) => !alive)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
