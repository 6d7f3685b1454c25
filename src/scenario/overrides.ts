import { describe, PARAMETER_KEYS, type ParameterKey } from './catalogue.ts';
import { checkTogether } from './checks.ts';
import { ProblemList } from './problem-list.ts';
import { type ReadResult, sealed } from './read.ts';
import { defaultParameter, withRead, withValue } from './read-parameters.ts';
import { warnIfImplausible } from './read-value.ts';
import type { Scenario, ScenarioParameter } from './scenario.ts';
import { readSettings, SETTINGS } from './settings.ts';

/**
 * The scenario with some values set over its file's, checked as the file was. What is known about the old value does
 * not carry over: the new one is assumed, its range stays.
 *
 * @param settings texts such as `fleet.size=30` or `haulage.truckPrice=9 yuan/t`, each key once
 */
export function applyOverrides(scenario: Scenario, settings: readonly string[]): ReadResult {
  const problems = new ProblemList(SETTINGS);
  const read = readSettings(settings, problems);
  const parameters: Record<ParameterKey, ScenarioParameter> = { ...scenario.parameters };
  for (const { key, value, law, at } of read) {
    warnIfImplausible(at, key, value, describe(key), parameters[key].range, problems);
    parameters[key] = withRead(parameters[key], { value, law });
  }
  const places = new Map(read.map(({ key, at }) => [key, at]));
  if (!problems.hasErrors) checkTogether({ ...scenario, parameters }, (key) => places.get(key) ?? null, problems);
  if (problems.hasErrors) return { ok: false, problems: problems.errors };
  const overrides = [...scenario.overrides, ...read.map(({ text }) => text)];
  return { ok: true, scenario: sealed({ ...scenario, parameters, overrides }), warnings: problems.all };
}

/**
 * The same scenario before any fitting: every fitted parameter at its prior, which is as well known as the
 * catalogue says if it is the catalogue's default, and assumed otherwise.
 */
export function withPriors(scenario: Scenario): Scenario {
  const entries = PARAMETER_KEYS.map((key) => [key, unfitted(key, scenario.parameters[key])]);
  const parameters = Object.fromEntries(entries) as Scenario['parameters'];
  return sealed({ ...scenario, parameters });
}

function unfitted(key: ParameterKey, parameter: ScenarioParameter): ScenarioParameter {
  if (parameter.standing !== 'fitted' || parameter.prior === null) return parameter;
  return { ...withValue(defaultParameter(key), parameter.prior), range: parameter.range, law: parameter.law };
}
