import { type ProcessBody, Resource, SimEvent, type Simulation } from '../../src/engine/index.ts';

/** A port where everything of the engine's own happens once. */
export function everything(sim: Simulation): void {
  const berth = new Resource(sim, { name: 'berth', capacity: 1 });
  const tide = new SimEvent<string>(sim, 'tide');
  function* bulker(): ProcessBody {
    yield* berth.seize();
    yield* sim.hold(2);
    sim.note('loaded', 'quay 3', 500);
    berth.release();
    sim.spawn('pilot', pilot(), { delay: 0.5 });
    yield* tide;
  }
  function* pilot(): ProcessBody {
    yield* sim.hold(0);
    throw new RangeError('fog');
  }
  function* barge(): ProcessBody {
    yield* sim.hold(1);
    try {
      yield* berth.seize();
    } catch {
      yield* sim.hold(0);
    }
  }
  sim.spawn('bulker', bulker());
  const victim = sim.spawn('barge', barge());
  sim.schedule(1.5, function storm() {
    victim.interrupt('storm');
  });
  sim.schedule(3, function flood() {
    tide.succeed('high');
  });
}
