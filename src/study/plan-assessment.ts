import { clockInstant, type Scenario } from '../scenario/index.ts';
import { binomialInterval, quantile } from '../stats/index.ts';
import { type Choice, settingsOf } from './plan-choices.ts';
import { type Summary, summarise } from './summary.ts';
import type { TrialOutcome } from './trial.ts';

/** By when the ship shall have sailed: hours after her arrival, or an hour since the clock's opening. */
export type SailBy = { readonly is: 'after'; readonly hours: number } | { readonly is: 'at'; readonly hour: number };

/** Whether she sails by then; null: whenever she sails. */
export function inTime({ arrived, sailed }: TrialOutcome, by: SailBy | null): boolean {
  if (by === null) return true;
  return by.is === 'after' ? sailed - arrived <= by.hours : sailed <= by.hour;
}

/** How one choice does, in replications that had no part in choosing it. */
export interface Assessment extends Choice {
  readonly settings: readonly string[];
  readonly replications: number;
  /** The shipper's cost, yuan per tonne. */
  readonly cost: Summary | null;
  /** From arrival to sailing, hours. */
  readonly portHours: { readonly mean: number; readonly p50: number; readonly p90: number; readonly p95: number };
  /** Sailing as an instant: the same quantiles. */
  readonly sails: { readonly p50: string; readonly p90: string; readonly p95: string };
  /** How often she sailed in time; null if no time is asked for. */
  readonly inTime: Share | null;
  readonly onDemurrage: Share;
  /** Less despatch, yuan. */
  readonly demurrageYuan: Summary | null;
}

/** A share of replications, with its exact interval. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Sums up how a choice does. */
export function assessment(
  scenario: Scenario,
  choice: Choice,
  outcomes: readonly TrialOutcome[],
  sailBy: SailBy | null,
  confidence: number,
): Assessment {
  const n = outcomes.length;
  const hours = outcomes.map(({ arrived, sailed }) => sailed - arrived);
  const sailed = outcomes.map((one) => one.sailed);
  const share = (test: (outcome: TrialOutcome) => boolean): Share => {
    const times = outcomes.filter(test).length;
    return { share: times / n, ...binomialInterval(times, n, confidence) };
  };
  const at = (p: number) => clockInstant(scenario, quantile(sailed, p));
  return {
    ...choice,
    settings: settingsOf(choice),
    replications: n,
    cost: summarise(
      outcomes.map(({ costPerTonne }) => costPerTonne),
      confidence,
    ),
    portHours: {
      mean: hours.reduce((sum, value) => sum + value, 0) / n,
      p50: quantile(hours, 0.5),
      p90: quantile(hours, 0.9),
      p95: quantile(hours, 0.95),
    },
    sails: { p50: at(0.5), p90: at(0.9), p95: at(0.95) },
    inTime: sailBy === null ? null : share((outcome) => inTime(outcome, sailBy)),
    onDemurrage: share(({ onDemurrage }) => onDemurrage),
    demurrageYuan: summarise(
      outcomes.map(({ demurrageYuan }) => demurrageYuan),
      confidence,
    ),
  };
}
