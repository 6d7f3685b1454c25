import type { PrecisionWords } from './precision-words.ts';

/** What reports say of the precision that was asked for, in English. */
export const precisionInEnglish: PrecisionWords = {
  heading: 'Precision asked for',
  asked: 'asked',
  attained: 'attained',
  share: 'of the mean',
  needed: 'replications it takes',
  reached: 'reached',
  short: 'NOT reached',
  done: (replications) => `All precision asked for was reached; it took ${replications} replications.`,
  spent: (budget, count, of) =>
    `The budget of ${budget} replications is spent: ${count} of ${of} measures fell short of what was asked. The last column is an estimate.`,
  nearZero: (measures) =>
    `The interval of ${measures.join(', ')} reaches to 0 or beyond, so a share of the mean asks for very much: ask for an absolute precision.`,
  undefinedMeasures: (measures) =>
    `No precision can be told of ${measures.join(', ')}: too few replications have a value.`,
  coverage: (minimum, confidence) =>
    `Replicated until precise enough, at least ${minimum} times: intervals made so cover somewhat less than ${confidence}, and each measure by itself.`,
};
