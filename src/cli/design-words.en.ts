import type { DesignWords } from './design-words.ts';
import { expectedInEnglish } from './expected.ts';

/** What the command line says of `sweep` and `sensitivity` in English. */
export const designInEnglish: DesignWords = {
  describe: {
    sweep: 'Run a scenario over a design of its parameters.',
    sensitivity: 'Say which parameters a measure depends on.',
    vary:
      'a parameter to vary; may be repeated: fleet.size (its own range), fleet.size=20..60, fleet.size=20..60:5 ' +
      '(5 levels), fleet.size=20,30,45, dispatch.policy=pull,headway, fleet.* (all numbers of the group)',
    design: 'how points are laid out',
    samples: 'points of a hypercube or Sobol sequence, 1 to 100000',
    sensitivitySamples: 'trajectories (morris), or rows, a power of two (sobol)',
    levels: 'levels of a range in a grid, 2 to 1000',
    sensitivityLevels: "levels of Morris's grid, an even number",
    measures: 'measures, with commas between: saving.perTonne, direct:vessel.portHours, difference:truck.waitHours',
    measure: 'the measure: saving.perTonne, direct:vessel.portHours, difference:truck.waitHours',
    csv: 'print a CSV table (UTF-8 with byte order mark)',
    table: 'of the CSV: wide has a row for each point, long one for each replication and measure',
    method: 'tornado: one at a time; morris: screening; sobol: shares of variance',
    group: 'parameters turned together, name=key,key,group.*; may be repeated',
    secondOrder: 'sobol: pairs as well',
    resamples: 'resamples of the bootstrap, 100 to 100000',
    allRanged: 'tornado, morris: all that have a range',
  },
  wrong: {
    varied: (found) =>
      expectedInEnglish('at least one parameter to vary, such as fleet.size or fleet.size=20..60', found),
    notVariable: (key) => `expected a number, a choice or a switch, found ${key}, which is a list`,
    noRange: (key) => `expected values, such as ${key}=LOW..HIGH, for the scenario gives ${key} no range`,
    emptyRange: (key, low, high) => `${key}: expected a range LOW..HIGH with LOW below HIGH, found ${low}..${high}`,
    notARange: (key, found) => `${key}: expected words with commas between, found the range "${found}"`,
    oneValue: (key) => `${key}: expected at least two values; a single one is set by --set`,
    twice: (key) => `expected ${key} once, found it twice`,
    levels: (key, found) => `${key}: ${expectedInEnglish('a whole number of levels from 2 to 1000', found)}`,
    noneOfGroup: (key) => `expected a group that has numbers with a range, such as fleet.*, found "${key}"`,
    measure: (found) => expectedInEnglish('a measure, such as saving.perTonne or direct:vessel.portHours', found),
    evenLevels: (found) => expectedInEnglish('an even number of levels', found),
    powerOfTwo: (found) => expectedInEnglish('a power of two, such as 256', found),
    tooMany: (most, found) =>
      `expected at most ${most} points times replications, found ${found}; take fewer values, samples or replications`,
    tooManyFactors: (most, found) =>
      `expected at most ${most} parameters, found ${found}; screen them first: --method morris`,
    group: (found) => expectedInEnglish('NAME=KEY,KEY with a name of its own', found),
    groupTwice: (name) => `expected each parameter in one group, and each name once, found "${name}" twice`,
    notOf: (option, other, values) => `${option} belongs to ${[other, values.join(' or ')].join(' ').trim()}`,
    csvAndJson: 'expected --csv or --json, found both',
  },
};
