import { clockInstant, type Scenario } from '../scenario/index.ts';
import type { CallOutcome } from './mode-outcome.ts';
import { ROUTES, type Route, type TripStart } from './trips.ts';

/** Trucks that are sent within one quarter of an hour on one route. */
export interface Release {
  /** Instants at UTC+8, such as `2024-03-15 08:15`. */
  readonly from: string;
  readonly to: string;
  readonly route: Route;
  /** Hours from the ship's being able to load to `from`; below 0 before it. */
  readonly hoursFromReady: number;
  readonly trucks: number;
  /** Which of the route's loads these are, from 1. */
  readonly firstLoad: number;
  readonly lastLoad: number;
  /** By even loads: the cargo shared out over all loads from the works. */
  readonly tonnes: number;
  /** The route's up to then. */
  readonly tonnesSoFar: number;
}

/** When trucks are sent for a ship that comes when she is expected, in a course of middling length. */
export interface Timetable {
  readonly arrives: string;
  readonly ready: string;
  readonly sails: string;
  /** In order of time; quarters without a truck are left out. */
  readonly releases: readonly Release[];
}

const QUARTERS_PER_HOUR = 4;

/**
 * The releases of one course by quarter hour. What goes from the works comes to the cargo exactly, what goes from the
 * yard to what went there.
 *
 * @param sent her truck trips
 */
export function timetableOf(
  scenario: Scenario,
  { arrived, ready, sailed }: Pick<CallOutcome, 'arrived' | 'ready' | 'sailed'>,
  sent: readonly TripStart[],
  cargoTonnes: number,
): Timetable {
  const at = (hour: number) => clockInstant(scenario, hour);
  const countOf = (route: Route) => sent.filter((trip) => trip.route === route).length;
  const fromWorks = countOf('toYard') + countOf('toShip');
  const yardKg = Math.round((1000 * cargoTonnes * countOf('toYard')) / Math.max(1, fromWorks));
  const kgOf: Record<Route, number> = { toYard: yardKg, toShip: 1000 * cargoTonnes - yardKg, yardToShip: yardKg };
  const releases = ROUTES.flatMap((route) => {
    const quarters = new Map<number, number>();
    for (const trip of sent) {
      if (trip.route !== route) continue;
      const quarter = Math.floor(trip.sentAt * QUARTERS_PER_HOUR);
      quarters.set(quarter, (quarters.get(quarter) ?? 0) + 1);
    }
    const loads = countOf(route);
    const tonnesUpTo = (load: number) => Math.round((kgOf[route] * load) / loads) / 1000;
    let sentSoFar = 0;
    return [...quarters]
      .sort(([one], [other]) => one - other)
      .map(([quarter, trucks]): Release & { quarter: number } => {
        const before = sentSoFar;
        sentSoFar += trucks;
        const from = quarter / QUARTERS_PER_HOUR;
        return {
          quarter,
          from: at(from),
          to: at(from + 1 / QUARTERS_PER_HOUR),
          route,
          hoursFromReady: from - ready,
          trucks,
          firstLoad: before + 1,
          lastLoad: sentSoFar,
          tonnes: Math.round(1000 * (tonnesUpTo(sentSoFar) - tonnesUpTo(before))) / 1000,
          tonnesSoFar: tonnesUpTo(sentSoFar),
        };
      });
  });
  const inOrder = releases.sort(
    (one, other) => one.quarter - other.quarter || ROUTES.indexOf(one.route) - ROUTES.indexOf(other.route),
  );
  return {
    arrives: at(arrived),
    ready: at(ready),
    sails: at(sailed),
    releases: inOrder.map(({ quarter: _, ...release }) => release),
  };
}
