import { constant, type Distribution, lognormal } from '../random/index.ts';
import type { NumberKey } from './catalogue.ts';
import { numberIn, numberOf, type Scenario } from './scenario.ts';

/** Tonnes in whole kilograms. */
export function kilograms(tonnes: number): number {
  return Math.round(tonnes * 1000);
}

/** The time of a service with the mean of one parameter and the spread of all services, hours. */
export function service(scenario: Pick<Scenario, 'parameters'>, key: NumberKey): Distribution {
  return spread(numberIn(scenario, key, 'h'), numberOf(scenario, 'service.timeCv'));
}

/** Lognormal by mean and coefficient of variation; a constant where nothing varies. */
export function spread(mean: number, cv: number): Distribution {
  return mean === 0 || cv === 0 ? constant(mean) : lognormal(mean, cv);
}

/** 0 stands for never, or for no bound. */
export function orNever(value: number): number {
  return value === 0 ? Number.POSITIVE_INFINITY : value;
}
