import { expectedInEnglish } from './expected.ts';
import type { PrecisionWords } from './precision-words.ts';

/** What the command line says of precision in English. */
export const precisionInEnglish: PrecisionWords = {
  precision:
    'go on until intervals are so narrow, to each side: 5% (of the saving per tonne; of run: of the cost), ' +
    'saving.perTonne=0.1,direct:vessel.portHours=2%; --replications is then the least number',
  budget: 'replications that --precision may take at most; status 3 if they are not enough',
  variance: 'measure what common random numbers, controls and antithetic pairs gain',
  wrong: {
    measure: (found) => expectedInEnglish('a measure, such as saving.perTonne or direct:vessel.portHours', found),
    size: (found) => expectedInEnglish('a precision above 0, such as 5% (at most 100%) or 0.1', found),
    unit: (unit, found) =>
      expectedInEnglish(unit === '1' ? 'a number or a percentage' : `a percentage, or a number in ${unit}`, found),
    twice: (found) => `expected each measure once, found "${found}" twice`,
    budget: (minimum, found) =>
      `expected at least the ${minimum} replications that are made in any case, found ${found}`,
    alone: 'expected --precision with it, found none',
    pairOnly: (modes) => `expected the modes ${modes} with it, found others`,
  },
};
