import type { CallFacts, HoursByCause, Mode } from '../port/index.ts';
import { clockInstant, type Scenario } from '../scenario/index.ts';
import { shipperCostYuan } from '../settlement/index.ts';
import { type Critical, criticalOf } from './critical.ts';
import { seasonsOf } from './replication.ts';

/** Instants of a call. */
export const CALL_INSTANTS = ['laycan', 'arrived', 'alongside', 'ready', 'loadingCompleted', 'sailed'] as const;
export type CallInstant = (typeof CALL_INSTANTS)[number];

/** One call of one season: when, where its ship's hours went, what was critical, what it cost. */
export interface CallRow extends Readonly<Record<CallInstant, string>> {
  /** Place in the order of laycans, from 1. */
  readonly call: number;
  readonly cargoTonnes: number;
  /** From arrival to sailing. */
  readonly portHours: number;
  /** The ship's hours by cause; they come to `portHours`. */
  readonly hours: HoursByCause;
  readonly critical: Critical;
  /** The shipper's cost, yuan/t. */
  readonly costPerTonne: number;
}

/**
 * The calls of the first replication, one row each; instants as `2024-03-05T09:30+08:00`.
 *
 * @returns mode by mode in the order given
 * @example const [rows] = firstCalls(scenario, ['direct'], 1);
 */
export function firstCalls(scenario: Scenario, modes: readonly Mode[], seed: number | string): CallRow[][] {
  return seasonsOf(scenario, modes, seed, 0).map(({ facts, settlement }) => {
    return facts.calls.map((call, i) => {
      const yuan = shipperCostYuan(settlement.calls[i]?.lines ?? []);
      return callRow(call, yuan, (hour) => `${clockInstant(scenario, hour).replace(' ', 'T')}+08:00`);
    });
  });
}

function callRow(call: CallFacts, yuan: number, at: (hour: number) => string): CallRow {
  const tonnes = call.cargoKg / 1000;
  const instants = CALL_INSTANTS.map((instant) => [instant, at(call[instant])]);
  return {
    call: call.index + 1,
    cargoTonnes: tonnes,
    ...(Object.fromEntries(instants) as Record<CallInstant, string>),
    portHours: call.sailed - call.arrived,
    hours: call.hours.ship,
    critical: criticalOf(call),
    costPerTonne: yuan / tonnes,
  };
}
