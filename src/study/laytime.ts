import type { Mode } from '../port/index.ts';
import { openingDay, type Scenario, toTerms } from '../scenario/index.ts';
import { type CallLaytime, laytimeInSeason } from './call-laytime.ts';
import type { Settled } from './measures.ts';
import { seasonsOf } from './replication.ts';

/** The laytime of one call of one season of a scenario. */
export interface LaytimeOfCall extends CallLaytime {
  readonly scenario: { readonly name: string; readonly hash: string; readonly overrides: readonly string[] };
  readonly seed: number;
  readonly mode: Mode;
  /** The clock's first hour, counted from the first hour of 1 January 1970 at UTC+8; hours count from it. */
  readonly openingHour: number;
}

/**
 * The laytime of one call in the first season of a seed: the season that `run` and `compare` simulate first.
 *
 * @param call by order of laycans, from 1
 * @throws RangeError where there is no such call
 * @throws UnfinishedSeasonError when the season cannot be served
 */
export function laytimeOfCall(scenario: Scenario, mode: Mode, seed: number, call: number): LaytimeOfCall {
  const [season] = seasonsOf(scenario, [mode], seed, 0);
  return laytimeOf(scenario, mode, seed, laytimeInSeason(season as Settled, toTerms(scenario), call));
}

/** The laytime of a call with what it belongs to. */
export function laytimeOf(scenario: Scenario, mode: Mode, seed: number, laytime: CallLaytime): LaytimeOfCall {
  const { name, hash, overrides } = scenario;
  return { scenario: { name, hash, overrides }, seed, mode, ...laytime, openingHour: openingDay(scenario) * 24 };
}
