import { describe, expect, test } from 'vitest';
import { type ProcessBody, SimEvent, Simulation, SimulationError } from '../../src/engine/index.ts';

describe('an event', () => {
  test('wakes all who wait, in order of arrival, with its value; who comes later goes on at once', () => {
    const sim = new Simulation();
    const berthed = new SimEvent<string>(sim, 'berthed');
    const log: string[] = [];
    function* waits(name: string): ProcessBody {
      log.push(`${name} ${yield* berthed} ${sim.now}`);
    }
    sim.spawn('a', waits('a'));
    sim.spawn('b', waits('b'), { delay: 1 });
    sim.spawn('c', waits('c'), { delay: 9 });
    sim.schedule(4, () => berthed.succeed('north'));
    sim.run();
    expect(log).toEqual(['a north 4', 'b north 4', 'c north 9']);
    expect([berthed.triggered, berthed.value]).toEqual([true, 'north']);
  });

  test('that fails throws its error at every wait, before and after', () => {
    const sim = new Simulation();
    const permit = new SimEvent(sim, 'permit');
    const refused = new Error('refused');
    const caught: unknown[] = [];
    function* waits(): ProcessBody {
      try {
        yield* permit;
      } catch (error) {
        caught.push(error, sim.now);
      }
    }
    sim.spawn('early', waits());
    sim.spawn('late', waits(), { delay: 5 });
    sim.schedule(2, () => permit.fail(refused));
    sim.run();
    expect(caught).toEqual([refused, 2, refused, 5]);
    expect(() => permit.value).toThrow(refused);
  });

  test('that fails and reaches nobody by the end of its instant ends the run', () => {
    const cases: [hears: (permit: SimEvent) => void, expected: string | null][] = [
      [() => {}, 'event "permit", hour 2: it failed and nobody waits for it: refused'],
      [(permit) => permit.listen(() => {}), null],
      [(permit) => permit.sim.schedule(0, () => permit.listen(() => {})), null],
      [(permit) => permit.sim.schedule(0.5, () => permit.listen(() => {})), 'it failed and nobody waits for it'],
      [(permit) => permit.sim.schedule(0, () => expect(() => permit.value).toThrow('refused')), null],
      [(permit) => permit.defuse(), null],
    ];
    for (const [hears, expected] of cases) {
      const sim = new Simulation();
      const permit = new SimEvent(sim, 'permit');
      sim.schedule(2, () => {
        hears(permit);
        permit.fail(new Error('refused'));
      });
      if (expected === null) sim.run();
      else expect(() => sim.run()).toThrow(expected);
      sim.run();
    }
  });

  test('that fails may do so while the simulation is ended, or before it runs', () => {
    const sim = new Simulation();
    const [permit, pilot] = [new SimEvent(sim, 'permit'), new SimEvent(sim, 'pilot')];
    pilot.fail(new Error('ill'));
    sim.spawn(
      'ship',
      (function* () {
        try {
          yield* sim.hold(5);
        } finally {
          permit.fail(new Error('refused'));
        }
      })(),
    );
    expect(() => sim.run(1)).toThrow('event "pilot", hour 0: it failed and nobody waits for it: ill');
    sim.run(1);
    sim.end();
    expect(permit.triggered).toBe(true);
  });

  test('happens once, and has no value before', () => {
    const sim = new Simulation();
    const permit = new SimEvent(sim, 'permit');
    expect(() => permit.value).toThrow('event "permit" has not happened by hour 0');
    permit.succeed();
    expect(() => permit.succeed()).toThrow('event "permit" happens a second time at hour 0');
    expect(() => permit.fail(new Error('late'))).toThrow(SimulationError);
  });

  test('tells listeners once, at the instant or now, and not those who turned away', () => {
    const sim = new Simulation();
    const permit = new SimEvent<number>(sim, 'permit');
    const told: string[] = [];
    const gone = () => told.push('gone');
    permit.listen((event) => told.push(`before ${event.value}`));
    permit.listen(gone);
    permit.unlisten(gone);
    expect(permit.awaited).toBe(true);
    permit.succeed(7);
    permit.listen((event) => told.push(`after ${event.value}`));
    expect(told).toEqual(['before 7', 'after 7']);
    expect(permit.awaited).toBe(false);
  });

  test('does not tell a listener that turned away while others were told', () => {
    const sim = new Simulation();
    const permit = new SimEvent(sim, 'permit');
    const told: string[] = [];
    const second = () => told.push('second');
    permit.listen(() => permit.unlisten(second));
    permit.listen(second);
    permit.listen(() => told.push('third'));
    permit.succeed();
    expect(told).toEqual(['third']);
  });

  test('of a timeout happens after its hours with its value', () => {
    const sim = new Simulation();
    const reminder = sim.timeout(3, 'now');
    sim.run(3);
    expect(reminder.triggered).toBe(false);
    sim.run();
    expect([reminder.value, sim.now]).toEqual(['now', 3]);
  });
});
