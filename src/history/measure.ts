import { CATALOGUE, convert, type NumberKey } from '../scenario/index.ts';
import { jackknife } from './estimates.ts';
import { MEASURABLE, type Measurable, type Parameters } from './measurable.ts';
import type { Quantity } from './quantities.ts';

/** Why a measured value is not written into a scenario. */
export type Reservation =
  /** It bounds the parameter and does not measure it. */
  | 'bound'
  /** Fewer values than {@link FEWEST}. */
  | 'few'
  /** Times to the minute tell nothing of something that takes seconds. */
  | 'coarse'
  /** Outside what the model can run. */
  | 'impossible';

/** A parameter as logs measure it, in the catalogue's unit. */
export interface MeasuredValue {
  readonly key: NumberKey;
  readonly from: Quantity['id'];
  readonly value: number;
  /** 95 % interval; null where there are too few values for one. */
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  /** Catalogue units in one of the quantity's. */
  readonly factor: number;
  /** Values it is from. */
  readonly count: number;
  /** In the scenario so far. */
  readonly before: number;
  readonly logs: Quantity['logs'];
  readonly reservation: Reservation | null;
}

/** Values that a parameter is written from, at least. */
export const FEWEST = 10;
/** A time is too coarse if its mean is less than so many of the log's minutes. */
const COARSE_MINUTES = 5;
/** Figures that a measured value is written with: more than any log can tell. */
const DIGITS = 4;

/** What the logs say of the scenario's parameters. */
export function measure(quantities: readonly Quantity[], scenario: Parameters): MeasuredValue[] {
  return MEASURABLE.flatMap((one) => {
    const quantity = quantities.find(({ id }) => id === one.from);
    return quantity === undefined ? [] : (measureOne(one, quantity, scenario) ?? []);
  });
}

function measureOne(measurable: Measurable, quantity: Quantity, scenario: Parameters): MeasuredValue | null {
  const { key, from, unit: given } = measurable;
  const count = quantity.values.length;
  const estimated = jackknife(count, (takes) => measurable.estimate(quantity, scenario, takes));
  if (estimated === null) return null;
  const { unit, whole, bounds } = CATALOGUE[key];
  const converted = convert(1, given, unit);
  if (!converted.ok) throw new Error(`${key} is in ${unit}, which is no ${given}`);
  const factor = converted.value;
  const written = (value: number) =>
    whole ? Math.round(value * factor) : Number((value * factor).toPrecision(DIGITS));
  const bound = (end: number | null) =>
    end === null ? null : Math.min(bounds.max, Math.max(bounds.min, written(end)));
  const [value, low, high] = [written(estimated.value), bound(estimated.low), bound(estimated.high)];
  const before = scenario.parameters[key].value as number;
  const reservation = reservationOn(measurable, quantity, value);
  return { key, from, value, low, high, unit, factor, count, before, logs: quantity.logs, reservation };
}

function reservationOn(
  { key, how }: Measurable,
  { values, unit, toTheMinute }: Quantity,
  value: number,
): Reservation | null {
  if (how === 'bound') return 'bound';
  if (values.length < FEWEST) return 'few';
  const { min, max } = CATALOGUE[key].bounds;
  if (!(value >= min && value <= max)) return 'impossible';
  if (unit !== 'h' || !toTheMinute) return null;
  let sum = 0;
  for (const hours of values) sum += Math.abs(hours);
  return (sum / values.length) * 60 < COARSE_MINUTES ? 'coarse' : null;
}
