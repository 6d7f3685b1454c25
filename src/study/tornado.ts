import { type Factor, type FactorValue, settingOf } from './factor.ts';
import type { Probe, Probed } from './probe.ts';
import { DUMMY, factorsOf, type SensitivityPlan } from './sensitivity-plan.ts';
import { type Summary, summarise, summariseDifference } from './summary.ts';
import type { Failure } from './task.ts';

/** One end of a bar: the output with one parameter elsewhere and all others where they were. */
export interface TornadoEnd {
  /** Null: the dummy's. */
  readonly value: FactorValue | null;
  readonly output: Summary | null;
  readonly failure: Failure | null;
}

/** What one parameter does, all others where they were. */
export interface TornadoBar {
  readonly name: string;
  /** Of a range its lower and upper end; of a list the values with the least and the greatest output. */
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
  /** Output at the upper end less that at the lower, replication by replication; of a list never below 0. */
  readonly swing: Summary | null;
}

/** The bars, the longest first, and the output as the scenario stands. */
export interface Tornado {
  readonly base: Summary | null;
  readonly baseFailure: Failure | null;
  readonly bars: readonly TornadoBar[];
  /** The base over other random numbers, less the base: as long as luck alone makes a bar. */
  readonly dummy: TornadoBar;
}

/** The values that a tornado looks at besides the scenario's own. */
function endsOf(factor: Factor): readonly FactorValue[] {
  return factor.kind === 'range' ? [factor.low, factor.high] : factor.values;
}

/** The probes of a tornado: in each replication the base, every end, and the base over other random numbers. */
export function tornadoProbes(plan: SensitivityPlan): Probe[][] {
  const ends = factorsOf(plan).flatMap((factor) => endsOf(factor).map((value) => [settingOf(factor, value)]));
  return Array.from({ length: plan.replications }, (_, replication) => [
    ...[[], ...ends].map((settings) => ({ settings, replication })),
    { settings: [], replication: plan.replications + replication },
  ]);
}

/** Sums up a tornado's probes. */
export function tornado(plan: SensitivityPlan, probed: readonly (readonly Probed[])[]): Tornado {
  const { confidence = 0.95 } = plan;
  const column = (at: number) => probed.map((replication) => replication[at] as Probed);
  const base = columnOf(column(0));
  let at = 1;
  const bars = factorsOf(plan).map((factor) => {
    const ends = endsOf(factor).map((value) => ({ value, ...columnOf(column(at++)) }));
    return barOf(factor.key, factor.kind === 'range' ? ends : extremesOf(ends), confidence);
  });
  const dummy = barOf(
    DUMMY,
    [
      { value: null, ...base },
      { value: null, ...columnOf(column(at)) },
    ],
    confidence,
  );
  const length = ({ swing }: TornadoBar) => Math.abs(swing?.mean ?? 0);
  return {
    base: base.failure === null ? summarise(base.values, confidence) : null,
    baseFailure: base.failure,
    bars: bars.toSorted((one, other) => length(other) - length(one)),
    dummy,
  };
}

interface Column {
  readonly values: readonly (number | null)[];
  readonly failure: Failure | null;
}

type End = Column & { readonly value: FactorValue | null };

function columnOf(probed: readonly Probed[]): Column {
  const failed = probed.find((one) => !one.ok);
  const values = probed.map((one) => (one.ok ? (one.values[0] ?? null) : null));
  return { values, failure: failed?.failure ?? null };
}

/** Of several values the one with the least mean and the one with the greatest; those that failed stand aside. */
function extremesOf(ends: readonly End[]): End[] {
  const meanOf = ({ values }: End) => summarise(values, 0.5)?.mean ?? 0;
  const sorted = ends.filter(({ failure }) => failure === null).sort((one, other) => meanOf(one) - meanOf(other));
  const [first] = ends;
  const low = sorted[0] ?? first;
  return low === undefined ? [] : [low, sorted.at(-1) ?? low];
}

function barOf(name: string, [low, high]: readonly End[], confidence: number): TornadoBar {
  const [from, to] = [low as End, high as End];
  const both = from.failure === null && to.failure === null;
  const difference = both ? summariseDifference(to.values, from.values, confidence) : null;
  const swing = difference && { mean: difference.mean, sd: difference.sd, low: difference.low, high: difference.high };
  return { name, low: endOf(from, confidence), high: endOf(to, confidence), swing };
}

function endOf({ value, values, failure }: End, confidence: number): TornadoEnd {
  return { value, output: failure === null ? summarise(values, confidence) : null, failure };
}
