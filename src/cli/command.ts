import type { OnProgress, ResultsStore } from '../execution/index.ts';
import type { Program } from '../report/index.ts';
import type { Language, Scenario } from '../scenario/index.ts';
import type { Words } from './command-line.ts';
import type { CliMessages } from './messages.ts';
import type { OutFile } from './out-files.ts';
import type { UsageErrors } from './usage-errors.ts';

/** An option as the help shows it. */
export interface Option {
  readonly describe: string;
  /** It takes no value. */
  readonly flag?: boolean;
  /** What holds where it is not given. */
  readonly otherwise?: string;
}

/** Options by name, without dashes. */
export type Options = Readonly<Record<string, Option>>;

/** A command of the program: one file of `commands/`, an equal among others in its table. */
export interface Command {
  readonly name: string;
  /** The scenario it takes where none is named; without one it must be named. */
  readonly shipped?: string;
  /** Its line in the help. */
  describe(messages: CliMessages): string;
  /** Its options beside those of every command. */
  options(messages: CliMessages): Options;
  /** Reads what its words ask for. Everything wrong with them is noted, and reading goes on. */
  read(words: Words, errors: UsageErrors): Planner;
}

/** Makes a job of what was asked, now that the scenario is known; if errors are noted, the job is not run. */
export type Planner = (asked: Asked, errors: UsageErrors) => Job;

/** What every command is asked on. */
export interface Asked {
  readonly scenario: Scenario;
  /** The scenario's path and the settings over it, as they were given. */
  readonly path: string;
  readonly settings: readonly string[];
  readonly language: Language;
  readonly program: Program;
  readonly json: boolean;
}

/** What is left to do. */
export interface Job {
  /** Pieces of work, by which progress is counted. */
  readonly count: number;
  run(meanwhile: Meanwhile): Promise<Answer>;
}

/** What a job is given to run with. */
export interface Meanwhile {
  /** Told how many pieces are done. */
  readonly onProgress: OnProgress;
  /** Where outcomes are looked up and kept; none if there is none. */
  readonly store: ResultsStore | undefined;
}

/** What a command has to say. */
export interface Answer {
  /** What is printed. */
  readonly text: string;
  /** 0 unless it says otherwise. */
  readonly status?: ExitStatus;
  /** Lines for whoever sits at the terminal, beside the text. */
  readonly notes?: readonly string[];
  /** Written when the text has been printed. */
  readonly files?: readonly OutFile[];
}

/** Exit statuses; that of an interruption, 130, is given where the signal is heard. */
export const STATUS = { done: 0, ownFault: 1, badInput: 2, shortOfPrecision: 3 } as const;
export type ExitStatus = (typeof STATUS)[keyof typeof STATUS];
