import { PARAMETER_KEYS, type ParameterKey, type Scenario, type Standing, toPortInputs } from '../scenario/index.ts';
import { callsOf } from './head.ts';
import {
  type LoadingRates,
  leastTrucksToFeedCranes,
  ratesAtBest,
  ratesOverDays,
  shortestLoadingHours,
  trucksUnderWay,
} from './preview-rates.ts';
import { unsourcedKeys } from './standings.ts';

/** What a scenario comes to before anything is simulated, by arithmetic on its means. */
export interface Preview {
  readonly calls: { readonly count: number; readonly tonnes: number; readonly largestTonnes: number };
  /** Loads from the works, each ship's last one not full. */
  readonly trips: number;
  /** Rates of direct loading of the largest cargo while everything runs: no pauses, stops or waits. */
  readonly rates: LoadingRates;
  /** The same over whole days: with pauses, breaks and hours, and with breakdowns and weather in the mean; no waits. */
  readonly ratesOverDays: LoadingRates;
  /** The largest cargo is not loaded directly in less, from ready to completed. */
  readonly shortestLoadingHours: number;
  readonly trucks: {
    /** That serve one call at once. */
    readonly underWay: number;
    /** That its cranes need at least, were no truck ever to wait. */
    readonly needed: number;
  };
  /** Share of the period that the berths are taken at the rate over whole days, without waiting and other ships. */
  readonly berthUse: number;
  readonly parameters: {
    readonly count: number;
    readonly standings: Readonly<Record<Standing, number>>;
    /** Keys of the parameters that are assumed or recalled, in the catalogue's order. */
    readonly unsourced: readonly ParameterKey[];
  };
}

/** Previews a scenario. */
export function preview(scenario: Scenario): Preview {
  const tonnes = scenario.cargoes.map((cargo) => cargo.tonnes);
  const largestTonnes = tonnes.reduce((most, one) => Math.max(most, one), 0);
  const largestKg = largestTonnes * 1000;
  const inputs = toPortInputs(scenario);
  const { payloadKg } = inputs.fleet;
  const overDays = ratesOverDays(inputs, largestKg);
  return {
    calls: { ...callsOf(scenario), largestTonnes },
    trips: tonnes.reduce((sum, one) => sum + Math.ceil((one * 1000) / payloadKg.mean), 0),
    rates: ratesAtBest(inputs, largestKg),
    ratesOverDays: overDays,
    shortestLoadingHours: shortestLoadingHours(inputs, largestKg),
    trucks: { underWay: trucksUnderWay(inputs), needed: leastTrucksToFeedCranes(inputs, largestKg) },
    berthUse: berthUse(scenario, overDays.direct),
    parameters: parametersOf(scenario),
  };
}

function berthUse(scenario: Scenario, tonnesPerHour: number): number {
  const { season, quay, vessel } = toPortInputs(scenario);
  const perCall = 2 * vessel.surveyHours.mean + vessel.unberthingHours.mean;
  const { count, tonnes } = callsOf(scenario);
  return (tonnes / tonnesPerHour + count * perCall) / (quay.berths * season.periodHours);
}

function parametersOf({ parameters }: Scenario): Preview['parameters'] {
  const standings: Record<Standing, number> = {
    given: 0,
    sourced: 0,
    measured: 0,
    derived: 0,
    recalled: 0,
    assumed: 0,
    fitted: 0,
  };
  for (const key of PARAMETER_KEYS) standings[parameters[key].standing]++;
  return { count: PARAMETER_KEYS.length, standings, unsourced: unsourcedKeys({ parameters }) };
}
