import { describe, expect, test } from 'vitest';
import { type ProcessBody, SimEvent, Simulation, StalledError } from '../../src/engine/index.ts';

/** A tick every hour, in the background, that notes what happens at 1, 2, 3, … */
function ticking(sim: Simulation, log: string[]): void {
  const tick = () => {
    log.push(`tick ${sim.now}`);
    sim.background.scheduleAt(sim.now + 1, tick);
  };
  sim.background.scheduleAt(1, tick);
}

function* holds(sim: Simulation, hours: number): ProcessBody {
  yield* sim.hold(hours);
}

describe('an event in the background', () => {
  test('does not keep a run going: it ends with the last of everything else, and can be gone on with', () => {
    const sim = new Simulation();
    const log: string[] = [];
    ticking(sim, log);
    sim.run();
    expect([sim.now, log]).toEqual([0, []]);
    sim.spawn('ship', holds(sim, 2.5));
    sim.run();
    expect([sim.now, log]).toEqual([2.5, ['tick 1', 'tick 2']]);
    sim.schedule(1, () => log.push('call'));
    sim.run();
    expect([sim.now, log.slice(2)]).toEqual([3.5, ['tick 3', 'call']]);
  });

  test('happens up to the hour that a run is to last', () => {
    const sim = new Simulation();
    const log: string[] = [];
    ticking(sim, log);
    sim.run(3);
    expect([sim.now, log]).toEqual([3, ['tick 1', 'tick 2']]);
  });

  test('goes before whatever else is due at its instant', () => {
    const sim = new Simulation();
    const log: string[] = [];
    sim.schedule(1, () => log.push('call'));
    ticking(sim, log);
    sim.run(2);
    expect(log).toEqual(['tick 1', 'call']);
  });

  test('goes on while a process waits that it may free', () => {
    const sim = new Simulation();
    const tide = new SimEvent(sim, 'tide');
    sim.background.scheduleAt(7, () => tide.succeed());
    sim.background.scheduleAt(9, () => expect.unreachable());
    function* ship(): ProcessBody {
      yield* tide;
    }
    sim.spawn('ship', ship());
    sim.run();
    expect(sim.now).toBe(7);
  });

  test('goes on while a run is to last until a condition holds, but not for ever; and a step takes it', () => {
    const sim = new Simulation();
    const log: string[] = [];
    ticking(sim, log);
    expect([sim.runUntil(() => log.length === 3), sim.now]).toEqual([true, 3]);
    expect([sim.step(), sim.now]).toEqual([true, 4]);
    expect(sim.runUntil(new SimEvent(sim, 'never'))).toBe(false);
  });

  test('lets a run end over processes in the background', () => {
    const sim = new Simulation();
    const log: string[] = [];
    ticking(sim, log);
    const never = new SimEvent(sim, 'never');
    function* server(): ProcessBody {
      yield* never;
    }
    sim.spawn('server', server(), { background: true });
    sim.run();
    expect([sim.now, log]).toEqual([0, []]);
  });

  test('can be taken back, once, before it happens', () => {
    const sim = new Simulation();
    const event = sim.background.scheduleAt(2, () => expect.unreachable());
    sim.background.cancel(event);
    sim.background.cancel(event);
    expect([sim.background.pending, sim.peek]).toEqual([0, Number.POSITIVE_INFINITY]);
    const kept = sim.background.scheduleAt(2, () => {});
    sim.run(3);
    sim.background.cancel(kept);
    expect(sim.background.pending).toBe(0);
  });

  test('of before a reset cannot take back one of after it', () => {
    const sim = new Simulation();
    const old = sim.background.scheduleAt(2, () => {});
    sim.reset();
    let happened = false;
    sim.background.scheduleAt(2, () => {
      happened = true;
    });
    sim.background.cancel(old);
    sim.run(3);
    expect(happened).toBe(true);
  });
});

test('processes that wait in vain while only the background goes on are found out in the end', () => {
  const sim = new Simulation();
  const log: string[] = [];
  ticking(sim, log);
  const never = new SimEvent(sim, 'permit');
  function* ship(): ProcessBody {
    yield* never;
  }
  sim.spawn('ship', ship());
  expect(() => sim.run()).toThrow(StalledError);
  expect(() => sim.run()).toThrow('process "ship" waits for event "permit" since hour 0');
});
