/** How well a value is known, from the newspaper's own figure down to a placeholder. */
export type Standing = 'given' | 'sourced' | 'measured' | 'derived' | 'recalled' | 'assumed' | 'fitted';

/** Every standing a file may name. */
export const STANDINGS: readonly Standing[] = [
  'given',
  'sourced',
  'measured',
  'derived',
  'recalled',
  'assumed',
  'fitted',
];

/**
 * What a parameter is about. `price` covers yuan and USD prices, the cargo's value, hire, demurrage and carbon:
 * doubling all of them doubles the ledger. Exchange rate, interest, ratios and free time are not prices.
 */
export type Kind = 'price' | 'physical' | 'contract' | 'ratio' | 'law' | 'policy' | 'clock';

/** Label and one sentence of help in one language. */
export type Wording = readonly [label: string, help: string];

/** What every parameter carries whatever its type. */
export interface Described {
  readonly kind: Kind;
  readonly en: Wording;
  readonly zh: Wording;
  readonly standing: Standing;
  /** Where the value was seen; empty where it was not seen anywhere. */
  readonly source: string;
  readonly note: string;
}

/** What the model can run at all, in the parameter's unit; outside it is an error. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  /** The lower bound itself is excluded. */
  readonly aboveMin?: boolean;
}

/** One number: a quantity with a unit, a whole count, or a share of something. */
export interface NumberParameter extends Described {
  readonly type: 'quantity' | 'count' | 'share';
  /** Unit of value, range and bounds; `1` where there is none. */
  readonly unit: string;
  readonly value: number;
  /** Plausible values, for sweeps; a value outside is a warning. */
  readonly range: readonly [low: number, high: number];
  readonly bounds: Bounds;
  /** Only whole numbers of the unit make sense. */
  readonly whole: boolean;
  /** An hour of the day, no length of time. */
  readonly hourOfDay?: true;
}

/** One of a few words. */
export interface ChoiceParameter extends Described {
  readonly type: 'choice';
  readonly value: string;
  readonly choices: readonly string[];
}

/** Any subset of a few words. */
export interface ChoicesParameter extends Described {
  readonly type: 'choices';
  readonly value: readonly string[];
  readonly choices: readonly string[];
}

/** True or false. */
export interface SwitchParameter extends Described {
  readonly type: 'switch';
  readonly value: boolean;
}

/** Whole hours of the day, in order and distinct. */
export interface HoursParameter extends Described {
  readonly type: 'hours';
  readonly value: readonly number[];
}

/** Twelve numbers, January first: how one month compares with another. None is negative, not all are 0. */
export interface MonthsParameter extends Described {
  readonly type: 'months';
  readonly value: readonly number[];
}

/** Days of the calendar such as `2024-02-10`, in order and distinct. */
export interface DatesParameter extends Described {
  readonly type: 'dates';
  readonly value: readonly string[];
}

export type Parameter =
  | NumberParameter
  | ChoiceParameter
  | ChoicesParameter
  | SwitchParameter
  | HoursParameter
  | MonthsParameter
  | DatesParameter;

/** Whether a parameter's value is a list, so that a setting may write it `a, b`. */
export function isList({ value }: Parameter): boolean {
  return Array.isArray(value);
}

/** The value of any parameter. */
export type ParameterValue = Parameter['value'];

type Spec<P extends Parameter> = Omit<P, 'type' | 'whole' | 'source' | 'note'> & {
  readonly source?: string;
  readonly note?: string;
  readonly whole?: boolean;
};

/** A quantity with a unit. */
export function quantity(spec: Spec<NumberParameter>): NumberParameter {
  return { whole: false, source: '', note: '', ...spec, type: 'quantity' };
}

/** A whole number of things. */
export function count(spec: Spec<NumberParameter>): NumberParameter {
  return { source: '', note: '', ...spec, type: 'count', whole: true };
}

/** A share between 0 and 1. */
export function share(spec: Omit<Spec<NumberParameter>, 'unit' | 'bounds'> & { bounds?: Bounds }): NumberParameter {
  return { bounds: within(0, 1), whole: false, source: '', note: '', ...spec, type: 'share', unit: '1' };
}

/** One of a few words. */
export function choice(spec: Spec<ChoiceParameter>): ChoiceParameter {
  return { source: '', note: '', ...spec, type: 'choice' };
}

/** Any subset of a few words. */
export function choices(spec: Spec<ChoicesParameter>): ChoicesParameter {
  return { source: '', note: '', ...spec, type: 'choices' };
}

/** True or false. */
export function toggle(spec: Spec<SwitchParameter>): SwitchParameter {
  return { source: '', note: '', ...spec, type: 'switch' };
}

/** Hours of the day. */
export function hours(spec: Spec<HoursParameter>): HoursParameter {
  return { source: '', note: '', ...spec, type: 'hours' };
}

/** Twelve numbers, one a month. */
export function months(spec: Spec<MonthsParameter>): MonthsParameter {
  return { source: '', note: '', ...spec, type: 'months' };
}

/** Days of the calendar. */
export function dates(spec: Spec<DatesParameter>): DatesParameter {
  return { source: '', note: '', ...spec, type: 'dates' };
}

/** Bounds with both ends allowed. */
export function within(min: number, max: number): Bounds {
  return { min, max };
}

/** Above 0, up to a largest value. */
export function positive(max: number): Bounds {
  return { min: 0, max, aboveMin: true };
}
