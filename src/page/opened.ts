import {
  applyOverrides,
  formatProblem,
  type Language,
  type Problem,
  type ReadResult,
  readScenario,
  type Scenario,
} from '../scenario/index.ts';
import type { ScenarioText } from './state.ts';

/** A scenario that is open. */
export interface Opened {
  readonly from: Pick<ScenarioText, 'is' | 'file'>;
  readonly text: string;
  /** As its file says, nothing set over it. */
  readonly scenario: Scenario;
  readonly warnings: readonly Problem[];
}

/** Reads a scenario, from its text or a file's bytes. */
export function opened(
  from: Pick<ScenarioText, 'is' | 'file'>,
  content: string | Uint8Array,
): Opened | readonly Problem[] {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const read = readScenario(bytes, from.file);
  if (!read.ok) return read.problems;
  const text = typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { from, text, scenario: read.scenario, warnings: read.warnings };
}

/** The scenario with settings over it; without any it stays as it is, as on the command line. */
export function withSettings({ scenario }: Opened, settings: readonly string[]): ReadResult {
  return settings.length === 0 ? { ok: true, scenario, warnings: [] } : applyOverrides(scenario, settings);
}

/** Problems as lines, each as the command line tells it. */
export function lines(problems: readonly Problem[], language: Language): string[] {
  return problems.map((problem) => formatProblem(problem, language));
}
