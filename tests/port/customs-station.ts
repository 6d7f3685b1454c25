import { Simulation } from '../../src/engine/index.ts';
import { Call } from '../../src/port/call.ts';
import { Customs } from '../../src/port/customs.ts';
import { type LotFacts, makeWorld } from '../../src/port/index.ts';
import type { Lot } from '../../src/port/lot.ts';
import { type Changes, calls, calm } from './one-season.ts';

/** Hour at which the cargo of {@link clearedAlone} is planned to arrive. */
export const PLANNED = 300;

/** What the customs station alone is given. */
export interface Alone {
  readonly customs: Changes['customs'];
  readonly seed?: number;
  /** Of each lot, hours after {@link PLANNED} at which it is in the supervised area. */
  readonly comes: readonly number[];
  readonly declared: 'declareAhead' | 'declareLate' | 'declareAtGate';
}

/**
 * Sends lots of one call through the customs station alone, as the chains do; what replaces a refused one comes an hour
 * after the refusal. Tells what became of them.
 */
export function clearedAlone({ customs: given, seed = 1, comes, declared }: Alone): readonly LotFacts[] {
  const lotKg = 1000;
  const inputs = calm({ season: calls([comes.length * lotKg, 100]), customs: { lotKg, ...given } });
  const world = makeWorld(inputs, seed, 0);
  const sim = new Simulation();
  const customs = new Customs(sim, inputs.customs, world);
  const [plan] = world.calls;
  if (plan === undefined) throw new RangeError('no call');
  const { mechanisms } = inputs.modes;
  const call = new Call(sim, plan, { mechanisms, stagedKg: plan.cargoKg }, { world, inputs, customs, recorder: null });
  const come = (lot: Lot, hour: number) => {
    sim.scheduleAt(hour, () => {
      lot.arrivedAt = sim.now;
      lot.present.succeed();
    });
    lot.settled.listen(() => {
      if (lot.replacement !== null) come(lot.replacement, sim.now + 1);
    });
  };
  for (const [i, lot] of call.lots.entries()) come(lot, PLANNED + (comes[i] as number));
  for (const [d, lots] of customs.declarationsOf([...call.lots]).entries()) {
    sim.spawn(`declaration ${d + 1} of ${call.name}`, customs[declared](call, d, lots, PLANNED));
  }
  sim.run(world.horizonHours);
  return call.lots.map((lot) => lot.facts);
}
