import type { CallFacts, SeasonFacts } from '../port/index.ts';
import { type CarbonAccount, carbonOfCall, sumCarbon } from './carbon.ts';
import { cargoValueLines } from './cargo-value.ts';
import { contractLines } from './contract.ts';
import { customsLines } from './customs-charges.ts';
import { handlingLines } from './handling.ts';
import { haulageLines, shuttleLines } from './haulage.ts';
import type { LaytimeStatement } from './laytime.ts';
import { laytimeStatements } from './laytime-account.ts';
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
 * @param laytime its laytime statement
 * @param terms prices, tariffs and contract
 * @example settleCall(call, statement, terms).lines.find((line) => line.item === 'haul')
 */
function settleCall(call: CallFacts, laytime: LaytimeStatement, terms: Terms): CallSettlement {
  const carbon = carbonOfCall(call, terms.carbon);
  const lines = [
    ...haulageLines(call, terms),
    ...handlingLines(call, terms),
    ...shuttleLines(call, terms),
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
 * Settles a season: each call on its own but for a laytime account they may share, then item by item in their order. Every line is homogeneous
 * in prices: twice every price is twice every line, to the bit.
 *
 * What is charged follows what happened (the tonnes over the stack, the hours alongside), never the mode's name: one
 * mode with a mechanism switched off may be the other in all but name.
 *
 * @param facts what happened
 * @param mode label of the mode or variant
 * @param terms prices, tariffs and contract
 * @throws RangeError where the laytime rate is not above 0
 * @example settleSeason(facts, 'direct', terms).lines.length; // 37
 */
export function settleSeason(facts: SeasonFacts, mode: string, terms: Terms): SeasonSettlement {
  const laytimes = laytimeStatements(facts, terms.laytime);
  const calls = facts.calls.map((call, at) => settleCall(call, laytimes[at] as LaytimeStatement, terms));
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
