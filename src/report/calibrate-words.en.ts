import type { CalibrateWords } from './calibrate-words.ts';

/** What reports on fits say in English. */
export const calibrateInEnglish: CalibrateWords = {
  heading: (method) =>
    ({
      'nelder-mead': 'Fit by simplex search (Nelder-Mead)',
      'cma-es': 'Fit by evolution strategy (CMA-ES)',
      'abc-smc': 'Fit by approximate Bayesian computation (ABC-SMC)',
      'history-matching': 'Fit by history matching on Gaussian processes',
    })[method],
  separator: ', ',
  found: (points, budget, replications) =>
    `Points looked at: ${points} (budget ${budget}); replications a point: ${replications}, the same for all.`,
  targets: {
    heading: 'What it was to hit',
    wanted: (measure, band) => `${measure}: wanted ${band}`,
    before: 'before',
    fitted: 'fitted',
    check: 'in other seasons',
    band: (low, high) => `${low} to ${high}`,
    within: 'within',
    above: (by) => `${by} above`,
    below: (by) => `${by} below`,
    none: 'no value',
    note: (confidence) =>
      `Intervals are ${confidence}, simulation error only. "In other seasons": as many that the fit did not see, with ` +
      'the same scenario; they tell whether it fits seasons or luck.',
  },
  parameters: {
    heading: 'What was fitted',
    range: 'range',
    before: 'before',
    fitted: 'fitted',
    left: (confidence) => `left open, ${confidence}`,
    width: 'width',
    known: { found: 'found', narrowed: 'narrowed down', open: 'open' },
  },
  reached: 'Every target is reached. Fitted to, not confirmed: what a parameter was fitted to can confirm it no more.',
  notReached:
    'Not reached: within these ranges no point was found that brings every target into its band. This is the nearest.',
  atEnd: (parameters) => `At an end of its range, so that better may lie beyond: ${parameters}.`,
  nothing: 'Nothing was fitted: no point had a value.',
  from: {
    slopes: () =>
      'Width: standard deviation left over that of the whole range (0% known exactly, 100% nothing learnt), from the ' +
      'slopes at the best point, the bands and the simulation error together; it holds where the measures are straight.',
    particles: (size) =>
      'Width: standard deviation left over that of the whole range (0% known exactly, 100% nothing learnt), from ' +
      `particles worth ${size} even ones.`,
    notRuledOut: (size) =>
      'Width: standard deviation left over that of the whole range (0% known exactly, 100% nothing learnt), from ' +
      `${size} points that are not implausible (cut-off 3).`,
  },
  noneLeft: 'No point is plausible: everything within the ranges is ruled out, so nothing can be said of what is left.',
  open: (parameters) =>
    `The targets say next to nothing about ${parameters}: any value in its range does as well, if the others go with it.`,
  confounded: (one, other, correlation) =>
    `The targets cannot tell ${one} and ${other} apart (correlation ${correlation}): fix one from elsewhere, or add a target.`,
  sloppy: (direction, width) => `Least known together: ${direction}; width along it ${width}.`,
  waves: (shares) => `Share of the ranges not ruled out, wave by wave: ${shares}.`,
  generations: (shares) => `Share of points accepted, generation by generation: ${shares}.`,
  shortOfTolerance:
    'The budget ended before every particle brought the targets into their bands: what is left open is too wide.',
};
