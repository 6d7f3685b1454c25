import { PARAMETER_KEYS } from './catalogue.ts';
import { lawGroup } from './law.ts';
import { SCENARIO_SCHEMA } from './read.ts';
import type { Cargo, Scenario, ScenarioParameter } from './scenario.ts';

/**
 * A scenario as the text of a scenario file that gives the same numbers (and so has the same hash), for another machine
 * to read and check as it would any file. What determines no number stays behind: titles, ranges, sources, priors,
 * published facts, and what was set over the file, whose values are in the parameters.
 *
 * @example parseScenario(scenarioText(scenario), 'sent').scenario.hash === scenario.hash // true
 */
export function scenarioText({ name, period, cargoes, parameters }: Scenario): string {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const key of PARAMETER_KEYS) {
    const [group = '', own = ''] = key.split('.');
    groups[group] = { ...groups[group], [own]: written(parameters[key]) };
  }
  // JSON is YAML, on one line.
  return JSON.stringify({
    schema: SCENARIO_SCHEMA,
    name,
    title: { zh: name, en: name },
    question: { zh: name, en: name },
    period,
    cargoes: runsOf(cargoes),
    parameters: groups,
  });
}

function written({ value, law }: ScenarioParameter): unknown {
  return law === null ? value : lawGroup(law, value as number);
}

/** Equal cargoes without a laycan that follow each other are written once. */
function runsOf(cargoes: readonly Cargo[]): Record<string, unknown>[] {
  const runs: { cargo: Cargo; calls: number }[] = [];
  for (const cargo of cargoes) {
    const last = runs.at(-1);
    const same = last?.cargo.tonnes === cargo.tonnes && last.cargo.mode === cargo.mode;
    if (last !== undefined && same && cargo.laycan === null) last.calls += 1;
    else runs.push({ cargo, calls: 1 });
  }
  return runs.map(({ cargo: { tonnes, laycan, mode }, calls }) => ({
    tonnes,
    ...(calls === 1 ? {} : { calls }),
    ...(laycan === null ? {} : { laycan }),
    ...(mode === null ? {} : { mode }),
  }));
}
