import type { SimulationError } from './errors.ts';
import type { PreemptiveResource } from './preemptive-resource.ts';
import type { ClaimOptions } from './resource-options.ts';
import type { Seizure } from './seizures.ts';

/** How to ask for units that less urgent ones may hold. */
export interface PreemptiveClaimOptions extends ClaimOptions {
  /** Takes units from who is less urgent (when absent), or waits until they come free. */
  readonly preempt?: boolean;
}

/**
 * The seizure that whoever runs just now asks for.
 *
 * @param largest most units that can be asked for
 * @throws {SimulationError} on units, a priority, a patience or a line to balk at that make no sense
 */
export function wantedOf(resource: PreemptiveResource, largest: number, options: PreemptiveClaimOptions): Seizure {
  const { units = 1, priority = 0, preempt = true } = options;
  const { patience = Number.POSITIVE_INFINITY, balkAt = Number.POSITIVE_INFINITY } = options;
  if (!Number.isInteger(units) || units < 1 || units > largest) throw badUnits(resource, units, largest);
  if (!Number.isFinite(priority) || !(patience >= 0 && balkAt >= 0)) throw badTerms(resource, options);
  const { current, now } = resource.sim;
  return { holder: current, priority, preempts: preempt, deadline: now + patience, units, since: now, turn: 0 };
}

// Apart from what is done often: beside it, V8 makes strings that nobody reads.
function badUnits({ sim, description }: PreemptiveResource, units: number, largest: number): SimulationError {
  return sim.error(`${units} units of ${description} asked for, its capacity is ${largest}`);
}

function badTerms({ sim, description }: PreemptiveResource, options: PreemptiveClaimOptions): SimulationError {
  const { priority = 0, patience, balkAt } = options;
  return sim.error(
    `terms of priority ${priority}, patience ${patience}, balkAt ${balkAt} for ${description} make no sense`,
  );
}
