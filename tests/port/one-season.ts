import {
  type Mechanisms,
  type Mode,
  makeWorld,
  type PortInputs,
  type SeasonFacts,
  type SeasonObserver,
  simulateSeason,
  type World,
} from '../../src/port/index.ts';
import { constant } from '../../src/random/index.ts';
import { calmInputs } from './base-inputs.ts';

/** What a test sets, station by station. */
export type Changes = { readonly [Station in keyof PortInputs]?: Partial<PortInputs[Station]> };

/** Hour at which the period begins in {@link calm}. */
export const PERIOD_BEGINS = 240;

/** The calm inputs with some of them set anew. */
export function calm(changes: Changes = {}): PortInputs {
  const stations = Object.keys(calmInputs) as (keyof PortInputs)[];
  const entries = stations.map((station) => [station, { ...calmInputs[station], ...changes[station] }]);
  return Object.fromEntries(entries) as unknown as PortInputs;
}

/** Calls of so many kg whose ships arrive so many hours after {@link PERIOD_BEGINS}, their laycan. */
export function calls(...given: readonly (readonly [kg: number, hour: number])[]): Partial<PortInputs['season']> {
  return { cargoesKg: given.map(([kg]) => kg), laycansHours: given.map(([, hour]) => hour) };
}

/** The season in a world of its own, or in that world with something of it replaced. */
export function season(
  inputs: PortInputs,
  mode: Mode | Mechanisms,
  replaced: Partial<World> = {},
  observer: SeasonObserver = {},
): SeasonFacts {
  return simulateSeason(inputs, mode, { ...makeWorld(inputs, 1, 0), ...replaced }, observer);
}

/** The only call of a season, or the n-th from 0. */
export function callOf(facts: SeasonFacts, n = 0): SeasonFacts['calls'][number] {
  const call = facts.calls[n];
  if (call === undefined) throw new RangeError(`there is no call ${n}`);
  return call;
}

/** A ship ready at hour 343, more trucks than her cranes can use, 320 t/h a crane, 32 t a load: 0.1 h. */
export function flooded(loads: number, quay: Partial<PortInputs['quay']> = {}): PortInputs {
  return calm({
    season: calls([loads * 32_000, 100]),
    fleet: { trucks: 40, payloadKg: constant(32_000) },
    works: { loaders: 40, weighbridgeLanes: 40 },
    gate: { lanes: 40 },
    dispatch: { policy: 'all-at-once', leadHours: 2 },
    quay: { cranesPerCall: 1, craneKgPerHour: 320_000, tipHours: constant(0.01), hatchKg: 1e9, ...quay },
  });
}
