import type { UncertaintyWords } from './uncertainty-words.ts';

/** What a report on uncertainty says in English. */
export const uncertaintyInEnglish: UncertaintyWords = {
  heading: 'How sure the saving is',
  knowingHeading: 'What is worth finding out',
  laws: {
    triangular: "triangular, likeliest at the scenario's own value",
    uniform: 'uniform, every value as likely as another',
  },
  designs: { lhs: 'Latin hypercube', sobol: 'Sobol sequence' },
  drawn: (parameters, law, points, design, replications) =>
    `Parameters drawn from their ranges: ${parameters} (${law}). Points: ${points} (${design}); seasons a point: ` +
    `${replications}, both modes in the same world each time.`,
  base: 'as the scenario stands',
  mean: 'mean over the ranges',
  loses: 'direct loses: in a season',
  losesOnAverage: 'direct loses: on average',
  quantile: (share) => share,
  ofSeason: 'a season',
  ofAverage: 'average season',
  range: (low, high) => `${low} to ${high}`,
  meanNote: (half, luck) =>
    `The mean is computed to ±${half}; the luck of the seasons alone makes ±${luck} of it. What is not known is not in ` +
    'it: that is the spread of the average season (parameters only); a season has luck besides. It differs from the ' +
    'saving as the scenario stands where ranges reach farther to one side than to the other.',
  split: (share, low, high, parameters, luck) =>
    `Of the variance of a season's saving, ${share} [${low}, ${high}] is ignorance of the parameters (standard ` +
    `deviation ${parameters}), the rest luck (${luck}).`,
  noSplit: 'With one season a point, luck cannot be told from ignorance: --replications 2 or more does.',
  fittedHeld: (keys) =>
    `Fitted, and so not drawn: ${keys}. It stays where it was fitted with all others at their base; --vary names it.`,
  refusedBy: (list) => `Refused because of: ${list.join(', ')}.`,
  keyWith: (key, figure) => `${key} (${figure})`,
  conditional: 'The figures hold for parameters whose values can stand together.',
  baseFailed: 'As the scenario stands it has no saving:',
  unserved: (points) => `A season could not be served on ${points} of them: no loss is counted for those.`,
  choice: {
    direct: 'As things are known, direct loading is the better choice on average.',
    staged: 'As things are known, staging is the better choice on average.',
  },
  all: (worth, lower, upper, se, season) =>
    `Knowing every parameter drawn before choosing would be worth ${worth} (between ${lower} and ${upper}, standard ` +
    `error ${se}), ${season} a season: no inquiry is worth more.`,
  atMost: (upper, season) =>
    `Knowing every parameter drawn before choosing would be worth at most ${upper}, ${season} a season.`,
  columns: { worth: 'worth', se: 's.e.', season: 'a season', explained: 'variance' },
  dummy: 'dummy: noise floor',
  dummyNote: (floor, explained) =>
    'Worth: what knowing this parameter alone would save by choosing better (expected value of partial perfect ' +
    'information). Variance: what it explains alone. A parameter that does nothing comes to as much by chance: the ' +
    `best of as many dummies stays below ${floor} and ${explained} in 95% of studies.`,
  marks: (policies) => `* above both floors.${policies ? ' † somebody decides it: to be settled, not found out.' : ''}`,
  most: (key, worth, season) => `Most worth finding out: ${key}, ${worth}, ${season} a season.`,
  narrows: (list) => `What would narrow the spread most if it were known: ${list.join(', ')}.`,
  none: 'No parameter can be told from a dummy at this size: take more --samples, or fewer parameters (--vary).',
  noneWorth: 'No single fact is seen to be worth finding out: none turns the choice more than a dummy does.',
  tooFew: 'Too few points have a saving to say anything.',
  cut: (hidden) => `${hidden} more are left out here; --csv and --json have all.`,
};
