import { PARAMETER_KEYS, type ParameterKey, type Scenario } from '../scenario/index.ts';

/** Keys of the parameters whose value no source gives: assumed or recalled. */
export function unsourcedKeys({ parameters }: Pick<Scenario, 'parameters'>): ParameterKey[] {
  return PARAMETER_KEYS.filter((key) => ['assumed', 'recalled'].includes(parameters[key].standing));
}

/** Keys of the parameters that were fitted. */
export function fittedKeys(scenario: Scenario): ParameterKey[] {
  const keys = Object.keys(scenario.parameters) as ParameterKey[];
  return keys.filter((key) => scenario.parameters[key].standing === 'fitted');
}
