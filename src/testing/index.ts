/**
 * A kit for those who estimate savings themselves, with this program or another: random valid scenarios, and properties
 * that any estimate must have whatever the scenario. Needs fast-check 4.
 *
 * @example
 * import { checkEstimates, estimate } from 'zhizhuang/testing';
 *
 * test('my estimates hold', () => checkEstimates(estimate, { numRuns: 20, seed: 1 }));
 */
export { type Estimate, type Estimator, estimate, type Side } from './estimate.ts';
export { type CheckOptions, checkEstimates, ESTIMATE_PROPERTIES, type EstimateProperty } from './properties.ts';
export { type ScenarioShape, scenarios, settingOf, settings, withSettings } from './scenarios.ts';
