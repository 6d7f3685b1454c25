import { clockInstant, type Scenario } from '../scenario/index.ts';
import { binomialInterval, quantile } from '../stats/index.ts';
import type { CallOutcome, ModeOutcome } from './mode-outcome.ts';
import { type Choice, settingsOf } from './plan-choices.ts';
import { type Summary, summarise } from './summary.ts';

/** By when the ship shall have sailed: hours after her arrival, or an hour since the clock's opening. */
export type SailBy = { readonly is: 'after'; readonly hours: number } | { readonly is: 'at'; readonly hour: number };

/** How one ship was served in one replication. */
export interface Course extends CallOutcome {
  readonly replication: number;
  /** The shipper's, yuan per tonne aboard. */
  readonly costPerTonne: number;
}

/** The course of a season of one ship. */
export function courseOf({ calls: [call], shipperCostYuan, aboardTonnes }: ModeOutcome, replication: number): Course {
  if (call === undefined) throw new RangeError('A coming ship has one call.');
  return { ...call, replication, costPerTonne: shipperCostYuan / aboardTonnes };
}

/** Whether she sails by then; null: whenever she sails. */
export function inTime({ arrived, sailed }: Course, by: SailBy | null): boolean {
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
  courses: readonly Course[],
  sailBy: SailBy | null,
  confidence: number,
): Assessment {
  const n = courses.length;
  const hours = courses.map(({ arrived, sailed }) => sailed - arrived);
  const sailed = courses.map((one) => one.sailed);
  const share = (test: (course: Course) => boolean): Share => {
    const times = courses.filter(test).length;
    return { share: times / n, ...binomialInterval(times, n, confidence) };
  };
  const at = (p: number) => clockInstant(scenario, quantile(sailed, p));
  return {
    ...choice,
    settings: settingsOf(choice),
    replications: n,
    cost: summarise(
      courses.map(({ costPerTonne }) => costPerTonne),
      confidence,
    ),
    portHours: {
      mean: hours.reduce((sum, value) => sum + value, 0) / n,
      p50: quantile(hours, 0.5),
      p90: quantile(hours, 0.9),
      p95: quantile(hours, 0.95),
    },
    sails: { p50: at(0.5), p90: at(0.9), p95: at(0.95) },
    inTime: sailBy === null ? null : share((course) => inTime(course, sailBy)),
    onDemurrage: share(({ demurrageDays }) => demurrageDays > 0),
    demurrageYuan: summarise(
      courses.map(({ demurrageYuan }) => demurrageYuan),
      confidence,
    ),
  };
}
