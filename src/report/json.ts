import type { Comparison, SingleMode, VariantComparison } from '../study/index.ts';

/** Which program made a result. */
export interface Program {
  readonly name: string;
  readonly version: string;
}

/** What `compare --json` prints. */
export interface CompareJson extends Comparison {
  readonly schema: 'zhizhuang/compare@1';
  readonly program: Program;
}

/** What `compare --json` prints for other modes than staged,direct. */
export interface VariantsJson extends VariantComparison {
  readonly schema: 'zhizhuang/compare-variants@1';
  readonly program: Program;
}

/** What `run --json` prints. */
export interface RunJson extends SingleMode {
  readonly schema: 'zhizhuang/run@1';
  readonly program: Program;
}

/** The comparison of staging with direct loading as one object, its keys in the order of the contract. */
export function compareJson(comparison: Comparison, program: Program): CompareJson {
  const { scenario, seed, replications, confidence, calls, measures, ledger, massBalance, published, precision } =
    comparison;
  const head = { schema: 'zhizhuang/compare@1', program, scenario, seed, replications, confidence, calls } as const;
  return { ...head, measures, ledger, massBalance, published, precision };
}

/** The comparison of any modes as one object. */
export function variantsJson(comparison: VariantComparison, program: Program): VariantsJson {
  const { scenario, seed, replications, confidence, calls, variants, base, differences, precision } = comparison;
  const head = { schema: 'zhizhuang/compare-variants@1', program, scenario, seed, replications, confidence } as const;
  return { ...head, calls, variants, base, differences, precision };
}

/** One mode as one object. */
export function runJson(result: SingleMode, program: Program): RunJson {
  const { scenario, seed, replications, confidence, mode, calls, measures, ledger, carbon, massBalance, precision } =
    result;
  const head = { schema: 'zhizhuang/run@1', program, scenario, seed, replications, confidence, mode, calls } as const;
  return { ...head, measures, ledger, carbon, massBalance, precision };
}

/** A result as the text that is printed: what is no number is null, and the last line ends. */
export function jsonText(result: object): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
