import type { VarianceWords } from './variance-words.ts';

/** What reports say of variance reduction in English. */
export const varianceInEnglish: VarianceWords = {
  heading: 'Variance reduction, measured on the saving per tonne',
  columns: {
    staged: 'staged sd',
    direct: 'direct sd',
    inStep: 'in step',
    share: 'share of variance',
  },
  pairing: 'same random numbers for both modes',
  controls: 'control variates',
  antithetic: 'antithetic pairs',
  helps: 'helps',
  noHelp: 'no help shown',
  harms: 'harms',
  unknown: 'unknown',
  meaning: (replications, confidence) =>
    `A gain of 2: half as many replications give the same precision. Measured on ${replications} replications of each kind; in brackets ${confidence} bootstrap intervals.`,
  ceiling: (ceiling, share, correlation) =>
    `Perfect step would gain ${ceiling}; reached: ${share} of that; correlation of the two costs ${correlation}.`,
  enough: (least) => `That is at least ${least} of the ceiling.`,
  outOfStep: (group, share, inStep) =>
    `What falls out of step: ${group}. Drawn anew, it makes ${share} of the variance of the saving, and moves the two costs with a correlation of ${inStep} only.`,
  oneSided: (group, share, mode) =>
    `What keeps it from the ceiling: ${group}. It makes ${share} of the variance of the saving and acts on ${mode} alone, which no pairing can take out.`,
  chosen: (causes) => `Controls chosen, means of the uniforms of a cause less 1/2: ${causes.join(', ')}.`,
  causes: 'What the saving varies by, each cause drawn anew',
  cut: (hidden) => `${hidden} smaller ones are left out here; --json has all.`,
  groups: {
    breakdown: 'breakdowns of machines',
    calls: "ships' order and arrivals",
    crane: 'crane cycles',
    customs: 'customs',
    gate: 'gate',
    quay: 'quay',
    road: 'road',
    shuttle: 'shuttles',
    traffic: 'other ships',
    truck: 'trucks',
    vessel: 'berthing and surveys',
    weather: 'weather',
    works: 'works',
    yard: 'yard',
  },
  only: { staged: 'staged', direct: 'direct', hybrid: 'hybrid' },
};
