import type { DesignWords } from './design-words.ts';

/** What reports on sweeps and sensitivity say in English. */
export const designInEnglish: DesignWords = {
  sides: { staged: 'staged', direct: 'direct', difference: 'staged less direct' },
  ofSide: (side, measure) => `${measure}, ${side}`,
  otherNumbers: 'redrawn',
  dummy: 'dummy: luck',
  sweep: {
    heading: (design) => ({ grid: 'Grid', lhs: 'Latin hypercube', sobol: 'Sobol sequence' })[design],
    laidOut: (points, parameters, replications) =>
      `Points: ${points}; parameters varied: ${parameters}; replications a point: ${replications}, the same for all.`,
    cut: (shown, points) => `The first ${shown} of ${points} points; --csv and --json have all.`,
    extremes: (measure, greatest, at, least, where) =>
      `${measure}: greatest ${greatest} at ${at}; least ${least} at ${where}.`,
    point: 'point',
  },
  sensitivity: {
    tornado: 'One parameter at a time',
    morris: 'Morris screening',
    sobol: 'Shares of variance, Sobol indices',
    second: 'Pairs beyond their own shares',
    convergence: 'Totals by number of rows',
    ofMeasure: (measure, unit) => `${measure}, ${unit}`,
    base: (value) => `As the scenario stands: ${value}.`,
    low: 'one end',
    high: 'other end',
    atLow: 'at one',
    atHigh: 'at other',
    swing: 'swing',
    muStar: 'mu*',
    mu: 'mu',
    sigma: 'sigma',
    first: 'first order',
    total: 'total',
    pair: 'with',
    rows: 'rows',
    tornadoNote: (replications) =>
      `Each parameter goes over its range, all others where they stand; replications a point: ${replications}, the ` +
      'same for all, so intervals are paired. * marks swings whose interval leaves out 0.',
    morrisNote: (trajectories, levels, replications) =>
      `${trajectories} trajectories on ${levels} levels; replications a point: ${replications}. mu* is the mean size of ` +
      'what one whole range does, mu its mean with its sign, sigma its spread (curvature and interactions).',
    sobolNote: (rows, mean, sd, replications) =>
      `${rows} rows; replications a point: ${replications}. Over the ranges the mean is ${mean}, the standard ` +
      `deviation ${sd}. First order: the share of variance a parameter explains alone; total: with all its interactions.`,
    luckBar: (reach, confidence, count, of) =>
      `Luck alone (the dummy: other random numbers, same parameters) makes bars of up to ${reach} at ${confidence}: ` +
      `${count} of ${of} parameters do less.`,
    belowLuck: (count, of) =>
      `The dummy changes nothing but the random numbers: ${count} of ${of} parameters do less than that luck.`,
    unresolved: (count, of) => `${count} of ${of} parameters have totals whose interval reaches below 0.01.`,
    luckShare: (first, total) =>
      `Luck (the dummy: other random numbers, same parameters) has ${first} of the variance alone, ${total} with interactions.`,
    cut: (hidden) => `${hidden} smaller ones are left out here; --csv and --json have all.`,
    evaluations: (count) => `${count} evaluations; those that differ in prices or contract only share a simulation.`,
  },
  failures: {
    points: (count) => `Points without a value: ${count}; they are left out of the figures. The first of them:`,
    refused: (why) => `values that cannot stand together: ${why}`,
    unfinished: (why) => why,
  },
};
