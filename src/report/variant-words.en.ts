import type { VariantWords } from './variant-words.ts';

/** What reports on several modes and variants say in English. */
export const variantsInEnglish: VariantWords = {
  headings: {
    together: (measure, unit) => `All together: ${measure}, ${unit}`,
    savings: (measure) => `Mode against mode in each variant: ${measure}`,
    best: 'Which may be best, measure by measure',
    pairs: (measure) => `All pairs: ${measure}, first less second`,
    failures: 'Not served',
  },
  columns: {
    saved: 'saves',
    difference: 'difference',
    together: (confidence) => `${confidence} together`,
    relative: 'of base',
    alone: (confidence) => `${confidence} alone`,
    p: 'p',
    best: 'best?',
    mayBeBest: 'may be best',
    measure: 'measure',
    bestSeen: 'best seen',
    losses: 'calls that lose',
  },
  of: (variant, mode) => `${variant}: ${mode}`,
  sets: (variant, settings) => `${variant}: ${settings.join(', ')}`,
  against: (base, other) => `${base} less ${other}`,
  yes: 'yes',
  all: (count) => `any of the ${count}`,
  list: (names) => names.join('; '),
  some: (names, count) => `${names.join('; ')} and ${count - names.length} more`,
  oneBest: (name, confidence) => `The least costly is ${name}, at ${confidence}.`,
  severalBest: (names, seen, confidence) =>
    `Which is the least costly is not sure: at ${confidence} it is one of ${names}; the least seen is ${seen}.`,
  note: (base, confidence) =>
    `What each saves against ${base}: the ${confidence} intervals together hold all at once (Dunnett, paired, ` +
    `covariance as estimated), those alone, as shares of ${base}, each by itself (Fieller). p: the chance of a ` +
    'difference as large if there were none, adjusted for all comparisons by Holm. Best: the best is among those ' +
    `marked at ${confidence} (Hsu), each measure by itself.`,
  independent:
    'Each side has random numbers of its own (--independent): differences are less sure than on common ones.',
  same: (names) => `The same in every figure: ${names}.`,
  elsewhere: 'Differences from the base measure by measure, each with its interval: --csv or --json.',
  failure: (name, replication, why) => `${name}, in replication ${replication}: ${why}`,
};
