import type { Mode } from '../port/index.ts';
import { RandomStreams } from '../random/index.ts';
import { controlled, type Estimate, estimates, quotient, varianceOf } from '../stats/index.ts';
import { controlsOf } from './controls.ts';
import type { Outcome } from './replication.ts';
import type { VarianceRuns } from './variance-runs.ts';

/** What one group of causes does to the two costs and their difference, drawn anew while all else stays. */
export interface CauseEffect {
  readonly group: string;
  /** Standard deviation that it gives each cost, with its interactions, yuan/t. */
  readonly staged: number;
  readonly direct: number;
  /** How far the two costs move together when it is drawn anew; null where one does not move. */
  readonly inStep: number | null;
  /** Its share of the variance of the saving, with its interactions: shares may add up to more than 1. */
  readonly share: Estimate;
}

/** Why the paired runs stay short of the ceiling: the group of causes with the largest share of what varies still. */
export interface OutOfStep {
  readonly group: string;
  /** The mode that alone depends on it, which no pairing can mend; null where both do, but not alike. */
  readonly only: Mode | null;
}

/** What was gained by ways to get the same precision from fewer runs, measured on the saving per tonne. */
export interface VarianceReduction {
  readonly measure: 'saving.perTonne';
  /** Common random numbers: both modes in the same worlds. */
  readonly pairing: {
    readonly correlation: number | null;
    /** Variances over replications, (yuan/t)². */
    readonly variance: {
      readonly staged: number;
      readonly direct: number;
      readonly paired: number;
      readonly independent: number;
    };
    /** var(independent)/var(paired): so many times the replications would be needed without pairing. */
    readonly gain: Estimate;
    /** (σs² + σd²)/(σs − σd)²: perfect step would gain so much. */
    readonly ceiling: number | null;
    /** The part of the ceiling that is reached. */
    readonly share: Estimate;
    readonly causes: readonly CauseEffect[];
    /** Null where {@link ENOUGH} of the ceiling is reached. */
    readonly outOfStep: OutOfStep | null;
  };
  /** Control variates: uniforms whose mean is known. */
  readonly controls: { readonly gain: Estimate; readonly chosen: readonly string[] };
  /** Antithetic pairs against as many independent replications. */
  readonly antithetic: { readonly gain: Estimate; readonly correlation: number | null };
}

/** What was run, each in order of replication, as many as of the comparison itself. */
export interface VarianceOutcomes {
  readonly paired: readonly Outcome[];
  readonly independent: readonly Outcome[];
  readonly antithetic: readonly Outcome[];
  /** In the order of the runs. */
  readonly redrawn: readonly (readonly Outcome[])[];
}

/** The part of the ceiling that pairing should reach; what stays below has its cause named. */
export const ENOUGH = 0.7;

/** A cause that gives one mode so small a part of the variance it gives the other acts on that other alone. */
const ONE_SIDED = 0.05;

/**
 * Measures variance reduction.
 *
 * @param runs as they were laid out for this scenario and seed
 * @param confidence share of intervals that shall cover, such as 0.95
 */
export function varianceReduction(
  runs: VarianceRuns,
  { paired, independent, antithetic, redrawn }: VarianceOutcomes,
  seed: number,
  confidence: number,
): VarianceReduction {
  const [staged, direct] = [costs(paired, 0), costs(paired, 1)];
  const saving = differences(staged, direct);
  const stream = (what: string) => new RandomStreams(seed, 0).stream('variance.bootstrap', what);
  const gains = estimates(
    [staged, direct, costs(independent, 0)],
    (mean) => pairingStatistics(mean),
    confidence,
    stream('pairing'),
  );
  const [gain, share, ceiling, varS, varD, varPaired, varIndependent, correlation] = gains as [
    Estimate,
    Estimate,
    Estimate,
    Estimate,
    Estimate,
    Estimate,
    Estimate,
    Estimate,
  ];
  const causes = runs.redrawn.map(({ group }, at) =>
    effectOf(group, [staged, direct], redrawn[at] ?? [], confidence, stream(group)),
  );
  // Over n − 1, as everywhere; ratios are the same over n.
  const value = ({ value: found }: Estimate) => ((found ?? 0) * saving.length) / (saving.length - 1);
  return {
    measure: 'saving.perTonne',
    pairing: {
      correlation: correlation.value,
      variance: {
        staged: value(varS),
        direct: value(varD),
        paired: value(varPaired),
        independent: value(varIndependent),
      },
      gain,
      ceiling: ceiling.value,
      share,
      causes,
      outOfStep: (share.value ?? 1) >= ENOUGH ? null : outOfStep(causes),
    },
    controls: controlsGain(saving, runs, seed, confidence, stream('controls')),
    antithetic: antitheticGain(
      saving,
      differences(costs(antithetic, 0), costs(antithetic, 1)),
      confidence,
      stream('pairs'),
    ),
  };
}

type Statistics = Parameters<typeof estimates>[1];
type Stream = Parameters<typeof estimates>[3];

const pairingStatistics: Statistics = (mean) => {
  const s = varianceOf(mean, ([x]) => x as number);
  const d = varianceOf(mean, ([, y]) => y as number);
  const paired = varianceOf(mean, ([x, y]) => (x as number) - (y as number));
  const independent = varianceOf(mean, ([x, , z]) => (x as number) - (z as number));
  const apart = Math.sqrt(s) - Math.sqrt(d);
  const gain = quotient(independent, paired);
  const together = (s + d - paired) / 2;
  return [
    gain,
    gain === null ? null : quotient(gain * apart * apart, s + d),
    quotient(s + d, apart * apart),
    ...[s, d, paired, independent],
    quotient(together, Math.sqrt(s * d)),
  ];
};

/** Half the mean squared change when a group is drawn anew is its total effect (Jansen 1999). */
function effectOf(
  group: string,
  [staged, direct]: readonly [readonly number[], readonly number[]],
  anew: readonly Outcome[],
  confidence: number,
  stream: Stream,
): CauseEffect {
  const changes = [staged, direct].map((before, mode) => differences(before, costs(anew, mode)));
  const columns = [...changes, differences(staged, direct)];
  const [s, d, together, share] = estimates(
    columns,
    (mean) => [
      mean(([x]) => ((x as number) * (x as number)) / 2),
      mean(([, y]) => ((y as number) * (y as number)) / 2),
      mean(([x, y]) => ((x as number) * (y as number)) / 2),
      quotient(
        mean(([x, y]) => (((x as number) - (y as number)) * ((x as number) - (y as number))) / 2),
        varianceOf(mean, ([, , z]) => z as number),
      ),
    ],
    confidence,
    stream,
  ) as [Estimate, Estimate, Estimate, Estimate];
  const [ofStaged, ofDirect] = [Math.sqrt(s.value ?? 0), Math.sqrt(d.value ?? 0)];
  return {
    group,
    staged: ofStaged,
    direct: ofDirect,
    inStep: quotient(together.value ?? 0, ofStaged * ofDirect),
    share,
  };
}

function outOfStep(causes: readonly CauseEffect[]): OutOfStep | null {
  const [worst] = causes.toSorted((one, other) => (other.share.value ?? 0) - (one.share.value ?? 0));
  if (worst === undefined || !((worst.share.value ?? 0) > 0)) return null;
  const [s, d] = [worst.staged * worst.staged, worst.direct * worst.direct];
  if (d < ONE_SIDED * s) return { group: worst.group, only: 'staged' };
  return { group: worst.group, only: s < ONE_SIDED * d ? 'direct' : null };
}

function controlsGain(
  saving: readonly number[],
  { drawn }: VarianceRuns,
  seed: number,
  confidence: number,
  stream: Stream,
): VarianceReduction['controls'] {
  const controls = controlsOf(drawn, seed, saving.length);
  const { left, chosen } = controlled(
    saving,
    controls.map(({ values }) => values),
  );
  const [gain] = estimates(
    [saving, left],
    (mean) => [
      quotient(
        varianceOf(mean, ([x]) => x as number),
        varianceOf(mean, ([, y]) => y as number),
      ),
    ],
    confidence,
    stream,
  );
  // What most parts chose; what one part in ten happened to choose is luck.
  const names = controls.flatMap(({ cause }, at) => ((chosen[at] ?? 0) > 5 ? [cause] : []));
  return { gain: gain as Estimate, chosen: names };
}

function antitheticGain(
  saving: readonly number[],
  opposite: readonly number[],
  confidence: number,
  stream: Stream,
): VarianceReduction['antithetic'] {
  const [gain, correlation] = estimates(
    [saving, opposite],
    (mean) => {
      const [one, other] = [varianceOf(mean, ([x]) => x as number), varianceOf(mean, ([, y]) => y as number)];
      const both = varianceOf(mean, ([x, y]) => (x as number) + (y as number));
      return [quotient(one + other, both), quotient(both - one - other, 2 * Math.sqrt(one * other))];
    },
    confidence,
    stream,
  ) as [Estimate, Estimate];
  return { gain, correlation: correlation.value };
}

function costs(outcomes: readonly Outcome[], mode: number): number[] {
  return outcomes.map(({ modes }) => modes[mode]?.measures['cost.perTonne'] ?? 0);
}

function differences(from: readonly number[], less: readonly number[]): number[] {
  return from.map((value, at) => value - (less[at] as number));
}
