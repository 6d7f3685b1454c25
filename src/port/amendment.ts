import type { ProcessBody, Simulation } from '../engine/index.ts';
import type { Call } from './call.ts';
import type { CustomsInputs } from './inputs.ts';
import type { World } from './world.ts';

/**
 * Holds the tonnes of the final draft survey against those declared. Where they differ by more than the tolerance, an
 * amendment is filed and taken in hand in office hours; the ship waits for it where she may not sail without.
 */
export function* amend(sim: Simulation, inputs: CustomsInputs, world: World, call: Call): ProcessBody {
  const { surveyDeviation, amendmentTolerance, amendmentHours, amendmentHoldsShip } = inputs;
  if (Math.abs(call.draws.draw('customs.deviation', 0, surveyDeviation)) <= amendmentTolerance) return;
  call.amendments++;
  if (!amendmentHoldsShip) return;
  const filed = sim.now;
  yield* sim.holdUntil(world.office.finish(filed, call.draws.draw('customs.amendment', 0, amendmentHours)));
  call.shipHours.wait('customs', filed, sim.now);
  call.stops.push({ cause: 'customs', from: filed, to: sim.now });
}
