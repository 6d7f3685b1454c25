import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  applyOverrides,
  formatProblem,
  type Language,
  nearest,
  readScenario,
  type Scenario,
} from '../scenario/index.ts';
import type { Request } from './request.ts';
import { MOST_BYTES, readScenarioFile } from './scenario-file.ts';
import type { UsageErrors } from './usage-errors.ts';

/** A scenario ready to run, with what is doubtful about it as lines. */
export interface Loaded {
  readonly scenario: Scenario;
  readonly warnings: readonly string[];
}

/**
 * Reads the scenario a request names and sets its settings over it.
 *
 * @returns null if anything is wrong with either; it was noted
 */
export function load(request: Request, language: Language, errors: UsageErrors): Loaded | null {
  const bytes = request.scenario === '' ? null : readBytes(request.scenario, errors);
  if (bytes === null) return null;
  const read = readScenario(bytes, request.scenario);
  const line = (problem: Parameters<typeof formatProblem>[0]) => formatProblem(problem, language);
  if (!read.ok) {
    errors.lines.push(...read.problems.map(line));
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
  const { expected, found } = errors.messages;
  const wanted = read.fault === 'tooLarge' ? expected.smallFile(MOST_BYTES) : expected.file;
  errors.add(path, wanted, found.file[read.fault], read.fault === 'missing' ? nearestFile(path) : null);
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
