import { nearest } from '../scenario/index.ts';
import {
  OUTPUT_NAMES,
  type Output,
  outputNamed,
  SENSITIVITY_METHODS,
  type SensitivityMethod,
  SWEEP_DESIGNS,
  type SweepDesign,
} from '../study/index.ts';
import type { Words } from './command-line.ts';
import { DEFAULTS, SWEEP_TABLES, type SweepTable } from './design-defaults.ts';
import { type Request, readChoice, readOnce, readWhole } from './request.ts';
import { shown, type UsageErrors } from './usage-errors.ts';

/** What `sweep` is asked for, before its scenario is known. */
export interface SweepRequest {
  readonly kind: 'sweep';
  readonly vary: readonly string[];
  readonly design: SweepDesign;
  readonly samples: number;
  readonly levels: number;
  readonly outputs: readonly Output[];
  readonly replications: number;
  readonly csv: boolean;
  readonly table: SweepTable;
}

/** What `sensitivity` is asked for, before its scenario is known. */
export interface SensitivityRequest {
  readonly kind: 'sensitivity';
  readonly method: SensitivityMethod;
  readonly vary: readonly string[];
  readonly group: readonly string[];
  readonly output: Output;
  readonly samples: number;
  readonly levels: number;
  readonly secondOrder: boolean;
  readonly resamples: number;
  readonly replications: number;
  readonly csv: boolean;
}

export type DesignRequest = SweepRequest | SensitivityRequest;

const MOST_SAMPLES = 100_000;
const DEFAULT_MEASURE = 'saving.perTonne';

/** Options that belong to some methods only. */
const OF_METHODS: readonly (readonly [option: string, methods: readonly SensitivityMethod[]])[] = [
  ['samples', ['morris', 'sobol']],
  ['levels', ['morris']],
  ['group', ['morris', 'sobol']],
  ['second-order', ['sobol']],
  ['resamples', ['morris', 'sobol']],
];

/** Reads what is asked of a design; everything wrong with it is noted. Null for commands that have none. */
export function readDesign({ command, replications, json }: Request, words: Words, errors: UsageErrors) {
  if (command !== 'sweep' && command !== 'sensitivity') return null;
  const csv = flagged('csv', words);
  if (csv && json) errors.add('--csv', errors.messages.design.wrong.csvAndJson);
  const given = words.options.has('replications') ? replications : null;
  return command === 'sweep' ? readSweep(words, given, csv, errors) : readSensitivity(words, given, csv, errors);
}

function readSweep(words: Words, replications: number | null, csv: boolean, errors: UsageErrors): SweepRequest {
  const { samples, levels, replications: otherwise } = DEFAULTS.sweep;
  const vary = words.options.get('vary') ?? [];
  if (vary.length === 0) errors.add('--vary', errors.messages.design.wrong.varied(null));
  const names = (readOnce('measures', words, errors) ?? DEFAULT_MEASURE).split(',').map((name) => name.trim());
  return {
    kind: 'sweep',
    vary,
    design: readChoice('design', words, SWEEP_DESIGNS, errors) ?? 'grid',
    samples: readWhole('samples', words, samples, [1, MOST_SAMPLES], errors),
    levels: readWhole('levels', words, levels, [2, 1000], errors),
    outputs: [...new Set(names)].flatMap((name) => readOutput('measures', name, errors) ?? []),
    replications: replications ?? otherwise,
    csv,
    table: readChoice('table', words, SWEEP_TABLES, errors) ?? 'wide',
  };
}

function readSensitivity(
  words: Words,
  replications: number | null,
  csv: boolean,
  errors: UsageErrors,
): SensitivityRequest {
  const { wrong } = errors.messages.design;
  const method = readChoice('method', words, SENSITIVITY_METHODS, errors) ?? 'tornado';
  for (const [option, methods] of OF_METHODS) {
    if (words.options.has(option) && !methods.includes(method)) {
      errors.add(`--${option}`, wrong.notOf(`--${option}`, methods));
    }
  }
  const vary = words.options.get('vary') ?? [];
  const group = words.options.get('group') ?? [];
  if (method === 'sobol' && vary.length + group.length === 0) errors.add('--vary', wrong.varied(null));
  const samples = readWhole('samples', words, DEFAULTS[method].samples, [2, MOST_SAMPLES], errors);
  if (method === 'sobol' && (samples & (samples - 1)) !== 0) errors.add('--samples', wrong.powerOfTwo(String(samples)));
  const levels = readWhole('levels', words, DEFAULTS.morris.levels, [2, 100], errors);
  if (levels % 2 !== 0) errors.add('--levels', wrong.evenLevels(String(levels)));
  const name = readOnce('measure', words, errors) ?? DEFAULT_MEASURE;
  return {
    kind: 'sensitivity',
    method,
    vary,
    group,
    output: readOutput('measure', name, errors) ?? (outputNamed(DEFAULT_MEASURE) as Output),
    samples,
    levels,
    secondOrder: flagged('second-order', words),
    resamples: readWhole('resamples', words, DEFAULTS.resamples, [100, MOST_SAMPLES], errors),
    replications: replications ?? DEFAULTS[method].replications,
    csv,
  };
}

function readOutput(option: string, name: string, errors: UsageErrors): Output | null {
  const output = outputNamed(name);
  if (output !== null) return output;
  // A measure of both modes needs its side said; one is offered.
  const withSide = `direct:${name}`;
  const hint = OUTPUT_NAMES.includes(withSide) ? withSide : nearest(name, OUTPUT_NAMES);
  errors.add(`--${option}`, errors.messages.design.wrong.measure(shown(name)), hint);
  return null;
}

function flagged(name: string, { options }: Words): boolean {
  return options.get(name)?.includes('true') ?? false;
}
