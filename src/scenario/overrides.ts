import { describe, isParameterKey, PARAMETER_KEYS, type ParameterKey } from './catalogue.ts';
import { checkTogether } from './checks.ts';
import type { Position } from './problem.ts';
import { ProblemList, textFound } from './problem-list.ts';
import { type ReadResult, sealed } from './read.ts';
import { defaultParameter, noteUnknownParameter, withValue } from './read-parameters.ts';
import { readValue, warnIfImplausible } from './read-value.ts';
import type { Scenario, ScenarioParameter } from './scenario.ts';
import type { Tree } from './yaml-tree.ts';

/** How problems name the settings; their line is the setting's place in the list. */
const SETTINGS = '--set';

/**
 * The scenario with some values set over its file's, checked as the file was. A list is written `a,b` or `[a, b]`.
 * What is known about the old value does not carry over: the new one is assumed, its range stays.
 *
 * @param settings texts such as `fleet.size=30` or `haulage.truckPrice=9 yuan/t`; the last of a key wins
 */
export function applyOverrides(scenario: Scenario, settings: readonly string[]): ReadResult {
  const problems = new ProblemList(SETTINGS);
  const parameters: Record<ParameterKey, ScenarioParameter> = { ...scenario.parameters };
  const places = new Map<ParameterKey, Position>();
  const overrides = [...scenario.overrides];
  for (const [i, setting] of settings.entries()) {
    const equals = setting.indexOf('=');
    const at = { line: i + 1, column: equals + 2 };
    const key = setting.slice(0, Math.max(equals, 0)).trim();
    if (equals < 1) problems.error({ line: i + 1, column: 1 }, '', { is: 'setting' }, textFound(setting));
    else if (!isParameterKey(key)) noteUnknownParameter({ line: i + 1, column: 1 }, key, key, problems);
    else {
      const parameter = overridden(parameters[key], key, setting.slice(equals + 1).trim(), at, problems);
      if (parameter === null) continue;
      parameters[key] = parameter;
      places.set(key, at);
      overrides.push(`${key}=${setting.slice(equals + 1).trim()}`);
    }
  }
  if (!problems.hasErrors) checkTogether({ ...scenario, parameters }, (key) => places.get(key) ?? null, problems);
  if (problems.hasErrors) return { ok: false, problems: problems.errors };
  return { ok: true, scenario: sealed({ ...scenario, parameters, overrides }), warnings: problems.all };
}

function overridden(
  parameter: ScenarioParameter,
  key: ParameterKey,
  text: string,
  at: Position,
  problems: ProblemList,
): ScenarioParameter | null {
  const known = describe(key);
  const isList = known.type === 'choices' || known.type === 'hours';
  const value = readValue(isList ? listTree(text, at) : { is: 'text', at, text }, key, known, problems);
  if (value === null) return null;
  warnIfImplausible(at, key, value, parameter.unit, parameter.range, problems);
  return withValue(parameter, value);
}

function listTree(text: string, at: Position): Tree {
  const inner = text.replace(/^\[(.*)\]$/su, '$1').trim();
  const items = inner === '' ? [] : inner.split(',').map((item): Tree => ({ is: 'text', at, text: item.trim() }));
  return { is: 'list', at, items };
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
  return { ...withValue(defaultParameter(key), parameter.prior), range: parameter.range };
}
