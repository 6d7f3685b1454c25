import { type ProcessBody, Simulation, Store } from '../../../src/engine/index.ts';

/**
 * A cable on which messages travel for ten time units. The delay belongs to the cable, neither to who sends nor to who
 * receives: a scheduled callback drops the message into a store at the far end, and no process is needed for it. The
 * times are those of SimPy's example.
 */
export function eventLatency(): string[] {
  const sim = new Simulation();
  const farEnd = new Store<{ sentAt: number }>(sim, 'far end of the cable');
  const send = (message: { sentAt: number }) => sim.schedule(10, () => farEnd.add(message));
  const lines: string[] = [];

  function* sender(): ProcessBody {
    for (;;) {
      yield* sim.hold(5);
      send({ sentAt: sim.now });
    }
  }

  function* receiver(): ProcessBody {
    for (;;) {
      const { sentAt } = yield* farEnd.get();
      lines.push(`sent at ${sentAt}, received at ${sim.now}`);
    }
  }

  sim.spawn('sender', sender());
  sim.spawn('receiver', receiver());
  sim.run(100);
  return lines;
}
