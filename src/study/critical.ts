import { type CallFacts, HOUR_CAUSES, type HourCause, type HoursByCause, SUPPLY_CAUSES } from '../port/index.ts';

/** What stands behind each cause of a ship's hours. */
const RESOURCES = {
  moving: 'services',
  service: 'cranes',
  weather: 'weather',
  tide: 'tide',
  curfew: 'curfew',
  shift: 'crews',
  breakdown: 'machines',
  customs: 'customs',
  queue: 'harbour',
  noBerth: 'berths',
  noShip: 'ship',
  noCrane: 'cranes',
  noTruck: 'trucks',
  noCargo: 'cargo',
} as const satisfies Record<HourCause, string>;

/**
 * What can decide how long a ship's call takes. `services` are the pilot's passage, mooring and draft surveys;
 * `harbour` is the wait for pilots, tugs and channel; `machines` are broken ones, `crews` those who change or rest.
 */
export type CriticalResource = (typeof RESOURCES)[HourCause];

/** Every resource that can be critical. */
export const CRITICAL_RESOURCES: readonly CriticalResource[] = [...new Set(Object.values(RESOURCES))];

/** A ship that is not served for more than this share of her stay is held up; less, and she is as fast as her service. */
const HELD_UP_SHARE = 0.25;

/** What decided how long one call took. */
export interface Critical {
  readonly resource: CriticalResource;
  /** Hours of the ship's stay that went to it. */
  readonly hours: number;
  /** Where trucks are critical: what they spent most of their hours on, the cranes' queue apart; else null. */
  readonly truckCause: HourCause | null;
}

/**
 * The critical resource of a call.
 *
 * A ship that is held up for more than a quarter of her stay: whatever took most of those hours. Any other ship is as
 * fast as she is loaded: the cranes decide, unless they wait for cargo a larger share of their hours than those who
 * bring it wait for them; then whatever the cranes wait for most. Where pilot, mooring and surveys take longer than
 * her cranes work, it is those.
 *
 * @example criticalOf(call) // { resource: 'cargo', hours: 38.4, truckCause: null }
 */
export function criticalOf(call: CallFacts): Critical {
  const { ship, cranes } = call.hours;
  const lost = HOUR_CAUSES.filter((cause) => cause !== 'service' && cause !== 'moving');
  if (sumOf(ship, lost) > HELD_UP_SHARE * sumOf(ship, HOUR_CAUSES)) return criticalBy(largest(ship, lost), call);
  const craneHours = cranes.service * shipShare(call);
  const serviceHours = ship.service + ship.moving - craneHours;
  if (serviceHours > craneHours) return { resource: 'services', hours: serviceHours, truckCause: null };
  const lacked = largest(cranes, SUPPLY_CAUSES);
  if (shareOf(cranes, lacked) > shareOf(feeders(call), 'noCrane')) return criticalBy(lacked, call);
  return { resource: 'cranes', hours: craneHours, truckCause: null };
}

function criticalBy(cause: HourCause, call: CallFacts): Critical {
  const onTheWay = HOUR_CAUSES.filter((one) => one !== 'noCrane');
  return {
    resource: RESOURCES[cause],
    hours: call.hours.ship[cause],
    truckCause: cause === 'noTruck' ? largest(feeders(call), onTheWay) : null,
  };
}

/** Hours of the ship that an hour of one crane is. */
function shipShare({ cranes, ready, loadingCompleted }: CallFacts): number {
  return cranes.assignedHours === 0 ? 0 : (loadingCompleted - ready) / cranes.assignedHours;
}

/** The hours of those who bring cargo to the ship's side: trucks where any of it goes straight, and shuttles. */
function feeders({ hours, straightLoads }: CallFacts): HoursByCause {
  if (straightLoads === 0) return hours.shuttles;
  const both = HOUR_CAUSES.map((cause) => [cause, hours.trucks[cause] + hours.shuttles[cause]]);
  return Object.fromEntries(both) as HoursByCause;
}

function shareOf(hours: HoursByCause, cause: HourCause): number {
  const all = sumOf(hours, HOUR_CAUSES);
  return all === 0 ? 0 : hours[cause] / all;
}

/** The first of the causes with the most hours. */
function largest(hours: HoursByCause, causes: readonly HourCause[]): HourCause {
  return causes.reduce((most, cause) => (hours[cause] > hours[most] ? cause : most));
}

function sumOf(hours: HoursByCause, causes: readonly HourCause[]): number {
  let sum = 0;
  for (const cause of causes) sum += hours[cause];
  return sum;
}
