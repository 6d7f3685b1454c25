import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ProcessBody, RealTime, Simulation } from '../../src/engine/index.ts';
import { FakeFrames, FakeTimer } from './fake-clocks.ts';
import { build, plots, traceOf } from './traced-model.ts';

/** What somebody does at the controls: lets time pass, changes the speed, pauses, goes for a part of the way. */
const hands = fc.array(
  fc.record({
    ms: fc.integer({ min: 0, max: 700 }),
    does: fc.constantFrom('nothing', 'nothing', 'pause', 'speed', 'part', 'act'),
    speed: fc.constantFrom(0.3, 1, 7, 1000),
  }),
  { maxLength: 12 },
);

function playByHand(sim: Simulation, clock: FakeTimer, doings: readonly { ms: number; does: string; speed: number }[]) {
  const player = new RealTime(sim, { clock, hoursPerSecond: 1 });
  const play = (until?: number) => {
    if (!player.playing) player.play(until).catch(() => {});
  };
  for (const { ms, does, speed } of doings) {
    play();
    clock.pass(ms);
    if (does === 'pause') player.pause();
    else if (does === 'speed') player.hoursPerSecond = speed;
    else if (does === 'act') player.act(() => {});
    else if (does === 'part') play(sim.now + speed);
  }
  play();
  while (clock.callNext());
}

describe('what happens, and in which order', () => {
  test('is what run does, whatever the clock, the speed and the hands at the controls', async () => {
    await fc.assert(
      fc.asyncProperty(plots, hands, fc.constantFrom(0, 0, 3), async (plot, doings, msPerLook) => {
        const whole = traceOf(
          (sim) => build(sim, plot),
          (sim) => sim.run(),
        );
        const played = traceOf(
          (sim) => build(sim, plot),
          (sim) => {
            const clock = new FakeTimer();
            clock.msPerLook = msPerLook;
            playByHand(sim, clock, doings);
            sim.run();
          },
        );
        expect(withoutErrors(played)).toEqual(withoutErrors(whole));
      }),
    );
  });
});

/** Errors reject promises here, and go on from another hour there. */
function withoutErrors(lines: readonly string[]): string[] {
  return lines.filter((line) => /^\d/.test(line));
}

describe('a machine too slow for the pace', () => {
  /** 1000 things in an hour, each of which takes a millisecond: at 10 hours per second ten times too many. */
  function busy() {
    const clock = new FakeTimer();
    const sim = new Simulation();
    const happened: number[] = [];
    for (let i = 1; i <= 1000; i++) sim.schedule(i / 1000, () => happened.push(clock.now()));
    clock.msPerLook = 1;
    return { clock, sim, happened, player: new RealTime(sim, { clock, hoursPerSecond: 10, msPerTurn: 20 }) };
  }

  test('ends each turn in time, and comes back at once', () => {
    const { clock, happened, player } = busy();
    player.play();
    const turns: number[] = [];
    for (let before = clock.now(); clock.callNext(); before = clock.now()) turns.push(clock.now() - before);
    expect(happened).toHaveLength(1000);
    expect(turns.length).toBeGreaterThan(40);
    expect(Math.max(...turns)).toBeLessThan(40);
    expect(clock.asked.slice(5, 40).every((ms) => ms === 0)).toBe(true);
  });

  test('reports how far it is behind, and shows the hour that it has come to', () => {
    const { clock, sim, player } = busy();
    player.play();
    for (let i = 0; i < 10; i++) clock.callNext();
    const { now, lagHours } = player;
    expect(now).toBeLessThanOrEqual(sim.peek);
    expect(now).toBeGreaterThanOrEqual(sim.now);
    expect(lagHours).toBeGreaterThan(1);
  });

  test('catches up when there is less to do', async () => {
    const { clock, sim, player } = busy();
    sim.schedule(9, () => {});
    const end = player.play();
    let most = 0;
    while (clock.callNext()) most = Math.max(most, player.lagHours);
    expect(most).toBeGreaterThan(1);
    expect([await end, player.lagHours]).toEqual(['ended', 0]);
    expect(clock.asked.at(-1)).toBe(0);
  });

  test('another speed forgives what it lagged', () => {
    const { clock, player } = busy();
    player.play();
    for (let i = 0; i < 10; i++) clock.callNext();
    const { now } = player;
    player.hoursPerSecond = 0.001;
    expect(player.now).toBeCloseTo(now, 3);
    expect(player.lagHours).toBeLessThan(0.001);
  });

  test('does one thing a turn at the least', () => {
    const clock = new FakeTimer();
    clock.msPerLook = 1000;
    const sim = new Simulation();
    function* pump(): ProcessBody {
      for (let i = 0; i < 20; i++) yield* sim.hold(0);
    }
    sim.spawn('pump', pump());
    new RealTime(sim, { clock, hoursPerSecond: 1, msPerTurn: 1 }).play();
    let turns = 0;
    while (clock.callNext()) turns++;
    expect([turns, sim.processed]).toEqual([21, 21]);
  });
});

test('frames longer than the time between events let each happen at its own hour', () => {
  const frames = new FakeFrames(16);
  const sim = new Simulation();
  const hours: number[] = [];
  for (let i = 1; i <= 50; i++) sim.schedule(i / 10, () => hours.push(sim.now));
  new RealTime(sim, { clock: frames, hoursPerSecond: 60 }).play();
  let count = 0;
  while (frames.frame()) count++;
  expect(hours).toEqual(Array.from({ length: 50 }, (_, i) => (i + 1) / 10));
  expect(count).toBe(6);
});
