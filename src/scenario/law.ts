import {
  constant,
  type Distribution,
  empirical,
  erlang,
  exponential,
  gamma,
  lognormal,
  triangular,
  truncatedNormal,
  uniform,
  weibull,
} from '../random/index.ts';
import type { Bounds } from './catalogue/parameter.ts';

/**
 * The law of a time that varies, as a scenario gives it; times in the unit of its parameter, whose value is the law's
 * mean. The normal law is cut at 0. Empirical: what was observed, drawn again.
 */
export type Law =
  | { readonly name: 'constant'; readonly value: number }
  | { readonly name: 'exponential'; readonly mean: number }
  | { readonly name: 'erlang'; readonly mean: number; readonly order: number }
  | { readonly name: 'lognormal'; readonly mean: number; readonly cv: number }
  | { readonly name: 'gamma'; readonly mean: number; readonly cv: number }
  | { readonly name: 'weibull'; readonly shape: number; readonly scale: number }
  | { readonly name: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly name: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly name: 'uniform'; readonly low: number; readonly high: number }
  | { readonly name: 'empirical'; readonly values: readonly number[] };

export type LawName = Law['name'];

/** What a field of a law is: a time in the parameter's unit, or a plain number within bounds. */
export type LawField = 'time' | { readonly bounds: Bounds; readonly whole?: true };

const SHARE: LawField = { bounds: { min: 0, max: 10 } };
/** The gamma law is inverted for shapes from 0.01 to 500, which is one over the square of these. */
const GAMMA_CV: LawField = { bounds: { min: 0.045, max: 10 } };

/** The fields of each law that is written as a group; `constant` is one time, `empirical` a list of them. */
export const LAW_FIELDS = {
  exponential: { mean: 'time' },
  erlang: { mean: 'time', order: { bounds: { min: 1, max: 500 }, whole: true } },
  lognormal: { mean: 'time', cv: SHARE },
  gamma: { mean: 'time', cv: GAMMA_CV },
  weibull: { shape: { bounds: { min: 0.05, max: 1000 } }, scale: 'time' },
  normal: { mean: 'time', sd: 'time' },
  triangular: { low: 'time', mode: 'time', high: 'time' },
  uniform: { low: 'time', high: 'time' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, LawField>>>>;

/** The laws that are written as a group. */
export type GroupedLaw = keyof typeof LAW_FIELDS;

/** Every law a file may name. */
export const LAW_NAMES: readonly LawName[] = ['constant', ...(Object.keys(LAW_FIELDS) as GroupedLaw[]), 'empirical'];

/** What is drawn from. @throws RangeError if its figures cannot be a law's; a law that was read has none such */
export function distributionOf(law: Law): Distribution {
  switch (law.name) {
    case 'constant':
      return constant(law.value);
    case 'exponential':
      return exponential(law.mean);
    case 'erlang':
      return erlang(law.order, law.mean);
    case 'lognormal':
      return lognormal(law.mean, law.cv);
    case 'gamma':
      return gamma(1 / (law.cv * law.cv), law.mean * law.cv * law.cv);
    case 'weibull':
      return weibull(law.shape, law.scale);
    case 'normal':
      return truncatedNormal(law.mean, law.sd, 0, Number.POSITIVE_INFINITY);
    case 'triangular':
      return triangular(law.low, law.mode, law.high);
    case 'uniform':
      return uniform(law.low, law.high);
    case 'empirical':
      return empirical(law.values);
  }
}

/** A law stretched so that its mean is another one: its shape stays. */
export function stretched(law: Law, mean: number): Distribution {
  const { mean: own, quantile } = distributionOf(law);
  const factor = mean / own;
  return { mean, quantile: (u) => factor * quantile(u) };
}

/** What a file calls the mean that a law is stretched to, beside the law. */
export const STRETCHED_TO = 'stretchedTo';

/** Whether a law has to be stretched for such a mean. */
export function isStretched(law: Law, mean: number): boolean {
  return mean !== distributionOf(law).mean;
}

/**
 * A law as a scenario file writes it, on one line.
 *
 * @param unit of its times, behind each
 * @param mean what it is stretched to, if it is another one than its own
 * @example lawNotation({ name: 'lognormal', mean: 7, cv: 0.3 }, 'min') // '{ lognormal: { mean: 7 min, cv: 0.3 } }'
 */
export function lawNotation(law: Law, unit: string, mean: number = distributionOf(law).mean): string {
  const time = (value: number) => (unit === '1' ? String(value) : `${value} ${unit}`);
  const to = isStretched(law, mean) ? `, ${STRETCHED_TO}: ${time(mean)}` : '';
  if (law.name === 'constant') return `{ constant: ${time(law.value)}${to} }`;
  if (law.name === 'empirical') return `{ empirical: [${law.values.map(time).join(', ')}]${to} }`;
  const fields = fieldsOf(law).map(([name, value, isTime]) => `${name}: ${isTime ? time(value) : value}`);
  return `{ ${law.name}: { ${fields.join(', ')} }${to} }`;
}

/** A law as a scenario file has it, times in its parameter's unit: the group that {@link lawNotation} writes. */
export function lawGroup(law: Law, mean: number): Record<string, unknown> {
  const { name, ...figures } = law;
  const own = 'value' in figures ? figures.value : 'values' in figures ? figures.values : figures;
  return { [name]: own, ...(isStretched(law, mean) ? { [STRETCHED_TO]: mean } : {}) };
}

/** The fields of a law that is written as a group, in their order, and whether they are times. */
export function fieldsOf(law: Extract<Law, { name: GroupedLaw }>): [name: string, value: number, isTime: boolean][] {
  const figures = law as unknown as Readonly<Record<string, number>>;
  return Object.entries(LAW_FIELDS[law.name]).map(([name, field]) => [name, figures[name] as number, field === 'time']);
}
