import { distributionOf, type Law, mayVary } from '../scenario/index.ts';
import type { FittedLaw } from '../stats/index.ts';
import type { MeasuredValue } from './measure.ts';
import type { Quantity } from './quantities.ts';

/** Quantiles by which an empirical law is written. */
const MOST_OBSERVED = 50;
/** Figures that a law is written with. */
const DIGITS = 4;

/**
 * The law that a scenario takes for a time that varies: the best fitted one; what was observed, by its quantiles, where
 * that fits poorly or the scenario's language has it not.
 *
 * @param laws fitted to the quantity, the best first
 * @returns null for a parameter that takes no law, or of which too little is known for one
 */
export function lawFor({ key, factor }: MeasuredValue, { values }: Quantity, laws: readonly FittedLaw[]): Law | null {
  const [best] = laws;
  if (!mayVary(key) || best === undefined) return null;
  const law = best.verdict === 'poor' ? null : lawIn(best, factor);
  return law !== null && isUsable(law) ? law : observed(values, factor);
}

function lawIn({ name, parameters }: FittedLaw, factor: number): Law | null {
  const of = (field: string) => rounded(parameters[field] as number);
  const time = (field: string) => rounded((parameters[field] as number) * factor);
  switch (name) {
    case 'exponential':
      return { name, mean: time('mean') };
    case 'lognormal':
      return { name, mean: time('mean'), cv: of('cv') };
    case 'gamma': {
      const shape = parameters.shape as number;
      return { name, mean: rounded(shape * (parameters.scale as number) * factor), cv: rounded(1 / Math.sqrt(shape)) };
    }
    case 'erlang':
      return { name, mean: time('mean'), order: parameters.k as number };
    case 'weibull':
      return { name, shape: of('shape'), scale: time('scale') };
    case 'normal':
      return { name, mean: time('mean'), sd: time('sd') };
    case 'uniform':
      return { name, low: time('low'), high: time('high') };
    case 'triangular':
      return { name, low: time('low'), mode: time('mode'), high: time('high') };
  }
}

/** No time is below 0, nor can everything be drawn. */
function isUsable(law: Law): boolean {
  if ('low' in law && law.low < 0) return false;
  try {
    return Number.isFinite(distributionOf(law).mean);
  } catch {
    return false;
  }
}

function observed(values: Float64Array, factor: number): Law {
  const sorted = values.toSorted();
  const count = Math.min(MOST_OBSERVED, sorted.length);
  const places = Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) / count) * sorted.length));
  return { name: 'empirical', values: places.map((at) => Math.max(0, rounded((sorted[at] as number) * factor))) };
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
