import type { Expectation, Finding } from './problem.ts';

/** Words for every kind of expectation, given what was found as well; a kind without its words does not compile. */
export type ExpectationWords = {
  readonly [K in Expectation['is']]: (expected: Extract<Expectation, { is: K }>, found: Finding) => string;
};

/** Words for every kind of finding, likewise. */
export type FindingWords = { readonly [K in Finding['is']]: (found: Extract<Finding, { is: K }>) => string };

/** The words for an expectation. */
export function expectationIn(words: ExpectationWords, expected: Expectation, found: Finding): string {
  return (words[expected.is] as (expected: Expectation, found: Finding) => string)(expected, found);
}

/** The words for a finding. */
export function findingIn(words: FindingWords, found: Finding): string {
  return (words[found.is] as (found: Finding) => string)(found);
}
