import type { CliMessages } from './messages.ts';

/** What the command line says in English. */
export const english: CliMessages = {
  describe: {
    program: 'What direct factory-to-ship loading of bulk slag saves against port staging.',
    compare: 'Compare staging with direct loading on the same random world, and say how sure the saving is.',
    run: 'Simulate one mode alone.',
    validate: 'Check a scenario, preview it, and list the parameters that have no source.',
    scenario: 'scenario file (YAML)',
    mode: 'mode to simulate',
    modes: 'modes to compare, the first is the base; direct,direct is the A/A check',
    seed: 'random seed, a whole number from 0',
    replications: 'seasons to simulate, 1 to 100000',
    set: 'set a parameter over the file, path=value, such as fleet.size=30; may be repeated',
    threads: 'worker threads, 1 to 64; they change no number',
    lang: 'language of the report and of messages; else from the environment',
    json: 'print one JSON object',
    quiet: 'no progress and no warnings',
    help: 'show this help',
    version: 'show the version',
    exit: "Exit status: 0 done; 1 the program's own fault; 2 bad input or usage; 130 interrupted.",
  },
  line: (expected, found, hint) =>
    `expected ${expected}, found ${found}${hint === null ? '' : `; did you mean ${hint}?`}`,
  expected: {
    whole: (least, most) => `a whole number at least ${least} and at most ${most}`,
    oneOf: (words) => `one of ${words.join(', ')}`,
    modes: (words, most) => `2 to ${most} of ${words.join(', ')}, with commas between`,
    option: 'a known option',
    once: 'this option once',
    noValue: 'no value',
    oneScenario: 'one scenario file',
    file: 'a file that can be read',
    smallFile: (bytes) => `at most ${bytes} bytes`,
  },
  found: {
    nothing: 'nothing',
    text: (text) => `"${text}"`,
    times: (count) => `it ${count} times`,
    file: {
      missing: 'no such file',
      folder: 'a folder',
      special: 'a device or pipe',
      unreadable: 'a file that may not be read',
      tooLarge: 'more',
    },
  },
  unfinished: (message) => `The scenario cannot be served: ${message}`,
  ownFault: (message) => `zhizhuang failed, and that is its own fault: ${message}`,
  report: (version) =>
    `Please report it with the command you ran and version ${version}; DEBUG=1 shows where it failed.`,
  progress: (done, count, perSecond, remaining) =>
    `${done} of ${count} replications, ${perSecond} per second, ${remaining} left`,
};
