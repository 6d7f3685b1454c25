import { describe, expect, test } from 'vitest';
import {
  type Interrupt,
  type ProcessBody,
  type RealTime,
  Resource,
  Signal,
  type Simulation,
  StalledError,
} from '../../src/engine/index.ts';
import { type FakeTimer, player } from './fake-clocks.ts';

describe('stopping', () => {
  function* careful(sim: Simulation, log: string[]): ProcessBody {
    try {
      yield* sim.hold(9);
    } finally {
      log.push(`left at ${sim.now}`);
    }
  }

  test('leaves every process by its finally blocks; nothing can be played any more', async () => {
    const { clock, sim, player: it } = player([1]);
    const log: string[] = [];
    sim.spawn('careful', careful(sim, log));
    const end = it.play();
    clock.pass(600);
    it.stop();
    expect([await end, log, clock.pending]).toEqual(['stopped', ['left at 1'], 0]);
    await expect(playThrough(it, clock)).rejects.toThrow('the simulation has ended');
  });

  test('from within the model happens after the present event', async () => {
    const { clock, sim, happened, player: it } = player([2]);
    const log: string[] = [];
    sim.spawn('careful', careful(sim, log));
    sim.schedule(1, () => {
      it.stop();
      log.push('still here');
    });
    const end = it.play();
    clock.pass(9000);
    expect([await end, log, happened]).toEqual(['stopped', ['still here', 'left at 1'], []]);
  });

  test('hands over what a finally block throws; again, it just ends what has ended', async () => {
    const { sim, player: it } = player([1]);
    function* careless(): ProcessBody {
      try {
        yield* sim.hold(9);
      } finally {
        sim.spawn('helper', careless());
      }
    }
    sim.spawn('careless', careless());
    sim.step();
    const end = it.play();
    it.stop();
    await expect(end).rejects.toThrow('process "careless", hour 0: the simulation has ended');
    it.stop();
    expect(it.playing).toBe(false);
  });
});

async function playThrough(it: RealTime, clock: FakeTimer): Promise<unknown> {
  const end = it.play();
  while (clock.callNext());
  return end;
}

describe('an error of the model', () => {
  test('rejects the promise with what run would throw; one may play on', async () => {
    const { clock, sim, happened, player: it } = player([3]);
    sim.spawn(
      'crane',
      (function* (): ProcessBody {
        yield* sim.hold(1);
        throw new RangeError('boom');
      })(),
    );
    await expect(playThrough(it, clock)).rejects.toThrow('process "crane", hour 1: boom');
    expect([it.playing, clock.pending, sim.now]).toEqual([false, 0, 1]);
    expect([await playThrough(it, clock), happened]).toEqual(['ended', [3]]);
  });

  test('is a run that dries up while processes wait', async () => {
    const { clock, sim, player: it } = player([3]);
    const berth = new Resource(sim, { name: 'berth', capacity: 1 });
    berth.trySeize();
    sim.spawn(
      'ship',
      (function* () {
        yield* berth.seize();
      })(),
    );
    await expect(playThrough(it, clock)).rejects.toThrow(StalledError);
    expect(sim.now).toBe(3);
  });
});

describe('what comes from outside', () => {
  test('happens at the hour shown, after what was due by then, and what follows from it at once', () => {
    const { clock, sim, player: it } = player([100]);
    const bell = new Signal<string>(sim, 'bell');
    const log: unknown[] = [];
    function* keeper(): ProcessBody {
      for (;;) log.push(yield* bell.wait(), sim.now);
    }
    sim.spawn('keeper', keeper(), { background: true });
    it.play();
    clock.pass(750);
    it.act(() => bell.fire('rung'));
    clock.pass(1);
    expect(log).toEqual(['rung', 1.5]);
  });

  test('while it is paused or within the model just happens', () => {
    const { clock, sim, player: it } = player([1, 2]);
    const log: number[] = [];
    it.act(() => log.push(sim.now));
    sim.schedule(1, () => it.act(() => log.push(sim.now)));
    it.play();
    clock.pass(9000);
    expect(log).toEqual([0, 1]);
  });

  test('can interrupt, end the play or fail; only its own error comes back', async () => {
    const { clock, sim, player: it } = player([1]);
    const log: unknown[] = [];
    const crane = sim.spawn(
      'crane',
      (function* (): ProcessBody {
        try {
          yield* sim.hold(50);
        } catch (error) {
          log.push((error as Interrupt).reason, sim.now);
        }
      })(),
    );
    const end = it.play();
    clock.pass(2000);
    it.act(() => crane.interrupt('button'));
    expect(() => it.act(() => expect.fail('oh'))).toThrow('oh');
    clock.pass(1);
    expect([await end, log]).toEqual(['ended', ['button', 4]]);
  });
});
