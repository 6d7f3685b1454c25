import type { StressWords } from './words.ts';

export const stressInEnglish: StressWords = {
  heading: (title) => `STRESS-DES report: ${title}`,
  preface: (program, command) => [
    'This appendix answers, item by item, the STRESS-DES checklist (Monks, T., Currie, C. S. M., Onggo, B. S., Robinson, S., Kunc, M. and Taylor, S. J. E. (2019), Strengthening the reporting of empirical simulation studies: introducing the STRESS guidelines, Journal of Simulation 13(1), 55–67, doi:10.1080/17477778.2018.1442155).',
    `It was written by ${program} from the scenario and its study; the same scenario, seed and version give the same text: \`${command}\`. What the program cannot know is marked **To be filled in by the author**. The model itself is described in full, enough to rebuild it, in \`docs/background/model.md\` of that version (“the model's description” below), and the money in \`docs/background/settlement.md\`.`,
  ],
  sections: {
    1: 'Objectives',
    2: 'Logic',
    3: 'Data',
    4: 'Experimentation',
    5: 'Implementation',
    6: 'Code access',
  },
  items: {
    '1.1': 'Purpose of the model',
    '1.2': 'Model outputs',
    '1.3': 'Experimentation aims',
    '2.1': 'Base model overview diagram',
    '2.2': 'Base model logic',
    '2.3': 'Scenario logic',
    '2.4': 'Algorithms',
    '2.5': 'Components',
    '3.1': 'Data sources',
    '3.2': 'Pre-processing',
    '3.3': 'Input parameters',
    '3.4': 'Assumptions',
    '4.1': 'Initialisation',
    '4.2': 'Run length',
    '4.3': 'Estimation approach',
    '5.1': 'Software and programming language',
    '5.2': 'Random sampling',
    '5.3': 'Model execution',
    '5.4': 'System specification',
    '6.1': 'Computer model sharing statement',
  },
  byAuthor: (what) => `> **To be filled in by the author**: ${what}`,
  checklist: {
    head: ['Item', '', 'Answered'],
    filled: 'yes',
    open: (count) => `yes, but for ${count} to be filled in`,
  },
  list: (items) => items.join(', '),
  purpose: {
    asked: (question) => `The question: ${question}`,
    what: (season) =>
      `The model tells what loading ships straight from the works (direct, 抵港直装) saves in hours and money against staging the cargo in the port yard (staged, 传统集港), for whom, and how surely. Here: ${season}.`,
    open: 'background of the study, who is to decide what by it, and earlier work.',
  },
  outputs: {
    how: (replications, confidence) =>
      `Each measure is one number of a season, calculated when the season has ended. Below: means over ${replications} replications; the difference is staged less direct, replication by replication, with its ${confidence} t interval. A mean over calls is taken within a replication first. Intervals hold simulation error only.`,
    columns: ['Measure', 'How it is calculated'],
    open: 'which of these measures the paper reports, and any that it calculates from them.',
  },
  aims: {
    scenarios: (modes) =>
      `(A) Scenarios: ${modes}, compared on the same random worlds. Staging is the practice that direct loading is to replace; item 2.3 says in what they differ.`,
    mechanisms:
      "Each combination of direct loading's mechanisms is a scenario too, so that the saving can be split among them.",
    set: (settings) => `Set over the scenario's file: ${settings}.`,
    design: (replications, modes) =>
      `(B) Design: ${modes} in each of ${replications} replications, paired by common random numbers.`,
    precision: (asked, minimum, budget, made, reached) =>
      `Replications were added, from ${minimum} on and up to ${budget}, until the interval was as narrow as asked (${asked}): ${made} were made, and the precision was ${reached ? 'reached' : 'not reached'}.`,
    attributed: (combinations) =>
      `A full factorial of the mechanisms (${combinations} combinations) in the same replications; parts are Shapley values.`,
    optimised: '(C) Simulation optimisation: none in this study.',
    fitted: (keys) =>
      `Values fitted beforehand to published facts, see 3.2: ${keys}. A figure that was fitted to is not confirmed by the simulation.`,
    open: [
      'why these scenarios were chosen.',
      'other experiments of the paper (sweep, sensitivity, uncertainty, calibrate, frontier, plan): their factors, ranges and designs stand in the JSON that each command prints.',
    ],
  },
  logic: {
    seeModel: (section) => `In full: the model's description, section ${section}.`,
    mechanism: (name) =>
      ({
        ahead: 'declared before the cargo comes, while it lies at the works; off: declared when it has come',
        sorting: 'the gate reads the customs instruction; off: every truck stops for a manual check',
        straight: "trucks drive to the ship's side; off: the cargo goes to the stack",
      })[name],
    mechanismHead: ['Mechanism', 'What it does'],
    on: 'on',
    off: 'off',
    otherwise: "Where this scenario departs from the catalogue's values, rules included:",
    otherwiseHead: ['Parameter', 'Here', 'Catalogue'],
    asBase: "All values are the catalogue's.",
    resourceHead: ['Resource', 'Capacity', 'Used by'],
    parts: {
      entities: 'Entities',
      activities: 'Activities',
      resources: 'Resources',
      queues: 'Queues',
      entry: 'Entry points',
      exit: 'Exit points',
    },
  },
  data: {
    sources: 'Sources of the values, with their standing:',
    sourceHead: ['Source', 'Standing', 'Parameters'],
    noSource: (unsourced, count) =>
      `${unsourced} of ${count} parameters are assumed or recalled and listed in 3.4; what stands beside one of them as a source bears on it without giving its value.`,
    published: 'Published facts that the simulation is held against:',
    publishedHead: ['Fact', 'Value', 'How it is read', 'Source', 'Note'],
    readings: {
      interval: 'compared',
      fitted: 'a parameter was fitted to it',
      upperBound: 'an upper bound',
      noVerdict: 'shown beside, without a verdict',
    },
    openSources: (measured) =>
      measured
        ? 'when the sources were read; sample, dates and permission of every log that was measured.'
        : 'when the sources were read, and what the study itself collected.',
    derived: 'Derived by arithmetic on other figures:',
    measured: (keys) =>
      `Measured from logs by \`zhizhuang import\`, which leaves out rows it cannot read and lists them; the rows used stand with the source in 3.3: ${keys}.`,
    fitted: (key, prior, value, facts) => `${key}: from ${prior} to ${value}, fitted to ${facts}.`,
    openProcessing: 'what was done to data before it came into the scenario (cleaning, outliers, gaps).',
    cargoes: 'Cargoes of the season:',
    cargoHead: ['Calls', 'Tonnes each', 'Laycan opens'],
    laycanDrawn: 'drawn',
    parameters: (count) =>
      `All ${count} parameters; the range is what is plausible. Times that vary have the law that stands beside them, by the mean that is given and the coefficient of variation that is named. Other laws: section 3 of the model's description.`,
    usualLaw: (key) => `lognormal, cv ${key}`,
    parameterHead: ['Parameter', 'Key', 'Value', 'Range', 'Standing', 'Source; note'],
    unsourced: (assumed, recalled, count) => `Of ${count} values ${assumed} are assumed and ${recalled} recalled:`,
    openAssumptions: "assumptions of the study's own, and who has agreed to those above.",
  },
  runs: {
    start: (stock, reserve, days) =>
      `A terminating system. At the clock's opening: ${stock} at the works, ${reserve} in the yard's reserve, every truck at the works, every machine working, no ship, no weather; all of it the same in every replication. No warm-up is removed: the ${days} before the period are there for the first staging.`,
    stop: 'It stops when the clock closes, at the same hour in both modes. A season in which a ship has not sailed by then is told as an error and is not left out of the mean.',
    length: (hours, before, period, after) =>
      `${hours} of simulated time, the unit of the clock being the hour: ${before} before the period, ${period} of it, ${after} after it. Time is continuous, at UTC+8.`,
    estimation: (replications, confidence) => [
      `${replications} independent replications, each one season in every mode. Means with ${confidence} t intervals over replications, folded in their order.`,
      'Common random numbers: both modes see the same ships, weather and failures, and the same draws for the k-th load of a call; intervals of differences are of paired differences.',
    ],
    attained: (halfWidth, relative) =>
      `Half the interval of the shipper's saving per tonne is ${halfWidth}, ${relative} of the saving.`,
    correlation: (correlation, reduction) =>
      `Between the modes the shipper's cost per tonne correlates by ${correlation}; pairing takes ${reduction} off the variance of the difference.`,
    openReplications: 'why so many replications.',
  },
  implementation: {
    software: (program) =>
      `${program}, written in TypeScript for Node.js 20.19 or later, with a process-style engine of its own; seedrandom, @noble/hashes, @stdlib and simple-statistics, their versions pinned in \`package-lock.json\`.`,
    openSoftware: 'operating system and exact version of Node.js (with `--out FOLDER` they stand in `run.json`).',
    sampling: (seed) => [
      `Generator: Tyche-i (seedrandom), one stream for each of (stream scheme 1, seed, replication, cause, call or machine): the key is hashed by SHA-256, and the digest seeds the stream. Seed ${seed}.`,
      'Variates by inversion, one uniform each, in pure JavaScript, so that numbers are the same on every machine. The k-th draw of a cause is the same in every mode: that is how numbers are common. That streams of different keys never overlap is not proven.',
    ],
    execution: [
      'Process interaction. The event list is ordered by (time, priority, order of scheduling); what is free is granted at once. Lines are first come, first served but for those in 2.5.',
      'Replications run side by side on threads or on a cluster (BullMQ on Redis) and are folded in order: their number and place change no figure. A single season is sequential, so that no time management between processes is needed.',
    ],
    system: 'What depends on the machine stands in no result.',
    openSystem: 'machine and run time (with `--out FOLDER` both stand in `run.json`).',
    access: (hash, overrides) => [
      `Scenario hash ${hash}: whatever changes a number changes it${overrides}. The scenario's file, the version of the program and the command at the top give this study again, byte for byte.`,
      "In the program's source: `src/port/` is the model, one file a station, `src/settlement/` the money, `src/study/` measures and experiments; `tests/` holds hand-worked cases and known answers, `npx zhizhuang verify` runs some of them.",
    ],
    openAccess: 'where program and scenario are deposited (address, DOI), and under which licence.',
  },
};
