import type { CallFacts, SeasonFacts } from '../port/index.ts';
import { hoursForDespatch, hoursSaved, type LaytimeStatement, laytimeStatement, statementOn } from './laytime.ts';
import { laytimeAllowedHours } from './laytime-allowed.ts';
import type { LaytimeTerms } from './laytime-terms.ts';

type Season = Pick<SeasonFacts, 'calls' | 'weatherStops'>;

/**
 * The laytime statements of a season's calls, in the order of the facts (that of the laycans).
 *
 * - `perCall`: each call on its own.
 * - `averaged`: each on its own, then time saved is set off against time on demurrage, and what remains is paid for by
 *   those calls that had it, in proportion.
 * - `reversible`: the times allowed are one account, run down call by call. Once it is used up the ship of the hour is on
 *   demurrage; every later one is from the beginning of her laytime on, without exceptions. What is left in the end is
 *   saved, and despatch for it goes to the calls in proportion to their times allowed.
 *
 * Source: Laytime Definitions for Charter Parties 2013 (reversible, to average) set these between loading and
 * discharging; between the calls of a season it is a contract of affreightment's, and the sharing is a choice made here.
 *
 * @param season calls and weather stops
 * @param terms the laytime clause
 * @throws RangeError where the loading rate is not above 0
 * @example one ship saves 10 h and one is 4 h late: per call 10 h and 4 h, averaged and reversible 6 h of despatch
 */
export function laytimeStatements({ calls, weatherStops }: Season, terms: LaytimeTerms): LaytimeStatement[] {
  if (terms.account === 'reversible') return reversible({ calls, weatherStops }, terms);
  const statements = calls.map((call) => laytimeStatement(call, weatherStops, terms));
  return terms.account === 'averaged' ? averaged({ calls, weatherStops }, statements, terms) : statements;
}

function averaged({ calls, weatherStops }: Season, own: readonly LaytimeStatement[], terms: LaytimeTerms) {
  const savedDays = own.map((one, at) => hoursSaved(one, calls[at] as CallFacts, weatherStops, terms) / 24);
  const saved = sum(savedDays);
  const lost = sum(own.map((one) => one.demurrageDays));
  const earns = saved > lost && terms.despatch !== 'noDespatch';
  return own.map((one, at) => ({
    ...one,
    demurrageDays: lost > saved ? one.demurrageDays * ((lost - saved) / lost) : 0,
    despatchDays: earns ? (savedDays[at] as number) * ((saved - lost) / saved) : 0,
  }));
}

function reversible({ calls, weatherStops }: Season, terms: LaytimeTerms): LaytimeStatement[] {
  const allowed = calls.map((call) => laytimeAllowedHours(call.cargoKg, terms));
  const all = sum(allowed);
  let account = { availableHours: all, expired: false };
  const statements = calls.map((call) => {
    const statement = statementOn(account, call, weatherStops, terms);
    const expired = account.expired || statement.expiresAt !== null;
    account = { availableHours: expired ? 0 : statement.balanceHours, expired };
    return statement;
  });
  const last = calls.at(-1);
  if (last === undefined || all === 0) return statements;
  const left = { balanceHours: account.availableHours };
  const savedDays = hoursForDespatch(left, last, weatherStops, terms) / 24;
  return statements.map((one) => ({ ...one, despatchDays: savedDays * (one.allowedHours / all) }));
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
