import { readFileSync } from 'node:fs';
import { formatProblem, parseScenario, type Scenario } from '../../src/scenario/index.ts';

/** The text of a shipped scenario file. */
export function shippedText(name: string): string {
  return readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8');
}

/** A small scenario: everything required, and the parameters given as YAML lines indented by two. */
export function small(parameters = ''): string {
  return `schema: zhizhuang/scenario@1
name: small
title: { zh: 小, en: Small }
question: { zh: 问, en: Question }
period: { start: 2024-01-01, end: 2024-01-31 }
cargoes:
  - { tonnes: 20000 t, calls: 2 }
${parameters === '' ? '' : `parameters:\n${parameters}\n`}`;
}

/** The scenario in a text that must be right. */
export function scenarioOf(text: string): Scenario {
  const read = parseScenario(text, 'test.yaml');
  if (!read.ok) throw new Error(read.problems.map((problem) => formatProblem(problem, 'en')).join('\n'));
  return read.scenario;
}

/** Everything wrong with a text, as English lines. */
export function errorsOf(text: string): string[] {
  const read = parseScenario(text, 'test.yaml');
  return read.ok ? [] : read.problems.map((problem) => formatProblem(problem, 'en'));
}
