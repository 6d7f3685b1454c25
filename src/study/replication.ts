import {
  type MassFacts,
  type Mode,
  makeWorld,
  type PortInputs,
  type SeasonFacts,
  simulateSeason,
} from '../port/index.ts';
import type { StreamChange } from '../random/index.ts';
import { CATALOGUE, type ParameterKey, type Scenario, toPortInputs, toTerms, withPriors } from '../scenario/index.ts';
import {
  type CarbonRow,
  type LedgerLine,
  portChargesYuan,
  settleSeason,
  shipperCostYuan,
  systemCostYuan,
  type Terms,
} from '../settlement/index.ts';
import { type SeasonHours, seasonHours } from './hours.ts';
import { type ModeMeasureId, measure, perTonne, type Settled } from './measures.ts';

/** What came out of one mode in one replication. */
export interface ModeOutcome {
  readonly measures: Readonly<Record<ModeMeasureId, number | null>>;
  readonly ledger: readonly LedgerEntry[];
  readonly carbon: readonly CarbonEntry[];
  readonly mass: MassFacts;
  readonly shipperCostYuan: number;
  readonly systemCostYuan: number;
  readonly portChargesYuan: number;
  readonly aboardTonnes: number;
  /** The shipper's cost of each call, in order of laycan. */
  readonly callCostsYuan: readonly number[];
  readonly hours: SeasonHours;
}

/** One line of the season's ledger per tonne aboard. */
export interface LedgerEntry extends Pick<LedgerLine, 'item' | 'payer' | 'payee' | 'kind'> {
  readonly yuanPerTonne: number;
}

/** One machine's fuel or power and greenhouse gas per tonne aboard. */
export interface CarbonEntry extends Pick<CarbonRow, 'emitter' | 'fuel'> {
  /** Litres, kWh or tonnes of fuel, by the fuel, per tonne. */
  readonly quantityPerTonne: number;
  /** kg CO2e per tonne. */
  readonly tankToWheel: number;
  readonly wellToWheel: number;
}

/** What came out of one replication, mode by mode in the order asked for. */
export interface Outcome {
  readonly replication: number;
  readonly modes: readonly ModeOutcome[];
  /** The same with every fitted parameter at its prior; null where nothing is fitted. */
  readonly unfitted: readonly ModeOutcome[] | null;
}

/** Runs one replication in the modes given, its random numbers changed if that is asked. */
export type RunOne = (modes: readonly Mode[], seed: number, replication: number, change?: StreamChange) => Outcome;

/** A scenario made ready to run many times: the model's inputs, and the terms to settle by. */
interface Prepared {
  readonly inputs: PortInputs;
  readonly terms: Terms;
}

/**
 * Makes a scenario ready, so that its replications share the work.
 *
 * @returns a function that runs one replication in the modes given
 * @example const outcome = prepare(scenario)(['staged', 'direct'], 1, 0);
 */
export function prepare(scenario: Scenario): RunOne {
  const fitted = prepareOne(scenario);
  const keys = fittedKeys(scenario);
  const prior = keys.length > 0 ? prepareOne(withPriors(scenario)) : null;
  const sameHours = keys.every((key) => CATALOGUE[key].kind === 'price');
  return (modes, seed, replication, change) => {
    const seasons = simulate(fitted.inputs, modes, seed, replication, change);
    let unfitted: readonly ModeOutcome[] | null = null;
    if (prior !== null) {
      const priorSeasons = sameHours ? seasons : simulate(prior.inputs, modes, seed, replication, change);
      unfitted = settle(priorSeasons, modes, prior.terms).map(modeOutcome);
    }
    return { replication, modes: settle(seasons, modes, fitted.terms).map(modeOutcome), unfitted };
  };
}

/**
 * The seasons of one replication themselves, for who looks at its calls one by one.
 *
 * @returns mode by mode in the order given
 */
export function seasonsOf(
  scenario: Scenario,
  modes: readonly Mode[],
  seed: number | string,
  replication: number,
): readonly Settled[] {
  const { inputs, terms } = prepareOne(scenario);
  return settle(simulate(inputs, modes, seed, replication), modes, terms);
}

/** Keys of the parameters that were fitted. */
export function fittedKeys(scenario: Scenario): ParameterKey[] {
  const keys = Object.keys(scenario.parameters) as ParameterKey[];
  return keys.filter((key) => scenario.parameters[key].standing === 'fitted');
}

function prepareOne(scenario: Scenario): Prepared {
  return { inputs: toPortInputs(scenario), terms: toTerms(scenario) };
}

/** The season of one replication in each mode, all in the same world. */
export function simulate(
  inputs: PortInputs,
  modes: readonly Mode[],
  seed: number | string,
  replication: number,
  change?: StreamChange,
): SeasonFacts[] {
  const world = makeWorld(inputs, seed, replication, change);
  return modes.map((mode) => simulateSeason(inputs, mode, world));
}

/** Settles seasons, mode by mode. */
export function settle(seasons: readonly SeasonFacts[], modes: readonly Mode[], terms: Terms): Settled[] {
  return seasons.map((facts, i) => ({ facts, settlement: settleSeason(facts, modes[i] as Mode, terms) }));
}

/** What comes out of one season. */
export function modeOutcome({ facts, settlement }: Settled): ModeOutcome {
  return {
    measures: measure({ facts, settlement }),
    ledger: settlement.lines.map(({ item, payer, payee, kind, yuan }) => {
      return { item, payer, payee, kind, yuanPerTonne: perTonne(settlement, yuan) };
    }),
    carbon: settlement.carbon.rows.map(({ emitter, fuel, quantity, tankToWheelKg, wellToWheelKg }) => ({
      emitter,
      fuel,
      quantityPerTonne: perTonne(settlement, quantity),
      tankToWheel: perTonne(settlement, tankToWheelKg),
      wellToWheel: perTonne(settlement, wellToWheelKg),
    })),
    mass: facts.mass,
    shipperCostYuan: shipperCostYuan(settlement.lines),
    systemCostYuan: systemCostYuan(settlement.lines),
    portChargesYuan: portChargesYuan(settlement.lines),
    aboardTonnes: settlement.aboardTonnes,
    callCostsYuan: settlement.calls.map((call) => shipperCostYuan(call.lines)),
    hours: seasonHours(facts),
  };
}
