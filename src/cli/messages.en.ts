import { calibrateInEnglish } from './calibrate-words.en.ts';
import { designInEnglish } from './design-words.en.ts';
import { expectedInEnglish } from './expected.ts';
import { exportInEnglish } from './export-words.ts';
import { frontierInEnglish } from './frontier-words.ts';
import { importInEnglish } from './import-words.en.ts';
import { initInEnglish } from './init-words.ts';
import type { CliMessages, FileFault } from './messages.ts';
import type { OutFault } from './out-files.ts';
import { pageInEnglish } from './page-words.ts';
import { planInEnglish } from './plan-words.ts';
import { precisionInEnglish } from './precision-words.en.ts';
import { replayInEnglish } from './replay-words.ts';
import { reportInEnglish } from './report-words.ts';
import { resultsInEnglish } from './results-words.ts';
import { savingInEnglish } from './saving-words.en.ts';
import { storeInEnglish } from './store-words.ts';
import { variantsInEnglish } from './variant-words.ts';
import { whereInEnglish } from './where-words.ts';

const FILE_FAULTS: Readonly<Record<FileFault, string>> = {
  missing: 'no such file',
  folder: 'a folder',
  special: 'a device or pipe',
  unreadable: 'a file that may not be read',
  tooLarge: 'more',
};

const OUT_FAULTS: Readonly<Record<OutFault, string>> = {
  noFolder: 'a path in a folder that does not exist',
  folder: 'a folder',
  exists: 'a file that is there already; --force overwrites it',
  forbidden: 'one that may not be written',
};

/** What the command line says in English. */
export const english: CliMessages = {
  describe: {
    program: 'What direct factory-to-ship loading of bulk slag saves against port staging.',
    compare: 'Compare staging with direct loading: what is saved, how sure.',
    run: 'Simulate one mode alone.',
    validate: 'Check and preview a scenario; list what has no source.',
    verify: 'Hold program and scenario against what is known.',
    scenario: 'scenario file (YAML)',
    mode: 'mode to simulate',
    modes: 'modes to compare, the first is the base; direct,direct is the A/A check',
    laytime: 'print the statement of facts and laytime sheet of this call (1, 2, ... by laycan) in the first season',
    seed: 'random seed, a whole number from 0',
    replications: 'seasons to simulate, 1 to 100000',
    set: 'set a parameter over the file, such as fleet.size=30; may be repeated',
    threads: 'worker threads, 1 to 64; they change no number',
    hours: 'show where ships, cranes, trucks and cargo spend their hours, by cause',
    calls: 'show the calls of the first replication, one row each',
    lang: 'language of the report and of messages; else from the environment',
    json: 'print one JSON object',
    quiet: 'no progress and no warnings',
    force: 'overwrite files that are there already',
    help: 'show this help',
    version: 'show the version',
    exit: 'Exit status: 0 done; 1 own fault; 2 bad input; 3 precision not reached; 130 interrupted.',
  },
  usage: '$0 COMMAND SCENARIO [OPTIONS]',
  yargs: {},
  list: (words) => `: ${words.join(', ')}`,
  wrong: {
    whole: (least, most, found) => expectedInEnglish(`a whole number at least ${least} and at most ${most}`, found),
    oneOf: (words, found) => expectedInEnglish(`one of ${words.join(', ')}`, found),
    modes: (words, least, most, found) =>
      expectedInEnglish(`${least} to ${most} of ${words.join(', ')}, with commas between`, found),
    option: (found) => expectedInEnglish('a known option', found),
    repeated: (times) => `expected this option once, found it ${times} times`,
    flagValue: (found) => expectedInEnglish('no value', found),
    noCommand: 'expected a command; npx zhizhuang --help lists them, npx zhizhuang init begins a scenario',
    scenario: (found) => expectedInEnglish('one scenario file', found),
    file: (fault, mostBytes) => {
      const expected = fault === 'tooLarge' ? `at most ${mostBytes} bytes` : 'a file that can be read';
      return `expected ${expected}, found ${FILE_FAULTS[fault]}`;
    },
    outFile: (path, fault) => `expected a file that can be written, found ${OUT_FAULTS[fault]} ("${path}")`,
  },
  design: designInEnglish,
  frontier: frontierInEnglish,
  init: initInEnglish,
  plan: planInEnglish,
  saving: savingInEnglish,
  variants: variantsInEnglish,
  precision: precisionInEnglish,
  calibrate: calibrateInEnglish,
  import: importInEnglish,
  replay: replayInEnglish,
  store: storeInEnglish,
  results: resultsInEnglish,
  where: whereInEnglish,
  page: pageInEnglish,
  export: exportInEnglish,
  reports: reportInEnglish,
  hint: (word) => `; did you mean ${word}?`,
  unwritable: (why, code) => `cannot write the output: ${why === 'noSpace' ? 'no space left' : code}`,
  ownFault: (message) => `zhizhuang failed, and that is its own fault: ${message}`,
  report: (version) =>
    `Please report it with the command you ran and version ${version}; DEBUG=1 shows where it failed.`,
  progress: (done, count, perSecond, remaining) =>
    `${done} of ${count} replications, ${perSecond} per second, ${remaining} left`,
};
