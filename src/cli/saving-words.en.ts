import type { SavingWords } from './saving-words.ts';

/** What the command line says of `uncertainty` and `attribute` in English. */
export const savingInEnglish: SavingWords = {
  describe: {
    uncertainty: 'What unsourced parameters make of the saving.',
    attribute: 'Split the saving among mechanisms and items of the ledger.',
    vary:
      'a parameter to draw; may be repeated: fleet.size (its own range), fleet.size=20..60, ' +
      'dispatch.policy=pull,headway, fleet.* (all numbers of the group)',
    allUnsourced: 'all recalled or assumed numbers',
    holdPolicies: 'leave what somebody decides (hired trucks, leads, hours) at the scenario’s values',
    law: 'how values are drawn: triangular (likeliest at the scenario’s own) or uniform',
    design: 'how points are laid out: lhs (Latin hypercube) or sobol',
    samples: 'points drawn, 2 to 100000',
    seasons: 'seasons a point; from 2 on, luck is told from ignorance',
    measure: 'the saving decided by',
    resamples: 'resamples of the bootstrap, 100 to 100000',
    mode: 'what staging is held against',
  },
  wrong: {
    holdAndVary: 'expected --vary or --hold-policies, found both: --vary names all that is drawn',
    nothingUnsourced: 'expected parameters to draw, for the scenario has no recalled or assumed number with a range',
    tooManyForSobol: (most, found) =>
      `expected at most ${most} parameters with --design sobol, found ${found}; --design lhs takes any number`,
  },
};
