import { constant, type Distribution, lognormal } from '../random/index.ts';
import { stretched } from './law.ts';
import { numberIn, numberOf, type Scenario } from './scenario.ts';
import { USUAL_SPREAD, type VaryingKey } from './varying.ts';

/** Tonnes in whole kilograms. */
export function kilograms(tonnes: number): number {
  return Math.round(tonnes * 1000);
}

/**
 * A time that varies, hours: the law that the scenario gives it, stretched to the parameter's mean, else lognormal with
 * the spread of its kind.
 */
export function duration(scenario: Pick<Scenario, 'parameters'>, key: VaryingKey): Distribution {
  const { law } = scenario.parameters[key];
  const hours = numberIn(scenario, key, 'h');
  if (law === null || hours === 0) return spread(hours, numberOf(scenario, USUAL_SPREAD[key]));
  return stretched(law, hours);
}

/** Lognormal by mean and coefficient of variation; a constant where nothing varies. */
export function spread(mean: number, cv: number): Distribution {
  return mean === 0 || cv === 0 ? constant(mean) : lognormal(mean, cv);
}

/** 0 stands for never, or for no bound. */
export function orNever(value: number): number {
  return value === 0 ? Number.POSITIVE_INFINITY : value;
}
