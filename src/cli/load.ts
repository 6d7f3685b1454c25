import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  applyOverrides,
  checkSettings,
  formatProblem,
  type Language,
  MOST_BYTES,
  nearest,
  type Problem,
  readScenario,
  type Scenario,
} from '../scenario/index.ts';
import type { Asked } from './command.ts';
import { readScenarioFile } from './scenario-file.ts';
import type { UsageErrors } from './usage-errors.ts';

/** A scenario ready to run, with what is doubtful about it as lines. */
export interface Loaded {
  readonly scenario: Scenario;
  readonly warnings: readonly string[];
}

/**
 * Reads the scenario a request names and sets its settings over it. Settings are looked at even where there is no
 * scenario to set them over, so that whatever is wrong with them is told at once.
 *
 * @returns null if anything is wrong with either; it was noted
 */
export function load(
  request: Pick<Asked, 'path' | 'settings'>,
  language: Language,
  errors: UsageErrors,
): Loaded | null {
  const line = (problem: Problem) => formatProblem(problem, language);
  const bytes = request.path === '' ? null : readBytes(request.path, errors);
  const read = bytes === null ? null : readScenario(bytes, request.path);
  if (!read?.ok) {
    errors.lines.push(...(read?.problems ?? []).map(line), ...checkSettings(request.settings).map(line));
    return null;
  }
  if (request.settings.length === 0) return { scenario: read.scenario, warnings: read.warnings.map(line) };
  const set = applyOverrides(read.scenario, request.settings);
  if (!set.ok) {
    errors.lines.push(...set.problems.map(line));
    return null;
  }
  return { scenario: set.scenario, warnings: [...read.warnings, ...set.warnings].map(line) };
}

function readBytes(path: string, errors: UsageErrors): Uint8Array | null {
  const read = readScenarioFile(path);
  if (read.ok) return read.bytes;
  const hint = read.fault === 'missing' ? nearestFile(path) : null;
  errors.add(path, errors.messages.wrong.file(read.fault, MOST_BYTES), hint);
  return null;
}

/** The file beside a missing one whose name is nearest to it. */
function nearestFile(path: string): string | null {
  try {
    const folder = dirname(path);
    const name = nearest(basename(path), readdirSync(folder));
    return name === null ? null : join(folder, name);
  } catch {
    return null;
  }
}
