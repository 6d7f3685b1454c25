import { RandomStreams } from '../random/index.ts';
import { CATALOGUE, listOf, type NumberKey, numberOf, type Scenario } from '../scenario/index.ts';
import { fitLaws } from '../stats/index.ts';
import { meanOf, sdOf } from './estimates.ts';
import type { LogKind } from './fields.ts';
import type { Quantity, QuantityId } from './quantities.ts';

/** A parameter that a log can measure: from what, and how. */
export interface Measurable {
  readonly key: NumberKey;
  readonly from: QuantityId;
  /** The logs that can tell. */
  readonly kinds: readonly LogKind[];
  /** The unit in which `estimate` gives its figure. */
  readonly unit: string;
  /**
   * `direct`: the log measures what the parameter means; `bound`: it measures something that the parameter is not below
   * or above, and it is shown but never written.
   */
  readonly how: 'direct' | 'bound';
  /** Of those values that it is told to take; NaN where they do not give it. */
  estimate(quantity: Quantity, scenario: Parameters, takes: (i: number) => boolean): number;
}

/** The parameters of a scenario, or the catalogue's defaults. */
export type Parameters = Pick<Scenario, 'parameters'>;

type Statistic = (quantity: Quantity, takes: (i: number) => boolean) => number;

const mean: Statistic = ({ values }, takes) => meanOf(values, takes);
/** A normal law cut at three standard deviations has this standard deviation, in those of the uncut one. */
const CUT_SD = 0.98658;
const uncutSd: Statistic = ({ values }, takes) => sdOf(values, takes) / CUT_SD;

/** Which parameters can be measured from which log: the one table of them. */
export const MEASURABLE: readonly Measurable[] = [
  entry('gate.serviceTime', 'gate.service', ['gate'], 'h/truck', mean),
  entry('fleet.payload', 'truck.payload', ['gate', 'weighbridge'], 'kg', mean),
  entry('fleet.payloadSd', 'truck.payload', ['gate', 'weighbridge'], 'kg', uncutSd),
  entry('road.distance', 'road.distance', ['gps'], 'km', mean),
  speed('road.speedLoaded', 'road.loaded'),
  speed('road.speedEmpty', 'road.empty'),
  {
    ...entry('road.peakFactor', 'road.loaded', ['gate', 'gps'], '1', mean),
    estimate: ({ values, hours }, scenario, takes) => {
      const peak = inPeak(scenario);
      const rush = meanOf(values, (i) => takes(i) && peak(hours[i] as number));
      return rush / meanOf(values, (i) => takes(i) && !peak(hours[i] as number));
    },
  },
  {
    ...entry('road.timeCv', 'road.loaded', ['gate', 'gps'], '1', mean),
    estimate: ({ values, hours }, scenario, takes) => {
      const peak = inPeak(scenario);
      const off = (i: number) => takes(i) && !peak(hours[i] as number);
      return sdOf(values, off) / meanOf(values, off);
    },
  },
  entry('customs.inspectionProbability', 'inspection.share', ['gate'], '1', mean),
  entry('customs.inspectionTime', 'inspection.time', ['gate'], 'h', mean),
  entry('calls.arrivalDeviationSd', 'call.deviation', ['calls'], 'h', uncutSd),
  entry('calls.laycanShape', 'call.gap', ['calls'], '1', erlangOrder),
  entry('vessel.berthingTime', 'call.berthing', ['calls'], 'h', mean),
  bound('vessel.surveyTime', 'call.beforeLoading', 'h', (quantity, _scenario, takes) => mean(quantity, takes)),
  bound('quay.craneRate', 'call.rate', 'kg/h', (quantity, scenario, takes) => {
    return mean(quantity, takes) / (1 - numberOf(scenario, 'quay.hatchChangeShare'));
  }),
];

function entry(
  key: NumberKey,
  from: QuantityId,
  kinds: readonly LogKind[],
  unit: string,
  statistic: Statistic,
): Measurable {
  return {
    key,
    from,
    kinds,
    unit,
    how: 'direct',
    estimate: (quantity, _scenario, takes) => statistic(quantity, takes),
  };
}

function bound(key: NumberKey, from: QuantityId, unit: string, estimate: Measurable['estimate']): Measurable {
  return { key, from, kinds: ['calls'], unit, how: 'bound', estimate };
}

/** The distance of the scenario over the mean drive in free flow. */
function speed(key: NumberKey, from: QuantityId): Measurable {
  return {
    ...entry(key, from, ['gate', 'gps'], 'km/h', mean),
    estimate: ({ values, hours }, scenario, takes) => {
      const peak = inPeak(scenario);
      return numberOf(scenario, 'road.distance') / meanOf(values, (i) => takes(i) && !peak(hours[i] as number));
    },
  };
}

/** Whether an hour of the day is one of the scenario's peak hours. */
function inPeak(scenario: Parameters): (hour: number) => boolean {
  const peak = listOf<number>(scenario, 'road.peakHours');
  return (hour) => peak.includes(hour);
}

/** The likeliest whole number of exponential steps; 1 where the gaps vary as much as random ones or more. */
function erlangOrder({ values }: Quantity, takes: (i: number) => boolean): number {
  const gaps = [...values].filter((gap, i) => takes(i) && gap > 0);
  if (gaps.length < 2 || new Set(gaps).size < 2) return Number.NaN;
  const stream = new RandomStreams(1, 0).stream('history.fit');
  const [best] = fitLaws(gaps, { laws: ['erlang'], stream, pValuesOf: 'none' });
  const { min, max } = CATALOGUE['calls.laycanShape'].bounds;
  return Math.min(max, Math.max(min, best?.parameters.k ?? 1));
}
