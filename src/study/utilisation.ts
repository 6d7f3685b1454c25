import { type PortInputs, type Recording, trucksAtPlaces } from '../port/index.ts';
import { stepMeans } from './flows.ts';
import { MODE_MEASURES, type Settled } from './measures.ts';
import { type Summary, summarise } from './summary.ts';

/** What is used to the full or not. */
export const UTILISED = ['cranes', 'berths', 'fleet', 'worksLoaders', 'gate', 'yardLoaders'] as const;
export type Utilised = (typeof UTILISED)[number];

/** How much of its time each is used in one mode, over some replications; null where it is not used at all. */
export type Utilisation = Readonly<Record<Utilised, Summary | null>>;

/** How much of its time each was used in one season. */
export type UsedShares = Readonly<Record<Utilised, number | null>>;

/** Sums up seasons of one mode. */
export function utilisation(seasons: readonly UsedShares[], confidence: number): Utilisation {
  const entries = UTILISED.map((id) => {
    const shares = seasons.map((used) => used[id]);
    return [id, summarise(shares, confidence)] as const;
  });
  return Object.fromEntries(entries) as Record<Utilised, Summary | null>;
}

/**
 * How much of their time machines, berths and trucks are used: cranes while a ship is ready to load or loading,
 * trucks in the hours in which they might be sent, lanes, loaders and berths over the whole clock.
 */
export function usedShares(season: Settled, recording: Recording, inputs: PortInputs): UsedShares {
  const entries = UTILISED.map((id) => [id, shareOf(id, season, recording, inputs)] as const);
  return Object.fromEntries(entries) as Record<Utilised, number | null>;
}

function shareOf(
  id: Utilised,
  season: Settled,
  recording: Recording,
  { works, yard, gate }: PortInputs,
): number | null {
  const { calls, fleet, horizonHours } = season.facts;
  const sum = (of: (call: (typeof calls)[number]) => number) => calls.reduce((total, call) => total + of(call), 0);
  if (id === 'cranes') {
    return ratio(
      sum(({ cranes }) => cranes.workingHours),
      sum(({ cranes }) => cranes.assignedHours),
    );
  }
  if (id === 'fleet') return ratio(fleet.tripHours, fleet.truckHours - fleet.offHours);
  if (id === 'gate')
    return ratio(
      stepMeans(trucksAtPlaces(recording, ['gate']), 1, horizonHours)[0] as number,
      gate.lanes + gate.mannedLanes,
    );
  if (id === 'worksLoaders')
    return ratio(
      sum(({ worksLoaderHours }) => worksLoaderHours),
      works.loaders * horizonHours,
    );
  if (id === 'yardLoaders') {
    const machines = (yard.reclaimLoaders + yard.stackingMachines) * horizonHours;
    return ratio(
      sum(({ yardLoaderHours }) => yardLoaderHours),
      machines,
    );
  }
  return MODE_MEASURES['berth.occupancy'].of(season);
}

/** Null where nothing is used. */
function ratio(used: number, of: number): number | null {
  return used > 0 && of > 0 ? used / of : null;
}
