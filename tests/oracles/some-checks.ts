import { expect } from 'vitest';
import { type Check, checked } from '../../src/study/verify/check.ts';
import { CHECKS } from '../../src/study/verify/verification.ts';

/** Checks that chance is in and that are done at every commit, one of each kind; the others take long. */
const QUICK = ['engine.mm1', 'engine.mm3', 'engine.md1', 'random.lognormal'];

const isQuick = ({ id, because }: Check) => because !== 'chance' || QUICK.includes(id);
const named = (checks: readonly Check[]) => checks.map((check) => [check.id, check] as const);

export const QUICK_CHECKS = named(CHECKS.filter(isQuick));
export const SLOW_CHECKS = named(CHECKS.filter((check) => !isQuick(check)));

/** Does a check of `verify`; a tolerance as wide as the figure would hold of anything. */
export function expectAgreement(check: Check): void {
  const result = checked(check);
  expect(result).toMatchObject({ agrees: true });
  expect(result.tolerance).toBeLessThan(Math.max(0.2 * Math.abs(result.expected), 1e-4));
}
