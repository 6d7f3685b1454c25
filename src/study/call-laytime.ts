import {
  type LaytimeSheet,
  type LaytimeStatement,
  laytimeSheet,
  type ShipSize,
  shipSize,
  type Terms,
} from '../settlement/index.ts';
import type { Settled } from './measures.ts';

/** The laytime of one call of a season: statement, sheet, and what comes of it in money. */
export interface CallLaytime {
  /** Which call by order of laycans, from 1, of how many. */
  readonly call: number;
  readonly calls: number;
  readonly cargoTonnes: number;
  readonly ship: ShipSize;
  /** Hours count from the clock's opening. */
  readonly statement: LaytimeStatement;
  readonly sheet: LaytimeSheet;
  readonly demurrageUsdPerDay: number;
  readonly despatchUsdPerDay: number;
  readonly cnyPerUsd: number;
  readonly demurrageYuan: number;
  readonly despatchYuan: number;
}

/**
 * The laytime of one call of a season that was simulated and settled.
 *
 * @param terms that it was settled with
 * @param call by order of laycans, from 1
 * @throws RangeError where there is no such call
 */
export function laytimeInSeason({ facts, settlement }: Settled, terms: Terms, call: number): CallLaytime {
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
    call,
    calls: facts.calls.length,
    cargoTonnes: callFacts.cargoKg / 1000,
    ship,
    statement: settled.laytime,
    sheet: laytimeSheet(callFacts, settled.laytime, facts.weatherStops, clause.openingWeekday),
    demurrageUsdPerDay,
    despatchUsdPerDay: demurrageUsdPerDay * clause.despatchRatio,
    cnyPerUsd: terms.cnyPerUsd,
    demurrageYuan: yuanOf('demurrage'),
    despatchYuan: yuanOf('despatch'),
  };
}
