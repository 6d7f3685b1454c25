import type { CallRow, Comparison, SingleMode, VariantComparison } from '../study/index.ts';

/** Which program made a result. */
export interface Program {
  readonly name: string;
  readonly version: string;
}

/** Calls of the first replication under the name of their mode or variant, where they were asked for. */
export type CallRows = Readonly<Record<string, readonly CallRow[]>>;

interface WithCalls {
  readonly callRows?: CallRows;
}

/** What `compare --json` prints. */
export interface CompareJson extends Comparison, WithCalls {
  readonly schema: 'zhizhuang/compare@1';
  readonly program: Program;
}

/** What `compare --json` prints for other modes than staged,direct. */
export interface VariantsJson extends VariantComparison, WithCalls {
  readonly schema: 'zhizhuang/compare-variants@1';
  readonly program: Program;
}

/** What `run --json` prints. */
export interface RunJson extends SingleMode, WithCalls {
  readonly schema: 'zhizhuang/run@1';
  readonly program: Program;
}

/** The comparison of staging with direct loading as one object, its keys in the order of the contract. */
export function compareJson(comparison: Comparison, program: Program, callRows?: CallRows): CompareJson {
  const {
    scenario,
    seed,
    replications,
    confidence,
    calls,
    measures,
    ledger,
    massBalance,
    published,
    precision,
    hours,
    variance,
  } = comparison;
  const head = { schema: 'zhizhuang/compare@1', program, scenario, seed, replications, confidence, calls } as const;
  return {
    ...head,
    measures,
    ledger,
    massBalance,
    published,
    precision,
    hours,
    ...(variance && { variance }),
    ...withCalls(callRows),
  };
}

/** The comparison of any modes as one object. */
export function variantsJson(comparison: VariantComparison, program: Program, callRows?: CallRows): VariantsJson {
  const { scenario, seed, streams, replications, confidence, calls, variants, failures, base } = comparison;
  const { differences, savings, families, precision } = comparison;
  const schema = 'zhizhuang/compare-variants@1';
  const head = { schema, program, scenario, seed, streams, replications, confidence } as const;
  const sides = { calls, variants, failures, base, differences, savings, families };
  return { ...head, ...sides, precision, ...withCalls(callRows) };
}

/** One mode as one object. */
export function runJson(result: SingleMode, program: Program, callRows?: CallRows): RunJson {
  const { scenario, seed, replications, confidence, mode, calls, measures, ledger, carbon, massBalance } = result;
  const { precision, hours } = result;
  const head = { schema: 'zhizhuang/run@1', program, scenario, seed, replications, confidence, mode, calls } as const;
  return { ...head, measures, ledger, carbon, massBalance, precision, hours, ...withCalls(callRows) };
}

function withCalls(callRows: CallRows | undefined): WithCalls {
  return callRows === undefined ? {} : { callRows };
}

/** A result as the text that is printed: what is no number is null, and the last line ends. */
export function jsonText(result: object): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
