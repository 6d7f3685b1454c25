import type { Mode } from '../port/index.ts';
import { openingDay, type Scenario, toTerms } from '../scenario/index.ts';
import {
  type LaytimeSheet,
  type LaytimeStatement,
  laytimeSheet,
  type ShipSize,
  shipSize,
} from '../settlement/index.ts';
import type { Settled } from './measures.ts';
import { seasonsOf } from './replication.ts';

/** The laytime of one call of one season: statement, sheet, and what comes of it in money. */
export interface LaytimeOfCall {
  readonly scenario: { readonly name: string; readonly hash: string; readonly overrides: readonly string[] };
  readonly seed: number;
  readonly mode: Mode;
  /** Which call by order of laycans, from 1, of how many. */
  readonly call: number;
  readonly calls: number;
  readonly cargoTonnes: number;
  readonly ship: ShipSize;
  /** The clock's first hour, counted from the first hour of 1 January 1970 at UTC+8; hours below count from it. */
  readonly openingHour: number;
  readonly statement: LaytimeStatement;
  readonly sheet: LaytimeSheet;
  readonly demurrageUsdPerDay: number;
  readonly despatchUsdPerDay: number;
  readonly cnyPerUsd: number;
  readonly demurrageYuan: number;
  readonly despatchYuan: number;
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
  return laytimeIn(season as Settled, scenario, mode, seed, call);
}

/**
 * The laytime of one call of a season that was simulated and settled already.
 *
 * @param call by order of laycans, from 1
 * @throws RangeError where there is no such call
 */
export function laytimeIn(
  { facts, settlement }: Settled,
  scenario: Scenario,
  mode: Mode,
  seed: number,
  call: number,
): LaytimeOfCall {
  const terms = toTerms(scenario);
  const callFacts = facts.calls[call - 1];
  const settled = settlement.calls[call - 1];
  if (callFacts === undefined || settled === undefined) {
    throw new RangeError(`the call must be from 1 to ${facts.calls.length}, found ${call}`);
  }
  const { laytime: clause } = terms;
  const ship = shipSize(callFacts.cargoKg, terms.ship);
  const demurrageUsdPerDay = clause.demurrageUsdPerDay[ship.shipClass];
  const yuanOf = (item: string) => settled.lines.find((line) => line.item === item)?.yuan ?? 0;
  return {
    scenario: { name: scenario.name, hash: scenario.hash, overrides: scenario.overrides },
    seed,
    mode,
    call,
    calls: facts.calls.length,
    cargoTonnes: callFacts.cargoKg / 1000,
    ship,
    openingHour: openingDay(scenario) * 24,
    statement: settled.laytime,
    sheet: laytimeSheet(callFacts, settled.laytime, facts.weatherStops, clause.openingWeekday),
    demurrageUsdPerDay,
    despatchUsdPerDay: demurrageUsdPerDay * clause.despatchRatio,
    cnyPerUsd: terms.cnyPerUsd,
    demurrageYuan: yuanOf('demurrage'),
    despatchYuan: yuanOf('despatch'),
  };
}
