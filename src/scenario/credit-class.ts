import { numberOf, type Scenario } from './scenario.ts';

/**
 * Share of declarations inspected in 2019 by the trader's credit class, import and export together.
 *
 * Source: https://expolinking.com/linking/1526.html
 */
export const INSPECTION_RATES_2019: ReadonlyMap<string, number> = new Map([
  ['aeo', 0.0057],
  ['certified', 0.0169],
  ['general', 0.0244],
  ['discredited', 0.8476],
]);

/** Chance that a declaration is to be inspected: the rate of the credit class, or as it is given where none is named. */
export function inspectionProbabilityOf(scenario: Pick<Scenario, 'parameters'>): number {
  const creditClass = scenario.parameters['customs.creditClass'].value as string;
  return INSPECTION_RATES_2019.get(creditClass) ?? numberOf(scenario, 'customs.inspectionProbability');
}
