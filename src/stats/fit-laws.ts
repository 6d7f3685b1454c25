import type { Stream } from '../random/index.ts';
import { type Distances, distances, type QuantilePair, quantilePairs } from './goodness-of-fit.ts';
import { fitLaw, LAW_NAMES, type Law, type LawName, type Sample, sampleOf } from './law-families.ts';

/** How good a fit is: it can't be told from the law, is off by less than 5 % of the values everywhere, or is poor. */
export type FitVerdict = 'fits' | 'close' | 'poor';

/** A law fitted to a sample, and how well it fits. */
export interface FittedLaw {
  readonly name: LawName;
  readonly parameters: Readonly<Record<string, number>>;
  readonly logLikelihood: number;
  /** Akaike's information criterion: twice the number of parameters less twice the log likelihood. */
  readonly aic: number;
  readonly distances: Distances;
  /** Shares of samples of the law itself that are as far from the law fitted to them; null where it was not asked. */
  readonly pValues: Readonly<Record<keyof Distances, number | null>> | null;
  readonly verdict: FitVerdict;
  readonly quantiles: readonly QuantilePair[];
}

/** How to fit. */
export interface FitOptions {
  /** Laws to try; all unless said. */
  readonly laws?: readonly LawName[];
  /** Whose p values are wanted: of the best law alone, of all, or of none. */
  readonly pValuesOf?: 'best' | 'all' | 'none';
  readonly stream: Stream;
}

/** Values that laws are fitted to, at most; of more, every so many-th is taken. */
export const MOST_FITTED = 10_000;
/** Samples of the parametric bootstrap, and the largest size of one. */
const [RESAMPLES, RESAMPLE_SIZE] = [99, 100];
/** A fit that can be told from the law is still close if the shares differ by less than this everywhere. */
const CLOSE = 0.05;
const LEVEL = 0.05;
const POINTS = 20;

/**
 * Fits laws to values by maximum likelihood, the best by AIC first.
 *
 * The parameters are estimated from the same values, so the tabled p values of Kolmogorov–Smirnov and
 * Anderson–Darling would flatter every law. Theirs here come from a parametric bootstrap (Stute, Gonzáles Manteiga and
 * Presedo Quindimil 1993): samples are drawn from the fitted law, the law is fitted to each, and the distance counted
 * that is as large. Samples have at most 100 values; distances are compared in the scale that does not depend on the
 * size (√n times the first, the second as it is).
 *
 * @param values at least two that differ, finite
 * @returns none if no law can have given these values
 * @throws RangeError if the values do not differ
 */
export function fitLaws(
  values: ArrayLike<number>,
  { laws = LAW_NAMES, pValuesOf = 'best', stream }: FitOptions,
): FittedLaw[] {
  const taken = thinned(values);
  // All but a few may be the same, and those few not be taken.
  if (!differ(taken) && differ(values)) return [];
  const sample = sampleOf(taken);
  const found = laws.flatMap((name) => {
    const law = fitLaw(name, sample);
    return law === null ? [] : [{ law, ...judged(law, sample) }];
  });
  const ranked = found.filter(({ aic }) => Number.isFinite(aic)).sort((one, other) => one.aic - other.aic);
  return ranked.map(({ law, logLikelihood, aic, far }, rank) => {
    const tested = pValuesOf === 'all' || (pValuesOf === 'best' && rank === 0);
    const pValues = tested ? bootstrapped(law, far, sample.sorted.length, stream) : null;
    const { name, parameters } = law;
    const verdict = verdictOn(far, pValues);
    const quantiles = quantilePairs(law, sample.sorted, POINTS);
    return { name, parameters, logLikelihood, aic, distances: far, pValues, verdict, quantiles };
  });
}

function differ(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return true;
  return false;
}

/** Every so many-th value of too many. */
function thinned(values: ArrayLike<number>): ArrayLike<number> {
  const step = Math.ceil(values.length / MOST_FITTED);
  return step <= 1
    ? values
    : Float64Array.from({ length: Math.floor(values.length / step) }, (_, i) => values[i * step] as number);
}

function judged(law: Law, { sorted }: Sample) {
  let logLikelihood = 0;
  for (const x of sorted) logLikelihood += law.logDensity(x);
  const aic = 2 * Object.keys(law.parameters).length - 2 * logLikelihood;
  return { logLikelihood, aic, far: distances(law, sorted) };
}

function bootstrapped(law: Law, far: Distances, count: number, stream: Stream): NonNullable<FittedLaw['pValues']> {
  const size = Math.min(count, RESAMPLE_SIZE);
  const limit = Math.sqrt(count) * far.kolmogorovSmirnov;
  // The law's own sample is one of those that are as far.
  let [asFar, asFarInTails, withTails] = [1, 1, 1];
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const values = Float64Array.from({ length: size }, () => law.distribution.quantile(stream.next()));
    if (!differ(values)) continue;
    const drawn = sampleOf(values);
    const again = fitLaw(law.name, drawn);
    const one = again === null ? null : distances(again, drawn.sorted);
    if (one === null || Math.sqrt(size) * one.kolmogorovSmirnov >= limit) asFar++;
    // A law whose end is the least value itself weighs no tail there.
    if (one?.andersonDarling == null) continue;
    withTails++;
    if (one.andersonDarling >= (far.andersonDarling ?? 0)) asFarInTails++;
  }
  const tails = far.andersonDarling !== null && withTails > RESAMPLES / 2;
  return { kolmogorovSmirnov: asFar / (RESAMPLES + 1), andersonDarling: tails ? asFarInTails / withTails : null };
}

function verdictOn({ kolmogorovSmirnov }: Distances, pValues: FittedLaw['pValues']): FitVerdict {
  const ps = pValues === null ? [] : [pValues.kolmogorovSmirnov, pValues.andersonDarling];
  if (ps.length > 0 && ps.every((p) => p === null || p >= LEVEL)) return 'fits';
  return kolmogorovSmirnov < CLOSE ? 'close' : 'poor';
}
