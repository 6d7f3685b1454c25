import type { CalibrateWords } from './calibrate-words.ts';
import { expectedInEnglish } from './expected.ts';

/** What the command line says of `calibrate` in English. */
export const calibrateInEnglish: CalibrateWords = {
  describe: {
    calibrate: 'Fit parameters to published or own figures.',
    fit: 'a parameter to fit; may be repeated: handling.secondHaulPrice (its own range), fleet.size=20..60',
    fitOtherwise: 'all that are fitted in the scenario',
    target:
      "what a measure's mean shall be; may be repeated: saving.perTonne=2.99..3.13, direct:vessel.portHours=48±2 (or 48+-2)",
    targetOtherwise: 'the published facts that may be fitted',
    method: 'how the ranges are searched',
    budget: 'how many points the search may try',
    budgetOtherwise: 'by method and parameters',
    write: 'write the scenario with the fitted values, their standing and how they were fitted',
  },
  wrong: {
    noFit: 'expected a parameter to fit, such as handling.secondHaulPrice, for the scenario has none that is fitted',
    noTarget:
      'expected a target, such as saving.perTonne=2.99..3.13, for the scenario publishes none that may be fitted',
    notRange: (key) => `${key}: expected a range LOW..HIGH of a number`,
    form: (found) => expectedInEnglish('MEASURE=LOW..HIGH or MEASURE=VALUE±TOLERANCE, with or without a unit', found),
    unit: (measure, unit, found) => `${measure}: expected a figure in ${unit}, found the unit "${found}"`,
    emptyBand: (measure, low, high) =>
      `${measure}: expected a band with room in it, for a simulated mean never hits one value, found ${low}..${high}`,
    twice: (measure) => `expected one target for ${measure}, found two`,
    budget: (least, method, found) => `expected at least ${least} points for --method ${method}, found ${found}`,
    writeWithSet: 'expected no --set, for the written file would not hold it: put the value into the file first',
    layout: 'expected a scenario laid out in lines, found one that cannot be edited without losing its layout',
  },
  notWritten: (path) => `Not written: the targets are not reached; --force writes ${path} all the same.`,
};
