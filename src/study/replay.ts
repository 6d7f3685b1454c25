import type { RecordedCall, RecordedTrip } from '../history/index.ts';
import { type Mode, makeWorld, type PortInputs, recordSeason } from '../port/index.ts';
import { instantText, type Scenario, toPortInputs } from '../scenario/index.ts';
import { quantile, type TInterval, tInterval } from '../stats/index.ts';
import { type CallTimes, REPLAY_MEASURES, type ReplayMeasure, recordedTimes, simulatedTimes } from './replay-times.ts';

/** What a replay says of the model: it cannot be told from the log, takes too long, or is over too soon. */
export type ReplayVerdict = 'agrees' | 'long' | 'short' | 'few';

/** One measure, simulated against recorded; hours. */
export interface ReplayComparison {
  readonly measure: ReplayMeasure;
  /** Calls of which both are known. */
  readonly calls: number;
  /** Mean over calls. */
  readonly recorded: number;
  readonly simulated: number;
  /** Simulated less recorded, a call at a time: mean and 95 % interval over calls. */
  readonly error: TInterval;
  /** Of single ships or trucks. */
  readonly recordedQuantiles: { readonly p50: number; readonly p90: number };
  readonly simulatedQuantiles: { readonly p50: number; readonly p90: number };
  /** Calls whose recorded time lies between the simulated 5 % and 95 % of that very call. */
  readonly inside: number;
  readonly verdict: ReplayVerdict;
}

/** A replay's answer. */
export interface Replay {
  readonly scenario: Pick<Scenario, 'name' | 'hash' | 'overrides'>;
  readonly mode: Mode;
  readonly seed: number;
  readonly replications: number;
  readonly calls: number;
  /** Trips that were recorded, and those of them that were sent as it was recorded. */
  readonly trips: number;
  readonly departures: number;
  readonly measures: readonly ReplayComparison[];
}

/** How to replay. */
export interface ReplayOptions {
  readonly mode: Mode;
  readonly seed: number;
  /** Trucks are sent when they were, where that is known of every call, or as the scenario's policy says. */
  readonly dispatch: 'recorded' | 'policy';
}

/** Calls that a verdict is given on, at least. */
const FEWEST_CALLS = 3;
const CONFIDENCE = 0.95;
/** Of its replications, a recorded time shall lie within this share, half of the rest on either side. */
const INSIDE = 0.9;

/**
 * What the port model needs to serve the recorded calls as they came: cargoes, laycans and arrivals as they were, trucks
 * sent when they were where that is known of every call.
 *
 * @param calls in order of laycan, at least one
 */
export function replayInputs(
  scenario: Scenario,
  calls: readonly RecordedCall[],
  { mode, dispatch }: Pick<ReplayOptions, 'mode' | 'dispatch'>,
): PortInputs {
  const hours = calls.flatMap(({ laycan, arrived }) => [laycan, arrived]);
  const [first, last] = [Math.min(...hours), Math.max(...hours)];
  const inputs = toPortInputs({
    ...scenario,
    period: { start: instantText(first).slice(0, 10), end: instantText(last).slice(0, 10) },
    cargoes: calls.map(({ laycan, cargoKg }) => {
      return { tonnes: cargoKg / 1000, laycan: instantText(laycan).replace(' ', 'T'), mode: null };
    }),
  });
  const start = Math.floor(first / 24) * 24;
  const ofClock = (hour: number) => hour - start + inputs.season.openingHours;
  const departures = calls.map(({ trips }) => trips.map((trip) => sentAt(trip, inputs)));
  const known = departures.every((call) => call.length > 0 && call.every((hour) => hour !== null));
  // Trucks that stage a cargo are sent otherwise.
  const asRecorded = dispatch === 'recorded' && mode !== 'staged' && known;
  return {
    ...inputs,
    season: { ...inputs.season, arrivalsHours: calls.map(({ arrived }) => arrived - start) },
    dispatch: {
      ...inputs.dispatch,
      departuresHours: asRecorded ? departures.map((call) => call.map((hour) => ofClock(hour as number))) : null,
    },
  };
}

/** When a truck was sent to load: when it came to the works, else so long before it left as loading takes in the mean. */
function sentAt({ worksIn, worksOut }: RecordedTrip, { works }: PortInputs): number | null {
  if (worksIn !== null) return worksIn;
  return worksOut === null ? null : worksOut - works.loadingHours.mean - works.weighingHours.mean;
}

/**
 * Makes a replay ready.
 *
 * @returns a function that simulates one replication: the times of each call
 * @throws {UnfinishedSeasonError} when it is called, if a ship can't be served
 */
export function replayer(
  scenario: Scenario,
  calls: readonly RecordedCall[],
  options: ReplayOptions,
): (replication: number) => CallTimes[] {
  const { mode, seed } = options;
  const inputs = replayInputs(scenario, calls, options);
  return (replication) => simulatedTimes(recordSeason(inputs, mode, makeWorld(inputs, seed, replication)));
}

/** Holds what was simulated against what was recorded. @param runs times by replication and call */
export function replayOf(
  scenario: Scenario,
  calls: readonly RecordedCall[],
  runs: readonly (readonly CallTimes[])[],
  options: ReplayOptions,
): Replay {
  const { mode, seed } = options;
  const { name, hash, overrides } = scenario;
  const { departuresHours } = replayInputs(scenario, calls, options).dispatch;
  const trips = calls.reduce((sum, call) => sum + call.trips.length, 0);
  const recorded = calls.map(recordedTimes);
  return {
    scenario: { name, hash, overrides },
    mode,
    seed,
    replications: runs.length,
    calls: calls.length,
    trips,
    departures: departuresHours === null ? 0 : trips,
    measures: REPLAY_MEASURES.flatMap((measure) => compared(measure, recorded, runs) ?? []),
  };
}

function compared(
  measure: ReplayMeasure,
  recorded: readonly CallTimes[],
  runs: readonly (readonly CallTimes[])[],
): ReplayComparison | null {
  const both = recorded.flatMap((call, i) => {
    const own = call[measure];
    const simulated = runs.map((run) => run[i]?.[measure] ?? []).filter((values) => values.length > 0);
    return own.length === 0 || simulated.length === 0 ? [] : [{ own, simulated }];
  });
  if (both.length === 0) return null;
  const pairs = both.map(({ own, simulated }) => ({ recorded: meanOf(own), simulated: simulated.map(meanOf) }));
  const errors = pairs.map((pair) => meanOf(pair.simulated) - pair.recorded);
  const error = tInterval(errors, CONFIDENCE);
  const inside = pairs.filter(({ recorded: own, simulated }) => {
    const [low, high] = [quantile(simulated, (1 - INSIDE) / 2), quantile(simulated, (1 + INSIDE) / 2)];
    return own >= low && own <= high;
  });
  return {
    measure,
    calls: both.length,
    recorded: meanOf(pairs.map((pair) => pair.recorded)),
    simulated: meanOf(pairs.map((pair) => meanOf(pair.simulated))),
    error,
    recordedQuantiles: quantilesOf(both.flatMap(({ own }) => own)),
    simulatedQuantiles: quantilesOf(both.flatMap(({ simulated }) => simulated.flat())),
    inside: inside.length,
    verdict: verdictOn(error, both.length),
  };
}

function verdictOn({ low, high }: TInterval, calls: number): ReplayVerdict {
  if (calls < FEWEST_CALLS || low === null || high === null) return 'few';
  return low > 0 ? 'long' : high < 0 ? 'short' : 'agrees';
}

function quantilesOf(values: readonly number[]) {
  return { p50: quantile(values, 0.5), p90: quantile(values, 0.9) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
