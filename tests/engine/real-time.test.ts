import { describe, expect, test } from 'vitest';
import { followCalendar, RealTime, Resource, Simulation, SimulationError } from '../../src/engine/index.ts';
import { FakeFrames, player } from './fake-clocks.ts';

describe('a played simulation', () => {
  test('does each thing at its own hour, when that hour has come on the clock', async () => {
    const { clock, happened, player: it } = player([1, 1, 2.5]);
    const end = it.play();
    clock.pass(499);
    expect(happened).toEqual([]);
    clock.pass(1);
    expect(happened).toEqual([1, 1]);
    clock.pass(750);
    expect(happened).toEqual([1, 1, 2.5]);
    expect(await end).toBe('ended');
    expect([it.playing, it.now, clock.pending]).toEqual([false, 2.5, 0]);
  });

  test('waits as long as it must, in whole milliseconds, and not in vain', () => {
    const { clock, player: it } = player([1 / 3, 7]);
    it.play(10);
    while (clock.callNext());
    expect(clock.asked).toEqual([167, 3333, 1500]);
  });

  test('shows the hour between events, but never one past what has yet to happen', () => {
    const frames = new FakeFrames(300);
    const sim = new Simulation();
    sim.schedule(1, () => {});
    const it = new RealTime(sim, { clock: frames, hoursPerSecond: 2 });
    it.play(5);
    const shown: number[] = [];
    for (let i = 0; i < 3; i++) {
      frames.frame();
      shown.push(it.now);
    }
    expect(shown).toEqual([0.6, 1.2, 1.8]);
    expect(sim.now).toBe(it.now);
  });

  test('holds the hour at a thing that is due until it has happened', () => {
    let ms = 0;
    const sim = new Simulation();
    sim.schedule(1, () => {});
    const it = new RealTime(sim, { clock: { now: () => ms, after: () => () => {} }, hoursPerSecond: 2 });
    it.play();
    ms = 400;
    expect([it.now, it.lagHours]).toEqual([0.8, 0]);
    ms = 900;
    expect([it.now, it.lagHours]).toEqual([1, 0.8]);
  });

  test('up to an hour leaves what is due at it, as run does, and can play on', async () => {
    const { clock, sim, happened, player: it } = player([1, 4, 5]);
    const end = it.play(4);
    clock.pass(9000);
    expect([await end, sim.now, happened, it.now]).toEqual(['reached', 4, [1], 4]);
    const rest = it.play();
    clock.pass(500);
    expect([await rest, happened]).toEqual(['ended', [1, 4, 5]]);
  });

  test('up to an hour after the last event goes on to that hour', async () => {
    const { clock, sim, player: it } = player([1]);
    const end = it.play(3);
    clock.pass(1000);
    expect([it.now, sim.now]).toEqual([2, 1]);
    clock.pass(500);
    expect([await end, sim.now]).toEqual(['reached', 3]);
  });
});

test('what goes on in the background keeps a play no more going than a run', () => {
  const { clock, sim, happened, player: it } = player([5]);
  const gate = new Resource(sim, { name: 'gate', capacity: 2 });
  const changes = [
    { at: 0, capacity: 2 },
    { at: 12, capacity: 1 },
  ];
  followCalendar(sim, gate, { period: 24, changes });
  it.play();
  clock.pass(60_000);
  expect([it.playing, happened, sim.now]).toEqual([false, [5], 5]);
  it.play(30);
  clock.pass(60_000);
  expect([it.playing, gate.capacity, sim.now]).toEqual([false, 2, 30]);
});

describe('pausing', () => {
  test('holds the hour shown, whatever time passes; playing on goes on from there', () => {
    const { clock, sim, happened, player: it } = player([1, 2]);
    it.play();
    clock.pass(750);
    it.pause();
    clock.pass(60_000);
    expect([it.now, sim.now, happened, clock.pending]).toEqual([1.5, 1.5, [1], 0]);
    it.play();
    clock.pass(249);
    expect(happened).toEqual([1]);
    clock.pass(1);
    expect(happened).toEqual([1, 2]);
  });

  test('settles the promise, and pausing what does not play does nothing', async () => {
    const { player: it } = player([1]);
    const end = it.play();
    it.pause();
    it.pause();
    expect(await end).toBe('paused');
  });

  test.each(['pause', 'stop the run'])('from within the model (%s) lets the present event finish', async (how) => {
    const { clock, sim, happened, player: it } = player([1, 2]);
    sim.schedule(1, () => {
      if (how === 'pause') it.pause();
      else sim.stop();
      happened.push(-1);
    });
    sim.schedule(1, () => happened.push(-2));
    const end = it.play();
    clock.pass(9000);
    expect([await end, happened, sim.now]).toEqual(['paused', [1, -1], 1]);
    const rest = it.play();
    clock.pass(9000);
    expect([await rest, happened]).toEqual(['ended', [1, -1, -2, 2]]);
  });

  test('by sim.stop() in the last event that is due just now is a pause, too', async () => {
    const { clock, sim, happened, player: it } = player([2]);
    sim.schedule(1, () => sim.stop());
    const end = it.play();
    clock.pass(9000);
    expect([await end, happened, sim.now]).toEqual(['paused', [], 1]);
    const rest = it.play();
    clock.pass(1);
    expect(it.playing).toBe(true);
    clock.pass(9000);
    expect([await rest, happened]).toEqual(['ended', [2]]);
  });
});

describe('another speed', () => {
  test('holds from the hour shown on, without a jump', () => {
    const { clock, happened, player: it } = player([4]);
    it.play();
    clock.pass(500);
    it.hoursPerSecond = 10;
    expect([it.now, it.hoursPerSecond]).toEqual([1, 10]);
    clock.pass(100);
    expect(it.now).toBe(2);
    it.hoursPerSecond = 0.5;
    expect(it.now).toBe(2);
    clock.pass(3999);
    expect(happened).toEqual([]);
    clock.pass(1);
    expect(happened).toEqual([4]);
  });

  test('can be set by the model itself, and while paused', () => {
    const { clock, sim, happened, player: it } = player([1, 2]);
    sim.schedule(1, () => {
      it.hoursPerSecond = 0.1;
    });
    it.hoursPerSecond = 1;
    it.play();
    clock.pass(10_999);
    expect(happened).toEqual([1]);
    clock.pass(1);
    expect(happened).toEqual([1, 2]);
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('of %d is refused', (speed) => {
    const { clock, sim, player: it } = player([1]);
    expect(() => new RealTime(sim, { clock, hoursPerSecond: speed })).toThrow(SimulationError);
    expect(() => new RealTime(sim, { clock, hoursPerSecond: 1, msPerTurn: speed })).toThrow(SimulationError);
    expect(() => {
      it.hoursPerSecond = speed;
    }).toThrow('the speed in hours per second must be a finite number above 0');
    expect(it.hoursPerSecond).toBe(2);
  });
});

test('what cannot be played is refused', async () => {
  const { clock, player: it } = player([1, 8]);
  expect(() => it.play(Number.NaN)).toThrow('hour 0: cannot play until hour NaN');
  it.play(2).catch(() => {});
  expect(() => it.play()).toThrow('hour 0: the simulation plays already');
  clock.pass(2000);
  expect(() => it.play(1)).toThrow('hour 2: cannot play until hour 1');
});
