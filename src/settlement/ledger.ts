import type { CallFacts, SeasonFacts } from '../port/index.ts';
import { type CarbonAccount, carbonOfCall, sumCarbon } from './carbon.ts';
import { cargoValueLines } from './cargo-value.ts';
import { contractLines } from './contract.ts';
import { customsLines } from './customs-charges.ts';
import { handlingLines } from './handling.ts';
import { haulageLines } from './haulage.ts';
import { type LaytimeStatement, laytimeStatement, type SeasonWeather } from './laytime.ts';
import { type LedgerLine, sumLines } from './ledger-line.ts';
import { resourceLines } from './resources.ts';
import { shipChargeLines } from './ship-charges.ts';
import { storageLines } from './storage.ts';
import type { Terms } from './terms.ts';

/** One call in money and carbon. */
export interface CallSettlement {
  /** Every item of `LEDGER_ITEMS`, in that order. */
  readonly lines: readonly LedgerLine[];
  readonly laytime: LaytimeStatement;
  readonly carbon: CarbonAccount;
}

/** One season in money and carbon. */
export interface SeasonSettlement {
  /** The mode or variant that the facts come from; a label, it decides no price. */
  readonly mode: string;
  /** Every item of `LEDGER_ITEMS`, in that order, summed over the calls; empty only where there is no call. */
  readonly lines: readonly LedgerLine[];
  /** One per call, in the order of the facts. */
  readonly calls: readonly CallSettlement[];
  readonly carbon: CarbonAccount;
  readonly aboardTonnes: number;
}

/**
 * Settles one call: what happened, by the terms, in money and carbon.
 *
 * @param call what happened
 * @param weatherStops the season's weather stops, [from, to) in hours
 * @param terms prices, tariffs and contract
 * @throws RangeError where the laytime rate is not above 0
 * @example settleCall(call, facts.weatherStops, terms).lines.find((line) => line.item === 'haul')
 */
export function settleCall(call: CallFacts, weatherStops: SeasonWeather, terms: Terms): CallSettlement {
  const laytime = laytimeStatement(call, weatherStops, terms.laytime);
  const carbon = carbonOfCall(call, terms.carbon);
  const lines = [
    ...haulageLines(call, terms),
    ...handlingLines(call, terms),
    ...storageLines(call, terms),
    ...cargoValueLines(call, terms),
    ...customsLines(call, terms),
    ...shipChargeLines(call, terms),
    ...contractLines(call, laytime, terms),
    ...resourceLines(call, carbon, terms),
  ];
  return { lines, laytime, carbon };
}

/**
 * Settles a season: each call on its own, then item by item over the calls in their order. Every line is homogeneous
 * in prices: twice every price is twice every line, to the bit.
 *
 * What is charged follows what happened (the tonnes over the stack, the hours alongside), never the mode's name: one
 * mode with a mechanism switched off may be the other in all but name.
 *
 * @param facts what happened
 * @param mode label of the mode or variant
 * @param terms prices, tariffs and contract
 * @throws RangeError where the laytime rate is not above 0
 * @example settleSeason(facts, 'direct', terms).lines.length; // 29
 */
export function settleSeason(facts: SeasonFacts, mode: string, terms: Terms): SeasonSettlement {
  const calls = facts.calls.map((call) => settleCall(call, facts.weatherStops, terms));
  let aboardKg = 0;
  for (const call of facts.calls) aboardKg += call.cargoKg;
  const lines = sumLedgers(calls.map((call) => call.lines));
  return { mode, lines, calls, carbon: sumCarbon(calls.map((call) => call.carbon)), aboardTonnes: aboardKg / 1000 };
}

/** Ledgers of equal items, summed line by line. */
function sumLedgers(ledgers: readonly (readonly LedgerLine[])[]): LedgerLine[] {
  const heads = ledgers[0] ?? [];
  return heads.map((head, item) => {
    const lines = ledgers.flatMap((ledger) => ledger[item] ?? []);
    return sumLines(head, lines);
  });
}
