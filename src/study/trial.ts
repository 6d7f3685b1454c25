import { type Mode, makeWorld, type SeasonObserver, simulateSeason, UnfinishedSeasonError } from '../port/index.ts';
import { applyOverrides, type Scenario, toPortInputs, toTerms } from '../scenario/index.ts';
import { settleSeason, shipperCostYuan } from '../settlement/index.ts';
import { demurrageYuan } from './measures.ts';
import type { Failure } from './task.ts';

/** One way of serving a coming ship, once. */
export interface Trial {
  readonly mode: Mode;
  /** What is set over the scenario, such as `fleet.size=30`; each key once. */
  readonly settings: readonly string[];
  readonly replication: number;
  /** Whether its truck trips are wanted too. */
  readonly trips: boolean;
}

/** What came out of a trial; hours since the clock's opening. */
export interface TrialOutcome {
  /** The shipper's cost, yuan per tonne aboard. */
  readonly costPerTonne: number;
  readonly arrived: number;
  /** Able to load. */
  readonly ready: number;
  readonly sailed: number;
  /** The shipper's demurrage less despatch, yuan. */
  readonly demurrageYuan: number;
  readonly onDemurrage: boolean;
  /** Null if they are not wanted. */
  readonly trips: readonly TripStart[] | null;
}

/** Where a truck takes its load. */
export const ROUTES = ['toYard', 'toShip', 'yardToShip'] as const;
export type Route = (typeof ROUTES)[number];

/** A truck is sent. */
export interface TripStart {
  readonly route: Route;
  readonly sentAt: number;
}

/** A trial's outcome, or why it has none. */
export type Tried =
  | { readonly ok: true; readonly outcome: TrialOutcome }
  | { readonly ok: false; readonly failure: Failure };

/** Makes a scenario of one ship ready to be tried. @returns a function that gives the same outcome for the same trial */
export function trier(scenario: Scenario, seed: number): (trial: Trial) => Tried {
  return ({ mode, settings, replication, trips }) => {
    const read = applyOverrides(scenario, settings);
    if (!read.ok) return { ok: false, failure: { why: 'refused', problems: read.problems } };
    const inputs = toPortInputs(read.scenario);
    const sent: { readonly kind: 'works' | 'shuttle'; readonly at: number }[] = [];
    const observer: SeasonObserver = trips ? { trip: (kind, _truck, _call, at) => void sent.push({ kind, at }) } : {};
    try {
      const facts = simulateSeason(inputs, mode, makeWorld(inputs, seed, replication), observer);
      const settlement = settleSeason(facts, mode, toTerms(read.scenario));
      const [call] = facts.calls;
      const [settled] = settlement.calls;
      if (call === undefined || settled === undefined) throw new Error('a coming ship has one call');
      return {
        ok: true,
        outcome: {
          costPerTonne: shipperCostYuan(settlement.lines) / settlement.aboardTonnes,
          arrived: call.arrived,
          ready: call.ready,
          sailed: call.sailed,
          demurrageYuan: demurrageYuan(settlement),
          onDemurrage: settled.laytime.demurrageDays > 0,
          trips: trips ? tripStarts(sent, call.straightLoads) : null,
        },
      };
    } catch (error) {
      if (!(error instanceof UnfinishedSeasonError)) throw error;
      return { ok: false, failure: { why: 'unfinished', season: { ...error.season, waits: [] } } };
    }
  };
}

/** The last of the works' loads go straight to the ship, those before them to the yard. */
function tripStarts(sent: readonly { kind: string; at: number }[], straightLoads: number): TripStart[] {
  const inOrder = sent.toSorted((one, other) => one.at - other.at);
  let toYard = inOrder.filter(({ kind }) => kind === 'works').length - straightLoads;
  return inOrder.map(({ kind, at }) => {
    return { route: kind === 'shuttle' ? 'yardToShip' : toYard-- > 0 ? 'toYard' : 'toShip', sentAt: at };
  });
}
