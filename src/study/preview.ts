import { expectedTrip, type PortInputs, trucksToHire } from '../port/index.ts';
import { PARAMETER_KEYS, type ParameterKey, type Scenario, type Standing, toPortInputs } from '../scenario/index.ts';
import { callsOf } from './compare.ts';

/** What a scenario comes to before anything is simulated, by arithmetic on its means. */
export interface Preview {
  readonly calls: { readonly count: number; readonly tonnes: number; readonly largestTonnes: number };
  /** Loads from the works, each ship's last one not full. */
  readonly trips: number;
  readonly rates: {
    /** All loaders of the works, t/h. */
    readonly worksLoaders: number;
    /** The base fleet, and what may be hired beside it, going round without any waiting in direct mode, t/h. */
    readonly fleet: number;
    /** The cranes of one call, hatch changes included, t/h. */
    readonly cranes: number;
    /** The least of the three: nothing loads a ship directly any faster, t/h. */
    readonly direct: number;
  };
  /** Share of the period that the berths are taken at that rate, without weather, breakdowns and waiting. */
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
  const { payloadKg } = toPortInputs(scenario).fleet;
  const rates = ratesOf(scenario);
  return {
    calls: { ...callsOf(scenario), largestTonnes: tonnes.reduce((most, one) => Math.max(most, one), 0) },
    trips: tonnes.reduce((sum, one) => sum + Math.ceil((one * 1000) / payloadKg.mean), 0),
    rates,
    berthUse: berthUse(scenario, rates.direct),
    parameters: parametersOf(scenario),
  };
}

function ratesOf(scenario: Scenario): Preview['rates'] {
  const inputs = toPortInputs(scenario);
  const { works, fleet, quay } = inputs;
  const payload = fleet.payloadKg.mean / 1000;
  const worksLoaders = (works.loaders * payload) / works.loadingHours.mean;
  const trucks = fleet.trucks + trucksToHire(inputs);
  const fleetRate = (trucks * payload) / expectedTrip(inputs).turnHours;
  const cranes = cranesRate(quay, callsOf(scenario)) / 1000;
  return { worksLoaders, fleet: fleetRate, cranes, direct: Math.min(worksLoaders, fleetRate, cranes) };
}

/** The cranes of one call, pauses included, kg/h; hatches worked in turn are those of the mean cargo. */
function cranesRate(quay: PortInputs['quay'], { count, tonnes }: ReturnType<typeof callsOf>): number {
  const { craneKgPerHour, cranesPerCall, hatchKg, hatchChangeHours, hatchPlan: plan } = quay;
  const withPauses = (kg: number, pauseHours: number) => kg / (kg / craneKgPerHour + pauseHours);
  if (plan === null) return cranesPerCall * withPauses(hatchKg, hatchChangeHours);
  const cargoKg = (tonnes * 1000) / count;
  const hatches = plan.hatchesBySize.find(({ belowKg }) => cargoKg < belowKg)?.hatches ?? 1;
  const passes = plan.firstPassShare < 1 ? 2 : 1;
  return Math.min(cranesPerCall, hatches) * withPauses(cargoKg / hatches / passes, plan.changeHours + plan.trimHours);
}

function berthUse(scenario: Scenario, tonnesPerHour: number): number {
  const { season, quay, vessel } = toPortInputs(scenario);
  const perCall = 2 * vessel.surveyHours.mean + vessel.unberthingHours.mean;
  const { count, tonnes } = callsOf(scenario);
  return (tonnes / tonnesPerHour + count * perCall) / (quay.berths * season.periodHours);
}

function parametersOf({ parameters }: Scenario): Preview['parameters'] {
  const standings: Record<Standing, number> = { given: 0, sourced: 0, derived: 0, recalled: 0, assumed: 0, fitted: 0 };
  for (const key of PARAMETER_KEYS) standings[parameters[key].standing]++;
  return { count: PARAMETER_KEYS.length, standings, unsourced: unsourcedKeys({ parameters }) };
}

/** Keys of the parameters whose value no source gives: assumed or recalled. */
export function unsourcedKeys({ parameters }: Pick<Scenario, 'parameters'>): ParameterKey[] {
  return PARAMETER_KEYS.filter((key) => ['assumed', 'recalled'].includes(parameters[key].standing));
}
