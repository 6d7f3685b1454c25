import { makeWorld, type SeasonObserver, simulateSeason } from '../port/index.ts';
import { applyOverrides, type Scenario, toPortInputs } from '../scenario/index.ts';
import type { Task } from './task.ts';

/** Where a truck takes its load. */
export const ROUTES = ['toYard', 'toShip', 'yardToShip'] as const;
export type Route = (typeof ROUTES)[number];

/** A truck is sent, so many hours after the clock's opening. */
export interface TripStart {
  readonly route: Route;
  readonly sentAt: number;
}

/**
 * The truck trips of a task that was carried through, in order of time: of the works' loads the last go straight to
 * the ship, those before them to the yard.
 *
 * @param scenario of one ship
 */
export function tripStarts(scenario: Scenario, { settings, mode, seed, replication }: Task): TripStart[] {
  const read = applyOverrides(scenario, settings);
  if (!read.ok) throw new RangeError(`These settings were refused: ${settings.join(', ')}.`);
  const inputs = toPortInputs(read.scenario);
  const sent: { readonly kind: 'works' | 'shuttle'; readonly at: number }[] = [];
  const observer: SeasonObserver = { trip: (kind, _truck, _call, at) => void sent.push({ kind, at }) };
  const { calls } = simulateSeason(inputs, mode, makeWorld(inputs, seed, replication), observer);
  const straightLoads = calls.reduce((sum, call) => sum + call.straightLoads, 0);
  let toYard = sent.filter(({ kind }) => kind === 'works').length - straightLoads;
  return sent
    .sort((one, other) => one.at - other.at)
    .map(({ kind, at }) => ({
      route: kind === 'shuttle' ? 'yardToShip' : toYard-- > 0 ? 'toYard' : 'toShip',
      sentAt: at,
    }));
}
