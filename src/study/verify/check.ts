/** What a check is of. */
export const CHECK_AREAS = ['engine', 'random', 'statistics', 'sensitivity', 'model'] as const;
export type CheckArea = (typeof CHECK_AREAS)[number];

/** A figure known beforehand, from a closed form or a publication, and how the program finds it. */
export interface Check {
  readonly id: string;
  readonly area: CheckArea;
  readonly expected: number;
  /** Where the expected figure is from. */
  readonly source: string;
  readonly because: Because;
  find(): Finding;
}

/**
 * Why a figure may be off: it may not (`exact`), by the rounding of arithmetic or of the source's digits, or by chance:
 * then a right program is further off with probability `FALSE_ALARM`.
 */
export type Because = 'exact' | 'rounding' | 'chance';

/** What was found, and how far from the expected figure it may lie. */
export interface Finding {
  readonly found: number;
  readonly tolerance: number;
}

/** A check as it came out. */
export interface Checked extends Omit<Check, 'find'>, Finding {
  readonly agrees: boolean;
}

/** Does one check. What is no number agrees with nothing. */
export function checked({ find, ...check }: Check): Checked {
  const finding = find();
  const agrees = Math.abs(finding.found - check.expected) <= finding.tolerance;
  return { ...check, ...finding, agrees };
}
